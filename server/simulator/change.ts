// What is tried on a past day: other rules, other staffing, other hours or quotas. It becomes a change to each plan of
// that day, and additional spans in which counters are open.
import { type Static, Type } from 'typebox'
import type { Plan } from '../hall/plan.ts'

const closed = { additionalProperties: false } as const
const Id = Type.String({ minLength: 1, maxLength: 100 })

/** Minutes after midnight, or as a wall clock shows it. */
const TimeOfDay = Type.Union(
  [
    Type.Integer({ minimum: 0, maximum: 1440 }),
    Type.String({ pattern: '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' }),
  ],
  { description: 'Minutes after midnight, or HH:MM' },
)
const Rate = Type.Number({ exclusiveMinimum: 0, maximum: 1000 })
const Seconds = (minimum: number) => Type.Integer({ minimum, maximum: 3600 })

/** More than this would be a different hall. */
const MOST = 50

export const Change = Type.Object(
  {
    rates: Type.Optional(
      Type.Object(
        { regular: Type.Optional(Rate), priority: Type.Optional(Rate) },
        { ...closed, minProperties: 1 },
      ),
    ),
    walkSeconds: Type.Optional(Seconds(0)),
    lateSeconds: Type.Optional(Seconds(0)),
    secondCallSeconds: Type.Optional(
      Type.Union([Seconds(1), Type.Null()], { description: 'Null: without a second call' }),
    ),
    open: Type.Optional(
      Type.Array(Type.Object({ counter: Id, from: TimeOfDay, to: TimeOfDay }, closed), {
        maxItems: MOST,
        description: 'Counters that are open in that time, whatever they did on the day',
      }),
    ),
    shared: Type.Optional(
      Type.Array(
        Type.Object({ counter: Id, services: Type.Array(Id, { minItems: 1, maxItems: MOST }) }, closed),
        {
          maxItems: MOST,
          description: 'Counters that also serve these services',
        },
      ),
    ),
    hours: Type.Optional(
      Type.Array(Type.Object({ from: TimeOfDay, to: TimeOfDay }, closed), {
        minItems: 1,
        maxItems: 6,
        description: 'When the hall gives out numbers, on each of the days',
      }),
    ),
    quotas: Type.Optional(
      Type.Array(
        Type.Object(
          { service: Id, quota: Type.Union([Type.Integer({ minimum: 1, maximum: 100_000 }), Type.Null()]) },
          closed,
        ),
        { maxItems: MOST, description: 'Numbers of a day; null: no limit' },
      ),
    ),
  },
  closed,
)
export type Change = Static<typeof Change>

/** What is wrong with a change, as the codes of the API say it, and the id or the place that it is about. */
export interface ChangeFault {
  readonly code:
    | 'unknown-counter'
    | 'unknown-service'
    | 'other-agency'
    | 'reversed-times'
    | 'overlapping-times'
    | 'named-twice'
  readonly about: string
}

/** Minutes after midnight. */
export function minuteOf(time: number | string): number {
  if (typeof time === 'number') return time
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** What is contradictory in a change, whatever the plan; null: nothing. */
export function faultIn({ open = [], shared = [], hours = [], quotas = [] }: Change): ChangeFault | null {
  const spans = [...open, ...hours.map((one) => ({ counter: '', ...one }))]
    .map(({ counter, from, to }) => ({ counter, from: minuteOf(from), to: minuteOf(to) }))
    .sort((a, b) => (a.counter < b.counter ? -1 : a.counter > b.counter ? 1 : a.from - b.from))
  const reversed = spans.find(({ from, to }) => from >= to)
  if (reversed) return { code: 'reversed-times', about: reversed.counter || 'hours' }
  const second = spans.find((one, nth) => {
    const before = spans[nth - 1]
    return before !== undefined && before.counter === one.counter && one.from < before.to
  })
  if (second) return { code: 'overlapping-times', about: second.counter || 'hours' }
  const twice =
    firstTwice(shared.map(({ counter }) => counter)) ?? firstTwice(quotas.map(({ service }) => service))
  return twice === undefined ? null : { code: 'named-twice', about: twice }
}

function firstTwice(ids: readonly string[]): string | undefined {
  return ids.find((id, nth) => ids.indexOf(id) < nth)
}

/** What a change names that this plan does not have or that no hall could do with it. */
export function faultsWith({ open = [], shared = [], quotas = [] }: Change, plan: Plan): ChangeFault[] {
  const counters = new Map(plan.counters.map((one) => [one.id, one]))
  const services = new Map(plan.services.map((one) => [one.id, one]))
  const noCounter = (id: string): ChangeFault[] =>
    counters.has(id) ? [] : [{ code: 'unknown-counter', about: id }]
  const noService = (id: string): ChangeFault[] =>
    services.has(id) ? [] : [{ code: 'unknown-service', about: id }]
  return [
    ...open.flatMap(({ counter }) => noCounter(counter)),
    ...shared.flatMap(({ counter, services: more }) => [
      ...noCounter(counter),
      ...more.flatMap(noService),
      ...more.flatMap((id): ChangeFault[] => {
        const [agency, other] = [counters.get(counter)?.agency, services.get(id)?.agency]
        return agency === undefined || other === undefined || agency === other
          ? []
          : [{ code: 'other-agency', about: id }]
      }),
    ]),
    ...quotas.flatMap(({ service }) => noService(service)),
  ]
}

/** The plan of that day (`2026-11-24`) as the change makes it; what it does not have is left as it is. */
export function changedPlan(plan: Plan, change: Change, day: string): Plan {
  const { rates, walkSeconds, lateSeconds, secondCallSeconds, shared = [], hours, quotas = [] } = change
  const more = new Map(shared.map((one) => [one.counter, one.services]))
  const known = new Map(plan.services.map(({ id, agency }) => [id, agency]))
  const quotaOf = new Map(quotas.map((one) => [one.service, one.quota]))
  const { secondCallSeconds: before, ...rest } = plan
  const second = secondCallSeconds === undefined ? before : (secondCallSeconds ?? undefined)
  return {
    ...rest,
    ...(second !== undefined && { secondCallSeconds: second }),
    rates: {
      regular: rates?.regular ?? plan.rates.regular,
      priority: rates?.priority ?? plan.rates.priority,
    },
    walkSeconds: walkSeconds ?? plan.walkSeconds,
    lateSeconds: lateSeconds ?? plan.lateSeconds,
    counters: plan.counters.map((counter) => {
      const added = (more.get(counter.id) ?? []).filter((id) => known.get(id) === counter.agency)
      return added.length === 0
        ? counter
        : { ...counter, services: [...new Set([...counter.services, ...added])] }
    }),
    services: plan.services.map((service) => {
      const quota = quotaOf.get(service.id)
      return quota === undefined ? service : { ...service, quota }
    }),
    ...(hours && { days: withHours(plan, hours, day) }),
  }
}

/** Which agencies are open at all that day does not change. */
function withHours(plan: Plan, hours: NonNullable<Change['hours']>, day: string): NonNullable<Plan['days']> {
  const others = (plan.days ?? []).filter((one) => one.day !== day)
  const open = (plan.days?.find((one) => one.day === day) ?? plan.holidays.find((one) => one.day === day))
    ?.open
  const spans = hours
    .map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))
    .sort((a, b) => a.from - b.from)
  return [...others, { day, name: plan.name, spans, ...(open && { open }) }]
}

/** Whether it changes nothing. */
export function isNothing(change: Change): boolean {
  return Object.values(change).every((part) => Array.isArray(part) && part.length === 0)
}
