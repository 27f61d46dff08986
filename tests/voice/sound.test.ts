// The real voice, from texts to files: the output is measured, in both languages.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loudness, truePeak } from '../../server/voice/audio/loudness.ts'
import { readWav, type Sound } from '../../server/voice/audio/wav.ts'
import { createVoice, type SpokenText, type Voice } from '../../server/voice/voice.ts'
import { buildWorker } from './built-worker.ts'
import { createTestLog } from './doubles.ts'

const indonesian = { language: 'id', text: 'Nomor antrean, A, nol satu dua, silakan menuju loket tiga.' }
const english = { language: 'en', text: 'Queue number A, zero one two, please go to counter three.' }
const short = { language: 'id', text: 'Loket tutup.' }

const { log, lines } = createTestLog()
let worker: Awaited<ReturnType<typeof buildWorker>>
let dir: string
let voice: Voice

beforeAll(async () => {
  worker = await buildWorker()
  dir = await mkdtemp(join(tmpdir(), 'antre-sounds-'))
  voice = createVoice({ dir, workerUrl: worker.url, languages: ['id', 'en'], log })
  voice.warm()
})

afterAll(async () => {
  await voice.close()
  await rm(dir, { recursive: true, force: true })
  await worker.remove()
})

const heard = (sample: number) => Math.abs(sample) > 10 ** (-50 / 20)

/** Seconds below -50 dBFS at the start and at the end. */
function silentEnds({ samples, sampleRate }: Sound): [number, number] {
  const last = samples.findLastIndex(heard)
  return [samples.findIndex(heard) / sampleRate, (samples.length - 1 - last) / sampleRate]
}

async function said(...texts: SpokenText[]) {
  const prepared = await voice.prepare(texts)
  if (prepared === null) throw new Error(`no sound: ${JSON.stringify(lines)}`)
  const file = await voice.read(prepared.name)
  const sound = file && readWav(file)
  if (!file || !sound) throw new Error('no file')
  return { ...prepared, file, sound }
}

it.each([
  ['Indonesian, then English', [indonesian, english], [8, 14]],
  ['English alone', [english], [4, 8]],
  ['a few words', [short], [1.5, 4]],
])(
  '%s: the format, the exact length, one loudness, no peak, no silence around it',
  async (_, texts, range) => {
    const { file, sound, seconds } = await said(...texts)
    expect(file.subarray(0, 4).toString() + file.subarray(8, 16).toString()).toBe('RIFFWAVEfmt ')
    expect([20, 22, 32, 34].map((offset) => file.readUInt16LE(offset))).toEqual([1, 1, 2, 16])
    expect([file.readUInt32LE(4), file.readUInt32LE(24), file.readUInt32LE(40)]).toEqual([
      file.length - 8,
      22_050,
      file.length - 44,
    ])
    expect(seconds).toBe((file.length - 44) / 44_100)
    expect(seconds).toBeGreaterThan(range[0] ?? 0)
    expect(seconds).toBeLessThan(range[1] ?? 0)
    expect(Math.abs(loudness(sound) - -16)).toBeLessThan(0.5)
    expect(truePeak(sound.samples)).toBeLessThanOrEqual(-1)
    const [before, after] = silentEnds(sound)
    expect(before).toBeLessThan(0.05)
    expect(after).toBeLessThan(0.1)
  },
)

it('speaks both languages equally loud, behind a softer chime', async () => {
  const { sound } = await said(indonesian, english)
  const { seconds } = await said(indonesian)
  const part = (from: number, to: number) =>
    loudness({
      samples: sound.samples.subarray(Math.round(from * 22_050), Math.round(to * 22_050)),
      sampleRate: 22_050,
    })
  const [first, second] = [part(1.4, seconds), part(seconds, sound.samples.length / 22_050)]
  expect(Math.abs(first - second)).toBeLessThan(1)
  expect(part(0, 1.3)).toBeLessThan(first - 2)
})

it('makes two sounds at once for two requests, and each sound once', async () => {
  const other = { language: 'id', text: 'Loket buka.' }
  const [one, two, same] = await Promise.all([
    voice.prepare([short]),
    voice.prepare([other]),
    voice.prepare([other]),
  ])
  expect(two).toEqual(same)
  expect(two).not.toBeNull()
  expect(two?.name).not.toBe(one?.name)
})

it('ends by itself when the server is gone', async () => {
  const child = fork(fileURLToPath(worker.url), { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  const ended = once(child, 'exit')
  child.disconnect()
  expect(await ended).toEqual([0, null])
})

it('finds it again on the disk, without a worker', async () => {
  const first = await said(short)
  await voice.close()
  expect(await readdir(dir)).toContain(first.name)
  const again = createVoice({
    dir,
    workerUrl: worker.url,
    languages: ['id', 'en'],
    log,
    spawnWorker: () => {
      throw new Error('not needed')
    },
  })
  expect(await again.prepare([short])).toEqual({ name: first.name, seconds: first.seconds })
  expect(await again.read(first.name)).toEqual(first.file)
  await again.close()
  expect(lines).toEqual([])
})
