// The reception: whom it sees, whom it finds, what it does for them, and who may.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Printer } from '../../server/hall/equipment.ts'
import type { ReceptionView, ReceptionVisit, ReceptionVisitView } from '../../server/live/reception.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp, openHall, type Somebody, type Taken } from './hall-app.ts'
import { emulatedPrinter } from '../slip/printer.ts'
import { quick } from '../slip/quick.ts'
import { listens, look } from './sockets.ts'

interface Found {
  visit: ReceptionVisit
}

const desk: Printer = {
  id: 'meja',
  name: { id: 'Meja depan', en: 'Front desk' },
  link: { kind: 'fake' },
  paper: 80,
  answers: false,
  kiosks: [],
  counters: [],
  reception: false,
}
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

let hall: HallApp
let kiosk: string
beforeAll(async () => {
  hall = await openHall()
  await listens(hall)
  kiosk = await hall.enrol('kiosk', 'depan')
  await hall.enrol('display')
})
afterAll(() => hall.close())

const takeAt = (as: Somebody, services: string[], more: object = {}) =>
  hall.does<Taken>('POST /api/visits', { as, key: randomUUID(), body: { services, ...more } })

/** A visit whose slip is on its way to a printer that does not answer. */
async function queued(id: string): Promise<string> {
  const ticket = { services: ['kk'], missing: [], priority: false, comeToMe: false, language: null }
  const command = {
    type: 'take-visit',
    visit: id,
    token: `token-of-${id}`,
    printer: 'gone',
    ...ticket,
  } as const
  await hall.dispatch({ command, by: `device:${kiosk}` })
  return id
}
const fails = (visit: string) =>
  hall.dispatch({
    command: { type: 'fail-slip', visit, printer: 'gone', why: 'paper-out' },
    by: 'system:slip',
  })

describe('the topic reception', () => {
  it('is for staff alone, of whatever agency', async () => {
    for (const topic of ['reception', `reception:${await queued('seen')}`]) {
      for (const as of ['ayu', 'dewi', 'spv', 'manager'] as const)
        expect(await look<object>(hall, topic, { as }).view()).toHaveProperty('hall')
      for (const as of ['nobody', 'kiosk', 'display'] as const)
        expect(await look(hall, topic, { as }).closed).toBe(4003)
    }
    expect(await look(hall, 'reception:nothing', { as: 'ayu' }).closed).toBe(4004)
    expect(await look(hall, 'reception:nothing').closed).toBe(4003)
  })

  it('shows whose slip failed, where it was taken and why, until somebody saw the number noted', async () => {
    const reception = look<ReceptionView>(hall, 'reception', { as: 'ayu' })
    await fails(await queued('lost'))
    const rowOf = ({ notTaken }: ReceptionView) => notTaken.find(({ id }) => id === 'lost')
    const row = rowOf(await reception.view((view) => rowOf(view)?.slip.status === 'failed'))
    expect(row).toMatchObject({
      number: expect.stringMatching(/^A\d{3}$/),
      from: { kind: 'kiosk', name: null, zone: 'depan' },
      slip: { status: 'failed', noted: false, printer: 'gone', why: 'paper-out' },
      steps: [{ service: 'kk', status: 'waiting', counter: null }],
    })
    expect(JSON.stringify(row)).not.toContain('token')
    const seen = reception.views().length
    await hall.does('POST /api/reception/visits/lost/noted', { as: 'dewi' })
    await reception.view((view) => reception.views().indexOf(view) >= seen && !rowOf(view))
  })

  it('shows a slip that nobody confirmed for 90 seconds', async () => {
    await queued('slow')
    hall.later({ seconds: 90 })
    const view = await look<ReceptionView>(hall, 'reception', { as: 'ayu' }).view()
    expect(view.notTaken.map(({ id }) => id)).toContain('slow')
    expect(view.notTakenCount).toBe(view.notTaken.length)
    const { visit } = await hall.does<Found>(`GET /api/reception/visits?number=${numberOf('slow')}`, {
      as: 'ayu',
    })
    expect(visit.notTaken).toBe(true)
  })

  it('shows visitors who asked for staff to come, with the kiosk or the person that gave the number', async () => {
    const reception = look<ReceptionView>(hall, 'reception', { as: 'spv' })
    const one = await takeAt('kiosk', ['kk', 'bayar'], { comeToMe: true })
    const two = await takeAt('ayu', ['skck'], { comeToMe: true, priority: true, language: 'en' })
    const view = await reception.view(({ comeToMe }) => comeToMe.some(({ id }) => id === two.visit.id))
    expect(view.comeToMe).toMatchObject([
      {
        number: one.visit.number,
        from: { kind: 'kiosk', zone: 'depan' },
        steps: [{ service: 'kk' }, { service: 'bayar' }],
      },
      { number: two.visit.number, from: { kind: 'staff', name: 'Nama ayu' }, priority: true, language: 'en' },
    ])
    for (const { visit } of [one, two])
      await hall.does(`POST /api/reception/visits/${visit.id}/cancel`, { as: 'ayu' })
    await reception.view(({ comeToMeCount }) => comeToMeCount === 0)
  })

  it('shows at most 30 of each and says how many there are', async () => {
    const other = await hallApp()
    await listens(other)
    for (let count = 0; count < 31; count++) await other.take(['kk'], { comeToMe: true })
    const view = await look<ReceptionView>(other, 'reception', { as: 'ayu' }).view()
    expect([view.comeToMe.length, view.comeToMeCount]).toEqual([30, 31])
    expect(view.comeToMe[0]?.number).toBe('A001')
  })
})

