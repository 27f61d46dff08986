// Recorded clips and commands that speak, with the real worker: the files that come out are measured, and whatever
// is wrong with the better voice, eSpeak says the whole announcement.
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { VoiceRules } from '../../server/hall/plan-voice.ts'
import { neededClips } from '../../server/voice/clips/needed.ts'
import { loudness } from '../../server/voice/loudness.ts'
import { truePeak } from '../../server/voice/peak.ts'
import { createVoice, type SpokenText, type Voice, type VoiceOptions } from '../../server/voice/voice.ts'
import { readWav } from '../../server/voice/wav.ts'
import { checkText, comingText, togetherText } from '../../server/voice/words.ts'
import { smallPlan } from './small-plan.ts'
import { buildWorker } from '../voice/built-worker.ts'
import { createTestLog } from '../voice/doubles.ts'
import { type Wave, wave } from '../voice/waves.ts'

const indonesian = { language: 'id', text: 'Nomor antrean, A, nol satu dua, silakan menuju loket satu.' }
const english = { language: 'en', text: 'Queue number A, zero one two, please go to counter one.' }
const speaking = fileURLToPath(new URL('../voice/speaking-command.mjs', import.meta.url))
/** The chime and the pause behind it, seconds. */
const before = 1.4

let worker: Awaited<ReturnType<typeof buildWorker>>
let dataDir: string
beforeAll(async () => {
  worker = await buildWorker()
})
afterAll(() => worker.remove())
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'antre-better-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
})

function open(rules: VoiceRules, more: Partial<VoiceOptions> = {}): { voice: Voice; lines: string[] } {
  const { log, lines } = createTestLog()
  const dir = join(dataDir, 'voice')
  const voice = createVoice({ dir, dataDir, workerUrl: worker.url, languages: ['id', 'en'], log, ...more })
  voice.follow(() => rules)
  onTestFinished(() => voice.close())
  return { voice, lines }
}

async function said(voice: Voice, ...texts: SpokenText[]) {
  const tried = await voice.tried(texts)
  const file = tried && (await voice.read(tried.name))
  const sound = file && readWav(file)
  if (!tried || !sound) throw new Error('no sound')
  return { ...tried, sound }
}

function measured({ sound }: Awaited<ReturnType<typeof said>>) {
  expect(Math.abs(loudness(sound) - -16)).toBeLessThanOrEqual(1)
  expect(truePeak(sound.samples)).toBeLessThanOrEqual(-1)
}

const plan = { ...smallPlan, languages: ['id', 'en'], voice: { clips: 'ayu' } }

/** A whole set for the small plan; `of` says what stands in each file. */
async function record(of: (words: string, nth: number) => Uint8Array | null, set = 'ayu'): Promise<void> {
  for (const [nth, { language, words }] of neededClips(plan, ['id', 'en']).entries()) {
    await mkdir(join(dataDir, 'clips', set, language), { recursive: true })
    const bytes = of(words.join('-'), nth)
    if (bytes) await writeFile(join(dataDir, 'clips', set, language, `${words.join('-')}.wav`), bytes)
  }
}

const odd: readonly Wave[] = [
  { rate: 48_000, channels: 2, bits: 24, level: 0.9 },
  { rate: 8_000, bits: 8, level: 0.2, around: 1 },
  { rate: 44_100, level: 0.002, comment: true },
  { rate: 16_000, bits: 32, float: true, level: 0.02, around: 0.5 },
]

