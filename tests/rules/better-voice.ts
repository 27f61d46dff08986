// Voices better than eSpeak in a data folder for each test, with the real worker: their output is measured.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest'
import type { VoiceRules } from '../../server/hall/equipment.ts'
import { loudness, truePeak } from '../../server/voice/audio/loudness.ts'
import { readWav } from '../../server/voice/audio/wav.ts'
import { neededClips } from '../../server/voice/clips/needed.ts'
import { createVoice, type SpokenText, type Voice, type VoiceOptions } from '../../server/voice/voice.ts'
import { spawnProcess, type WorkerProcess } from '../../server/worker/process.ts'
import { buildWorker } from '../voice/built-worker.ts'
import { createTestLog } from '../voice/doubles.ts'
import { smallPlan } from './small-plan.ts'

export const indonesian = {
  language: 'id',
  text: 'Nomor antrean, A, nol satu dua, silakan menuju loket satu.',
}
export const english = { language: 'en', text: 'Queue number A, zero one two, please go to counter one.' }
export const plan = { ...smallPlan, languages: ['id', 'en'], voice: { clips: 'ayu' } }
/** The chime and the pause after it, seconds. */
export const before = 1.4

/** Call it once in a file: builds the worker before its tests. */
export function betterVoices() {
  let worker: Awaited<ReturnType<typeof buildWorker>>
  let dataDir: string
  const workers = lentWorkers()
  beforeAll(async () => {
    worker = await buildWorker()
  })
  afterAll(() => {
    workers.end()
    return worker.remove()
  })
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'antre-better-'))
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  })
  const inData = (...names: string[]) => join(dataDir, ...names)

  return {
    /** A path in the running test's data folder. */
    inData,
    /** A voice in this data folder, and what it logs. */
    open(rules: VoiceRules, more: Partial<VoiceOptions> = {}): { voice: Voice; lines: string[] } {
      const { log, lines } = createTestLog()
      const dir = inData('voice')
      const lent = workers.lend()
      const voice = createVoice({
        dir,
        dataDir,
        workerUrl: worker.url,
        languages: ['id', 'en'],
        log,
        // A worker of a test's own is not for others, nor theirs for it.
        spawnWorker: more.workerUrl ? spawnProcess : lent.spawn,
        ...more,
      })
      voice.follow(() => rules)
      onTestFinished(() => {
        lent.isOver()
        return voice.close()
      })
      return { voice, lines }
    },
    /** Records a whole set for the small plan; `of` gives the content of each file. */
    async record(of: (words: string, nth: number) => Uint8Array | null, set = 'ayu'): Promise<void> {
      for (const [nth, { language, words }] of neededClips(plan, ['id', 'en']).entries()) {
        await mkdir(inData('clips', set, language), { recursive: true })
        const bytes = of(words.join('-'), nth)
        if (bytes) await writeFile(inData('clips', set, language, `${words.join('-')}.wav`), bytes)
      }
    },
  }
}

/**
 * One voice after the other has the same process, as long as none ends it: to start it, and to compile eSpeak, takes longer
 * than what is said in a test. What a voice stops before its test is over is really ended.
 */
function lentWorkers() {
  let free: WorkerProcess | null = null

  function lend() {
    let over = false
    return {
      isOver: () => void (over = true),
      spawn(url: URL, heapMb: number): WorkerProcess {
        const process = free ?? spawnProcess(url, heapMb)
        free = null
        let jobs = 0
        process.onMessage(() => (jobs -= 1))
        return {
          ...process,
          post(message) {
            jobs += 1
            process.post(message)
          },
          stop() {
            if (over && jobs === 0 && free === null) free = process
            else process.stop()
          },
        }
      },
    }
  }

  return { lend, end: () => free?.stop() }
}

/** What the voice says in a test, with its sound. */
export async function said(voice: Voice, ...texts: SpokenText[]) {
  const tried = await voice.tried(texts)
  const file = tried && (await voice.read(tried.name))
  const sound = file && readWav(file)
  if (!tried || !sound) throw new Error('no sound')
  return { ...tried, sound }
}

/** As loud as every announcement, and nowhere too loud. */
export function measured({ sound }: Pick<Awaited<ReturnType<typeof said>>, 'sound'>): void {
  expect(Math.abs(loudness(sound) - -16)).toBeLessThanOrEqual(1)
  expect(truePeak(sound.samples)).toBeLessThanOrEqual(-1)
}