it('a counter sees which of its numbers perhaps nobody holds, and who asked for staff to come', async () => {
  await fails(await queued('unheld'))
  const { visit } = await takeAt('kiosk', ['kk'], { comeToMe: true })
  const { later, next } = await look<CounterView>(hall, 'counter:loket-1', { as: 'ayu' }).view()
  expect(later.find((row) => row.visit === 'unheld')).toMatchObject({ because: 'slip', notTaken: true })
  expect(next.find((row) => row.visit === visit.id)).toMatchObject({ comeToMe: true, notTaken: false })
})

describe('the topic of one visit', () => {
  it('follows it, without a token that would open the visitor’s own page', async () => {
    const { visit } = await hall.take(['bayar'])
    const one = look<ReceptionVisitView>(hall, `reception:${visit.id}`, { as: 'dewi' })
    const first = await one.view()
    expect(first.visit).toMatchObject({
      number: visit.number,
      copies: 0,
      notTaken: false,
      slip: { status: 'none' },
    })
    expect(JSON.stringify(one.messages)).not.toContain(visit.token)
    await hall.does(`POST /api/visits/${visit.token}/cancel`)
    await one.view(({ visit: { steps } }) => steps[0]?.status === 'cancelled')
  })
})

describe('a visit by its number', () => {
  it('is found by all staff, however it is typed, and by nobody else', async () => {
    const { visit } = await hall.take(['akta'])
    const typed = visit.number.toLowerCase().replace('00', '%20')
    const line = `GET /api/reception/visits?number=${typed}`
    expect(await hall.outcomes(line, {}, everybody)).toEqual(staffAlone(200))
    const { visit: found } = await hall.does<Found>(line, { as: 'dewi' })
    expect(found).toMatchObject({
      id: visit.id,
      number: visit.number,
      steps: [{ service: 'akta', status: 'waiting' }],
    })
    expect(JSON.stringify(found)).not.toContain(visit.token)
  })

  it.each([
    ['A999', '404 unknown-visit'],
    ['hello', '404 unknown-visit'],
    ['', '400 bad-request'],
    ['A'.repeat(21), '400 bad-request'],
  ])('%j answers %s', async (number, answer) => {
    expect(await hall.outcome(`GET /api/reception/visits?number=${number}`, { as: 'ayu' })).toBe(answer)
  })
})

describe('a visit by the token of its slip', () => {
  it('is found by all staff and by nobody else, without the token in the answer', async () => {
    const { visit } = await hall.take(['akta'])
    const line = `GET /api/reception/visits?token=${visit.token}`
    expect(await hall.outcomes(line, {}, everybody)).toEqual(staffAlone(200))
    const { visit: found } = await hall.does<Found>(line, { as: 'dewi' })
    expect(found).toMatchObject({ id: visit.id, number: visit.number })
    expect(JSON.stringify(found)).not.toContain(visit.token)
  })

  it.each([
    [`token=${'A'.repeat(22)}`, '404 unknown-visit'],
    ['token=__proto__', '404 unknown-visit'],
    [`token=${'A'.repeat(65)}`, '400 bad-request'],
    ['token=', '400 bad-request'],
    ['', '400 bad-request'],
    ['number=A001&token=x', '400 bad-request'],
  ])('%j answers %s', async (query, answer) => {
    expect(await hall.outcome(`GET /api/reception/visits?${query}`, { as: 'ayu' })).toBe(answer)
  })

  it('is that of today alone', async () => {
    const tomorrow = await hallApp()
    const { visit } = await tomorrow.take(['akta'])
    tomorrow.later({ hours: 24 })
    await tomorrow.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })
    const line = `GET /api/reception/visits?token=${visit.token}`
    expect(await tomorrow.outcome(line, { as: 'ayu' })).toBe('404 unknown-visit')
  })
})

