// What a kiosk may have spoken, and who else may not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSpeechLimit } from '../../server/http/devices/speech.ts'
import type { SpokenText } from '../../server/voice/voice.ts'
import { type HallApp, openHall } from './hall-app.ts'

const line = 'POST /api/speech'
const asked: SpokenText[] = []
let hall: HallApp

beforeAll(async () => {
  hall = await openHall({
    voice: {
      say: async (text) => {
        asked.push(text)
        return text.text.startsWith('bisu') ? null : { name: 'sentence.wav', seconds: 1.5 }
      },
    },
  })
  await hall.enrol('kiosk')
  await hall.enrol('display')
})
afterAll(() => hall.close())

const speak = (text: string, language = 'id') => hall.ask(line, { as: 'kiosk', body: { text, language } })

/** So that no test meets the limit of another. */
const rested = () => hall.later({ minutes: 5 })

describe('a sentence', () => {
  it('becomes a sound with its length', async () => {
    expect((await speak('3 orang menunggu')).body).toEqual({ audio: 'sentence.wav', seconds: 1.5 })
    expect(asked.at(-1)).toEqual({ language: 'id', text: '3 orang menunggu' })
  })

  it('is for kiosks alone, whatever is asked', async () => {
    for (const body of [{ text: 'Halo', language: 'id' }, { nonsense: true }, '{']) {
      expect(await hall.outcomes(line, { body }, ['nobody', 'display', 'ayu', 'spv', 'manager'])).toEqual({
        nobody: '401 not-signed-in',
        display: '403 not-allowed',
        ayu: '403 not-allowed',
        spv: '403 not-allowed',
        manager: '403 not-allowed',
      })
    }
  })

  it.each([
    ['nothing', ''],
    ['only punctuation', '…?! —'],
    ['only emoji', '😀🇮🇩'],
    ['more than 400 characters', 'a'.repeat(401)],
    ['a number', 7],
    ['a list', ['a']],
  ])('that is %s is refused', async (_, text) => {
    rested()
    const { status, code, body } = await hall.ask(line, { as: 'kiosk', body: { text, language: 'id' } })
    expect([status, code, body['property']]).toEqual([400, 'bad-request', 'text'])
  })

  it.each([
    ['400 characters', 'nol '.repeat(100)],
    ['with markup', '<script>alert(1)</script>'],
    ['with emoji', 'Selamat 😀'],
    ['in another script', '你好'],
  ])('of %s is taken as it is', async (_, text) => {
    rested()
    expect((await speak(text)).status).toBe(200)
    expect(asked.at(-1)?.text).toBe(text)
  })

  it('in a language that the hall has not is 422 unknown-language', async () => {
    rested()
    expect(await hall.outcome(line, { as: 'kiosk', body: { text: 'Salut', language: 'fr' } })).toBe(
      '422 unknown-language',
    )
  })

  it('that cannot be said is 503 no-voice', async () => {
    rested()
    const { code, headers } = await speak('bisu')
    expect([code, headers['retry-after']]).toEqual(['no-voice', '5'])
  })

  it('is 429 with the time to wait for a kiosk that never stops, and for no other kiosk', async () => {
    rested()
    for (let nth = 0; nth < 30; nth += 1) expect((await speak(`kata ${nth}`)).status).toBe(200)
    const { status, code, headers } = await speak('satu lagi')
    expect([status, code, headers['retry-after']]).toEqual([429, 'too-many-requests', '1'])
    const first = hall.cookies.get('kiosk')
    await hall.enrol('kiosk')
    expect((await speak('kios lain')).status).toBe(200)
    if (first) hall.cookies.set('kiosk', first)
    hall.later({ seconds: 1 })
    expect((await speak('setelah sedetik')).status).toBe(200)
  })
})

describe('the limit', () => {
  it('keeps nobody silent whose clock was put back, nor longer than it must', () => {
    const wait = createSpeechLimit()
    for (let nth = 0; nth < 30; nth += 1) expect(wait('k', 1_000_000)).toBe(0)
    expect(wait('k', 1_000_000)).toBe(1)
    expect(wait('k', 0)).toBeLessThanOrEqual(1)
    expect(wait('k', 1_030_000)).toBe(0)
  })
})
