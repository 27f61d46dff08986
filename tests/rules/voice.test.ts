// Every voice, with the real worker: as the plan wants it, and what is left if eSpeak has no data.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { VoiceRules } from '../../server/hall/equipment.ts'
import { readWav } from '../../server/voice/audio/wav.ts'
import { buildWorker } from '../voice/built-worker.ts'
import { wave } from '../voice/waves.ts'
import { before, betterVoices, indonesian, measured, plan, said } from './better-voice.ts'

const { open, record } = betterVoices()

describe('as the plan says', () => {
  it('[M4] every announcement is as loud as every other: said twice, without a chime, with words of the hall', async () => {
    const rules: VoiceRules = {
      chime: false,
      pronounce: [{ written: 'BPJS', spoken: { id: 'be pe je es' } }],
    }
    const { voice } = open(rules)
    const once = await voice.prepare([indonesian])
    const twice = await voice.prepare([indonesian], { times: 2 })
    expect((twice?.seconds ?? 0) - 2 * (once?.seconds ?? 0)).toBeCloseTo(0.45, 1)
    const file = readWav((await voice.read(twice?.name ?? '')) ?? new Uint8Array())
    if (!file) throw new Error('no file')
    measured({ sound: file })
    const chimed = await open({}).voice.prepare([indonesian])
    expect((chimed?.seconds ?? 0) - (once?.seconds ?? 0)).toBeCloseTo(before, 1)
  })
})

describe('without the data of eSpeak', () => {
  it('[M5] without a voice the queue goes on: clips speak all the same, what only eSpeak could say is silent, and the manager is told why', async () => {
    const bare = await buildWorker()
    onTestFinished(bare.remove)
    await rm(join(fileURLToPath(bare.url), '../../node_modules'))
    await record(() => wave())
    const { voice, lines } = open({ clips: 'ayu' }, { workerUrl: bare.url })
    expect(await voice.prepare([{ language: 'id', text: 'Bukan klip.' }])).toBeNull()
    expect((await voice.status(plan)).failed?.why).toContain('espeak-ng')
    expect(lines.join()).toContain('without sound')
    expect((await said(voice, indonesian)).by).toBe('clips')
    expect((await voice.status(plan)).failed).toBeNull()
  })
})
