// A voice for one test: a folder of its own, workers that behave as told, and all of it gone afterwards.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { createVoice, type Voice, type VoiceOptions } from '../../server/voice/voice.ts'
import { type Behaviour, createTestLog, createWorkers } from './doubles.ts'

/** Call it once in a test file: each of its tests gets an empty `folder()`, and what it opened is closed. */
export function voices() {
  let dir = ''
  let opened: Voice[] = []

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'antre-voice-'))
  })

  afterEach(async () => {
    await Promise.all(opened.map((voice) => voice.close()))
    opened = []
    await rm(dir, { recursive: true, force: true })
  })

  /** A voice in this test's folder, closed at its end. */
  function open(options: Omit<VoiceOptions, 'dir' | 'languages'>): Voice {
    const voice = createVoice({ dir, languages: ['id', 'en'], ...options })
    opened.push(voice)
    return voice
  }

  /** The same with workers that behave this way, one after the other. */
  function setUp(behaviours: Behaviour[], options: Partial<VoiceOptions> = {}) {
    const workers = createWorkers(...behaviours)
    const { log, lines } = createTestLog()
    const { spawnWorker } = workers
    const voice = open({ workerUrl: new URL('file:///nowhere.js'), log, spawnWorker, ...options })
    return { voice, workers, lines, say: (text: string) => voice.prepare([{ language: 'id', text }]) }
  }

  return { folder: () => dir, open, setUp }
}