describe.each(['print', 'noted', 'cancel'])('%s by staff', (action) => {
  it('is for all staff and for nobody else', async () => {
    const { visit } = await hall.take(['bayar'])
    const line = `POST /api/reception/visits/${visit.id}/${action}`
    expect(await hall.outcomes(line, {}, everybody)).toEqual(staffAlone(200))
  })

  it('answers 404 unknown-visit for anything but a visit of today', async () => {
    expect(await hall.outcome(`POST /api/reception/visits/nothing/${action}`, { as: 'ayu' })).toBe(
      '404 unknown-visit',
    )
  })
})

it('the journal names who cancelled, and a visit that is being served is not cancelled', async () => {
  const two = await hallApp()
  const [a, b] = [await two.take(['kk']), await two.take(['kk'])]
  await two.act('ayu', 'open', 'loket-1')
  await two.act('ayu', 'call-next', 'loket-1')
  await two.act('ayu', 'start', 'loket-1')
  const cancel = (id: string) => two.outcome(`POST /api/reception/visits/${id}/cancel`, { as: 'dewi' })
  expect(await cancel(a.visit.id)).toBe('409 being-served')
  expect(await cancel(b.visit.id)).toBe(200)
  const events = two.db.prepare("SELECT by FROM events WHERE type = 'visit-cancelled'").all()
  expect(events).toEqual([{ by: `staff:${two.access.staff.byUsername('dewi')?.id}` }])
})

it('a slip comes out where the person who asks prints, and one who has no printer is told so', async () => {
  const two = await hallApp({
    plan: { ...rulesPlan, printers: [{ ...desk, counters: ['loket-1'] }] },
  })
  const { visit } = await two.take(['kk'])
  const print = (as: Somebody) =>
    two.does<Found & { slip: object }>(`POST /api/reception/visits/${visit.id}/print`, { as })
  expect(await print('dewi')).toMatchObject({
    visit: { copies: 0 },
    slip: { status: 'none', printer: null, why: 'no-such-printer' },
  })
  await two.act('ayu', 'open', 'loket-1')
  expect(await print('ayu')).toMatchObject({ visit: { copies: 1 }, slip: { printer: 'meja', noted: true } })
})

it('a printer without paper needs attention until there is some, and its number waits with the reason', async () => {
  const printer = await emulatedPrinter({ paper: 'out' })
  const link = { kind: 'network', host: '127.0.0.1', port: printer.port } as const
  const two = await hallApp({
    printerPace: quick,
    plan: { ...rulesPlan, printers: [{ ...desk, link, answers: true, reception: true }] },
  })
  await listens(two)
  const reception = look<ReceptionView>(two, 'reception', { as: 'ayu' })
  const { attention } = await reception.view((view) => view.attention.length > 0)
  const nothing = { device: null, name: null, zone: null, since: null, of: null }
  expect(attention).toEqual([{ kind: 'paper-out', printer: 'meja', ...nothing }])
  const { visit } = await two.take(['kk'])
  const { notTaken, printers } = await reception.view((view) => view.notTakenCount === 1)
  expect(notTaken).toMatchObject([{ id: visit.id, slip: { status: 'failed', why: 'paper-out' } }])
  expect(printers).toEqual([{ id: 'meja', name: desk.name }])
  printer.set({ paper: 'full' })
  await reception.view((view) => view.attention.length === 0 && view.notTakenCount === 1)
  await two.does(`POST /api/reception/visits/${visit.id}/print`, { as: 'dewi' })
  const one = look<ReceptionVisitView>(two, `reception:${visit.id}`, { as: 'dewi' })
  const printed = await one.view((view) => view.visit.slip.status === 'printed')
  expect(printed.visit).toMatchObject({ copies: 2, notTaken: false })
})

function numberOf(visit: string): string {
  return hall.hall.visits.get(visit)?.number ?? ''
}
