// A television's short code: it shows one, the manager types it, and it becomes a display without being touched.
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { mostOfOne, openCodes } from '../../server/access/codes.ts'
import { hallApp, type HallApp, morning } from './hall-app.ts'

interface Asked {
  code: string
  secret: string
  expiresAt: string
}
const ask = (hall: HallApp) => hall.does<Asked>('POST /api/devices/codes')
const fetched = (hall: HallApp, secret: string) =>
  hall.ask<{ token: string | null }>('POST /api/devices/codes/fetch', { body: { secret } })
const confirmLine = (code: string) => `POST /api/devices/codes/${encodeURIComponent(code)}/confirm`
const confirms = (hall: HallApp, code: string, body: object = {}) =>
  hall.does<{ device: { id: string } }>(confirmLine(code), { as: 'manager', body })

/** The caller's address as the socket reports it. */
function askFrom(hall: HallApp, remoteAddress: string) {
  return hall.app.inject({ method: 'POST', url: '/api/devices/codes', remoteAddress })
}

it('[I17] a television becomes a display by the code that it shows: the browser whose code the manager typed becomes that display', async () => {
  const hall = await hallApp()
  const { code, secret, expiresAt } = await ask(hall)
  expect(code).toMatch(/^[CDFHJKMNPRTVWXY3479]{6}$/)
  expect(expiresAt).toBe('2026-11-24T01:15:00.000Z')
  expect((await fetched(hall, secret)).body).toEqual({ token: null, expiresAt })
  const layout = { kind: 'counter', of: ['loket-1'] }
  const { device, address } = await hall.does<{ device: object; address: string }>(confirmLine(code), {
    as: 'manager',
    body: { zone: 'depan', label: 'TV kiri', layout },
  })
  expect(device).toMatchObject({ kind: 'display', zone: 'depan', label: 'TV kiri', layout })
  expect(address).toBe('127.0.0.1')
  const { body } = await fetched(hall, secret)
  expect(await hall.does('POST /api/devices/enrol', { body: { token: body.token } })).toEqual({ device })
})

it.each([
  (code: string) => code.toLowerCase(),
  (code: string) => ` ${code.slice(0, 3)} ${code.slice(3)} `,
  (code: string) => `${code.slice(0, 3)}-${code.slice(3)}`,
])(
  '[I17] a television becomes a display by the code that it shows: however the code is typed (%s)',
  async (typed) => {
    const hall = await hallApp()
    expect((await confirms(hall, typed((await ask(hall)).code))).device).toMatchObject({ zone: null })
  },
)

it('[I17] a television becomes a display by the code that it shows: an answer that was lost is asked for again, by the television and by the manager', async () => {
  const hall = await hallApp()
  const { code, secret } = await ask(hall)
  const once = { as: 'manager', body: { zone: 'depan' }, key: 'pencet-sekali-0001' } as const
  const first = await hall.does(confirmLine(code), once)
  expect(await hall.does(confirmLine(code), once)).toEqual(first)
  expect((await fetched(hall, secret)).body).toEqual((await fetched(hall, secret)).body)
  const { devices } = await hall.does<{ devices: unknown[] }>('GET /api/devices', { as: 'manager' })
  expect(devices).toHaveLength(1)
})

it('[I18] a code opens nothing by itself: only a manager confirms a code', async () => {
  const hall = await hallApp()
  await hall.enrol('kiosk')
  await hall.enrol('display')
  const { code, secret } = await ask(hall)
  const others = ['nobody', 'kiosk', 'display', 'ayu', 'spv'] as const
  expect(await hall.outcomes(confirmLine(code), { body: {} }, [...others])).toEqual({
    nobody: '401 not-signed-in',
    kiosk: '403 not-allowed',
    display: '403 not-allowed',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
  })
  expect((await fetched(hall, secret)).body.token).toBe(null)
})

it('[I18] a code opens nothing by itself: a code is confirmed once', async () => {
  const hall = await hallApp()
  const { code } = await ask(hall)
  await confirms(hall, code)
  expect(await hall.outcome(confirmLine(code), { as: 'manager', body: {} })).toBe('409 code-used')
})

it('[I18] a code opens nothing by itself: reading the code off the wall fetches nothing', async () => {
  const hall = await hallApp()
  const { code } = await ask(hall)
  await confirms(hall, code)
  for (const secret of [code, `${code} `, 'A'.repeat(43)])
    expect(await fetched(hall, secret)).toMatchObject({ status: 404, code: 'unknown-code' })
})

it('[I18] a code opens nothing by itself: after 15 minutes a code is void, confirmed or not, and so is its link', async () => {
  const hall = await hallApp()
  const [one, two] = [await ask(hall), await ask(hall)]
  hall.later({ minutes: 14 })
  await confirms(hall, two.code)
  hall.later({ minutes: 1 })
  expect(await hall.outcome(confirmLine(one.code), { as: 'manager', body: {} })).toBe('404 unknown-code')
  expect((await fetched(hall, one.secret)).code).toBe('unknown-code')
  const { token } = (await fetched(hall, two.secret)).body
  hall.later({ minutes: 15 })
  expect((await fetched(hall, two.secret)).code).toBe('unknown-code')
  expect(await hall.outcome('POST /api/devices/enrol', { body: { token } })).toBe('401 bad-token')
})

it('[I18] a code opens nothing by itself: a device that was revoked before the television came opens nothing', async () => {
  const hall = await hallApp()
  const { code, secret } = await ask(hall)
  const { device } = await confirms(hall, code)
  await hall.does(`DELETE /api/devices/${device.id}`, { as: 'manager' })
  const { token } = (await fetched(hall, secret)).body
  expect(await hall.outcome('POST /api/devices/enrol', { body: { token } })).toBe('401 bad-token')
})

