// The hall itself over HTTP: what everybody may know of it, and what only the manager sets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { pngOf } from '../rules/png.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp, openHall } from './hall-app.ts'

const everybody = ['nobody', 'kiosk', 'display', 'ayu', 'spv', 'manager'] as const
const forManagers = {
  nobody: '401 not-signed-in',
  kiosk: '403 not-allowed',
  display: '403 not-allowed',
  ayu: '403 not-allowed',
  spv: '403 not-allowed',
}

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await hall.enrol('kiosk')
  await hall.enrol('display')
})
afterAll(() => hall.close())

it.each(['/api/health', '/api/hall', '/api/openapi.json'])('GET %s is for all', async (url) => {
  const table = await hall.outcomes(`GET ${url}`, {}, everybody)
  expect(new Set(Object.values(table))).toEqual(new Set([200]))
})

it.each(['GET /api/plan', 'PUT /api/plan', 'POST /api/operation', 'POST /api/clock/confirm'])(
  '%s is for managers, whatever is asked',
  async (line) => {
    const { manager, ...others } = await hall.outcomes(line, { body: { nonsense: true } }, everybody)
    expect(others).toEqual(forManagers)
    expect(String(manager)).not.toMatch(/^40[13] /)
  },
)

it('health tells the journal’s end, the day and the version, and whether the journal is whole and kept', async () => {
  const { seq } = hall.hall
  expect(await hall.does('GET /api/health')).toEqual({
    status: 'ok',
    seq,
    day: '2026-11-24',
    version: '0.1.0',
    forecast: null,
    storage: 'well',
    damage: [],
    rehearsal: false,
  })
})

describe('GET /api/agencies/:id/logo', () => {
  it('is the picture of the plan, for all, under an address that changes with it', async () => {
    const picture = pngOf(40, 20)
    const shown = async (logo: string) => {
      const agencies = rulesPlan.agencies.map((one, nth) =>
        nth === 0 ? { ...one, logo, monogram: 'DK' } : one,
      )
      const own = await openHall({ plan: { ...rulesPlan, agencies } })
      const [first, second] = (await own.does<{ agencies: { id: string; logo?: string }[] }>('GET /api/hall'))
        .agencies
      const answer = await own.app.inject({
        method: 'GET',
        url: `/api/agencies/${first?.id}/logo?${first?.logo}`,
      })
      const none = await own.outcome(`GET /api/agencies/${second?.id}/logo`)
      await own.close()
      return { first, second, answer, none }
    }
    const { first, second, answer, none } = await shown(picture)
    expect(first).toMatchObject({ monogram: 'DK', logo: expect.stringMatching(/^[\w-]{12}$/) })
    expect(second).not.toHaveProperty('logo')
    expect(answer.headers['content-type']).toBe('image/png')
    expect(answer.rawPayload).toEqual(Buffer.from(picture, 'base64'))
    expect(none).toBe('404 not-found')
    expect((await shown(pngOf(41, 20))).first?.logo).not.toBe(first?.logo)
  })
})

