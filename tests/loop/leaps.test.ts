// Rules T: a clock that leaps, while the server runs and while it is off; and who can confirm the time.
import { expect, onTestFinished, test, vi } from 'vitest'
import { watchClock } from '../../server/clock.ts'
import type { Command } from '../../server/hall/command.ts'
import type { Hall } from '../../server/hall/hall.ts'
import { callNext, confirmClock, open } from '../rules/commands.ts'
import { HOUR, loop, MINUTE, morning, ticket } from './loop.ts'

const DAY = 24 * HOUR
const manager = { by: 'staff:m' } as const
const releaseDue: Command = { type: 'release-due' }

const stepsOfYesterday = ({ yesterday }: Pick<Hall, 'yesterday'>) =>
  [...(yesterday?.visits.values() ?? [])].flatMap(({ steps }) => steps)

/** A hall with `people` waiting, and an open counter. */
async function busy(people = 3) {
  const all = loop()
  await all.give(open('loket-1'))
  for (let one = 0; one < people; one++) await all.give(ticket())
  const waiting = () =>
    [...all.hall.visits.values()].filter(({ steps }) => steps.some(({ status }) => status === 'waiting'))
      .length
  const number = async (command: Command) => {
    const answer = await all.give(command)
    return 'refused' in answer ? answer.refused : (answer.event as { number?: string }).number
  }
  return { ...all, waiting, number, state: all.state, clockState: () => all.clock.time(all.hall).state }
}

/** The same hall in a server that was off, with the clock as it is now. */
async function offAndOn(people: number, off: number, leapt = 0) {
  const before = await busy(people)
  const found = before.restart(off, leapt)
  await found.give({ type: 'recover' }, { by: 'system:start' })
  const waiting = () =>
    [...found.hall.visits.values()].filter(({ steps }) => steps.some(({ status }) => status === 'waiting'))
      .length
  const number = async () => {
    const answer = await found.give(ticket())
    return 'refused' in answer ? answer.refused : (answer.event as { number?: string }).number
  }
  const clockState = () => found.clock.time(found.hall).state
  return { ...found, waiting, number, clockState }
}

test.each([
  ['ahead', DAY],
  ['behind', -DAY],
])(
  '[T4] a leap ahead is as suspect as one back: while it is %s, the hall counts in whole milliseconds',
  async (is, leapt) => {
    const { hall, state, give, clock, clockState } = await busy()
    Object.assign(state, { now: state.now + MINUTE + 7, leapt })
    const moments = [1, 2, 3, 4].map(() => clock.time(hall).now)
    expect([clockState(), ...moments.map((now) => now % 1)]).toEqual([is, 0, 0, 0, 0])
    await give(callNext('loket-1'))
    expect(hall.at % 1).toBe(0)
  },
)

test('[T4] a leap ahead is as suspect as one back: a leap ahead closes no day; people waiting are still called, numbers wait for a manager, and once the clock is back nothing has happened', async () => {
  const { hall, state, give, waiting, number, clockState } = await busy(20)
  state.leapt = DAY
  expect(await number(ticket())).toBe('clock-suspect')
  await give(releaseDue, { by: 'system:clock' })
  expect([hall.day, waiting(), clockState()]).toEqual(['2026-11-24', 20, 'ahead'])
  state.now += MINUTE
  await give(callNext('loket-1'))
  expect([waiting(), hall.at]).toEqual([19, state.now])
  state.leapt = 0
  expect(clockState()).toBe('right')
  expect(await number(ticket())).toBe('A021')
})

test.each([
  [5 * MINUTE, 'right'],
  [5 * MINUTE + 1, 'ahead'],
  [-5 * MINUTE, 'right'],
  [-5 * MINUTE - 1, 'behind'],
])(
  '[T4] a leap ahead is as suspect as one back: a leap of %d ms: the clock is %s',
  async (leapt, expected) => {
    const { state, clockState } = await busy()
    state.leapt = leapt
    expect(clockState()).toBe(expected)
  },
)

test('[T4] a leap ahead is as suspect as one back: a leap back is one too when nothing happened for hours', async () => {
  const { state, number, clockState, hall } = await busy()
  state.now += 3 * HOUR
  expect(clockState()).toBe('right')
  state.leapt = -2 * HOUR
  expect([clockState(), await number(ticket()), hall.day]).toEqual(['behind', 'clock-suspect', '2026-11-24'])
})

