// Visitors who come to the desk or do not, and a colleague who takes over, over HTTP; and what is refused.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { desk, line, one } from './desk.ts'
import { hallApp, type HallApp } from './hall-app.ts'

interface Called {
  call: { id: string; number: string; visit: string; service: string; why: object } | null
  counter: CounterView
}

describe('a visitor who does not come', () => {
  it('is called once more after the plan’s pause, and then missed', async () => {
    const hall = await desk([], { ...rulesPlan, secondCallSeconds: 90 })
    const { visit } = await hall.take(['kk'])
    await hall.act('ayu', 'call-next', one)
    const until = new Date(hall.clock.now + 90_000).toISOString()
    expect(await hall.act('ayu', 'miss', one)).toMatchObject({
      missed: [],
      next: [],
      later: [{ visit: visit.id, because: 'later', callableFrom: until, secondCall: true }],
      undo: { action: 'unanswered' },
    })
    hall.later({ seconds: 90 })
    expect((await hall.act('ayu', 'call-next', one)).current).toMatchObject({ secondCall: true })
    expect(await hall.act('ayu', 'miss', one)).toMatchObject({ missed: [{ visit: visit.id }], later: [] })
  })

  it('is missed at once in the sample hall, whose plan has no second call', async () => {
    const hall = await hallApp({ plan: karangasem })
    const counter = karangasem.counters[0]?.id ?? ''
    const [service = ''] = karangasem.counters[0]?.services ?? []
    await hall.act('manager', 'open', counter)
    const { visit } = await hall.take([service])
    await hall.act('manager', 'call-next', counter)
    const after = await hall.act('manager', 'miss', counter)
    expect(after).toMatchObject({ missed: [{ visit: visit.id }], undo: { action: 'missed' } })
  })
})

describe('a visitor at the desk without a number', () => {
  const serve = (hall: HallApp, body: object, key: string = randomUUID()) =>
    hall.ask<Called>(line('serve'), { as: 'ayu', body, key })

  it('gets one and is served, with what the panel shows', async () => {
    const hall = await desk()
    const waiting = await hall.take(['kk'])
    hall.later({ minutes: 5 })
    const { body } = await serve(hall, { services: ['akta', 'skck'], priority: true, language: 'en' })
    expect(body.call).toMatchObject({
      number: 'B001',
      service: 'akta',
      calls: 1,
      why: { rule: 'chosen', credit: 0, over: { number: waiting.visit.number, credit: 5 } },
    })
    expect(body.counter).toMatchObject({
      current: { number: 'B001', status: 'serving', priority: true, language: 'en' },
      undo: { action: 'seated', number: 'B001', by: null },
    })
    expect(hall.hall.announcements.size).toBe(0)
  })

  it('is served once, however often the command is sent', async () => {
    const hall = await desk()
    const first = await serve(hall, { services: ['kk'] }, 'impatient')
    const again = await serve(hall, { services: ['kk'] }, 'impatient')
    expect(again.body.call).toEqual(first.body.call)
    expect(hall.hall.visits.size).toBe(1)
    expect((await serve(hall, { services: ['akta'] }, 'impatient')).code).toBe('key-reused')
    await hall.act('ayu', 'finish', one)
    expect((await serve(hall, { services: ['kk'] }, 'impatient')).body.call).toEqual(first.body.call)
  })

  it('leaves a cancelled number when it is undone', async () => {
    const hall = await desk()
    const { body } = await serve(hall, { services: ['kk', 'bayar'] }, 'once')
    const after = await hall.act('ayu', 'undo', one)
    expect(after).toMatchObject({ current: null, undo: null, waiting: 0 })
    const visit = hall.hall.visits.get(body.call?.visit ?? '')
    expect(visit?.steps.map(({ status }) => status)).toEqual(['cancelled', 'cancelled'])
    expect((await serve(hall, { services: ['kk', 'bayar'] }, 'once')).body.call).toBeNull()
  })

  it.each([
    [{ services: ['skck'] }, '422 not-served-here'],
    [{ services: ['kk', 'paspor'] }, '404 unknown-service'],
    [{ services: ['kk', 'tabungan'] }, '422 service-closed'],
    [{ services: ['kk'], missing: ['ijazah'] }, '422 unknown-requirement'],
    [{ services: ['kk'], language: 'fr' }, '422 unknown-language'],
    [{ services: [] }, '400 bad-request'],
    [{ services: ['kk', 'kk'] }, '400 bad-request'],
    [{}, '400 bad-request'],
  ])('is not served with %j', async (body, refused) => {
    const hall = await desk()
    expect(await hall.outcome(line('serve'), { as: 'ayu', body })).toBe(refused)
    expect(hall.hall.visits.size).toBe(0)
  })

  it('waits while somebody else is there, or the counter pauses', async () => {
    const hall = await desk(['kk'])
    const ask = { as: 'ayu', body: { services: ['akta'] } } as const
    expect(await hall.outcome(line('serve'), ask)).toBe('409 counter-busy')
    await hall.act('ayu', 'finish', one)
    const paused = await hall.act('ayu', 'pause', one, { minutes: 15 })
    expect(paused.counter.pausedUntil).toBe(new Date(hall.clock.now + 900_000).toISOString())
    expect(await hall.outcome(line('serve'), ask)).toBe('409 counter-not-open')
    expect((await hall.act('ayu', 'open', one)).counter.pausedUntil).toBeNull()
  })
})

