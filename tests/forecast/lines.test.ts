// The hall and a record of the same days: where both know the same, both tell the same.
import { expect, it } from 'vitest'
import { readCounters, readVisits, daysOf } from '../../server/forecast/evaluate/read.ts'
import { linesOf, replay } from '../../server/forecast/evaluate/replay.ts'
import { officeOf } from '../../server/forecast/generated/office.ts'
import { type Onlooker, playDay } from '../../server/forecast/generated/play.ts'
import { noAdvice } from '../../server/forecast/hall/advice.ts'
import { foresee } from '../../server/forecast/hall/follow.ts'
import { DaySoFar } from '../../server/forecast/hall/lines.ts'
import { pastOf, type PastDays, type PastSource } from '../../server/forecast/hall/past.ts'
import { said } from '../../server/forecast/rounded.ts'
import type { Told } from '../../server/forecast/scene.ts'
import type { CounterSpan, Fact } from '../../server/reports/facts/fact.ts'
import { foldFacts } from '../../server/reports/facts/fold.ts'
import { clock, heads, textOf } from './recorded.ts'

const made = officeOf(5)
/** Each service has counters of its own, nobody has priority, everybody comes: a record could not know of it. */
const office = {
  ...made,
  priority: 0,
  noShow: 0,
  several: 0,
  load: 0.8,
  plan: {
    ...made.plan,
    counters: made.plan.counters.map((one, nth) => ({
      ...one,
      services: [['a', 'a', 'b', 'd', 'e'][nth] ?? ''],
    })),
    services: made.plan.services.filter(({ id }) => id !== 'c'),
  },
  shares: new Map([...made.shares].filter(([id]) => id !== 'c')),
}

/** Minutes after midnight: later a hall expects breaks, of which a record knows nothing. */
const [FROM, UNTIL] = [8.5 * 60, 10.5 * 60]

/** From this place of a basis on it has signals. */
const FIRST = 4

/** What each number was told in the hall, by visit. */
interface Hall {
  readonly day: string
  readonly told: Map<string, Told>
  readonly facts: readonly Fact[]
  readonly spans: readonly CounterSpan[]
  readonly rows: { readonly visits: string[]; readonly counters: string[] }
}

/** Asked at each ticket once `past` says what was before. */
function play(nth: number, past: ((hall: Parameters<typeof pastOf>[1]) => PastDays) | null): Hall {
  const [soFar, told] = [new DaySoFar(), new Map<string, Told>()]
  let known: PastDays | null = null
  let next: ReturnType<typeof foresee> | null = null
  const onlooker: Onlooker = {
    heard: (hall, recorded) => soFar.follow(hall, recorded),
    comes(hall, now) {
      if (!past || now - hall.startsAt > UNTIL * 60_000) return
      known ??= past(hall)
      next = foresee(hall, now, known, 60, soFar, noAdvice)
    },
    taken(hall, id) {
      const step = hall.visits.get(id)?.steps[0]
      const found = step && next?.newcomers.get(step.service)?.regular
      if (!step || !found) return
      told.set(id, found)
      soFar.expects(step.id, found.basis[1] ?? 0)
    },
  }
  const { day, records } = playDay(office, nth, onlooker)
  const fold = foldFacts()
  for (const recorded of records) fold.follow(recorded)
  const end = records.at(-1)?.at ?? 0
  const [facts, spans] = [fold.facts(end), fold.spans(end)]
  const midnight = end - 86_400_000
  const time = (at: number | null) => (at === null ? '' : clock((at - midnight) / 1000))
  const visits = facts.map(
    ({ service, number, takenAt, calledAt, startedAt, endedAt }) =>
      `hall,${day},${service},${number},${time(takenAt)},${time(calledAt)},${time(startedAt)},${startedAt === null ? '' : time(endedAt)},`,
  )
  const open = spans
    .filter(({ state }) => state === 'open')
    .flatMap(({ counter, from, to }) => [
      { counter, at: from, by: 1 },
      { counter, at: to, by: -1 },
    ])
    .sort((a, b) => a.at - b.at)
  const counts = new Map<string, number>()
  const counters = new Map<string, string>()
  for (const { counter, at, by } of open) {
    const service = office.plan.counters.find(({ id }) => id === counter)?.services[0] ?? ''
    counts.set(service, (counts.get(service) ?? 0) + by)
    counters.set(`${service} ${time(at)}`, `hall,${day},${service},${time(at)},${counts.get(service)}`)
  }
  return { day, told, facts, spans, rows: { visits, counters: [...counters.values()] } }
}

it('[FO13] where the hall and a record know the same, they tell the same', () => {
  const days: Hall[] = []
  const source: PastSource = {
    days: (before) => days.map(({ day }) => day).filter((day) => day < before),
    factsOf: (day) => days.find((one) => one.day === day)?.facts ?? [],
    spansOf: (day) => days.find((one) => one.day === day)?.spans ?? [],
    toldOf: () => [],
  }
  for (const nth of [0, 1, 2]) days.push(play(nth, nth < 2 ? null : (hall) => pastOf(source, hall)))
  const text = (of: (rows: Hall['rows']) => string[], head: string) =>
    new TextEncoder().encode(
      textOf(
        head,
        days.flatMap(({ rows }) => of(rows)),
      ),
    )
  const visits = readVisits(text(({ visits }) => visits, heads.visits))
  const counters = readCounters(text(({ counters }) => counters, heads.counters))
  expect([visits.faults, counters.faults]).toEqual([[], []])
  const recorded = daysOf(visits.rows ?? [], counters.rows ?? [])
  const [last] = recorded.slice(-1)
  const [today] = days.slice(-1)
  if (!last || !today) throw new Error('no day')
  const asked = replay(last, recorded.slice(0, -1).map(linesOf))
  const numbers = new Map(today.facts.map((fact) => [fact.number, fact.visit]))
  const pairs = asked.flatMap(({ visit, told }) => {
    const own = today.told.get(numbers.get(visit.number) ?? '')
    return told && own && visit.arrived > FROM && visit.arrived < UNTIL ? [{ visit, told, own }] : []
  })
  expect(pairs.length).toBeGreaterThan(40)
  // How wrong the simulation was lately: each draws other numbers.
  const drawn = new Set([15, 16])
  const off = pairs.flatMap(({ told, own }) =>
    told.basis.flatMap((value, nth) => {
      const other = own.basis[nth] ?? Number.NaN
      // Times in a record are whole seconds.
      const room = drawn.has(nth - FIRST) ? 0.15 : 0.03
      return nth >= FIRST && !(Math.abs(value - other) <= room) ? [[nth - FIRST, value, other]] : []
    }),
  )
  // Now and then a second decides whether a call is of the last half hour.
  expect(off.length).toBeLessThan(pairs.length * 0.2)
  const isNear = (one: number, other: number) => Math.abs(one - other) <= Math.max(5, 0.2 * one)
  const near = pairs.filter(({ told, own }) => {
    const [record, hall] = [said(told), said(own)]
    return isNear(record.low, hall.low) && isNear(record.high, hall.high)
  })
  expect(near.length / pairs.length).toBeGreaterThan(0.85)
  const apart = pairs.filter(({ told, own }) => !isNear(said(told).minutes, said(own).minutes))
  expect(apart.length / pairs.length).toBeLessThan(0.05)
})