test('[T4] a leap ahead is as suspect as one back: small steps add up, slow drift does not', async () => {
  const { state, clockState } = await busy()
  for (let minutes = 0; minutes < 300; minutes++) {
    state.now += MINUTE
    state.leapt += 500
    expect(clockState()).toBe('right')
  }
  for (const expected of ['right', 'ahead', 'ahead']) {
    state.now += MINUTE
    state.leapt += 3 * MINUTE
    expect(clockState()).toBe(expected)
  }
})

test('[T4] a leap ahead is as suspect as one back: a leap and back within one batch does not count', async () => {
  const { hall, state, give, clock } = loop()
  await give(ticket())
  const both = Promise.all([give(ticket()), give(ticket())])
  state.leapt = 400 * DAY
  expect(clock.time(hall).state).toBe('ahead')
  state.leapt = 0
  expect(await both).toMatchObject([{ event: { number: 'A002' } }, { event: { number: 'A003' } }])
})

test('[T5] nobody’s waiting grows by a leap: confirmed within the day all waiting moves along, ahead and back', async () => {
  const { hall, state, give, number, refold } = await busy(1)
  const waited = () => state.now + state.leapt - ([...hall.visits.values()][0]?.takenAt ?? 0)
  state.now += 30 * MINUTE
  state.leapt = 2 * HOUR
  await give(confirmClock, manager)
  expect(waited()).toBe(30 * MINUTE)
  expect(await number(ticket())).toBe('A002')
  state.leapt = HOUR
  state.now += 10 * MINUTE
  await give(confirmClock, manager)
  expect(waited()).toBe(40 * MINUTE)
  expect({ ...refold(), layout: null }).toEqual({ ...hall, layout: null })
})

test('[T5] nobody’s waiting grows by a leap: confirmed on another day, the day closes at its own midnight and nobody waited through a night', async () => {
  const { hall, state, give, number } = await busy(2)
  state.now += 10 * MINUTE
  state.leapt = 3 * DAY
  expect(await number(ticket())).toBe('clock-suspect')
  await give(confirmClock, manager)
  expect(hall.day).toBe('2026-11-27')
  expect(stepsOfYesterday(hall)[0]).toMatchObject({
    status: 'expired',
    endedAt: Date.parse('2026-11-24T16:00:00Z'),
  })
  expect(await number(ticket())).toBe('A001')
})

test('[T5] nobody’s waiting grows by a leap: a confirmation that is not stored leaves the clock in doubt', async () => {
  const { state, give, clockState, hall } = await busy(2)
  state.leapt = DAY
  state.full = true
  expect(await give(confirmClock, manager)).toEqual({ refused: 'storage-unavailable' })
  state.full = false
  await give(releaseDue, { by: 'system:clock' })
  expect([clockState(), hall.day]).toEqual(['ahead', '2026-11-24'])
})

test('[T6] no day ends while the clock is in doubt: midnight passes meanwhile, and the day ends when the clock is back', async () => {
  const { hall, state, give, number, waiting } = await busy(2)
  state.leapt = -DAY
  expect(await number(ticket())).toBe('clock-suspect')
  state.now = hall.endsAt + HOUR
  await give(callNext('loket-1'))
  expect([hall.day, waiting()]).toEqual(['2026-11-24', 1])
  state.leapt = 0
  expect(await number(ticket())).toBe('A001')
  expect(hall.day).toBe('2026-11-25')
})

test('[T6] no day ends while the clock is in doubt: at midnight itself the day turns, and a millisecond before it does not', async () => {
  const { hall, state, number } = await busy(1)
  state.now = hall.endsAt - 1
  expect(await number(ticket())).toBe('A002')
  state.now += 1
  expect(await number(ticket())).toBe('A001')
})

test('[T6] no day ends while the clock is in doubt: a clock that leaps while nobody asks wakes nobody, and screens are told', async () => {
  const { hall, state, clock } = await busy(1)
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const told: string[] = []
  let woken = 0
  const watch = watchClock(
    clock,
    hall,
    () => (woken += 1),
    () => told.push(clock.time(hall).state),
  )
  state.leapt = DAY
  vi.advanceTimersByTime(20_000)
  state.now = hall.endsAt + HOUR
  vi.advanceTimersByTime(60_000)
  expect([woken, new Set(told)]).toEqual([0, new Set(['ahead'])])
  state.leapt = 0
  vi.advanceTimersByTime(20_000)
  watch.stop()
  expect(woken).toBeGreaterThan(0)
})