describe('recorded clips', () => {
  it('[M4] every announcement is as loud as every other: clips of any format, loudness and silence around', async () => {
    await record((_, nth) => wave({ ...odd[nth % odd.length], seconds: 0.4, pitch: 300 + 40 * (nth % 10) }))
    const { voice, lines } = open({ clips: 'ayu' })
    const one = await said(voice, indonesian)
    expect([one.by, one.faults, lines]).toEqual(['clips', [], []])
    measured(one)
    // Eight clips of 0.4 s and three pauses; what was silent around them is gone.
    expect(one.seconds - before).toBeGreaterThan(8 * 0.4 + 3 * 0.15)
    expect(one.seconds - before).toBeLessThan(8 * 0.5 + 3 * 0.25)
    // Every clip is as loud as the others, however it was recorded.
    const second = (from: number) => Math.round((before + from) * 22_050)
    const levels = [0.1, 0.8].map((from) =>
      loudness({
        sampleRate: 22_050,
        samples: one.sound.samples.subarray(second(from), second(from + 0.25)),
      }),
    )
    expect(Math.abs((levels[0] ?? 0) - (levels[1] ?? 9))).toBeLessThan(2)
    const both = await said(voice, indonesian, english)
    expect(both.by).toBe('clips')
    measured(both)
    expect(both.seconds).toBeGreaterThan(one.seconds + 3)
  })

  it('[M1] one voice says an announcement from its beginning to its end: clips where none is missing, and the manager is told', async () => {
    await record(() => wave())
    const { voice } = open({ clips: 'ayu' })
    const status = await voice.status(plan)
    expect(status.languages.map(({ by }) => by)).toEqual(['clips', 'clips'])
    expect(status.clips).toMatchObject({ set: 'ayu', missing: [], broken: [] })
    expect(status.failed).toBeNull()
  })

  it('without what tries the sound of a zone say every call all the same, and that is named as missing', async () => {
    const checks = /^(?:ini-uji|tidak-ada|depan|this-is|nobody)/
    await record((words) => (checks.test(words) ? null : wave()))
    const { voice } = open({ clips: 'ayu' })
    const { languages, clips } = await voice.status(plan)
    expect(languages.map(({ by }) => by)).toEqual(['clips', 'clips'])
    expect(clips?.missing.map(({ language, file }) => `${language}/${file}`)).toEqual([
      'id/ini-uji-suara-untuk.wav',
      'id/tidak-ada-yang-dipanggil.wav',
      'id/depan.wav',
      'en/this-is-a-sound-test-for.wav',
      'en/nobody-is-called.wav',
      'en/depan.wav',
    ])
    const check = { language: 'id', text: checkText({ id: 'Depan', en: 'Front' }, 'id') }
    expect((await said(voice, check)).by).toBe('espeak')
    await record(() => wave())
    expect((await said(voice, check)).by).toBe('clips')
  })

  it('without what says several calls in one sound, or that staff come, say each usual call all the same', async () => {
    await record((words) => (/^(?:ke|to|petugas|staff-of)$/.test(words) ? null : wave()))
    const { voice } = open({ clips: 'ayu' })
    const { languages, clips } = await voice.status(plan)
    expect(languages.map(({ by }) => by)).toEqual(['clips', 'clips'])
    expect(clips?.missing.map(({ file }) => file)).toEqual([
      'ke.wav',
      'petugas.wav',
      'to.wav',
      'staff-of.wav',
    ])
    expect((await said(voice, indonesian, english)).by).toBe('clips')
    const call = { number: 'A012', counterName: { id: 'Loket 1', en: 'Counter 1' }, counterLabel: '1' }
    expect((await said(voice, { language: 'id', text: togetherText([call, call], 'id') })).by).toBe('espeak')
    const coming = comingText({ ...call, language: 'id' })
    expect((await said(voice, { language: 'id', text: coming })).by).toBe('espeak')
    await record(() => wave())
    expect((await said(voice, { language: 'id', text: coming })).by).toBe('clips')
  })

  it('that are there to choose are folders with a plain name alone', async () => {
    await record((words) => (words === 'dua' ? wave() : null), 'made')
    await record((words) => (words === 'dua' ? wave() : null), 'ayu')
    await mkdir(join(dataDir, 'clips/Suara Lain'))
    await mkdir(join(dataDir, 'clips/.hidden'))
    await writeFile(join(dataDir, 'clips/berkas'), '')
    await symlink(join(dataDir, 'clips/ayu'), join(dataDir, 'clips/tautan'))
    expect((await open({}).voice.status(plan)).sets).toEqual(['ayu', 'made'])
  })

  it.each<[string, (words: string) => Uint8Array | null, object]>([
    ['missing', () => null, { missing: [{ language: 'id', file: 'dua.wav', says: 'dua' }], broken: [] }],
    [
      'no audio',
      () => new TextEncoder().encode('bukan suara '.repeat(99)),
      { missing: [], broken: [{ language: 'id', file: 'dua.wav', why: 'not-audio' }] },
    ],
    [
      'empty',
      () => new Uint8Array(),
      { missing: [], broken: [{ language: 'id', file: 'dua.wav', why: 'not-audio' }] },
    ],
    [
      'a minute long',
      () => wave({ seconds: 60, rate: 8_000 }),
      { missing: [], broken: [{ language: 'id', file: 'dua.wav', why: 'too-long' }] },
    ],
  ])(
    '[M1] one voice says an announcement from its beginning to its end: not clips of which one is %s, and it is named',
    async (_, of, named) => {
      await record((words) => (words === 'dua' ? of(words) : wave()))
      const { voice } = open({ clips: 'ayu' })
      const tried = await said(voice, indonesian, english)
      expect(tried.by).toBe('espeak')
      measured(tried)
      expect((await voice.status(plan)).clips).toMatchObject(named)
      // What needs none of it is still said by clips.
      expect((await said(voice, { language: 'id', text: 'Loket satu.' })).by).toBe('clips')
      await record((words) => (words === 'dua' ? wave({ seconds: 0.5 }) : null))
      expect((await said(voice, indonesian)).by).toBe('clips')
    },
  )

  it('[M2] a voice that fails holds no call up: clips that turn out to be silent are named until they change', async () => {
    await record((words) => wave({ level: words === 'loket' ? 0 : 0.3 }))
    const { voice, lines } = open({ clips: 'ayu' })
    const first = await said(voice, indonesian)
    expect([first.by, first.faults]).toMatchObject(['espeak', [{ by: 'clips', why: 'silent' }]])
    expect(lines.join()).toContain('silent')
    expect(await said(voice, indonesian)).toMatchObject({ by: 'espeak', faults: [] })
    expect((await voice.status(plan)).clips?.broken).toEqual([
      { language: 'id', file: 'loket.wav', why: 'silent' },
    ])
  })

  it('never are links, folders or files elsewhere', async () => {
    await record((words) => (words === 'dua' || words === 'satu' ? null : wave()))
    await writeFile(join(dataDir, 'elsewhere.wav'), wave())
    await symlink(join(dataDir, 'elsewhere.wav'), join(dataDir, 'clips/ayu/id/dua.wav'))
    await mkdir(join(dataDir, 'clips/ayu/id/satu.wav'))
    const { voice } = open({ clips: 'ayu' })
    expect((await said(voice, indonesian)).by).toBe('espeak')
    expect((await voice.status(plan)).clips?.missing.map(({ file }) => file)).toEqual(['satu.wav', 'dua.wav'])
    await symlink(join(dataDir, 'clips/ayu'), join(dataDir, 'clips/lain'))
    const linked = open({ clips: 'lain' }).voice
    expect((await said(linked, { language: 'id', text: 'Loket tiga.' })).by).toBe('espeak')
  })

  it('of a set that is not there, or among ten thousand other files, hold nobody up', async () => {
    expect((await said(open({ clips: 'tidak-ada' }).voice, indonesian)).by).toBe('espeak')
    await record(() => wave())
    const folder = join(dataDir, 'clips/ayu/id')
    await Promise.all(Array.from({ length: 10_000 }, (_, n) => writeFile(join(folder, `kata${n}.wav`), '')))
    expect((await said(open({ clips: 'ayu' }).voice, indonesian)).by).toBe('clips')
  })
})