it.each([
  ['XXXXXX', {}, '404 unknown-code'],
  ['ini bukan kode sama sekali, sungguh', {}, '404 unknown-code'],
  ['<b>', {}, '404 unknown-code'],
  ['x'.repeat(41), {}, '400 bad-request'],
])('[I18] a code opens nothing by itself: %j is no code', async (code, body, outcome) => {
  const hall = await hallApp()
  await ask(hall)
  expect(await hall.outcome(confirmLine(code), { as: 'manager', body })).toBe(outcome)
})

it.each([
  [{ zone: 'atap' }, '404 unknown-zone'],
  [{ layout: { kind: 'agency', of: ['x'] } }, '404 unknown-agency'],
  [{ layout: { kind: 'counter', of: [] } }, '404 unknown-counter'],
  [{ kind: 'kiosk' }, '400 bad-request'],
  [{ label: '' }, '400 bad-request'],
])(
  '[I18] a code opens nothing by itself: with %j nothing is made, and the code stays good',
  async (body, outcome) => {
    const hall = await hallApp()
    const { code } = await ask(hall)
    expect(await hall.outcome(confirmLine(code), { as: 'manager', body })).toBe(outcome)
    await confirms(hall, code)
  },
)

it('[I19] nobody takes a code away from another: asking again and again loses one’s own codes, nobody else’s', async () => {
  const hall = await hallApp()
  const tv = await ask(hall)
  const first = (await askFrom(hall, '192.168.1.66')).json<Asked>()
  for (let more = 0; more < mostOfOne; more++) await askFrom(hall, '192.168.1.66')
  expect((await fetched(hall, first.secret)).code).toBe('unknown-code')
  expect((await fetched(hall, tv.secret)).status).toBe(200)
})

it('[I19] nobody takes a code away from another: asking from many addresses keeps no honest television from its code', async () => {
  const hall = await hallApp()
  const tv = await ask(hall)
  for (let one = 0; one < 300; one++) {
    expect((await askFrom(hall, `10.0.${one >> 4}.${one % 200}`)).statusCode).toBe(201)
  }
  const another = await askFrom(hall, '192.168.1.77')
  expect(another.statusCode).toBe(201)
  expect((await fetched(hall, tv.secret)).status).toBe(200)
})

describe('where all codes there are were taken', () => {
  const full = 60
  const here = '192.168.1.77'
  /**
   * Codes of a hall that has at most sixty. `take`: this many addresses ask for this many each; returns the secrets.
   */
  function few() {
    const clock = { now: morning }
    const codes = openCodes({ now: () => clock.now, random: randomBytes, most: full })
    const take = (addresses: number, each: number) =>
      Array.from(
        { length: addresses * each },
        (_, nth) => codes.ask(`10.0.0.${nth % addresses}`)?.secret ?? '',
      )
    const alive = (secrets: readonly string[]) =>
      secrets.filter((secret) => codes.fetch(secret) !== null).length
    return { clock, codes, take, alive }
  }

  it('[I19] nobody takes a code away from another: whoever holds the most makes room', () => {
    const { codes, take, alive } = few()
    const tv = codes.ask(here)
    const many = take(20, 3)
    expect(alive(many)).toBe(full - 1)
    expect(codes.ask('192.168.1.78')).not.toBeNull()
    expect(alive(many)).toBe(full - 2)
    expect(codes.fetch(tv?.secret ?? '')).not.toBeNull()
  })

  it('[I19] nobody takes a code away from another: not even by asking again and again from everywhere', () => {
    const { codes, take } = few()
    const tv = codes.ask(here)
    for (let turn = 0; turn < 10; turn++) take(50, 3)
    expect(codes.fetch(tv?.secret ?? '')).not.toBeNull()
  })

  it('[I19] nobody takes a code away from another: at the limit, a code that nobody asks about any more makes room', () => {
    const { clock, codes, take } = few()
    const secrets = take(full, 1)
    expect(codes.ask(here)).toBeNull()
    clock.now += 50_000
    // All but the last one go on asking, as a television does.
    for (const secret of secrets.slice(0, -1)) codes.fetch(secret)
    clock.now += 50_000
    expect(codes.ask(here)).not.toBeNull()
    expect(codes.fetch(secrets.at(-1) ?? '')).toBeNull()
    expect(codes.ask('192.168.1.78')).toBeNull()
  })

  it('[I19] nobody takes a code away from another: one that was confirmed stays', () => {
    const { clock, codes, take } = few()
    const tv = codes.ask(here)
    const found = codes.find(tv?.code ?? '')
    if (found) codes.confirm(found, { token: 'x', key: undefined, device: 'y' })
    clock.now += 100_000
    take(full, 3)
    expect(codes.fetch(tv?.secret ?? '')).toMatchObject({ token: 'x' })
  })
})

it('the audit says what became of a code', async () => {
  const hall = await hallApp()
  const { code, secret } = await ask(hall)
  await confirms(hall, code, { label: 'TV kiri' })
  await hall.does('POST /api/devices/enrol', { body: { token: (await fetched(hall, secret)).body.token } })
  const csv = await hall.app.inject({
    url: '/api/audit.csv',
    headers: { cookie: hall.cookies.get('manager') ?? '' },
  })
  expect(csv.body).not.toContain(code)
  expect(csv.body.match(/TV kiri/g)?.length).toBeGreaterThanOrEqual(2)
})
