// Bad input over HTTP: each gets a problem with its own stable code, a sentence in the request's language and the id
// that the log has, and the server goes on.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Code } from '../../server/http/ground/codes.ts'
import { en } from '../../server/texts/en.ts'
import { id } from '../../server/texts/id.ts'
import { hallApp, type HallApp, openHall, type Somebody } from './hall-app.ts'

let hall: HallApp
let keys = 0
const key = () => `key-${(keys += 1)}`

beforeAll(async () => {
  hall = await openHall({ publicUrl: 'https://antre.example' })
  await hall.enrol('kiosk')
  await hall.enrol('display')
  await hall.act('ayu', 'open', 'loket-1')
  await hall.does('POST /api/visits', { as: 'kiosk', key: 'used', body: { services: ['kk'] } })
})
afterAll(() => hall.close())

type Case = [
  what: string,
  code: Code,
  line: string,
  ask: { as?: Somebody; key?: string; body?: unknown; headers?: Record<string, string> },
]
const take = 'POST /api/visits'
const hold = 'POST /api/counters/loket-1/hold'
const kk = { services: ['kk'] }
const many = Array.from({ length: 500 }, (_, index) => `service-${index}`)
const large = { services: ['x'.repeat(70_000)] }
const kiosk = { as: 'kiosk', key: 'k' } as const

