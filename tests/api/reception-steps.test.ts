// What staff do at the reception to the steps of a visit and to its class, over HTTP: who may, what is refused, who sees it at once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReceptionVisit, ReceptionVisitView } from '../../server/live/reception.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { VisitView } from '../../server/live/visit.ts'
import { counterPrinter, rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp, openHall } from './hall-app.ts'
import { listens, look } from './sockets.ts'

interface Found {
  visit: ReceptionVisit
}

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await listens(hall)
  await hall.enrol('kiosk')
  await hall.enrol('display')
})
afterAll(() => hall.close())

const everybody = ['nobody', 'kiosk', 'display', 'ayu', 'dewi', 'spv', 'manager'] as const
const staffAlone = (result: number | string) => ({
  nobody: '401 not-signed-in',
  kiosk: '403 not-allowed',
  display: '403 not-allowed',
  ayu: result,
  dewi: result,
  spv: result,
  manager: result,
})
const at = (visit: string, what: string) => `POST /api/reception/visits/${visit}/${what}`
const services = ({ visit }: Found) => visit.steps.map(({ service, status }) => `${service} ${status}`)

/** The audit's newest line, in English. */
async function audited(of: HallApp) {
  const { lines } = await of.does<{ lines: { what: string; who: string }[] }>('GET /api/audit?language=en', {
    as: 'manager',
  })
  return lines[0]
}

describe('a step is added', () => {
  const add = (visit: string, body: object, as: 'ayu' | 'dewi' = 'dewi') =>
    hall.does<Found>(at(visit, 'steps'), { as, body })

  it('by all staff and by nobody else', async () => {
    const { visit } = await hall.take(['kk'])
    const line = at(visit.id, 'steps')
    const answers = await hall.outcomes(line, { body: { service: 'skck' } }, everybody)
    expect(answers).toEqual({ ...staffAlone('409 already-waiting'), ayu: 200 })
  })

  it('beside the others, or before them', async () => {
    const { visit } = await hall.take(['ktp'])
    expect(services(await add(visit.id, { service: 'skck' }))).toEqual(['ktp waiting', 'skck waiting'])
    expect(services(await add(visit.id, { service: 'bayar', before: true }))).toEqual([
      'ktp blocked',
      'skck blocked',
      'bayar waiting',
    ])
  })

  it('once, however often the same key comes', async () => {
    const { visit } = await hall.take(['ktp'])
    const line = at(visit.id, 'steps')
    const twice = { as: 'ayu', key: `add to ${visit.id}`, body: { service: 'bayar' } } as const
    const first = await hall.does<Found>(line, twice)
    expect(await hall.does<Found>(line, twice)).toEqual(first)
    expect(first.visit.steps).toHaveLength(2)
    expect(await hall.outcome(line, { ...twice, body: { service: 'skck' } })).toBe('409 key-reused')
  })

  it.each([
    [{}, '400 bad-request'],
    [{ service: '' }, '400 bad-request'],
    [{ service: 'x'.repeat(10_000) }, '400 bad-request'],
    [{ service: 7 }, '400 bad-request'],
    [{ service: 'skck', before: 'yes' }, '400 bad-request'],
    [{ service: 'skck', colour: 'red' }, '400 bad-request'],
    [{ service: '<b>kk</b>' }, '404 unknown-service'],
    [{ service: '__proto__' }, '404 unknown-service'],
    [{ service: 'tabungan' }, '422 service-closed'],
    [{ service: 'kk' }, '409 already-waiting'],
  ])('%j answers %s', async (body, answer) => {
    const { visit } = await hall.take(['kk'])
    expect(await hall.outcome(at(visit.id, 'steps'), { as: 'ayu', body })).toBe(answer)
  })

  it('to nothing that is over or not there', async () => {
    const { visit } = await hall.take(['kk'])
    await hall.does(at(visit.id, 'cancel'), { as: 'ayu' })
    const body = { service: 'skck' }
    expect(await hall.outcome(at(visit.id, 'steps'), { as: 'ayu', body })).toBe('409 visit-over')
    expect(await hall.outcome(at('nothing', 'steps'), { as: 'ayu', body })).toBe('404 unknown-visit')
  })

  it('is seen at once on the phone and at the counter, and recorded in words with who did it', async () => {
    const { visit } = await hall.take(['ktp'])
    const phone = look<VisitView>(hall, `visit:${visit.token}`)
    const counter = look<CounterView>(hall, 'counter:loket-6', { as: 'manager' })
    await phone.view()
    expect((await counter.view()).next.some((row) => row.visit === visit.id)).toBe(false)
    await add(visit.id, { service: 'bayar' })
    const seen = await phone.view((view) => view.visit.steps.length === 2)
    expect(seen.visit.steps[1]).toMatchObject({ service: 'bayar', status: 'waiting' })
    await counter.view(({ next }) => next.some((row) => row.visit === visit.id))
    expect(await audited(hall)).toMatchObject({
      what: `${visit.number} waits for bayar too.`,
      who: expect.stringContaining('Nama dewi'),
    })
  })
})