describe('GET /api/hall', () => {
  it('tells all that the contract names, with the details of a phase beside its status', async () => {
    const answer = await hall.does<Record<string, Record<string, unknown>[]>>('GET /api/hall')
    const find = (list: string, id: string) => answer[list]?.find((one) => one['id'] === id)
    expect(answer).toMatchObject({
      name: { id: 'Balai', en: 'Balai' },
      timeZone: 'Asia/Makassar',
      languages: ['id', 'en'],
      operation: 'trial',
      priority: true,
    })
    expect(answer['agencies']).toHaveLength(3)
    expect(find('zones', 'depan')).toMatchObject({ name: { id: 'Depan', en: 'Depan' } })
    expect(find('counters', 'loket-3')).toMatchObject({
      agency: 'polres',
      zone: 'tengah',
      services: ['skck', 'sim'],
    })
    expect(find('services', 'ktp')).toMatchObject({
      agency: 'dukcapil',
      prefix: 'A',
      status: 'open',
      quota: null,
      after: ['kk'],
      requirements: [{ id: 'surat-kk', issuedBy: 'kk' }],
    })
    expect(find('services', 'akta')).toMatchObject({ quota: 2 })
    expect(find('services', 'tabungan')).toMatchObject({ status: 'soon', expected: '2027-02-01' })
    expect(find('services', 'kredit')).toMatchObject({
      status: 'paused',
      until: '13.00',
      reason: { id: 'Listrik padam' },
    })
    expect(find('services', 'asuransi')).toMatchObject({
      status: 'elsewhere',
      where: { id: 'Jalan Veteran 3' },
    })
    expect(JSON.stringify(answer)).not.toContain('inferred')
  })

  it('says that a plan with one rate has no priority to offer', async () => {
    const two = await hallApp({ plan: { ...rulesPlan, rates: { regular: 2, priority: 2 } } })
    expect(await two.does('GET /api/hall')).toMatchObject({ priority: false })
    await two.close()
  })

  it('keeps its ids from day to day', async () => {
    const two = await hallApp({ plan: karangasem })
    const before = await two.does('GET /api/hall')
    two.later({ hours: 24 })
    await two.does('POST /api/operation', { as: 'manager', body: { operation: 'trial' } })
    expect({ ...(await two.does('GET /api/hall')), plan: 0 }).toEqual({ ...before, plan: 0 })
  })
})

