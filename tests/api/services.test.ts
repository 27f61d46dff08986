// What supervisors set for services and counters, over HTTP: who may, its effect, who sees it at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HallAnswer } from '../../server/live/hall.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { hallApp, type HallApp, openHall } from './hall-app.ts'
import { listens, look } from './sockets.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await listens(hall)
  await hall.enrol('kiosk')
})
afterAll(() => hall.close())

const everybody = ['nobody', 'kiosk', 'ayu', 'dewi', 'spv-polres', 'spv', 'manager'] as const
const supervisorsAlone = {
  nobody: '401 not-signed-in',
  kiosk: '403 not-allowed',
  ayu: '403 not-allowed',
  dewi: '403 not-allowed',
  'spv-polres': '403 not-allowed',
  spv: 200,
  manager: 200,
}
const spv = (body: object, key?: string) => ({ as: 'spv', body, ...(key ? { key } : {}) }) as const
const phase = 'PUT /api/services/kk/phase'
const serviceIn = async (of: HallApp, id = 'kk') =>
  (await of.does<HallAnswer>('GET /api/hall')).services.find((service) => service.id === id)
const inAnHour = (of: HallApp) => new Date(of.now() + 3_600_000).toISOString()

describe('who may', () => {
  it.each([
    [phase, { status: 'open' }],
    ['PUT /api/services/kk/quota', { quota: null }],
    ['PUT /api/counters/loket-1/services', { services: ['kk', 'ktp', 'akta'] }],
  ])('%s: supervisors of the agency and the manager', async (line, body) => {
    expect(await hall.outcomes(line, { body }, everybody)).toEqual(supervisorsAlone)
  })

  it('what does not exist answers so', async () => {
    expect(await hall.outcome('PUT /api/services/paspor/phase', spv({ status: 'open' }))).toBe(
      '404 unknown-service',
    )
    expect(await hall.outcome('PUT /api/services/paspor/quota', spv({ quota: 1 }))).toBe(
      '404 unknown-service',
    )
    expect(await hall.outcome('PUT /api/counters/loket-99/services', spv({ services: ['kk'] }))).toBe(
      '404 unknown-counter',
    )
  })
})

describe('a phase', () => {
  it('is seen by the kiosk, the boards and the hall’s answer at once', async () => {
    const two = await hallApp()
    await listens(two)
    const kiosk = look<KioskView>(two, 'kiosk')
    const board = look<BoardView>(two, 'board:all')
    const before = (await kiosk.view()).hall.plan
    await board.view()
    const until = inAnHour(two)
    const { service, plan } = await two.does<{ service: object; plan: number }>(
      phase,
      spv({ status: 'paused', until, reason: 'Listrik padam 🙏' }),
    )
    expect(service).toMatchObject({ id: 'kk', status: 'paused', until })
    expect(plan).toBeGreaterThan(before)
    const seen = await kiosk.view((view) => view.hall.plan === plan)
    expect(seen.services.find(({ id }) => id === 'kk')?.status).toBe('paused')
    await board.view((view) => view.hall.plan === plan)
    expect(await serviceIn(two)).toMatchObject({
      status: 'paused',
      until,
      reason: { id: 'Listrik padam 🙏', en: 'Listrik padam 🙏' },
    })
    const rows = two.db.prepare<[], string>('SELECT data FROM events').pluck().all()
    expect(rows.filter((data) => data.includes('Listrik padam 🙏'))).toEqual([])
    expect(await serviceIn(two)).not.toHaveProperty('reopens')
  })

  it('takes a reason of the plan by its id', async () => {
    const two = await hallApp()
    await two.does(phase, spv({ status: 'paused', reason: 'rapat' }))
    expect((await serviceIn(two))?.reason).toEqual({ id: 'Rapat', en: 'Rapat' })
  })

  it('asks what should happen to the people waiting, and tells them', async () => {
    const two = await hallApp()
    await listens(two)
    const one = await two.take(['kk', 'akta'])
    await two.take(['kk'])
    const { status, body } = await two.ask(phase, spv({ status: 'paused' }))
    expect([status, body]).toMatchObject([409, { code: 'people-waiting', about: 'kk', count: 2 }])
    const phone = look<VisitView>(two, `visit:${one.visit.token}`)
    await phone.view()
    await two.does(phase, spv({ status: 'paused', waiting: 'end' }))
    const { visit } = await phone.view((view) => view.visit.steps[0]?.status === 'cancelled')
    expect(visit.steps.map((step) => step.status)).toEqual(['cancelled', 'waiting'])
    await two.does('PUT /api/services/akta/phase', spv({ status: 'soon', waiting: 'move', to: 'ktp' }))
    const moved = await phone.view((view) => view.visit.steps[1]?.service === 'ktp')
    expect(moved.visit.steps[1]).toMatchObject({ status: 'waiting', ahead: 0 })
  })

  it('moves nobody to another agency, but by the manager', async () => {
    const two = await hallApp()
    await two.take(['kk'])
    const move = { status: 'paused', waiting: 'move', to: 'skck' }
    expect(await two.outcome(phase, spv(move))).toBe('403 not-allowed')
    expect(await two.outcome(phase, { as: 'manager', body: move })).toBe(200)
    expect(await two.outcome(phase, spv({ ...move, to: 'paspor' }))).toBe('404 unknown-service')
  })

  it('with an end opens again by itself, also after a restart on another day', async () => {
    const first = await openHall()
    await first.does(phase, spv({ status: 'paused', until: inAnHour(first) }))
    await first.app.close()
    first.db.close()
    const again = await hallApp({ dir: first.dir, at: first.clock.now + 24 * 3_600_000 })
    await listens(again)
    const kiosk = look<KioskView>(again, 'kiosk')
    await kiosk.view(({ services }) => services.find(({ id }) => id === 'kk')?.status === 'open')
    const by = again.db
      .prepare<[], string>(`SELECT by FROM events WHERE type = 'phase-changed'`)
      .pluck()
      .all()
    expect(by.at(-1)).toBe('system:clock')
  })

  it('sent twice with one key happens once', async () => {
    const two = await hallApp()
    const send = spv({ status: 'paused', reason: 'Sakit' }, 'one')
    const first = await two.does(phase, send)
    expect(await two.does(phase, send)).toEqual(first)
  })

  it.each([
    [{ status: 'closed' }, '400 bad-request'],
    [{ status: 'open', reason: 'rapat' }, '400 bad-request'],
    [{ status: 'open', until: '2030-01-01T00:00:00Z' }, '400 bad-request'],
    [{ status: 'soon', expected: '2027-02-31' }, '400 bad-request'],
    [{ status: 'soon', expected: '2020-02-01' }, '422 until-past'],
    [{ status: 'elsewhere' }, '400 bad-request'],
    [{ status: 'elsewhere', where: ' ' }, '400 bad-request'],
    [{ status: 'paused', waiting: 'move' }, '400 bad-request'],
    [{ status: 'paused', to: 'akta' }, '400 bad-request'],
    [{ status: 'paused', until: '13.00' }, '400 bad-request'],
    [{ status: 'paused', until: '2026-13-45T99:99:00Z' }, '400 bad-request'],
    [{ status: 'paused', until: '2026-11-24T00:00:00Z' }, '422 until-past'],
    [{ status: 'paused', reason: 'x'.repeat(10_000) }, '400 bad-request'],
    [{ status: 'paused', nonsense: 1 }, '400 bad-request'],
    [{ status: 'elsewhere', where: 'مبنى البلدية' }, 200],
    [{ status: 'soon', expected: '2027-02-28', where: 'Jalan Veteran' }, 200],
    [{ status: 'open' }, 200],
  ])('of %j comes to %s', async (body, outcome) => {
    expect(await hall.outcome(phase, spv(body))).toBe(outcome)
  })
})

