// Whatever happens to the worker, an announcement ends: with its sound or with none, and the next one is fine.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Behaviour, speaks, tone } from './doubles.ts'
import { voices } from './voices.ts'

const hangs: Behaviour = () => {}
const crashes: Behaviour = (_, { end }) => end('exit code 134 out of memory')
const answers =
  (message: (id: number) => unknown): Behaviour =>
  ({ id }, { answer }) =>
    answer(message(id))

const { folder, setUp } = voices()

describe('a worker that fails', () => {
  it.each<[string, Behaviour, string]>([
    ['hangs', hangs, 'took longer than 60 ms'],
    ['crashes', crashes, 'out of memory'],
    ['says that it failed', answers((id) => ({ id, failed: 'no such voice' })), 'no such voice'],
    ['answers nonsense', answers(() => 'pardon?'), 'nonsense'],
    ['answers nothing', answers(() => null), 'nonsense'],
    ['answers another job', answers((id) => ({ id: id + 1, wav: tone(100) })), 'nonsense'],
    ['answers text for sound', answers((id) => ({ id, wav: 'RIFF' })), 'nonsense'],
    ['answers bytes that are no audio', answers((id) => ({ id, wav: new Uint8Array(5000) })), 'not audio'],
    ['cuts the audio short', answers((id) => ({ id, wav: tone(5000).subarray(0, 4000) })), 'not audio'],
    ['answers audio without end', answers((id) => ({ id, wav: tone(22_050 * 121) })), 'spoke for 121 s'],
  ])('%s: no sound, the reason in the log, another worker for the next', async (_, behaviour, reason) => {
    const { say, workers, lines } = setUp([behaviour, speaks], { limits: { answerMs: 60 } })
    expect(await say('satu')).toBeNull()
    expect(await say('dua')).toMatchObject({ seconds: 0.1 })
    expect(workers.counts.started).toBe(2)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain(reason)
    expect(lines[0]).not.toContain('satu')
  })

  it('cannot be started at all', async () => {
    const { say, voice, lines } = setUp([], {
      spawnWorker: () => {
        throw new Error('no more processes')
      },
    })
    voice.warm()
    expect(await say('satu')).toBeNull()
    expect(lines.join(' ')).toContain('no more processes')
  })

  it('ends while it has nothing to do: nobody notices', async () => {
    let end: ((why: string) => void) | undefined
    const dies: Behaviour = (job, worker) => {
      end = worker.end
      speaks(job, worker)
    }
    const { say, workers, lines } = setUp([dies, speaks])
    await say('satu')
    end?.('SIGKILL')
    expect(await say('dua')).not.toBeNull()
    expect([workers.counts.started, lines.length]).toEqual([2, 0])
  })

  it('hangs with a queue behind it: all who wait are answered in time', async () => {
    const { say } = setUp([hangs], { limits: { answerMs: 80 } })
    const many = await Promise.all(Array.from({ length: 50 }, (_, n) => say(`nomor ${n}`)))
    expect(many.every((answer) => answer === null)).toBe(true)
  })
})

