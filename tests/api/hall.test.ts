// The hall itself over HTTP: what everybody may know of it, and what only the manager sets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { karangasem } from '../../server/halls/karangasem/index.ts'
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

it('health tells the journal’s end, the day and the version', async () => {
  const { seq } = hall.hall
  expect(await hall.does('GET /api/health')).toEqual({
    status: 'ok',
    seq,
    day: '2026-11-24',
    version: '0.1.0',
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
    expect(await two.does('PUT /api/plan', { as: 'manager', body: revised })).toEqual({ plan: seq + 1 })
    expect(await two.does('GET /api/plan', { as: 'manager' })).toEqual(revised)
    const ticket = { as: 'manager', key: 'k', body: { services: [first?.id] } } as const
    expect(await two.outcome('POST /api/visits', ticket)).toBe('422 service-closed')
  })

  it('survives a restart', async () => {
    const two = await hallApp({ plan: karangasem })
    await two.does('PUT /api/plan', { as: 'manager', body: rulesPlan })
    await two.app.close()
    const again = await hallApp({ plan: karangasem, dir: two.dir })
    expect(await again.does('GET /api/plan', { as: 'manager' })).toEqual(rulesPlan)
  })

  it('with faults is 422 with all of them and their places, in the request’s language', async () => {
    const [, ...rest] = rulesPlan.services
    const body = { ...rulesPlan, timeZone: 'Bali', services: rest, colour: 'red' }
    const ask = (language: string) =>
      hall.ask<{ faults: { at: string; code: string; detail: string }[] }>('PUT /api/plan', {
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
    const revise = () => two.ask('PUT /api/plan', { as: 'manager', body })
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

  it('keeps what was changed in the same moment as the operation', async () => {
    const two = await hallApp()
    const plan = { ...rulesPlan, walkSeconds: 77 }
    await Promise.all([
      two.does('PUT /api/plan', { as: 'manager', body: plan }),
      two.does('POST /api/operation', { as: 'manager', body: { operation: 'regular' } }),
    ])
    expect(two.hall.layout.plan).toEqual({ ...plan, operation: 'regular' })
  })

  it.each([[], null, 5, 'plan', {}])('%j is no plan', async (body) => {
    const payload = JSON.stringify(body)
    expect(await hall.outcome('PUT /api/plan', { as: 'manager', body: payload })).toBe('422 plan-faults')
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

it('a clock that lies stops numbers until a manager confirms the time', async () => {
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
