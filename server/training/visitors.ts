// Made-up visitors: who comes when, for what, and with which papers missing. Staff practise with them, and the
// rehearsal fills whole days with them. The same seed brings the same visitors. What becomes of them is not decided
// here.
import type { CommandOf } from '../hall/command.ts'
import type { Layout } from '../hall/layout.ts'
import { isServed } from '../hall/layout.ts'
import type { Service } from '../hall/plan.ts'
import type { Span } from '../hall/times.ts'
import { numberOfText, pick, pickWeighted, randomFrom } from './random.ts'

/** What a made-up visitor asks for. */
export type MadeUp = Pick<
  CommandOf<'take-visit'>,
  'services' | 'missing' | 'priority' | 'comeToMe' | 'language'
>

export interface Visitors {
  /** Milliseconds until the next one comes, at this many per hour on average. */
  gap(pace: number): number
  /** The minutes after midnight at which this many come on a day with these hours, in order. */
  arrivals(hours: readonly Span[], count: number): number[]
  /** Who comes; null: no service takes visitors. */
  next(layout: Layout): MadeUp | null
}

/** As in a hall: about one in eight may go first, one in five needs a second service, one in fifty can't walk. */
const PRIORITY = 1 / 8
const SECOND = 1 / 5
const COME_TO_ME = 1 / 50
/** One in thirty comes for everything that a life event needs. */
const BUNDLE = 1 / 30
/** One in twelve lacks a paper that the hall issues, and knows it; half of these take a number for it as well. */
const LACKS = 1 / 12
/** One in twelve chooses a language other than the first. */
const OTHER_LANGUAGE = 1 / 12
const MOST_SERVICES = 4
const HOUR = 3_600_000
/** Nobody practises by waiting, so a gap is never longer than four usual ones. */
const LONGEST_GAPS = 4

/** How many come in each hour of the day, relative to each other. */
const CROWDS = [
  0, 0, 0, 0, 0, 0, 0.1, 0.5, 1.7, 2, 1.6, 0.9, 0.3, 0.9, 0.8, 0.4, 0.2, 0.1, 0, 0, 0, 0, 0, 0,
] as const

/** How many come on each weekday, Monday first, relative to the mean. */
export const WEEKDAY_CROWDS = [1.25, 1.05, 0.95, 0.95, 0.8, 0.9, 0.6] as const

export function madeUpVisitors(seed: number): Visitors {
  const random = randomFrom(seed)
  let known: { readonly layout: Layout; readonly wanted: readonly Wanted[] } | null = null

  function wantedIn(layout: Layout): readonly Wanted[] {
    if (known?.layout !== layout) known = { layout, wanted: wantedOf(layout) }
    return known.wanted
  }

  return {
    // People come independently of each other: the gaps are exponential.
    gap: (pace) => Math.min(-Math.log(1 - random()), LONGEST_GAPS) * (HOUR / pace),

    arrivals(hours, count) {
      const open = hours.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
      const minutes = open.map((minute) => ({
        minute,
        weight: (CROWDS[Math.floor(minute / 60)] ?? 0) + 0.01,
      }))
      if (minutes.length === 0) return []
      const came = Array.from(
        { length: count },
        () => (pickWeighted(random, minutes)?.minute ?? 0) + random(),
      )
      return came.sort((one, other) => one - other)
    },

    next(layout) {
      const wanted = wantedIn(layout)
      const first = pickWeighted(random, wanted)?.service
      if (!first) return null
      const needed = [first, ...more(layout, first, wanted)]
      const lacks = needed.flatMap(({ requirements }) => requirements.filter((one) => isIssued(layout, one)))
      const lacked = random() < LACKS ? pick(random, lacks) : undefined
      const issuer = lacked?.issuedBy
      if (issuer && random() < 0.5 && needed.every(({ id }) => id !== issuer)) {
        const issuing = layout.services.get(issuer)
        if (issuing) needed.push(issuing)
      }
      const { languages } = layout.plan
      const other = random() < OTHER_LANGUAGE ? pick(random, languages.slice(1)) : undefined
      return {
        services: needed.map(({ id }) => id),
        missing: lacked ? [lacked.id] : [],
        priority: random() < PRIORITY,
        comeToMe: random() < COME_TO_ME,
        language: other ?? languages[0] ?? null,
      }
    },
  }

  /** What else the visitor needs: a second service, or all of a life event that the first belongs to. */
  function more(layout: Layout, first: Service, wanted: readonly Wanted[]): Service[] {
    const open = new Map(wanted.map(({ service }) => [service.id, service]))
    open.delete(first.id)
    if (random() < BUNDLE) {
      const bundles = layout.plan.bundles.filter(({ services }) => services.includes(first.id))
      const all = pick(random, bundles)?.services ?? []
      return all.flatMap((id) => open.get(id) ?? []).slice(0, MOST_SERVICES - 1)
    }
    if (random() >= SECOND) return []
    const others = wanted.filter(({ service }) => service.id !== first.id)
    const second = pickWeighted(random, others)
    return second ? [second.service] : []
  }
}

interface Wanted {
  readonly service: Service
  readonly weight: number
}

/** What people come for: more often what many counters serve quickly, and some services more than others anyway. */
function wantedOf(layout: Layout): Wanted[] {
  return layout.plan.services
    .filter((service) => isServed(layout, service))
    .map((service) => {
      const desks = (layout.countersOf.get(service.id) ?? []).map(({ services }) => 1 / services.length)
      const capacity = desks.reduce((sum, share) => sum + share, 0) / service.minutes
      return { service, weight: capacity * (0.5 + numberOfText(service.id) / 2 ** 32) }
    })
}

/** Whether the hall itself issues what is required, today. */
export function isIssued(layout: Layout, { issuedBy }: { readonly issuedBy: string | null }): boolean {
  const service = issuedBy === null ? undefined : layout.services.get(issuedBy)
  return service !== undefined && isServed(layout, service)
}
