// A stranger's own figures: computed from the lines of `npm run journal -- export` and the definitions of docs/figures.md
// alone. It shares no code with the server, not even a type, and is written in the plainest way: every step is a list of
// what it was and from when, and every figure is read off that list. Here is what a line says, and what is kept of it.

interface Text {
  readonly [language: string]: string
}
export interface Span {
  readonly from: number
  readonly to: number
}
export interface PlanSeen {
  readonly timeZone: string
  readonly walkSeconds: number
  readonly lateSeconds: number
  readonly operation: string
  readonly hours: Record<string, Span[]>
  readonly holidays: readonly { readonly day: string }[]
  readonly reports?: { readonly level?: number }
  readonly agencies: readonly {
    readonly id: string
    readonly name: Text
    readonly hours?: Record<string, Span[]>
  }[]
  readonly services: readonly ServiceSeen[]
  readonly counters: readonly CounterSeen[]
}
export interface ServiceSeen {
  readonly id: string
  readonly phase: { readonly status: string }
  readonly agency: string
  readonly after: readonly string[]
  readonly level?: number
  readonly hours: Record<string, Span[]> | null
}
export interface CounterSeen {
  readonly id: string
  readonly agency: string
  readonly zone: string
  readonly services: readonly string[]
}
// oxlint-disable-next-line typescript/no-explicit-any -- the fields of an event are read as they stand in the line
export type Fields = Record<string, any>
export interface Line {
  readonly seq: number
  readonly at: number
  readonly day: string
  readonly by: string
  readonly event: Fields & { readonly type: string }
}

export type Status =
  | 'blocked'
  | 'waiting'
  | 'called'
  | 'serving'
  | 'held'
  | 'missed'
  | 'done'
  | 'cancelled'
  | 'expired'

/** What a step was from `at` on. */
export interface Was {
  readonly at: number
  readonly status: Status
  readonly counter?: string
  readonly zone?: string
  readonly callableFrom?: number
}

export interface Step {
  id: string
  service: string
  agency: string
  level: number
  cameBy: string
  after: string[]
  was: Was[]
  seat: boolean
  outcome: string | null
  missing: string[]
  documents: number
  end: string | null
  endedAt: number | null
  /** For which counter it comes back, and until when it is kept for that one. */
  backTo: { readonly counter: string; readonly until: number | null } | null
}

export interface Visit {
  id: string
  day: string
  takenAt: number
  priority: boolean
  language: string
  steps: Step[]
  walks: { readonly at: number; readonly until: number; readonly zone: string }[]
  slip: { readonly at: number; readonly held: boolean }[]
}

/** What is known about a step in the end, as figures.md names it. */
export interface Known {
  readonly day: string
  readonly visit: string
  readonly step: string
  readonly service: string
  readonly agency: string
  readonly counter: string | null
  readonly zone: string | null
  readonly priority: boolean
  readonly language: string
  readonly hour: number
  readonly weekday: number
  readonly result: 'served' | 'incomplete' | 'referred' | 'noShow' | 'left' | 'dropped' | 'open'
  readonly called: boolean
  readonly waiting: number | null
  readonly waitingOpen: number | null
  readonly uncalled: number | null
  readonly walking: number | null
  readonly serving: number | null
  /** 1: within T, 0: not, null: it does not count. */
  readonly level: 0 | 1 | null
  readonly levelSeconds: number
  readonly missing: readonly string[]
  readonly documents: number
  readonly takenAt: number
  readonly startedAt: number | null
  readonly endedAt: number | null
}

export interface CounterTime {
  readonly day: string
  readonly counter: string
  readonly agency: string
  open: number
  paused: number
  serving: number
  idle: number
}

export interface AgencyTime {
  readonly day: string
  readonly agency: string
  readonly hours: number
  readonly staffed: number
  /** Null: none of its counters opened in the hours. */
  readonly late: number | null
}

export interface Seen {
  readonly agencies: readonly AgencyTime[]
  readonly steps: readonly Known[]
  readonly counters: readonly CounterTime[]
}

export const ENDED: ReadonlySet<Status> = new Set(['done', 'cancelled', 'expired'])
export const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1]
export const nowOf = (step: Step): Status => last(step.was)?.status ?? 'blocked'

/** A day as it is read, line by line. */
export interface Day {
  readonly label: string
  readonly startsAt: number
  readonly endsAt: number
  /** When it is asked, for a day that is still open. */
  readonly until: number
  /** The plan with which it began, and the one that holds now. */
  readonly first: PlanSeen
  plan: PlanSeen
  readonly visits: Map<string, Visit>
  /** By counter: what it serves since somebody changed that for the day. */
  readonly extra: Map<string, string[]>
  readonly staff: Map<string, { state: 'open' | 'paused'; since: number }>
  readonly times: CounterTime[]
  /** By counter: when anybody last did something there. */
  readonly moved: Map<string, number>
  readonly openings: { agency: string; state: string; from: number; to: number }[]
  /** By counter, in seconds. */
  readonly idle: Map<string, number>
  closedAt: number | null
}

/** The instant of a minute of the day. */
export const instant = ({ endsAt }: Day, minute: number) => endsAt - (24 * 60 - minute) * 60_000
export const counterOf = ({ plan }: Day, id: string) => plan.counters.find((one) => one.id === id)
export const serviceOf = ({ plan }: Day, id: string) => plan.services.find((one) => one.id === id)
export const servesIt = ({ extra }: Day, counter: CounterSeen, service: string) =>
  (extra.get(counter.id) ?? counter.services).includes(service)

/** The hours of a day: the hall's, and within them the agency's and the service's own. */
export function hoursOn(
  plan: PlanSeen,
  day: string,
  agency: string | undefined,
  own: Record<string, Span[]> | null | undefined,
): Span[] {
  if (plan.holidays.some((one) => one.day === day)) return []
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay() || 7
  const common = (one: Span[], other: Span[] | undefined) =>
    other === undefined
      ? one
      : one.flatMap((a) =>
          other
            .map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))
            .filter(({ from, to }) => from < to),
        )
  const hall = plan.hours[weekday] ?? []
  const ofAgency = plan.agencies.find(({ id }) => id === agency)?.hours
  return common(common(hall, ofAgency?.[weekday]), own?.[weekday])
}
