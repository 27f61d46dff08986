// What supervisors and the manager look at: who may, what it says, and that it is kept up to date.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AgencyView } from '../../server/live/agency.ts'
import { type HallApp, hallApp, openHall } from './hall-app.ts'
import { listens, look } from './sockets.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall({ forecasts: true })
  await listens(hall)
  await hall.enrol('kiosk')
  await hall.enrol('display')
})
afterAll(() => hall.close())

const own = 'agency:dukcapil'
const see = (topic = own, as: 'spv' | 'manager' = 'spv') => look<AgencyView>(hall, topic, { as })
const service = ({ services }: AgencyView, id: string) => services.find((one) => one.id === id)
const counter = ({ counters }: AgencyView, id: string) => counters.find((one) => one.id === id)
const person = ({ staff }: AgencyView, username: string) => staff.find((one) => one.username === username)

describe('who may look', () => {
  it('a supervisor sees their own agency, a manager each one and all together', async () => {
    for (const as of ['spv', 'manager'] as const)
      expect(await see(own, as).view()).toMatchObject({ agency: 'dukcapil', waitLimitMinutes: 60 })
    expect(await see('agency:all', 'manager').view()).toMatchObject({ agency: null })
  })

  it('nobody else may: 4003; a manager who asks for something that does not exist: 4004', async () => {
    for (const as of ['nobody', 'kiosk', 'display', 'ayu', 'dewi', 'spv-polres'] as const)
      expect([as, await look(hall, own, { as }).closed]).toEqual([as, 4003])
    for (const topic of ['agency:all', 'agency:polres', 'agency:nowhere'])
      expect([topic, await look(hall, topic, { as: 'spv' }).closed]).toEqual([topic, 4003])
    for (const topic of ['agency:nowhere', 'agency:', 'agency'])
      expect([topic, await look(hall, topic, { as: 'manager' }).closed]).toEqual([topic, 4004])
  })

  it('a supervisor whose session ends is shown the door at once', async () => {
    const other = await hallApp()
    await listens(other)
    const socket = look<AgencyView>(other, own, { as: 'spv' })
    await socket.view()
    const { id = '' } = other.access.staff.byUsername('spv') ?? {}
    other.access.sessions.endAll(id, null)
    other.push.recheck()
    expect(await socket.closed).toBe(4003)
  })
})