describe('a command', () => {
  const log = () => join(dataDir, 'asked.log')
  const asked = async () =>
    (await readFile(log(), 'utf8').catch(() => ''))
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { text: string; argv: string[]; pid: number })
  const command = (mode: string, ...more: string[]) => ({
    argv: [process.execPath, speaking, mode, log(), ...more],
    languages: ['id'] as ['id'],
  })
  async function allow(...argvs: (readonly string[])[]): Promise<void> {
    await writeFile(join(dataDir, 'voice-commands.json'), JSON.stringify(argvs), { mode: 0o600 })
  }

  it('[M4] every announcement is as loud as every other: a command that speaks its languages, without a shell', async () => {
    const rules = { command: command('speaks', '$(touch /tmp/x)', '; rm', '"') }
    await allow(rules.command.argv)
    const { voice, lines } = open(rules)
    const tried = await said(voice, indonesian, english)
    expect([tried.by, tried.faults, lines]).toEqual(['command', [], []])
    measured(tried)
    expect(await asked()).toMatchObject([
      {
        text: 'Nomor antrean, a, nol satu dua, silakan menuju loket satu.\n',
        argv: ['$(touch /tmp/x)', '; rm', '"'],
      },
    ])
    expect((await voice.status({ ...plan, voice: rules })).languages.map(({ by }) => by)).toEqual([
      'command',
      'espeak',
    ])
  })

  it('[M1] one voice says an announcement from its beginning to its end: a command where a clip is missing', async () => {
    await record((words) => (words === 'dua' ? null : wave()))
    const rules = { clips: 'ayu', command: command('speaks') }
    await allow(rules.command.argv)
    const { voice } = open(rules)
    expect((await said(voice, indonesian)).by).toBe('command')
    expect((await said(voice, { language: 'id', text: 'Loket tiga.' })).by).toBe('clips')
  })

  it('that may be chosen stands whole in the list of the owner of the PC', async () => {
    const { voice } = open({})
    expect((await voice.status(plan)).allowed).toEqual({ commands: [], fault: 'no-list' })
    const piper = ['/opt/piper/piper', '--output_file', '-']
    const odd = [[], ['piper'], ['/opt/a', 7], ['/opt/b', ''], ['/opt/c', 'x'.repeat(501)]]
    const list = JSON.stringify([...odd, piper])
    await writeFile(join(dataDir, 'voice-commands.json'), list, { mode: 0o600 })
    expect((await voice.status(plan)).allowed).toEqual({ commands: [piper], fault: null })
    await chmod(join(dataDir, 'voice-commands.json'), 0o622)
    expect((await voice.status(plan)).allowed).toEqual({ commands: [], fault: 'list-open' })
  })

  it('that does not read its text speaks all the same', async () => {
    const rules = { command: command('deaf') }
    await allow(rules.command.argv)
    expect((await said(open(rules).voice, indonesian)).by).toBe('command')
  })

  const node = process.execPath
  it.each<[string, () => Promise<void>, string, string[]?]>([
    ['no list', async () => {}, 'no-list'],
    ['a list without it', () => allow([node, 'other.mjs']), 'not-listed'],
    ['a list with more words', () => allow([...command('speaks').argv, '--more']), 'not-listed'],
    ['a list with the program alone', () => allow([node]), 'not-listed'],
    [
      'a list of text',
      () => writeFile(join(dataDir, 'voice-commands.json'), `["${node}"]`),
      'list-unreadable',
    ],
    [
      'a list that is no JSON',
      () => writeFile(join(dataDir, 'voice-commands.json'), node),
      'list-unreadable',
    ],
    ['a name instead of a path', () => allow(['node', speaking]), 'not-absolute', ['node', speaking]],
    [
      'a list that others may write',
      async () => {
        await allow(command('speaks').argv)
        await chmod(join(dataDir, 'voice-commands.json'), 0o666)
      },
      'list-open',
    ],
    [
      'a list that is a link',
      async () => {
        await writeFile(join(dataDir, 'list.json'), JSON.stringify([command('speaks').argv]))
        await symlink(join(dataDir, 'list.json'), join(dataDir, 'voice-commands.json'))
      },
      'list-open',
    ],
  ])(
    '[M3] no program is started that the owner of the PC did not allow: %s',
    async (_, prepare, why, argv) => {
      await prepare()
      const rules = { command: { ...command('speaks'), ...(argv ? { argv } : {}) } }
      const { voice } = open(rules)
      expect((await said(voice, indonesian)).by).toBe('espeak')
      expect(await asked()).toEqual([])
      expect((await voice.status({ ...plan, voice: rules })).command).toMatchObject({
        forbidden: why,
        fault: null,
      })
    },
  )

  it.each([
    ['crashes', 'ended'],
    ['garbage', 'not-audio'],
    ['silent', 'silent'],
    ['large', 'too-large'],
    ['hangs', 'too-slow'],
  ])('[M2] a voice that fails holds no call up: a command that %s rests, and is named', async (mode, why) => {
    const clock = { now: 1_000_000 }
    const rules = { command: command(mode) }
    await allow(rules.command.argv)
    const quick = mode === 'hangs' ? { limits: { commandMs: 1_500 } } : {}
    const { voice, lines } = open(rules, { now: () => clock.now, ...quick })
    const first = await voice.prepare([indonesian, english])
    expect(first).not.toBeNull()
    const { command: state } = await voice.status({ ...plan, voice: rules })
    expect(state).toMatchObject({ forbidden: null, fault: { why, at: 1_000_000, again: 1_060_000 } })
    expect(lines.join()).toContain(why)
    // Nobody's number stands in the log.
    expect(lines.join()).not.toContain('nol satu')
    // Not at every call; and what eSpeak said has eSpeak's name.
    expect(await voice.prepare([indonesian, english])).toEqual(first)
    expect(await voice.prepare([english, indonesian])).not.toBeNull()
    expect(await asked()).toHaveLength(1)
    clock.now += 60_000
    await voice.prepare([indonesian, english])
    expect(await asked()).toHaveLength(2)
    expect((await voice.status({ ...plan, voice: rules })).command?.fault).toMatchObject({
      again: 1_060_000 + 120_000,
    })
    for (const { pid } of await asked()) await ended(pid)
  })

  it('that is not there is named, and who tries it by hand does not wait until it has rested', async () => {
    const rules = { command: { argv: [join(dataDir, 'piper')], languages: ['id'] as ['id'] } }
    await allow(rules.command.argv)
    const { voice } = open(rules)
    expect(await said(voice, indonesian)).toMatchObject({ by: 'espeak', faults: [{ why: 'not-there' }] })
    await writeFile(join(dataDir, 'piper'), `#!/bin/sh\nexec "${node}" "${speaking}" speaks`, { mode: 0o700 })
    expect(await said(voice, indonesian)).toMatchObject({ by: 'command', faults: [] })
    expect((await voice.status({ ...plan, voice: rules })).command?.fault).toBeNull()
  })

  it('that is slow and started others takes them along', async () => {
    const script = join(dataDir, 'slow')
    await writeFile(script, `#!/bin/sh\n"${node}" "${speaking}" hangs "${log()}"\n`, { mode: 0o700 })
    const rules = { command: { argv: [script], languages: ['id'] as ['id'] } }
    await allow(rules.command.argv)
    const { voice } = open(rules, { limits: { commandMs: 3_000 } })
    expect(await said(voice, indonesian)).toMatchObject({ by: 'espeak', faults: [{ why: 'too-slow' }] })
    const [below] = await asked()
    await ended(below?.pid ?? 0)
  })
})

/** Waits until a process is no more. One that ended and was not yet asked for how it ended is none. */
async function ended(pid: number): Promise<void> {
  const state = () => {
    try {
      return /\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1] ?? 'none'
    } catch {
      return 'none'
    }
  }
  await expect.poll(state, { timeout: 10_000 }).toMatch(/^(?:none|Z|X)$/)
}

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
    expect(Math.abs(loudness(file) - -16)).toBeLessThanOrEqual(1)
    expect(truePeak(file.samples)).toBeLessThanOrEqual(-1)
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
