// A day of a hall as people would have made it: they come through the morning, officers call when they get to it, some
// visitors do not come, some are put on hold, sent on, sent home for a paper. Played second by second, knowing nothing of
// the simulator.
import { Changes } from '../../server/hall/changes.ts'
import type { Command } from '../../server/hall/command.ts'
import { decide, evolve } from '../../server/hall/rules.ts'
import type { Event, Recorded } from '../../server/hall/event.ts'
import { emptyHall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import { nextAt } from '../../server/hall/next.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { isRefusal } from '../../server/hall/refusal.ts'
import { nextDue } from '../../server/clock.ts'
import { minuteIn, spanOf } from '../../server/time-zone.ts'
import type { Random } from '../property/prng.ts'

const MINUTE = 60_000

export interface PastDay {
  /** How many visitors come. */
  readonly visits: number
  /** Counters that are open, from and to minutes after midnight; they pause from 12 to 13. */
  readonly counters: readonly string[]
  readonly from?: number
  readonly to?: number
}

/** The events of that day, from its opening to its close. */
export function pastDay(
  plan: Plan,
  day: string,
  random: Random,
  { visits, counters, from = 480, to = 930 }: PastDay,
): Recorded[] {
  const records: Recorded[] = []
  const { startsAt, endsAt } = spanOf(plan.timeZone, day)
  const hall = emptyHall(layOut(plan))
  const changes = new Changes()
  let now = startsAt + 7 * 60 * MINUTE
  const record = (events: readonly Event[]) => {
    for (const event of events) {
      const recorded: Recorded = {
        seq: hall.seq + 1,
        at: now,
        day,
        by: 'staff:ayu',
        key: null,
        hash: null,
        event,
      }
      evolve(hall, changes, recorded)
      changes.keep()
      records.push(recorded)
    }
  }
  const give = (command: Command): boolean => {
    const minute = minuteIn(plan.timeZone, now)
    const time = { now, minute, suspect: false, system: now, state: 'right', held: false } as const
    const events = decide(hall, { command, time })
    if (isRefusal(events)) return false
    record(events)
    return true
  }
  record([{ type: 'day-opened', day, startsAt, endsAt, plan, numbers: {}, carried: [] }])
  const services = plan.services.filter(
    ({ id, phase }) =>
      phase.status === 'open' &&
      plan.counters.some((one) => counters.includes(one.id) && one.services.includes(id)),
  )
  // Most come early.
  const arrivals = Array.from({ length: visits }, () => {
    const part = random.int(1000) / 1000
    return startsAt + Math.floor((from - 5 + part * part * (to - from - 30)) * MINUTE) + random.int(MINUTE)
  }).sort((a, b) => a - b)
  const desks = counters.map((id) => ({
    id,
    opensAt: startsAt + (from + random.int(8)) * MINUTE,
    next: null as null | { at: number; what: () => void },
  }))
  let made = 0
  const ids = () => ({ call: `c${++made}`, announcement: `a${made}` })
  for (; now < startsAt + (to + 90) * MINUTE; now += 1000 + (random.int(3) - 1)) {
    releaseDue()
    while ((arrivals[0] ?? Infinity) <= now) {
      arrivals.shift()
      const wanted = random.some(services, random.pick([1, 1, 1, 2]))
      give({
        type: 'take-visit',
        visit: `v${++made}`,
        token: `t${made}`,
        services: wanted.map(({ id }) => id),
        missing: [],
        priority: random.oneIn(6),
        comeToMe: false,
        language: random.pick([null, 'id']),
        printer: null,
      })
    }
    for (const desk of desks) work(desk)
  }
  now = endsAt
  record([{ type: 'day-closed', day }])
  return records

  /** The clock is there in time. */
  function releaseDue(): void {
    const turn = now
    const due = Math.max(nextDue(hall), hall.at)
    if (due > turn) return
    now = due
    give({ type: 'release-due' })
    now = turn
    releaseDue()
  }

  function work(desk: (typeof desks)[number]): void {
    const at = { counter: desk.id, staff: `of-${desk.id}` }
    const counter = hall.counters.get(desk.id)
    if (!counter) return
    const minute = (now - startsAt) / MINUTE
    const isPause = minute >= 720 && minute < 780
    if (counter.current === null && desk.next === null) {
      if (counter.state === 'closed' && now >= desk.opensAt && minute < to)
        give({ type: 'open-counter', ...at, mayHoldSeveral: false })
      if (counter.state === 'open' && isPause)
        give({ type: 'pause-counter', ...at, reason: null, minutes: null })
      if (counter.state === 'paused' && !isPause) give({ type: 'open-counter', ...at, mayHoldSeveral: false })
      if (counter.state === 'open' && minute >= to && !nextAt(hall, desk.id, now))
        give({ type: 'close-counter', ...at, mayCloseAny: false })
    }
    if (desk.next !== null) {
      if (desk.next.at > now) return
      const { what } = desk.next
      desk.next = null
      what()
      return
    }
    if (hall.counters.get(desk.id)?.state !== 'open' || counter.current) return
    if (!nextAt(hall, desk.id, now)) return
    after(5 + random.int(40), () => {
      if (!give({ type: 'call-next', ...at, ...ids() })) return
      if (hall.counters.get(desk.id)?.current) after(5 + random.int(40), come)
    })

    function after(seconds: number, what: () => void): void {
      desk.next = { at: now + seconds * 1000, what }
    }

    function come(): void {
      if (random.oneIn(60) && give({ type: 'undo', ...at })) return
      if (random.oneIn(12)) {
        give({ type: 'recall', ...at, announcement: ids().announcement })
        after(60, () => {
          const visit = hall.counters.get(desk.id)?.current?.visit ?? ''
          give({ type: 'miss', ...at })
          // Half of them turn up some minutes later.
          if (random.oneIn(2)) after(20, () => give({ type: 'release', ...at, visit }))
        })
        return
      }
      give({ type: 'start', ...at })
      after(60 + random.int(480), end)
    }

    function end(): void {
      const current = hall.counters.get(desk.id)?.current
      const visit = current && hall.visits.get(current.visit)
      const plain = { missing: [], reason: null, words: null, told: null, comeBack: false, documents: null }
      const how = random.int(100)
      const sent = { service: random.pick(services).id, comeBack: random.oneIn(2), note: null, also: [] }
      if (how < 6 && give({ type: 'refer', ...at, ...sent })) return
      if (how < 12) give({ type: 'hold', ...at, reason: null, minutes: random.pick([5, 10]) })
      else if (how < 16) give({ type: 'put-back', ...at })
      else give({ type: 'finish', ...at, outcome: how < 25 ? 'incomplete' : 'served', ...plain })
      if (visit && random.oneIn(50)) give({ type: 'cancel-visit', visit: visit.id })
    }
  }
}