it('the slip of a visit with a new step comes out at the printer of the person who added it', async () => {
  const plan = { ...rulesPlan, printers: [counterPrinter('meja', ['loket-1'])] }
  const two = await hallApp({ plan })
  const { visit } = await two.take(['kk'])
  const add = (as: 'ayu' | 'dewi', service: string) =>
    two.does<Found>(at(visit.id, 'steps'), { as, body: { service } })
  expect((await add('dewi', 'skck')).visit).toMatchObject({ copies: 0, slip: { status: 'none' } })
  await two.act('ayu', 'open', 'loket-1')
  expect((await add('ayu', 'bayar')).visit).toMatchObject({
    copies: 1,
    slip: { printer: 'meja', noted: true },
  })
})

describe('a step is cancelled', () => {
  it('by all staff and by nobody else; a second time changes nothing', async () => {
    const { visit } = await hall.take(['kk', 'skck'])
    const line = at(visit.id, `steps/${visit.steps[0]?.id}/cancel`)
    expect(await hall.outcomes(line, {}, everybody)).toEqual(staffAlone(200))
    const { seq } = hall.hall
    expect(services(await hall.does<Found>(line, { as: 'ayu' }))).toEqual(['kk cancelled', 'skck waiting'])
    expect(hall.hall.seq).toBe(seq)
  })

  it('and none that is not there', async () => {
    const { visit } = await hall.take(['kk'])
    const cancel = (id: string, step: string) => hall.outcome(at(id, `steps/${step}/cancel`), { as: 'ayu' })
    expect(await cancel(visit.id, 'nothing')).toBe('404 unknown-step')
    expect(await cancel(visit.id, '__proto__')).toBe('404 unknown-step')
    expect(await cancel('nothing', `${visit.id}.1`)).toBe('404 unknown-visit')
    expect(await cancel(visit.id, 'x'.repeat(10_000))).toBe('404 not-found')
  })

  it('takes a call from the counter, the board and the phone, and the counter is told why it can’t take it back', async () => {
    const two = await hallApp()
    await listens(two)
    const { visit } = await two.take(['kk', 'skck'])
    await two.act('ayu', 'open', 'loket-1')
    await two.act('ayu', 'call-next', 'loket-1')
    const board = look<BoardView>(two, 'board:all')
    const phone = look<VisitView>(two, `visit:${visit.token}`)
    const counter = look<CounterView>(two, 'counter:loket-1', { as: 'ayu' })
    await board.view(({ calls }) => calls.length === 1)
    await two.does(at(visit.id, `steps/${visit.id}.1/cancel`), { as: 'dewi' })
    await board.view(({ calls }) => calls.length === 0)
    await phone.view((view) => view.visit.steps[0]?.status === 'cancelled')
    expect((await counter.view(({ current }) => current === null)).waiting).toBe(0)
    expect((await two.ask('POST /api/counters/loket-1/undo', { as: 'ayu' })).body).toMatchObject({
      code: 'not-undoable',
      about: 'cancelled',
    })
    expect(await audited(two)).toMatchObject({
      what: `${visit.number} no longer waits for kk.`,
      who: expect.stringContaining('Nama dewi'),
    })
  })

  it('not while it is being served', async () => {
    const two = await hallApp()
    const { visit } = await two.take(['kk', 'skck'])
    for (const action of ['open', 'call-next', 'start']) await two.act('ayu', action, 'loket-1')
    const answer = await two.ask(at(visit.id, `steps/${visit.id}.1/cancel`), { as: 'dewi' })
    expect(answer.body).toMatchObject({ status: 409, code: 'being-served', about: 'loket-1' })
  })
})

