// Speech for one person besides the announcements of the hall: it comes after them, and takes no room from them.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWav } from '../../server/voice/audio/wav.ts'
import type { Kind } from '../../server/voice/job.ts'
import { createSynthesiser } from '../../server/voice/synthesise.ts'
import { createVoice, type Voice } from '../../server/voice/voice.ts'
import { buildWorker } from './built-worker.ts'
import { type Behaviour, createTestLog, createWorkers, speaks, tone } from './doubles.ts'
import { voices } from './voices.ts'

const hangs: Behaviour = () => {}

const { folder, setUp } = voices()

describe('speech for one person', () => {
  const speech = (voice: Voice, text: string) => voice.say({ language: 'id', text })

  const queue = (behaviours: Behaviour[], limitMs = 5_000) => {
    const workers = createWorkers(...behaviours)
    const { log, lines } = createTestLog()
    const spawn = () => workers.spawnWorker()
    const synthesiser = createSynthesiser({ spawn, limitMs, idleMs: 60_000, log })
    const ask = (text: string, kind: Kind) =>
      synthesiser.synthesise(
        { utterances: [{ voice: 'id', rate: 150, text }], better: [], chime: true, times: 1, commandMs: 0 },
        kind,
      )
    return { ask, workers, lines }
  }

  it('waits behind every announcement, however long it waits already', async () => {
    const { ask, workers } = queue([speaks])
    await Promise.all([
      ask('satu', 'speech'),
      ask('dua', 'speech'),
      ask('tiga', 'speech'),
      ask('nomor', 'announcement'),
    ])
    const order = workers.jobs.map(({ kind, utterances: [first] }) => `${kind} ${first?.text}`)
    expect(order).toEqual(['speech satu', 'announcement nomor', 'speech dua', 'speech tiga'])
  })

  it('that hangs is ended as soon as an announcement has waited for it long enough', async () => {
    const { ask, workers, lines } = queue([hangs, speaks], 60_000)
    const [stuck, announced] = await Promise.all([ask('satu', 'speech'), ask('nomor', 'announcement')])
    expect([stuck, announced?.wav.length]).toEqual([null, tone(2205).length])
    expect(workers.counts.started).toBe(2)
    expect(lines.join()).toContain('could not wait any longer')
  })

  it('takes no place of an announcement in the queue, and has few of its own', async () => {
    const { ask } = queue([speaks])
    const spoken = Array.from({ length: 40 }, (_, n) => ask(`kata ${n}`, 'speech'))
    expect(await ask('nomor', 'announcement')).not.toBeNull()
    expect((await Promise.all(spoken)).filter((sound) => sound !== null)).toHaveLength(7)
  })

  it('pushes no announcement out of the cache', async () => {
    const bytes = tone(2205).length
    const { voice, say } = setUp([speaks], { limits: { cacheBytes: bytes * 2, speechBytes: bytes * 2 } })
    const announced = await say('nomor')
    for (const text of ['satu', 'dua', 'tiga', 'empat']) await speech(voice, text)
    await voice.close()
    const again = setUp([], { limits: { cacheBytes: bytes * 2, speechBytes: bytes * 2 } })
    expect(await again.voice.read(announced?.name ?? '')).not.toBeNull()
    const files = await readdir(join(folder(), 'speech'))
    expect(files).toHaveLength(2)
  })

  it('is another sound than the announcement of the same words, and is read by its name too', async () => {
    const { voice, say } = setUp([speaks])
    const [announced, spoken] = [await say('satu'), await speech(voice, 'satu')]
    expect(spoken?.name).not.toBe(announced?.name)
    expect(await voice.read(spoken?.name ?? '')).toEqual(Buffer.from(tone(2205)))
  })

  it('is missing if nothing can be said, or in a language without a voice', async () => {
    const { voice, workers } = setUp([speaks])
    for (const text of ['', '?!', '😀', '7'.repeat(400)]) expect(await speech(voice, text)).toBeNull()
    expect(await voice.say({ language: 'ban', text: 'siki' })).toBeNull()
    expect(workers.counts.started).toBe(0)
  })
})

describe('strange sentences', () => {
  let built: Awaited<ReturnType<typeof buildWorker>>
  let dir: string
  let voice: Voice
  // One for all: none of them may leave anything to the next.
  beforeAll(async () => {
    built = await buildWorker()
    dir = await mkdtemp(join(tmpdir(), 'antre-speech-'))
    const { log } = createTestLog()
    voice = createVoice({ dir, workerUrl: built.url, languages: ['id', 'en'], log })
  })
  afterAll(async () => {
    await voice.close()
    await rm(dir, { recursive: true, force: true })
    await built.remove()
  })

  it.each([
    ['markup', '<script>alert("tiga")</script> & <break time="9s"/>'],
    ['phonemes and brackets', '[[@@]] {{x}} [a]'],
    ['control characters', 'tiga\u0000\u0007\u001b[2J orang\r\n'],
    ['another script', '你好 مرحبا ᬩᬮᬶ'],
    ['one long word', 'a'.repeat(400)],
    ['400 characters of signs and words', '"%&(), 3 '.repeat(44)],
    ['a single letter', 'x'],
    ['options of the program', '-v en --stdin -w /etc/passwd'],
  ])('with %s are said, without a chime', async (_, text) => {
    const said = await voice.say({ language: 'id', text })
    expect(said?.seconds).toBeGreaterThan(0.05)
    expect(said?.seconds).toBeLessThan(90)
    const wav = await voice.read(said?.name ?? '')
    expect(wav && readWav(wav)?.sampleRate).toBe(22_050)
  })

  it('leave the chime out: the same words are shorter by more than a second', async () => {
    const text = { language: 'id', text: 'tiga orang' }
    const [announced, spoken] = [await voice.prepare([text]), await voice.say(text)]
    expect((announced?.seconds ?? 0) - (spoken?.seconds ?? 0)).toBeGreaterThan(1)
  })
})
