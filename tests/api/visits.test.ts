// The visitor's part of the contract: taking a number, following it, giving it back, its slip.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp, openHall, type Somebody, type Taken } from './hall-app.ts'

const everybody = [
  'nobody',
  'kiosk',
  'display',
  'ayu',
  'spv',
  'manager',
] as const satisfies readonly Somebody[]

let hall: HallApp
let keys = 0
const key = () => `key-${(keys += 1)}`
/** The outcome of a ticket at the kiosk. */
const taking = (body: object, as: Somebody = 'kiosk') =>
  hall.ask('POST /api/visits', { as, key: key(), body })

beforeAll(async () => {
  hall = await openHall({ forecasts: true })
  await hall.enrol('kiosk')
  await hall.enrol('display')
})
afterAll(() => hall.close())

describe('POST /api/visits', () => {
  it('is for kiosks and staff', async () => {
    const table: Record<string, unknown> = {}
    for (const as of everybody)
      table[as] = await hall.outcome('POST /api/visits', { as, key: key(), body: { services: ['kk'] } })
    expect(table).toEqual({
      nobody: '401 not-signed-in',
      kiosk: 201,
      display: '403 not-allowed',
      ayu: 201,
      spv: 201,
      manager: 201,
    })
  })

  it('answers with the visit: one number, a token, every step with how many are ahead', async () => {
    const body = {
      services: ['skck', 'ktp', 'kk'],
      missing: ['kartu'],
      priority: true,
      comeToMe: true,
      language: 'en',
    }
    const { status, body: answer } = await taking(body)
    expect(status).toBe(201)
    expect(answer).toMatchObject({
      visit: {
        id: expect.any(String),
        number: 'S001',
        token: expect.stringMatching(/^[\w-]{22}$/),
        takenAt: '2026-11-24T01:00:00.000Z',
        priority: true,
        steps: [
          { service: 'skck', status: 'blocked', ahead: 0 },
          { service: 'ktp', status: 'blocked', ahead: expect.any(Number) },
          { service: 'kk', status: 'waiting', ahead: expect.any(Number) },
        ],
      },
      slip: { status: 'none' },
    })
  })

  it.each([
    ['unknown-service', 404, { services: ['kk', 'nothing'] }, 'nothing'],
    ['service-closed', 422, { services: ['tabungan'] }, 'tabungan'],
    ['service-closed', 422, { services: ['kk', 'kredit'] }, 'kredit'],
    ['service-closed', 422, { services: ['asuransi'] }, 'asuransi'],
    ['unknown-requirement', 422, { services: ['kk'], missing: ['kartu'] }, 'kartu'],
    ['unknown-language', 422, { services: ['kk'], language: 'jv' }, 'jv'],
  ])('answers %s %s to %j', async (code, status, body, about) => {
    expect(await taking(body)).toMatchObject({ status, body: { code, about } })
  })

  it('answers quota-reached 422 when the day’s numbers of a service are given', async () => {
    const given = [await taking({ services: ['akta'] }), await taking({ services: ['akta'] })]
    expect(given.map(({ status }) => status)).toEqual([201, 201])
    expect(await taking({ services: ['akta'] })).toMatchObject({
      status: 422,
      body: { code: 'quota-reached', about: 'akta' },
    })
  })

  it.each([
    ['hall-closed', '2026-11-24T11:00:00Z', 'kk'],
    ['hall-closed', '2026-12-25T01:00:00Z', 'kk'],
    ['service-closed', '2026-11-24T05:30:00Z', 'sim'],
  ])('answers %s 422 in regular operation at %s', async (code, at, service) => {
    const regular = await hallApp({ plan: regularPlan, at: Date.parse(at) })
    const ask = { as: 'manager', key: key(), body: { services: [service] } } as const
    expect(await regular.outcome('POST /api/visits', ask)).toBe(`422 ${code}`)
  })

  it('gives staff a number beyond a quota if they ask for it and the plan says so, and a kiosk none', async () => {
    const quotas = [
      {
        id: 'bank',
        name: { id: 'Bank', en: 'Bank' },
        services: ['bayar'],
        per: 'day' as const,
        most: 1,
        atZero: { answer: 'reception' as const },
      },
    ]
    const limited = await openHall({ plan: { ...rulesPlan, quotas } })
    await limited.enrol('kiosk')
    const ask = (as: 'kiosk' | 'manager', more: object = {}) =>
      limited.outcome('POST /api/visits', { as, key: key(), body: { services: ['bayar'], ...more } })
    expect(await ask('kiosk')).toBe(201)
    expect(await ask('manager')).toBe('422 quota-reached')
    expect(await ask('kiosk', { overQuota: true })).toBe('422 quota-reached')
    expect(await ask('manager', { overQuota: true })).toBe(201)
    await limited.close()
  })

  it('answers key-required 400 without a key', async () => {
    const ask = { as: 'kiosk', body: { services: ['kk'] } } as const
    expect(await hall.outcome('POST /api/visits', ask)).toBe('400 key-required')
  })

  it('is one ticket however often the same key comes, of the same caller', async () => {
    const ask = { as: 'kiosk', key: 'a double tap', body: { services: ['kk'] } } as const
    const answers = await Promise.all([
      hall.does<Taken>('POST /api/visits', ask),
      hall.does<Taken>('POST /api/visits', ask),
      hall.does<Taken>('POST /api/visits', { ...ask, as: 'ayu' }),
    ])
    const [first, second, other] = answers.map(({ visit }) => visit)
    expect(second).toEqual(first)
    expect(other?.id).not.toBe(first?.id)
  })
})