describe('a hand-over', () => {
  it('passes the counter with the visitor to a colleague, and back by either of them', async () => {
    const hall = await desk(['kk'])
    const passed = await hall.act('ayu', 'hand-over', one, { username: ' Budi' })
    expect(passed).toMatchObject({
      counter: { state: 'open', staff: { username: 'budi' } },
      current: { service: 'kk', status: 'serving' },
      undo: { action: 'handed-over', by: 'ayu' },
    })
    expect(await hall.outcome(line('finish'), { as: 'ayu' })).toBe('409 counter-taken')
    expect((await hall.act('ayu', 'undo', one)).counter.staff).toMatchObject({ username: 'ayu' })
    await hall.act('ayu', 'hand-over', one, { username: 'budi' })
    expect((await hall.act('budi', 'undo', one)).counter.staff).toMatchObject({ username: 'ayu' })
    await hall.act('ayu', 'hand-over', one, { username: 'budi' })
    expect((await hall.act('budi', 'finish', one)).current).toBeNull()
    expect(await hall.outcome(line('undo'), { as: 'ayu' })).toBe('409 counter-taken')
  })

  it('is refused to somebody who can’t take over', async () => {
    const hall = await desk(['kk'])
    await hall.act('budi', 'open', 'loket-2')
    const { access } = hall
    access.setDisabled(access.staff.byUsername('spv')?.id ?? '', true, 'command-line')
    const to = async (username: string) => {
      const { status, code, body } = await hall.ask(line('hand-over'), { as: 'ayu', body: { username } })
      return `${status} ${String(code)} ${String(body['about'])}`
    }
    expect(await to('ayu')).toBe('409 already-at-counter loket-1')
    expect(await to('budi')).toBe('409 already-at-counter loket-2')
    expect(await to('dewi')).toMatch(/^422 not-of-agency/)
    expect(await to('spv')).toBe('404 unknown-staff spv')
    expect(await to('nobody-at-all')).toBe('404 unknown-staff nobody-at-all')
    expect(await hall.outcome(line('hand-over'), { as: 'budi', body: { username: 'budi' } })).toBe(
      '409 counter-taken',
    )
    expect(hall.hall.counters.get(one)?.current).not.toBeNull()
    await hall.act('manager', 'open', 'loket-3')
    expect((await hall.act('ayu', 'hand-over', one, { username: 'manager' })).counter.staff).toMatchObject({
      username: 'manager',
    })
  })

  it('can go to those whom the panel names: people of the agency who hold no counter, and managers', async () => {
    const hall = await desk()
    const names = ({ colleagues }: CounterView) => colleagues.map(({ username }) => username).toSorted()
    expect(names(await hall.act('ayu', 'pause', one))).toEqual(['budi', 'manager', 'spv'])
    await hall.act('budi', 'open', 'loket-2')
    await hall.act('manager', 'open', 'loket-3')
    expect(names(await hall.act('ayu', 'open', one))).toEqual(['manager', 'spv'])
  })

  it('can’t be undone by somebody who holds another counter by now', async () => {
    const hall = await desk(['kk'])
    await hall.act('ayu', 'hand-over', one, { username: 'budi' })
    await hall.act('ayu', 'open', 'loket-2')
    const { code, body } = await hall.ask(line('undo'), { as: 'ayu', body: {} })
    expect({ code, about: body['about'] }).toEqual({ code: 'not-undoable', about: 'loket-2' })
  })
})

it('an undo of something that was built on says what stands in the way', async () => {
  const hall = await desk(['kk'])
  const { visit } = await hall.take(['ktp'])
  await hall.act('ayu', 'finish', one)
  await hall.act('ayu', 'call', one, { visit: visit.id })
  await hall.act('ayu', 'hold', one, { reason: 'bayar' })
  const undo = async () => (await hall.ask(line('undo'), { as: 'ayu', body: {} })).body
  await hall.act('budi', 'open', 'loket-2')
  const others = await hall.act('budi', 'release', 'loket-2', { visit: visit.id })
  expect(others.held).toEqual([])
  expect(await undo()).toMatchObject({ status: 409, code: 'not-undoable', about: 'released' })
  await hall.act('budi', 'call-next', 'loket-2')
  expect(await undo()).toMatchObject({ status: 409, code: 'not-undoable', about: 'loket-2' })
})