const cases: Case[] = [
  ['an unknown property', 'bad-request', take, { ...kiosk, body: { ...kk, colour: 'red' } }],
  ['a wrong type', 'bad-request', take, { ...kiosk, body: { services: 'kk' } }],
  [
    'a number as text',
    'bad-request',
    'POST /api/counters/loket-1/hold',
    { as: 'ayu', body: { minutes: '5' } },
  ],
  ['a truth as text', 'bad-request', take, { ...kiosk, body: { ...kk, priority: 'yes' } }],
  ['an empty list', 'bad-request', take, { ...kiosk, body: { services: [] } }],
  ['500 services', 'bad-request', take, { ...kiosk, body: { services: many } }],
  ['the same service twice', 'bad-request', take, { ...kiosk, body: { services: ['kk', 'kk'] } }],
  ['no body', 'bad-request', take, kiosk],
  ['a list as body', 'bad-request', take, { ...kiosk, body: [] }],
  ['null as body', 'bad-request', take, { ...kiosk, body: 'null' }],
  ['a query that nobody asked for', 'bad-request', 'GET /api/live?topic=kiosk&colour=red', {}],
  ['a character that nobody sees', 'bad-request', hold, { as: 'ayu', body: { reason: 'a\u0000b' } }],
  ['half a character', 'bad-request', hold, { as: 'ayu', body: { reason: '\ud83d' } }],
  [
    'a character that nobody sees, deep within a plan',
    'bad-request',
    'PUT /api/plan',
    { as: 'manager', body: { agencies: [{ name: { id: 'Pajak\u009b' } }] } },
  ],
  ['broken JSON', 'bad-json', take, { ...kiosk, body: '{"services":' }],
  ['a body that is too large', 'body-too-large', take, { ...kiosk, body: large }],
  [
    'a plan that is too large',
    'body-too-large',
    'PUT /api/plan',
    { as: 'manager', body: { x: 'x'.repeat(4_200_000) } },
  ],
  [
    'a form',
    'wrong-content-type',
    take,
    { ...kiosk, body: 'services=kk', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
  ],
  ['a missing key', 'key-required', take, { as: 'kiosk', body: kk }],
  ['an empty key', 'bad-request', take, { as: 'kiosk', key: '', body: kk }],
  ['an endless key', 'bad-request', take, { as: 'kiosk', key: 'x'.repeat(201), body: kk }],
  [
    'the same key with another body',
    'key-reused',
    take,
    { as: 'kiosk', key: 'used', body: { services: ['skck'] } },
  ],
  ['an unknown service', 'unknown-service', take, { ...kiosk, body: { services: ['nothing'] } }],
  ['an unknown visit', 'unknown-visit', 'GET /api/visits/nothing', {}],
  ['an unknown counter', 'unknown-counter', 'POST /api/counters/nothing/open', { as: 'ayu' }],
  [
    'an unknown zone',
    'unknown-zone',
    'POST /api/devices',
    { as: 'manager', body: { kind: 'display', zone: 'nothing' } },
  ],
  ['an unknown device', 'unknown-device', 'DELETE /api/devices/nothing', { as: 'manager' }],
  [
    'an unknown announcement',
    'unknown-announcement',
    'POST /api/announcements/nothing/heard',
    { as: 'display' },
  ],
  ['an unknown address', 'not-found', 'GET /api/nothing', {}],
  ['an unknown method', 'method-not-allowed', 'PATCH /api/visits', {}],
  ['a closed service', 'service-closed', take, { ...kiosk, body: { services: ['tabungan'] } }],
  ['no session', 'not-signed-in', 'POST /api/counters/loket-1/call-next', {}],
  ['a wrong role', 'not-allowed', 'PUT /api/plan', { as: 'spv', body: {} }],
  ['another agency’s counter', 'not-allowed', 'POST /api/counters/loket-1/call-next', { as: 'dewi' }],
  ['a counter that somebody holds', 'counter-taken', 'POST /api/counters/loket-1/open', { as: 'budi' }],
  [
    'a foreign origin',
    'foreign-origin',
    take,
    { ...kiosk, body: kk, headers: { origin: 'https://evil.example' } },
  ],
  ['an origin that is hidden', 'foreign-origin', take, { ...kiosk, body: kk, headers: { origin: 'null' } }],
  ['a plan of nobody knows when', 'revision-required', 'PUT /api/plan', { as: 'manager', body: {} }],
  ['a plan with faults', 'plan-faults', 'PUT /api/plan?from=1', { as: 'manager', body: {} }],
  ['a clock that is right', 'clock-not-suspect', 'POST /api/clock/confirm', { as: 'manager' }],
  ['a wrong password', 'bad-credentials', 'POST /api/session', { body: { username: 'ayu', password: 'x' } }],
  ['a link that is none', 'bad-token', 'POST /api/devices/enrol', { body: { token: 'x' } }],
]

describe('what gets a problem', () => {
  it.each(cases)('%s: %s', async (_what, code, line, ask) => {
    const { seq } = hall.hall
    const answer = await hall.ask(line, ask)
    expect(answer.body).toMatchObject({ code, title: id[code].title, status: answer.status })
    const inEnglish = { ...ask, headers: { ...ask.headers, 'accept-language': 'en-GB, id;q=0.5' } }
    expect((await hall.ask(line, inEnglish)).body).toMatchObject({ code, title: en[code].title })
    expect(hall.hall.seq).toBe(seq)
  })

  it('keeps nobody else waiting', async () => {
    expect(await hall.outcome(take, { as: 'kiosk', key: key(), body: kk })).toBe(201)
    expect(await hall.outcome('GET /api/health')).toBe(200)
  })
})

describe('[E4] no text contains characters that nobody can see', () => {
  const say = (reason: string) => hall.ask(hold, { as: 'ayu', body: { reason } })

  it.each(['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\ud83d', '\uffff', '\ufdd0', '\u{1fffe}'])(
    '%j is refused by name',
    async (odd) => {
      const { body } = await say(`tunggu ${odd} suami`)
      expect(body).toMatchObject({ code: 'bad-request', property: 'reason' })
      expect(String(body['detail'])).toContain('karakter kendali')
    },
  )

  it.each(['baris satu\nbaris dua\r\nbaris tiga', 'nama\tnomor', 'تفويض \u200f 👵🏽 é'])(
    '%j is none',
    async (words) => {
      expect((await say(words)).body).toMatchObject({ code: 'nothing-called' })
    },
  )
})

it.each(['https://antre.example', 'http://localhost:80', 'https://localhost:80', undefined])(
  'the origin %s is our own',
  async (origin) => {
    const headers: Record<string, string> = { host: 'localhost:80', ...(origin && { origin }) }
    expect(await hall.outcome(take, { as: 'kiosk', key: key(), body: kk, headers })).toBe(201)
  },
)

it('a foreign page may read what hangs on the wall', async () => {
  expect(await hall.outcome('GET /api/hall', { headers: { origin: 'https://evil.example' } })).toBe(200)
})

it('what somebody typed wrongly is not in the log, what the server did wrong is', async () => {
  const logged: string[] = []
  const two = await hallApp({ logged })
  for (const [, , line, ask] of cases) {
    const staff = ask.as === 'kiosk' || ask.as === 'display' ? 'manager' : ask.as
    await two.ask(line, { ...ask, ...(staff === undefined ? {} : { as: staff }) })
  }
  expect(logged).toEqual([])
})