describe('what is seen', () => {
  it('counters, services and people of the agency alone, in the plan’s order', async () => {
    const view = await see().view()
    expect(view.counters.map(({ id }) => id)).toEqual(
      hall.hall.layout.plan.counters.filter(({ agency }) => agency === 'dukcapil').map(({ id }) => id),
    )
    expect(view.services.map(({ id }) => id)).toEqual(['kk', 'ktp', 'akta'])
    expect(view.staff.map(({ username }) => username)).toEqual(['ayu', 'budi', 'spv'])
    const all = await see('agency:all', 'manager').view()
    expect(all.services.map(({ id }) => id)).toEqual(hall.hall.layout.plan.services.map(({ id }) => id))
    expect(all.staff.map(({ role }) => role)).toContain('manager')
  })

  it('why a service gives no number, and how full its quota is', async () => {
    const view = await see('agency:all', 'manager').view()
    expect(service(view, 'tabungan')).toMatchObject({ status: 'soon', expected: '2027-02-01' })
    expect(service(view, 'kredit')).toMatchObject({
      status: 'paused',
      until: '13.00',
      reason: { id: 'Listrik padam' },
    })
    expect(service(view, 'asuransi')).toMatchObject({
      status: 'elsewhere',
      where: { id: 'Jalan Veteran 3' },
    })
    expect(service(view, 'akta')).toMatchObject({ status: 'open', quota: 2, taken: 0 })
    await hall.take(['akta'])
    expect(service(await see().view(), 'akta')).toMatchObject({ taken: 1, waiting: 1, openCounters: 0 })
  })

  it('a visitor’s way: waiting, called, not heard, served, done; missed and on hold', async () => {
    const socket = see()
    await socket.view()
    const [first, second] = [await hall.take(['kk']), await hall.take(['kk'])]
    const { longest } = service(await socket.view((view) => service(view, 'kk')?.waiting === 2), 'kk') ?? {}
    expect(longest).toEqual({
      visit: first.visit.id,
      number: first.visit.number,
      since: '2026-11-24T01:00:00.000Z',
    })
    await hall.act('ayu', 'open', 'loket-1')
    await socket.view(
      (view) => service(view, 'kk')?.openCounters === 1 && service(view, 'kk')?.forecast !== null,
    )
    await hall.act('ayu', 'call', 'loket-1', { visit: first.visit.id })
    const called = await socket.view((view) => counter(view, 'loket-1')?.current?.status === 'called')
    expect(counter(called, 'loket-1')).toMatchObject({
      state: 'open',
      staff: { username: 'ayu' },
      current: { number: first.visit.number, service: 'kk', calls: 1, since: '2026-11-24T01:00:00.000Z' },
    })
    expect(person(called, 'ayu')).toMatchObject({ counter: 'loket-1', signedIn: true })
    expect(person(called, 'budi')).toMatchObject({ counter: null })
    const [announcement = ''] = [...hall.hall.announcements.keys()].slice(-1)
    const giveUp = { type: 'give-up-announcement', announcement } as const
    await hall.dispatch({ command: giveUp, by: 'system:voice' })
    await socket.view((view) => counter(view, 'loket-1')?.current?.heard === false)
    await hall.act('ayu', 'start', 'loket-1')
    await socket.view((view) => counter(view, 'loket-1')?.current?.status === 'serving')
    await hall.act('ayu', 'finish', 'loket-1')
    await socket.view((view) => counter(view, 'loket-1')?.served === 1)
    await hall.act('ayu', 'call', 'loket-1', { visit: second.visit.id })
    await hall.act('ayu', 'miss', 'loket-1')
    await socket.view((view) => service(view, 'kk')?.missed === 1 && service(view, 'kk')?.longest === null)
    await hall.act('ayu', 'pause', 'loket-1', { minutes: 15 })
    const paused = await socket.view((view) => counter(view, 'loket-1')?.state === 'paused')
    expect(counter(paused, 'loket-1')?.pausedUntil).toBe('2026-11-24T01:15:00.000Z')
  })

  it('a call for help until it is answered, and messages until they are read', async () => {
    const socket = see()
    await hall.does('POST /api/counters/loket-1/help', { as: 'ayu', body: { alarm: true } })
    const called = await socket.view((view) => (counter(view, 'loket-1')?.help ?? null) !== null)
    expect(counter(called, 'loket-1')?.help).toEqual({
      alarm: true,
      at: '2026-11-24T01:00:00.000Z',
      from: 'Nama ayu',
      answeredBy: null,
    })
    await hall.does('POST /api/counters/loket-1/help/answer', { as: 'spv' })
    await socket.view((view) => counter(view, 'loket-1')?.help?.answeredBy === 'Nama spv')
    await hall.does('POST /api/counters/loket-1/messages', { as: 'spv', body: { text: 'Saya datang.' } })
    await socket.view((view) => counter(view, 'loket-1')?.unread === 1)
    const { messages } = hall.hall.counters.get('loket-1') ?? {}
    await hall.does(`POST /api/counters/loket-1/messages/${messages?.[0]?.id}/read`, { as: 'ayu' })
    await socket.view((view) => counter(view, 'loket-1')?.unread === 0)
    expect(JSON.stringify(socket.messages)).not.toContain('Saya datang')
  })

  it('other agencies’ visitors change nothing of it', async () => {
    const socket = see()
    await socket.view()
    const before = socket.views().length
    await hall.take(['skck'])
    await hall.take(['ktp'])
    await socket.view((view) => service(view, 'ktp')?.waiting === 1)
    expect(socket.views()).toHaveLength(before + 1)
  })

  it('visitors near the limit are counted as time goes on', async () => {
    const later = await hallApp()
    await listens(later)
    await later.take(['kk'])
    later.later({ minutes: 49 })
    await later.take(['kk'])
    const atRisk = async () => service(await look<AgencyView>(later, own, { as: 'spv' }).view(), 'kk')?.atRisk
    expect(await atRisk()).toBe(0)
    later.later({ minutes: 1 })
    expect(await atRisk()).toBe(1)
  })

  it('somebody who signs in is shown as present', async () => {
    const { id = '' } = hall.access.staff.byUsername('budi') ?? {}
    hall.access.sessions.endAll(id, null)
    const socket = see()
    expect(person(await socket.view(), 'budi')).toMatchObject({ signedIn: false })
    hall.access.sessions.begin(id)
    const there = await socket.view((view) => person(view, 'budi')?.signedIn === true)
    expect(person(there, 'budi')).toMatchObject({ name: 'Nama budi', role: 'officer', agency: 'dukcapil' })
  })

  it('a slip that nobody took, of a visitor for this agency', async () => {
    const ticket = { missing: [], priority: false, comeToMe: false, language: null, printer: 'gone' }
    for (const [visit, service] of Object.entries({ mine: 'kk', theirs: 'skck' })) {
      const about = { type: 'take-visit', visit, token: `token-of-${visit}`, services: [service] } as const
      await hall.dispatch({ command: { ...about, ...ticket }, by: 'system:slip' })
      const fails = { type: 'fail-slip', visit, printer: 'gone', why: 'paper-out' } as const
      await hall.dispatch({ command: fails, by: 'system:slip' })
    }
    const view = await see().view((one) => one.notTakenCount > 0)
    expect(view.notTaken).toMatchObject([{ id: 'mine', slip: { status: 'failed', why: 'paper-out' } }])
    expect(view.notTakenCount).toBe(1)
    expect((await see('agency:all', 'manager').view()).notTakenCount).toBe(2)
  })
})