describe('a visit by its token', () => {
  it('is shown to its holder: its state, how long it may take', async () => {
    const { visit } = await hall.take(['bayar', 'kk'])
    await hall.act('manager', 'open', 'loket-6')
    type Own = { visit: { steps: { forecast: object | null }[] } }
    const known = async () => {
      const seen = await hall.does<Own>(`GET /api/visits/${visit.token}`)
      expect(seen.visit.steps[0]?.forecast).not.toBeNull()
      return seen
    }
    expect(await vi.waitFor(known, 10_000)).toMatchObject({
      visit: {
        number: visit.number,
        day: '2026-11-24',
        slip: { status: 'none' },
        steps: [
          {
            service: 'bayar',
            status: 'waiting',
            ahead: 0,
            counter: null,
            forecast: { lowMinutes: 0, highMinutes: 5, minutes: 0, today: 'likely', first: true },
            when: { id: 'paling lama 5 menit (perkiraan awal)', en: 'up to 5 min (first estimate)' },
          },
          { service: 'kk', status: 'waiting', counter: null, forecast: null },
        ],
      },
    })
    await hall.act('manager', 'call-next', 'loket-6')
    expect(await hall.does(`GET /api/visits/${visit.token}`)).toMatchObject({
      visit: { steps: [{ status: 'called', counter: 'loket-6', forecast: null }, {}] },
    })
    await hall.act('manager', 'put-back', 'loket-6')
    await hall.act('manager', 'close', 'loket-6')
  })

  it.each(['x', 'x'.repeat(22), 'x'.repeat(90), '%00'])('%s that nobody holds is 404', async (token) => {
    const lines = [
      'GET',
      'GET /plan',
      'POST /cancel',
      'POST /late',
      'POST /kept',
      'POST /slip',
      'POST /noted',
    ]
    for (const line of lines) {
      const [method, rest = ''] = line.split(' ')
      const ask = { as: 'kiosk' } as const
      const outcome = await hall.outcome(`${method} /api/visits/${token}${rest}`, ask)
      expect(outcome).toBe('404 unknown-visit')
    }
  })

  it('cancels all steps, once; a second time changes nothing', async () => {
    const { visit } = await hall.take(['bayar', 'kk'])
    const line = `POST /api/visits/${visit.token}/cancel`
    const cancelled = await hall.does(line)
    expect(cancelled).toMatchObject({
      visit: { number: visit.number, steps: [{ status: 'cancelled' }, { status: 'cancelled' }] },
    })
    const { seq } = hall.hall
    expect(await hall.does(line)).toEqual(cancelled)
    expect(hall.hall.seq).toBe(seq)
  })

  it('can’t be cancelled while being served: 409 being-served', async () => {
    const { visit } = await hall.take(['bayar'])
    await hall.act('manager', 'open', 'loket-5')
    await hall.act('manager', 'call', 'loket-5', { visit: visit.id })
    await hall.act('manager', 'start', 'loket-5')
    expect(await hall.outcome(`POST /api/visits/${visit.token}/cancel`)).toBe('409 being-served')
    await hall.act('manager', 'finish', 'loket-5')
  })

  it('gets its slip again from a kiosk or from staff', async () => {
    const { visit } = await hall.take(['kk'])
    expect(await hall.outcomes(`POST /api/visits/${visit.token}/slip`, {}, everybody)).toEqual({
      nobody: '401 not-signed-in',
      kiosk: 200,
      display: '403 not-allowed',
      ayu: 200,
      spv: 200,
      manager: 200,
    })
    expect(await hall.does(`POST /api/visits/${visit.token}/slip`, { as: 'kiosk' })).toEqual({
      slip: { status: 'none', noted: false, printer: null, why: 'no-such-printer' },
    })
  })

  it('is noted at a kiosk alone', async () => {
    const { visit } = await hall.take(['kk'])
    expect(await hall.outcomes(`POST /api/visits/${visit.token}/noted`, {}, everybody)).toEqual({
      nobody: '401 not-signed-in',
      kiosk: 200,
      display: '403 not-allowed',
      ayu: '403 not-allowed',
      spv: '403 not-allowed',
      manager: '403 not-allowed',
    })
    expect(await hall.does(`POST /api/visits/${visit.token}/noted`, { as: 'kiosk' })).toMatchObject({
      slip: { status: 'none', noted: true },
    })
  })
})

