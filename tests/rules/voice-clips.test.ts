// Recorded clips, with the real worker: the resulting files are measured, and if a clip is missing or broken, eSpeak
// speaks the whole announcement.
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loudness } from '../../server/voice/audio/loudness.ts'
import { checkText, comingText, togetherText } from '../../server/voice/text/announcement.ts'
import { type Wave, wave } from '../voice/waves.ts'
import { betterVoices, before, english, indonesian, measured, plan, said } from './better-voice.ts'

const { inData, open, record } = betterVoices()

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
    // Eight clips of 0.4 s and three pauses; the silence around them is gone.
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

  it('[M1] one voice speaks an announcement from its beginning to its end: clips where none is missing, and the manager is told', async () => {
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
    await mkdir(inData('clips/Suara Lain'))
    await mkdir(inData('clips/.hidden'))
    await writeFile(inData('clips/berkas'), '')
    await symlink(inData('clips/ayu'), inData('clips/tautan'))
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
    '[M1] one voice speaks an announcement from its beginning to its end: not clips of which one is %s, and it is named',
    async (_, of, named) => {
      await record((words) => (words === 'dua' ? of(words) : wave()))
      const { voice } = open({ clips: 'ayu' })
      const tried = await said(voice, indonesian, english)
      expect(tried.by).toBe('espeak')
      measured(tried)
      expect((await voice.status(plan)).clips).toMatchObject(named)
      // What needs none of it is still spoken by clips.
      expect((await said(voice, { language: 'id', text: 'Loket satu.' })).by).toBe('clips')
      await record((words) => (words === 'dua' ? wave({ seconds: 0.5 }) : null))
      expect((await said(voice, indonesian)).by).toBe('clips')
    },
  )

  it('[M2] a voice that fails holds up no call: clips that turn out to be silent are named until they change', async () => {
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
    await writeFile(inData('elsewhere.wav'), wave())
    await symlink(inData('elsewhere.wav'), inData('clips/ayu/id/dua.wav'))
    await mkdir(inData('clips/ayu/id/satu.wav'))
    const { voice } = open({ clips: 'ayu' })
    expect((await said(voice, indonesian)).by).toBe('espeak')
    expect((await voice.status(plan)).clips?.missing.map(({ file }) => file)).toEqual(['satu.wav', 'dua.wav'])
    await symlink(inData('clips/ayu'), inData('clips/lain'))
    const linked = open({ clips: 'lain' }).voice
    expect((await said(linked, { language: 'id', text: 'Loket tiga.' })).by).toBe('espeak')
  })

  it('of a set that is not there, or among ten thousand other files, hold nobody up', async () => {
    expect((await said(open({ clips: 'tidak-ada' }).voice, indonesian)).by).toBe('espeak')
    await record(() => wave())
    const folder = inData('clips/ayu/id')
    await Promise.all(Array.from({ length: 10_000 }, (_, n) => writeFile(join(folder, `kata${n}.wav`), '')))
    expect((await said(open({ clips: 'ayu' }).voice, indonesian)).by).toBe('clips')
  })
})
