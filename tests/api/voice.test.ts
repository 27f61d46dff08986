// The voice as a manager sees and tests it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SpokenText, Status } from '../../server/voice/voice.ts'
import { type HallApp, openHall } from './hall-app.ts'

const asked: (readonly SpokenText[])[] = []
const hows: unknown[] = []
let status: Status = {
  languages: [],
  clips: null,
  command: null,
  failed: null,
  sets: [],
  allowed: { commands: [], fault: 'no-list' },
}
let hall: HallApp

beforeAll(async () => {
  hall = await openHall({
    voice: {
      status: async () => status,
      tried: async (texts, how) => {
        asked.push(texts)
        hows.push(how)
        if (texts[0]?.text === 'bisu') return null
        const faults = [
          { by: 'clips', why: 'silent', path: '/var/lib/antre/clips/ayu/id/dua.wav', stamp: '1' },
          { by: 'command', why: 'ended', detail: '1 no model' },
        ] as const
        return { name: 'tried.wav', seconds: 3.5, by: 'espeak', faults }
      },
    },
  })
})
afterAll(() => hall.close())

const attempt = (texts: unknown) => hall.ask('POST /api/voice/try', { as: 'manager', body: { texts } })

describe('the state of the voice', () => {
  it('is told as it is, times as ISO 8601', async () => {
    status = {
      languages: [{ language: 'id', by: 'command', sample: 'Nomor antrean, A, nol satu dua.' }],
      clips: {
        set: 'ayu',
        needed: 30,
        missing: [{ language: 'id', file: 'dua.wav', says: 'dua' }],
        broken: [{ language: 'id', file: 'satu.wav', why: 'not-audio' }],
      },
      command: {
        program: '/opt/piper/piper',
        languages: ['id'],
        forbidden: null,
        fault: { why: 'too-slow', detail: '', at: 0, again: 60_000 },
      },
      failed: { why: 'no voice data', at: 1_000 },
      sets: ['ayu', 'made'],
      allowed: { commands: [['/opt/piper/piper', '--output_file', '-']], fault: null },
    }
    expect(await hall.does('GET /api/voice', { as: 'manager' })).toEqual({
      ...status,
      command: {
        ...status.command,
        fault: {
          why: 'too-slow',
          detail: '',
          at: '1970-01-01T00:00:00.000Z',
          again: '1970-01-01T00:01:00.000Z',
        },
      },
      failed: { why: 'no voice data', at: '1970-01-01T00:00:01.000Z' },
    })
  })
})

describe('a try', () => {
  it('says who spoke and what prevented better voices, without the path of the data', async () => {
    const texts = [
      { language: 'id', text: 'Nomor antrean, A, nol satu dua.' },
      { language: 'en', text: '<b>Hello</b> \u202eworld 💥' },
    ]
    expect((await attempt(texts)).body).toEqual({
      audio: 'tried.wav',
      seconds: 3.5,
      by: 'espeak',
      faults: [
        { by: 'clips', why: 'silent', detail: 'id/dua.wav' },
        { by: 'command', why: 'ended', detail: '1 no model' },
      ],
    })
    expect(asked.at(-1)).toEqual(texts)
    expect(hows.at(-1)).toEqual({})
  })

  it('of a single word has no chime', async () => {
    const texts = [{ language: 'id', text: 'samsat' }]
    await hall.does('POST /api/voice/try', { as: 'manager', body: { texts, chime: false } })
    expect(hows.at(-1)).toEqual({ chime: false })
  })

  it.each<[string, unknown]>([
    ['nothing', []],
    ['three languages', Array.from({ length: 3 }, () => ({ language: 'id', text: 'satu' }))],
    ['an empty text', [{ language: 'id', text: '' }]],
    ['signs alone', [{ language: 'id', text: '… 😀 ?!' }]],
    ['10,000 characters', [{ language: 'id', text: 'a'.repeat(10_000) }]],
    ['a number', [{ language: 'id', text: 7 }]],
    ['more than it should be', [{ language: 'id', text: 'satu', argv: ['/bin/sh'] }]],
    ['a text alone', 'satu'],
  ])('of %s is refused, and nobody speaks', async (_, texts) => {
    const before = asked.length
    expect((await attempt(texts)).code).toBe('bad-request')
    expect(asked).toHaveLength(before)
  })

  it('of a language without a voice is refused', async () => {
    expect((await attempt([{ language: 'ban', text: 'siki' }])).code).toBe('unknown-language')
    expect((await attempt([{ language: 'constructor', text: 'siki' }])).code).toBe('unknown-language')
  })

  it('that makes no sound says so', async () => {
    expect(await attempt([{ language: 'id', text: 'bisu' }])).toMatchObject({ status: 503, code: 'no-voice' })
  })
})