test('what is due is tried once a second while it can’t be done, as with a full disk', async () => {
  const { hall, state, clock } = await busy(1)
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let woken = 0
  const nothing = () => {}
  const watch = watchClock(clock, hall, () => (woken += 1), nothing)
  state.now = hall.endsAt + 1
  vi.advanceTimersByTime(30_000)
  watch.stop()
  expect(woken).toBeGreaterThan(5)
  expect(woken).toBeLessThan(40)
})

test('once it is stopped nothing wakes the loop any more, though a stop still commits', async () => {
  const { hall, state, clock } = await busy(1)
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  let [woken, looks] = [0, 0]
  const watch = watchClock(
    clock,
    hall,
    () => (woken += 1),
    () => (looks += 1),
  )
  watch.stop()
  watch.rearm()
  state.now = hall.endsAt + 1
  vi.advanceTimersByTime(60_000)
  expect([woken, looks, vi.getTimerCount()]).toEqual([0, 0, 0])
})

test('[T7] after a start the first clock that agrees settles the date: after a night the day with people in it waits, and a device that agrees ends it without a question', async () => {
  const { hall, waiting, number, clockState, clock, state, give } = await offAndOn(3, 16 * HOUR)
  expect([hall.day, waiting(), clockState()]).toEqual(['2026-11-24', 3, 'waits'])
  expect(clock.hear(hall, 'kiosk', state.now + 4 * MINUTE)).toBe(true)
  await give(releaseDue, { by: 'system:clock' })
  expect([hall.day, clockState(), clock.isSure()]).toEqual(['2026-11-25', 'right', true])
  expect(await number()).toBe('A001')
})

test('[T7] after a start the first clock that agrees settles the date: the first number of a morning is given, whether or not the date has been confirmed', async () => {
  const { hall, number, clockState } = await offAndOn(3, 16 * HOUR)
  expect(await number()).toBe('A001')
  expect([hall.day, clockState()]).toEqual(['2026-11-25', 'right'])
})

test('[T7] after a start the first clock that agrees settles the date: opening a counter in the morning opens it today; calling from the line goes on', async () => {
  const { hall, give, clockState } = await offAndOn(3, 16 * HOUR)
  await give(callNext('loket-1'))
  expect([hall.day, clockState()]).toEqual(['2026-11-24', 'waits'])
  await give(open('loket-2', 'budi'))
  expect([hall.day, hall.counters.get('loket-2')?.state]).toEqual(['2026-11-25', 'open'])
})

test('[T7] after a start the first clock that agrees settles the date: a day with nobody in it turns by itself', async () => {
  const { hall, clockState } = await offAndOn(0, 10 * DAY)
  expect([hall.day, clockState()]).toEqual(['2026-12-04', 'right'])
})

test('[T8] a clock that disagrees raises the question and blocks nothing: a lone device that disagrees asks and blocks nothing: a number goes on in the day that goes on by its clock', async () => {
  // The power was away for ten minutes, and the battery had lost the date.
  const { hall, number, waiting, clockState, clock, state, give } = await offAndOn(3, 10 * MINUTE, DAY)
  expect(clockState()).toBe('waits')
  expect(clock.hear(hall, 'kiosk', state.now)).toBe(true)
  expect(clockState()).toBe('unsure')
  expect(await number()).toBe('A004')
  expect([hall.day, waiting()]).toEqual(['2026-11-24', 4])
  // Another one that agrees does not take the number away again: that needs a question.
  clock.hear(hall, 'wrong-too', state.now + DAY)
  expect([hall.day, waiting(), clockState()]).toEqual(['2026-11-24', 4, 'unsure'])
  state.leapt = 0
  expect(clock.hear(hall, 'kiosk', state.now)).toBe(true)
  expect([clockState(), await number(), hall.day]).toEqual(['right', 'A005', '2026-11-24'])
  expect(await give(confirmClock, manager)).toEqual({ refused: 'clock-not-suspect' })
})