describe('for today', () => {
  it('a quota stops numbers, is shown, and is no part of the plan', async () => {
    const two = await hallApp()
    const plan = await two.does('GET /api/plan', { as: 'manager' })
    await two.take(['kk'])
    await two.does('PUT /api/services/kk/quota', spv({ quota: 0 }))
    expect((await serviceIn(two))?.quota).toBe(0)
    const more = { as: 'manager', key: 'more', body: { services: ['kk'] } } as const
    expect(await two.outcome('POST /api/visits', more)).toBe('422 quota-reached')
    expect(await two.does('GET /api/plan', { as: 'manager' })).toEqual(plan)
    await two.revise(plan)
    expect((await serviceIn(two))?.quota).toBe(0)
    two.later({ hours: 24 })
    await two.take(['kk'])
    expect((await serviceIn(two))?.quota).toBeNull()
  })

  it.each([-1, 1.5, '3', 100_001])('a quota of %j is invalid', async (quota) => {
    expect(await hall.outcome('PUT /api/services/kk/quota', spv({ quota }))).toBe('400 bad-request')
  })

  it('a counter serves other services, which its panel and the kiosk know at once', async () => {
    const two = await hallApp()
    await listens(two)
    await two.take(['kk'])
    const panel = look<CounterView>(two, 'counter:loket-1', { as: 'ayu' })
    await panel.view(({ waiting }) => waiting === 1)
    const { counter } = await two.does<{ counter: CounterView }>(
      'PUT /api/counters/loket-1/services',
      spv({ services: ['akta'] }),
    )
    expect(counter.waiting).toBe(0)
    await panel.view(({ waiting }) => waiting === 0)
    const { counters } = await two.does<HallAnswer>('GET /api/hall')
    expect(counters.find(({ id }) => id === 'loket-1')?.services).toEqual(['akta'])
  })

  it.each([
    [['skck'], '422 other-agency'],
    [['paspor'], '404 unknown-service'],
    [[], '400 bad-request'],
    [['kk', 'kk'], '400 bad-request'],
  ])('a counter can’t serve %j', async (services, outcome) => {
    expect(await hall.outcome('PUT /api/counters/loket-1/services', spv({ services }))).toBe(outcome)
  })
})

it('[S21] the last counter of a service keeps it while people wait: and the refusal says who', async () => {
  const two = await hallApp()
  await two.take(['akta'])
  const set = await two.ask('PUT /api/counters/loket-1/services', { as: 'spv', body: { services: ['kk'] } })
  expect(set).toMatchObject({ status: 409, body: { code: 'people-waiting', count: 1 } })
  expect(set.body['detail']).toMatch(/^Belum disimpan karena masih ada yang menunggu: akta \(1\)/)
})