describe('a step is released', () => {
  it('by all staff and by nobody else, and is seen at once where it waits again', async () => {
    const two = await hallApp()
    await listens(two)
    await two.enrol('kiosk')
    await two.enrol('display')
    const { visit } = await two.take(['kk'])
    for (const action of ['open', 'call-next', 'hold']) await two.act('ayu', action, 'loket-1')
    const phone = look<VisitView>(two, `visit:${visit.token}`)
    const counter = look<CounterView>(two, 'counter:loket-1', { as: 'ayu' })
    await counter.view(({ held }) => held.length === 1)
    await phone.view((view) => view.visit.steps[0]?.status === 'held')
    const line = at(visit.id, `steps/${visit.id}.1/release`)
    const answers = await two.outcomes(line, {}, everybody)
    expect(answers).toEqual({ ...staffAlone('409 nothing-to-release'), ayu: 200 })
    await counter.view(({ held, next }) => held.length === 0 && next.length === 1)
    await phone.view((view) => view.visit.steps[0]?.status === 'waiting')
    expect((await two.ask('POST /api/counters/loket-1/undo', { as: 'ayu' })).body).toMatchObject({
      code: 'not-undoable',
      about: 'released',
    })
    expect(await audited(two)).toMatchObject({
      what: `${visit.number} waits for kk again.`,
      who: expect.stringContaining('Nama ayu'),
    })
  })

  it('also in the pause before the second call, and only then is it offered', async () => {
    const two = await openHall({ plan: { ...rulesPlan, secondCallSeconds: 600 } })
    await listens(two)
    const { visit } = await two.take(['kk'])
    const card = look<ReceptionVisitView>(two, `reception:${visit.id}`, { as: 'dewi' })
    const offered = (view: ReceptionVisitView) => view.visit.steps[0]?.releasable
    await card.view((view) => offered(view) === false)
    for (const action of ['open', 'call-next', 'miss']) await two.act('ayu', action, 'loket-1')
    await card.view((view) => offered(view) === true && view.visit.steps[0]?.status === 'waiting')
    expect(await two.outcome(at(visit.id, `steps/${visit.id}.1/release`), { as: 'dewi' })).toBe(200)
    await card.view((view) => offered(view) === false && view.visit.steps[0]?.callableFrom === null)
  })

  it('and none that is not there', async () => {
    const { visit } = await hall.take(['kk'])
    expect(await hall.outcome(at(visit.id, 'steps/nothing/release'), { as: 'ayu' })).toBe('404 unknown-step')
    expect(await hall.outcome(at('nothing', 'steps/nothing/release'), { as: 'ayu' })).toBe(
      '404 unknown-visit',
    )
  })
})

describe('the class of a visit', () => {
  const give = (priority: unknown) => ({ as: 'dewi', body: { priority } }) as const

  it('may be changed by all staff and by nobody else; asking for what is already so changes nothing', async () => {
    const { visit } = await hall.take(['kk'])
    const line = at(visit.id, 'priority')
    expect(await hall.outcomes(line, { body: { priority: true } }, everybody)).toEqual(staffAlone(200))
    const { seq } = hall.hall
    expect((await hall.does<Found>(line, give(true))).visit.priority).toBe(true)
    expect(hall.hall.seq).toBe(seq)
    expect((await hall.does<Found>(line, give(false))).visit.priority).toBe(false)
  })

  it('is seen at once by those whom it passes, and recorded in words with who did it', async () => {
    const two = await hallApp()
    await listens(two)
    const first = await two.take(['kk'])
    two.later({ minutes: 1 })
    const second = await two.take(['kk'])
    two.later({ minutes: 5 })
    const phone = look<VisitView>(two, `visit:${first.visit.token}`)
    const counter = look<CounterView>(two, 'counter:loket-1', { as: 'ayu' })
    await phone.view((view) => view.visit.steps[0]?.ahead === 0)
    await two.does(at(second.visit.id, 'priority'), give(true))
    await phone.view((view) => view.visit.steps[0]?.ahead === 1)
    await counter.view(({ next }) => next[0]?.visit === second.visit.id && next[0].priority)
    expect(await audited(two)).toMatchObject({
      what: `${second.visit.number} has priority now.`,
      who: expect.stringContaining('Nama dewi'),
    })
  })

  it.each([[undefined], [null], ['yes'], [1]])('%j answers 400 bad-request', async (priority) => {
    const { visit } = await hall.take(['kk'])
    expect(await hall.outcome(at(visit.id, 'priority'), give(priority))).toBe('400 bad-request')
  })

  it('does not exist if the rates are equal', async () => {
    const two = await hallApp({ plan: { ...rulesPlan, rates: { regular: 1, priority: 1 } } })
    const { visit } = await two.take(['kk'])
    expect(await two.outcome(at(visit.id, 'priority'), give(true))).toBe('422 no-priority')
    await two.does(at(visit.id, 'cancel'), { as: 'ayu' })
    expect(await two.outcome(at(visit.id, 'priority'), give(true))).toBe('409 visit-over')
  })
})