it('the day after, a token answers with expired steps, the day after that with 404', async () => {
  const two = await hallApp()
  const { visit } = await two.take(['kk', 'bayar'])
  two.later({ hours: 24 })
  await two.take(['kk'])
  const line = `GET /api/visits/${visit.token}`
  const expired = { visit: { number: 'A001', day: '2026-11-24', steps: [{ status: 'expired' }, {}] } }
  expect(await two.does(line)).toMatchObject(expired)
  expect(await two.does(`POST /api/visits/${visit.token}/cancel`)).toMatchObject(expired)
  expect(await two.outcome(`POST /api/visits/${visit.token}/slip`, { as: 'ayu' })).toBe('404 unknown-visit')
  two.later({ hours: 24 })
  await two.take(['kk'])
  expect(await two.outcome(line)).toBe('404 unknown-visit')
})

it('a visitor being served over midnight still sees the whole visit', async () => {
  const two = await hallApp()
  const { visit } = await two.take(['kk', 'bayar'])
  await two.act('ayu', 'open', 'loket-1')
  await two.act('ayu', 'call-next', 'loket-1')
  await two.act('ayu', 'start', 'loket-1')
  two.later({ hours: 24 })
  await two.take(['kk'])
  const steps = async () => (await two.does<{ visit: unknown }>(`GET /api/visits/${visit.token}`)).visit
  expect(await steps()).toMatchObject({
    day: '2026-11-24',
    steps: [{ status: 'serving', counter: 'loket-1' }, { status: 'expired' }],
  })
  expect(await two.outcome(`POST /api/visits/${visit.token}/cancel`)).toBe('409 being-served')
  await two.act('ayu', 'finish', 'loket-1')
  expect(await steps()).toMatchObject({
    steps: [{ status: 'done', outcome: 'served' }, { status: 'expired' }],
  })
})

it('a repeat after midnight gets the ticket of the day before', async () => {
  const two = await hallApp()
  const ask = { as: 'manager', key: 'late', body: { services: ['kk', 'bayar'] } } as const
  const { body } = await two.ask('POST /api/visits', ask)
  two.later({ hours: 24 })
  const { status, body: again } = await two.ask('POST /api/visits', ask)
  const { id, number, token } = body['visit'] as Record<string, string>
  const expired = { status: 'expired', ahead: null }
  expect([status, again]).toMatchObject([201, { visit: { id, number, token, steps: [expired, expired] } }])
})