describe('a worker that works', () => {
  it('starts at the first need, or when warmed, and does all jobs one after the other', async () => {
    const { say, voice, workers } = setUp([speaks])
    expect(workers.counts.started).toBe(0)
    voice.warm()
    voice.warm()
    expect(workers.counts.started).toBe(1)
    await Promise.all([say('satu'), say('dua'), say('satu')])
    const [rehearsal, ...jobs] = workers.jobs.map(({ utterances }) => utterances.map(({ text }) => text))
    expect(rehearsal).toEqual(['a'])
    expect(jobs).toEqual([['satu'], ['dua']])
    expect(workers.counts).toEqual({ started: 1, stopped: 0 })
  })

  it('is ended after a time without work, and started again', async () => {
    const { say, workers } = setUp([speaks], { limits: { idleMs: 30 } })
    await say('satu')
    await expect.poll(() => workers.counts.stopped).toBe(1)
    expect(await say('dua')).not.toBeNull()
    expect(workers.counts.started).toBe(2)
  })

  it('is not needed for sounds on the disk, and makes a broken or lost file again', async () => {
    const { say, voice, workers } = setUp([speaks])
    const first = await say('satu')
    await voice.close()
    const again = setUp([speaks])
    expect(await again.say('satu')).toEqual(first)
    expect([workers.counts.started, again.workers.counts.started]).toEqual([1, 0])
    await rm(join(folder(), first?.name ?? ''))
    expect(await again.say('satu')).toEqual(first)
    expect(again.workers.counts.started).toBe(1)
  })

  it('answers nobody after the voice was closed', async () => {
    const { say, voice, workers } = setUp([hangs])
    const waiting = [say('satu'), say('dua')]
    await expect.poll(() => workers.jobs.length).toBe(1)
    await voice.close()
    expect(await Promise.all(waiting)).toEqual([null, null])
    expect(await say('tiga')).toBeNull()
    expect(workers.counts).toEqual({ started: 1, stopped: 1 })
  })
})

describe('what is asked', () => {
  it('is put into words, phonemes and voices before the worker sees it', async () => {
    const { voice, workers } = setUp([speaks], { say: [{ word: 'Yth.', as: { id: 'yang terhormat' } }] })
    await voice.prepare([
      { language: 'id', text: 'Yth. A, nol empat' },
      { language: 'en', text: 'A, zero four [[x]]' },
    ])
    expect(workers.jobs[0]?.utterances).toEqual([
      { voice: 'id', rate: 150, text: "yang terhormat a, nol [['@mpat]]" },
      { voice: 'en-gb', rate: 150, text: "[['eI]], zero four x" },
    ])
  })

  it('leaves out languages without a voice, which the log names, and texts that are empty or endless', async () => {
    const { voice, workers, lines } = setUp([speaks], { languages: ['id', 'ban'] })
    const texts = [
      { language: 'ban', text: 'siki' },
      { language: 'en', text: 'one' },
      { language: 'id', text: ' [] ' },
      { language: 'id', text: 'satu '.repeat(200) },
    ]
    expect(await voice.prepare(texts)).toBeNull()
    expect(await voice.prepare([])).toBeNull()
    expect(workers.counts.started).toBe(0)
    expect(lines).toEqual(['voice: no voice for these languages {"languages":["ban"]}'])
    expect(await voice.prepare([...texts, { language: 'id', text: 'satu' }])).not.toBeNull()
  })

  it('has one name for the same words and another for others', async () => {
    const { say, voice } = setUp([speaks])
    const names = [await say('satu'), await say(' satu'), await say('dua')].map((prepared) => prepared?.name)
    expect(names[0]).toBe(names[1])
    expect(names[0]).not.toBe(names[2])
    const english = await voice.prepare([{ language: 'en', text: 'satu' }])
    expect(english?.name).not.toBe(names[0])
  })
})

describe('reading by name', () => {
  it.each([
    '../journal.sqlite',
    '..%2Fjournal.sqlite',
    '/etc/passwd',
    '',
    '.',
    'a'.repeat(32),
    `${'A'.repeat(32)}.wav`,
    `${'a'.repeat(32)}.wav\n`,
    `${'a'.repeat(32)}.wav/../x`,
    `../${'a'.repeat(29)}.wav`,
    `${'a'.repeat(32)}.wav.temp`,
    `${'a'.repeat(32)}.wav\0`,
    `${'0'.repeat(32)}.wav`,
  ])('%j is nothing', async (name) => {
    const { say, voice } = setUp([speaks])
    const prepared = await say('satu')
    expect(await voice.read(name)).toBeNull()
    expect(await voice.read(prepared?.name ?? '')).toEqual(Buffer.from(tone(2205)))
  })
})