describe('the plan', () => {
  it('comes back whole, and a revised one holds at once', async () => {
    const two = await hallApp({ plan: karangasem })
    const { body: plan } = await two.ask<Plan>('GET /api/plan', { as: 'manager' })
    expect(plan).toEqual(JSON.parse(JSON.stringify(karangasem)))
    const [first, ...others] = plan.services
    const paused = {
      ...first,
      phase: { status: 'paused', until: '13.00', reason: { id: 'Listrik', en: 'Power', ban: 'x' } },
    }
    const revised = { ...plan, services: [paused, ...others] }
    const { seq } = two.hall
    expect(await two.revise(revised)).toEqual({ plan: seq + 1 })
    expect(await two.does('GET /api/plan', { as: 'manager' })).toEqual(revised)
    const ticket = { as: 'manager', key: 'k', body: { services: [first?.id] } } as const
    expect(await two.outcome('POST /api/visits', ticket)).toBe('422 service-closed')
  })

  it('survives a restart', async () => {
    const two = await hallApp({ plan: karangasem })
    await two.revise(rulesPlan)
    await two.app.close()
    const again = await hallApp({ plan: karangasem, dir: two.dir })
    expect(await again.does('GET /api/plan', { as: 'manager' })).toEqual(rulesPlan)
  })

  it('with faults is 422 with all of them and their places, in the request’s language', async () => {
    const [, ...rest] = rulesPlan.services
    const body = { ...rulesPlan, timeZone: 'Bali', services: rest, colour: 'red' }
    const ask = (language: string) =>
      hall.ask<{ faults: { at: string; code: string; detail: string }[] }>('PUT /api/plan?from=1', {
        as: 'manager',
        body,
        headers: { 'accept-language': language },
      })
    const [id, en] = [await ask('id'), await ask('en')]
    expect([id.status, id.code]).toEqual([422, 'plan-faults'])
    expect(id.body.faults.length).toBeGreaterThan(0)
    expect(en.body.faults.map(({ at, code }) => [at, code])).toEqual(
      id.body.faults.map(({ at, code }) => [at, code]),
    )
    expect(en.body.faults[0]?.detail).not.toBe(id.body.faults[0]?.detail)
    expect(await hall.does('GET /api/plan', { as: 'manager' })).toEqual(rulesPlan)
  })

  it('that takes away a counter with somebody at it is 409 counter-busy', async () => {
    const two = await hallApp()
    await two.take(['kk'])
    await two.act('budi', 'open', 'loket-2')
    await two.act('budi', 'call-next', 'loket-2')
    const body = { ...rulesPlan, counters: rulesPlan.counters.filter(({ id }) => id !== 'loket-2') }
    const revise = () => two.ask(`PUT /api/plan?from=${two.hall.planSeq}`, { as: 'manager', body })
    expect(await revise()).toMatchObject({ status: 409, body: { code: 'counter-busy', about: 'loket-2' } })
    await two.act('budi', 'put-back', 'loket-2')
    expect((await revise()).status).toBe(200)
    expect((await two.act('budi', 'open', 'loket-1')).counter.state).toBe('open')
  })

  it('that was made from an older one is 409 plan-changed', async () => {
    const two = await hallApp()
    const seen = two.hall.planSeq
    const revise = (from: string | number) =>
      two.outcome(`PUT /api/plan?from=${from}`, { as: 'manager', body: rulesPlan })
    expect(await revise(seen)).toBe(200)
    expect(await revise(seen)).toBe('409 plan-changed')
    expect(await revise(two.hall.planSeq)).toBe(200)
    expect(await revise('-1')).toBe('400 bad-request')
  })

  it('[S6] nobody overwrites a plan that they have not seen: not saying which one is 428, whatever is sent', async () => {
    const two = await hallApp()
    for (const body of [rulesPlan, {}, []])
      expect(await two.outcome('PUT /api/plan', { as: 'manager', body })).toBe('428 revision-required')
    expect(await two.outcome('PUT /api/plan', { as: 'spv', body: rulesPlan })).toBe('403 not-allowed')
    expect(await two.outcome('PUT /api/plan', { body: rulesPlan })).toBe('401 not-signed-in')
    expect(two.hall.layout.base).toEqual(rulesPlan)
  })

  it('[S6] nobody overwrites a plan that they have not seen: the ETag comes back as If-Match', async () => {
    const two = await hallApp()
    const seen = async () => String((await two.ask('GET /api/plan', { as: 'manager' })).headers['etag'])
    const put = (match: string, line = '') =>
      two.ask('PUT /api/plan' + line, { as: 'manager', body: rulesPlan, headers: { 'if-match': match } })
    const first = await seen()
    expect(first).toMatch(/^"\d+"$/)
    const answer = await put(first)
    expect([answer.status, answer.headers['etag']]).toEqual([200, await seen()])
    expect(await put(first)).toMatchObject({ status: 409, code: 'plan-changed' })
    expect((await put(await seen())).status).toBe(200)
    const now = two.hall.planSeq
    expect((await put(`"${now}"`, `?from=${now}`)).status).toBe(200)
    for (const [match, line] of [
      [`"${two.hall.planSeq}"`, '?from=1'],
      ['*', ''],
      ['7', ''],
      ['W/"7"', ''],
    ] as const)
      expect([match, await put(match, line)]).toMatchObject([match, { status: 400, code: 'bad-request' }])
  })

  it('[S6] nobody overwrites a plan that they have not seen: sent again, it succeeds and names its own revision', async () => {
    const two = await hallApp()
    await two.act('ayu', 'open', 'loket-1')
    const counters = rulesPlan.counters.filter(({ id }) => id !== 'loket-1')
    const services = rulesPlan.services.map((one) =>
      one.id === 'akta' ? { ...one, phase: { status: 'elsewhere', where: one.name } } : one,
    )
    const body = { ...rulesPlan, counters, services }
    const line = `PUT /api/plan?from=${two.hall.planSeq}`
    const put = () => two.ask<{ plan: number }>(line, { as: 'manager', body, key: 'once' })
    const first = await put()
    const own = two.hall.planSeq
    expect([first.status, first.body]).toEqual([200, { plan: own }])
    await two.revise(rulesPlan)
    const again = await put()
    expect([again.status, again.body, again.headers['etag']]).toEqual([200, { plan: own }, `"${own}"`])
    expect(two.hall.layout.base).toEqual(rulesPlan)
    const late = { as: 'manager', body: rulesPlan } as const
    expect(await two.outcome(`PUT /api/plan?from=${again.body.plan}`, late)).toBe('409 plan-changed')
  })

  it('[S19] a plan that would strand people says what happens to them: by their names, and how many', async () => {
    const two = await hallApp()
    await two.take(['akta'])
    await two.take(['akta'])
    const body = {
      ...rulesPlan,
      services: rulesPlan.services
        .filter(({ id }) => id !== 'akta')
        .map((one) => (one.id === 'kk' ? { ...one, name: { id: 'Kartu', en: 'Card' } } : one)),
      counters: rulesPlan.counters.map((one) => ({
        ...one,
        services: one.services.filter((id) => id !== 'akta'),
      })),
    }
    const put = (line: string, language = 'id') =>
      two.ask(`PUT /api/plan?from=${two.hall.planSeq}${line}`, {
        as: 'manager',
        body,
        headers: { 'accept-language': language },
      })
    const said = await put('')
    expect(said).toMatchObject({
      status: 409,
      body: { code: 'people-waiting', about: 'akta', count: 2, people: [{ service: 'akta', count: 2 }] },
    })
    expect(said.body['detail']).toContain('masih ada yang menunggu: akta (2)')
    expect((await put('', 'en')).body['detail']).toContain('people are still waiting: akta (2)')
    expect((await put('&waiting=move')).code).toBe('bad-request')
    expect((await put('&waiting=end&to=kk')).code).toBe('bad-request')
    expect((await put('&waiting=move&to=paspor')).code).toBe('unknown-service')
    expect((await put('&waiting=move&to=kk')).status).toBe(200)
    expect([...two.hall.visits.values()].map(({ steps }) => steps[0])).toMatchObject([
      { service: 'kk', status: 'waiting' },
      { service: 'kk', status: 'waiting' },
    ])
  })

  it('keeps what was changed in the same moment as the operation', async () => {
    const two = await hallApp()
    const plan = { ...rulesPlan, walkSeconds: 77 }
    await Promise.all([
      two.revise(plan),
      two.does('POST /api/operation', { as: 'manager', body: { operation: 'regular' } }),
    ])
    expect(two.hall.layout.plan).toEqual({ ...plan, operation: 'regular' })
  })

  it.each([[], null, 5, 'plan', {}])('%j is no plan', async (body) => {
    const payload = JSON.stringify(body)
    const outcome = await hall.outcome('PUT /api/plan?from=1', { as: 'manager', body: payload })
    expect(outcome).toBe('422 plan-faults')
  })
})

