// The sound's part of the contract: who may report that an announcement was heard, and the audio itself.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type HallApp, openHall } from './hall-app.ts'

let hall: HallApp
let speaker: string
const wav = Buffer.from('RIFF----WAVEfmt and so on')

beforeAll(async () => {
  hall = await openHall({ voice: { read: async (name) => (name === 'call.wav' ? wav : null) } })
  await hall.enrol('kiosk')
  speaker = await hall.enrol('display', 'depan')
  await hall.enrol('display', 'tengah', 'display-tengah')
  await hall.enrol('display', 'belakang', 'display-belakang')
  await hall.enrol('display', null, 'display-hall')
  await hall.act('ayu', 'open', 'loket-1')
})
afterAll(() => hall.close())

/** Somebody is called at counter 1, and the display `by` is announcing it. */
async function saying(by: string | null): Promise<string> {
  await hall.take(['kk'])
  await hall.act('ayu', 'call-next', 'loket-1')
  const announcement = [...hall.hall.announcements.keys()].at(-1) ?? ''
  // Nobody looks at a board, so it has no speaker; a test says who speaks.
  const made = hall.hall.announcements.get(announcement)
  if (made) hall.hall.announcements.set(announcement, { ...made, status: 'playing', speaker: by })
  return announcement
}
const heard = (announcement: string) => `POST /api/announcements/${announcement}/heard`
const whom = [
  'nobody',
  'kiosk',
  'ayu',
  'manager',
  'display',
  'display-tengah',
  'display-belakang',
  'display-hall',
] as const

it('is heard by the speaker that was named, and by nobody else', async () => {
  const announcement = await saying(speaker)
  const { display, ...others } = await hall.outcomes(heard(announcement), {}, whom)
  expect(others).toEqual({
    nobody: '401 not-signed-in',
    kiosk: '403 not-allowed',
    ayu: '403 not-allowed',
    manager: '403 not-allowed',
    'display-tengah': '403 not-allowed',
    'display-belakang': '403 not-allowed',
    'display-hall': '403 not-allowed',
  })
  expect(display).toBe(200)
  expect((await hall.act('ayu', 'put-back', 'loket-1')).current).toBeNull()
})

it('answers {} also when it was heard already, and the counter knows', async () => {
  const announcement = await saying(speaker)
  expect(await hall.does(heard(announcement), { as: 'display' })).toEqual({})
  expect(await hall.does(heard(announcement), { as: 'display' })).toEqual({})
  expect((await hall.act('ayu', 'start', 'loket-1')).current).toMatchObject({ heard: true })
  await hall.act('ayu', 'finish', 'loket-1')
})

it('where no speaker was named, any display of those zones or of the whole hall may', async () => {
  for (const [as, outcome] of [
    ['display-belakang', '403 not-allowed'],
    ['display-tengah', 200],
    ['display-hall', 200],
  ] as const) {
    const announcement = await saying(null)
    expect([as, await hall.outcome(heard(announcement), { as })]).toEqual([as, outcome])
    await hall.act('ayu', 'put-back', 'loket-1')
  }
})

it('is said to be ready and begun by the speaker that was named, and by nobody else', async () => {
  const announcement = await saying(speaker)
  for (const what of ['ready', 'started']) {
    const { display, ...others } = await hall.outcomes(
      `POST /api/announcements/${announcement}/${what}`,
      {},
      whom,
    )
    expect([what, display, new Set(Object.values(others))]).toEqual([
      what,
      200,
      new Set(['401 not-signed-in', '403 not-allowed']),
    ])
  }
  // It describes the device at this moment: the day knows nothing about it.
  expect(hall.hall.announcements.get(announcement)).toMatchObject({ status: 'playing', speaker })
  await hall.act('ayu', 'put-back', 'loket-1')
})

it('is passed on by a report of the speaker, but not by an unknown report', async () => {
  const announcement = await saying(speaker)
  const ready = `POST /api/announcements/${announcement}/ready`
  const say = (sound: unknown) => hall.outcome(ready, { as: 'display', body: { sound } })
  expect(await say('blocked')).toBe(200)
  for (const wrong of ['loud', '', 'x'.repeat(10_000), '🔊', null, 1, ['ready'], '‮ready'])
    expect([wrong, await say(wrong)]).toEqual([wrong, '400 bad-request'])
  expect(await hall.outcome(ready, { as: 'display', body: { volume: 1 } })).toBe('400 bad-request')
  await hall.act('ayu', 'put-back', 'loket-1')
})

it('that was never made is 404 unknown-announcement', async () => {
  for (const what of ['ready', 'started', 'heard'])
    expect(await hall.outcome(`POST /api/announcements/nothing/${what}`, { as: 'display' })).toBe(
      '404 unknown-announcement',
    )
})

it('gives its audio to anybody, to be kept for ever', async () => {
  const response = await hall.app.inject('/api/audio/call.wav')
  expect([response.statusCode, response.headers['content-type'], response.headers['cache-control']]).toEqual([
    200,
    'audio/wav',
    'public, max-age=31536000, immutable',
  ])
  expect(response.rawPayload).toEqual(wav)
  expect(await hall.outcome('GET /api/audio/other.wav')).toBe('404 not-found')
  expect(await hall.outcome('GET /api/audio/..%2Fantre.db')).toBe('404 not-found')
})