test('[T8] a clock that disagrees raises the question and blocks nothing: a kiosk with a wrong clock locks no morning, and one that agrees settles it', async () => {
  const { hall, number, clockState, clock, state, give } = await offAndOn(3, 16 * HOUR)
  clock.hear(hall, 'kiosk', state.now + 2 * HOUR)
  expect([clockState(), hall.day]).toEqual(['unsure', '2026-11-24'])
  expect([await number(), hall.day, clockState()]).toEqual(['A001', '2026-11-25', 'unsure'])
  expect(clock.hear(hall, 'other', state.now)).toBe(true)
  expect(clockState()).toBe('right')
  await give(releaseDue)
})

test('[T8] a clock that disagrees raises the question and blocks nothing: a clock that is before all that the hall lived to see is no word against the server', async () => {
  const { hall, clockState, clock } = await offAndOn(3, 16 * HOUR)
  expect(clock.hear(hall, 'box', Date.parse('1970-01-01T00:03:00Z'))).toBe(false)
  expect(clockState()).toBe('waits')
})

test('[T8] a clock that disagrees raises the question and blocks nothing: a manager can say so too, and the waiting of yesterday ends at its midnight', async () => {
  const { hall, give, clock } = await offAndOn(3, 16 * HOUR)
  await give(confirmClock, manager)
  expect([hall.day, clock.isSure()]).toEqual(['2026-11-25', true])
  expect(stepsOfYesterday(hall)).toMatchObject([
    { endedAt: Date.parse('2026-11-24T16:00:00Z') },
    { endedAt: Date.parse('2026-11-24T16:00:00Z') },
    { endedAt: Date.parse('2026-11-24T16:00:00Z') },
  ])
})

test('[T7] after a start the first clock that agrees settles the date: a restart of a minute is no such start, and the next leap counts', async () => {
  const { hall, state, number, clockState } = await offAndOn(3, MINUTE)
  expect(clockState()).toBe('right')
  state.leapt = DAY
  expect([await number(), hall.day]).toEqual(['clock-suspect', '2026-11-24'])
})

test('[T1] while the clock is in doubt no number is given: a start far behind the last event waits for a manager, or for the clock that comes from the network', async () => {
  const { hall, state, number, clock } = await offAndOn(3, HOUR, -3000 * DAY)
  expect(await number()).toBe('clock-suspect')
  expect(clock.hear(hall, 'kiosk', state.now + state.leapt)).toBe(false)
  state.leapt = 0
  expect(await number()).toBe('A004')
})

test('[T9] waking from sleep is a start: a short sleep is time that passed, a long one waits for a device', async () => {
  const { hall, state, number, clock, clockState } = await busy(2)
  clock.hear(hall, 'kiosk', state.now)
  state.slept += 3 * MINUTE
  state.leapt += 3 * MINUTE
  expect(clockState()).toBe('right')
  state.slept += 16 * HOUR
  state.leapt += 16 * HOUR
  expect([clockState(), hall.day, clock.isSure()]).toEqual(['waits', '2026-11-24', false])
  expect(clock.hear(hall, 'kiosk', state.now + state.leapt)).toBe(true)
  expect(await number(ticket())).toBe('A001')
})

test('[T10] starting with an offset says what time it is: whoever starts a rehearsal with an offset has said what time it is', async () => {
  const before = await busy(3)
  const found = before.restart(0, DAY, true)
  await found.give({ type: 'recover' }, { by: 'system:start' })
  expect([found.hall.day, found.clock.isSure()]).toEqual(['2026-11-25', true])
})

test.each(['2000-01-01T00:00:00Z', '2000-02-29T15:59:59Z', '2099-12-31T15:59:59Z', '2099-12-31T23:00:00Z'])(
  'a hall that begins at %s has a day, and its midnight',
  async (at) => {
    const { hall, state, give } = loop(Date.parse(at))
    await give(ticket())
    const { endsAt } = hall
    expect(hall.startsAt <= state.now && state.now < endsAt).toBe(true)
    state.now = endsAt
    expect(await give(ticket())).toMatchObject({ event: { number: 'A001' } })
  },
)

test('the seal knows a later time than the last event: a start before it is behind', async () => {
  const before = await busy(1)
  const found = before.restart(10 * MINUTE, 0, false, morning + HOUR)
  expect(found.clock.time(found.hall).state).toBe('behind')
})