it('regular operation enforces hours, trial operation shows them', async () => {
  const two = await hallApp({ at: Date.parse('2026-11-24T12:00:00Z') })
  const ticket = (key: string) =>
    two.outcome('POST /api/visits', { as: 'manager', key, body: { services: ['kk'] } })
  const operate = (operation: string) =>
    two.outcome('POST /api/operation', { as: 'manager', body: { operation } })
  expect(await ticket('a')).toBe(201)
  expect(await operate('regular')).toBe(200)
  expect(await ticket('b')).toBe('422 hall-closed')
  expect(await operate('trial')).toBe(200)
  expect(await ticket('b')).toBe(201)
  expect(await operate('never')).toBe('400 bad-request')
})

it('a clock in doubt stops numbers until a manager confirms the time', async () => {
  const two = await hallApp()
  const confirm = () => two.outcome('POST /api/clock/confirm', { as: 'manager' })
  const ticket = (key: string) =>
    two.outcome('POST /api/visits', { as: 'manager', key, body: { services: ['kk'] } })
  expect(await confirm()).toBe('409 clock-not-suspect')
  two.later({ minutes: 30 })
  expect(await ticket('a')).toBe(201)
  two.later({ minutes: -10 })
  expect(await ticket('b')).toBe('503 clock-suspect')
  await two.act('ayu', 'open', 'loket-1')
  expect(await two.act('ayu', 'call-next', 'loket-1')).toMatchObject({
    current: { number: 'A001' },
    hall: { clockSuspect: true },
  })
  expect(await confirm()).toBe(200)
  expect(await ticket('b')).toBe(201)
  expect(await two.act('ayu', 'start', 'loket-1')).toMatchObject({ hall: { clockSuspect: false } })
})

it('a rehearsal says so in every view', async () => {
  const two = await hallApp({ clockOffset: 3600 })
  const { visit } = await two.take(['kk'])
  expect(visit).toMatchObject({ takenAt: '2026-11-24T02:00:00.000Z' })
  expect(await two.does(`GET /api/visits/${visit.token}`)).toMatchObject({ hall: { clockOffset: 3600 } })
})
