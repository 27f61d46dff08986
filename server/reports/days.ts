// The days of a period, one after the other, in columns: those that are over from the facts, kept as columns once they were
// made, and the open one by following the journal through the very fold that its facts will be made by.
import type { Recorded } from '../hall/event.ts'
import type { Plan } from '../hall/plan.ts'
import type { AvailabilityGround, WatchedDevice } from './availability.ts'
import { columnsOf, type Day, type DayWords, kept, stepsOf, visitsOf } from './columns.ts'
import type { CounterSpan, Fact } from './facts/fact.ts'
import { type FactFold, foldFacts } from './facts/fold.ts'
import { type Floor, floorOf } from './floor.ts'
import { type ForecastDay, judge } from './forecast.ts'
import type { FactsDay } from './rows.ts'
import type { AliveSpan } from './watch/alive.ts'
import type { ToldWait } from './watch/told.ts'

const DAY_MS = 86_400_000
/** How many revisions of the plan are looked through for the hours of days. */
const MOST_REVISIONS = 500

/** What is read: see store/figures.ts. */
export interface Source {
  readonly journal: {
    lastSeq(): number
    days(): { readonly seq: number; readonly day: string }[]
    beginningOf(seq: number): number
    leadingTo(seq: number): Iterable<Recorded>
    events(from: number, to?: number): Iterable<Recorded>
    revisions(before: number, most: number): { readonly seq: number; readonly plan: Plan | null }[]
  }
  atOnce<T>(read: () => T): T
  marks(from: string, to: string): Map<string, number>
  facts(day: string): Fact[]
  spans(day: string): CounterSpan[]
  kept(day: string, mark: number): KeptDay | null
  keep(day: string, mark: number, day_: KeptDay): void
  told(day: string): ToldWait[]
  alive(from: number, to: number): AliveSpan[]
  /** When the first sign of life was recorded, milliseconds since 1970; null: none was. */
  aliveSince(): number | null
  devices(): WatchedDevice[]
}

export interface KeptDay {
  readonly size: number
  readonly words: string
  readonly steps: Uint8Array
  readonly visits: Uint8Array
  readonly floor: string
  readonly forecasts: string
}

/** A day; its parts are read when they are asked for. */
export interface ReportDay extends DayWords {
  readonly day: string
  readonly size: number
  readonly steps: Day['steps']
  readonly visits: Day['visits']
  readonly floor: Floor
  readonly forecasts: readonly ForecastDay[]
}

/** The opening of a day that is not closed yet, as far as it was followed. */
interface Live {
  readonly fold: FactFold
  readonly day: string
  /** It goes on after a close that was a mistake: what was kept of it then is told again. */
  readonly isReopened: boolean
}

export class Days {
  private readonly source: Source
  private live: Live | null = null
  private seq = 0
  /** By day, from the journal: when it began first, for its plan. */
  private openings: { readonly seq: number; readonly day: string }[] = []

  /** How many of the days that were gone through last have facts that are not made yet. */
  rough = 0

  constructor(source: Source) {
    this.source = source
  }

  /** Follows the journal up to its end. */
  catchUp(): void {
    const { journal } = this.source
    const last = journal.lastSeq()
    if (last === this.seq) return
    if (this.seq === 0) {
      this.openings = journal.days()
      // Only an opening that is not closed is followed; what came before it is in the facts.
      this.seq = (this.openings.at(-1)?.seq ?? 1) - 1
    }
    for (const recorded of journal.events(this.seq + 1)) {
      this.follow(recorded)
      this.seq = recorded.seq
    }
  }

  private follow(recorded: Recorded): void {
    const { event, seq } = recorded
    if (event.type === 'day-opened' || event.type === 'day-reopened') {
      if (this.openings.at(-1)?.seq !== seq) this.openings.push({ seq, day: event.day })
      const fold = foldFacts()
      for (const before of this.source.journal.leadingTo(seq)) fold.follow(before)
      this.live = { fold, day: event.day, isReopened: event.type === 'day-reopened' }
    }
    this.live?.fold.follow(recorded)
    if (event.type === 'day-closed') this.live = null
  }

  /** The first and the last day there are; null before the first one. */
  get span(): { readonly first: string; readonly last: string } | null {
    const days = this.openings.map(({ day }) => day).sort()
    const [first, last] = [days[0], days.at(-1)]
    return first !== undefined && last !== undefined ? { first, last } : null
  }

  /** The day that is open; null: none is. */
  get open(): string | null {
    return this.live?.day ?? null
  }

  /** The days of a period with their parts, in order, as things stand at `now` (milliseconds since 1970). */
  *within(from: string, to: string, now: number): Generator<ReportDay> {
    const { source } = this
    const [marks, facts, spans] = source.atOnce(() => {
      this.catchUp()
      const { live } = this
      return [source.marks(from, to), live?.fold.facts(now) ?? [], live?.fold.spans(now) ?? []] as const
    })
    const fresh = byDay(facts)
    const freshSpans = byDay(spans)
    const open = this.live
    const known = [...marks.keys(), ...fresh.keys(), ...(open ? [open.day] : [])]
    const days = [...new Set(known)].filter((day) => from <= day && day <= to).sort()
    for (const day of days) {
      const own = fresh.get(day) ?? []
      const mark = marks.get(day)
      if (day !== open?.day && own.length === 0 && mark !== undefined) yield this.keptDay(day, mark)
      else {
        const all = overlaid(mark === undefined ? [] : source.facts(day), own)
        const isToldAgain = day === open?.day && open.isReopened
        const wasThere = mark === undefined || isToldAgain ? [] : source.spans(day)
        yield this.made(day, all, [...wasThere, ...(freshSpans.get(day) ?? [])], now)
      }
    }
  }

  /** The facts of a period day by day, as they stand at `now`. */
  *factsWithin(from: string, to: string, now: number): Generator<FactsDay> {
    const { source } = this
    const [marks, facts] = source.atOnce(() => {
      this.catchUp()
      return [source.marks(from, to), this.live?.fold.facts(now) ?? []] as const
    })
    const fresh = byDay(facts)
    const days = [...new Set([...marks.keys(), ...fresh.keys()])]
    for (const day of days.filter((one) => from <= one && one <= to).sort()) {
      const own = fresh.get(day) ?? []
      yield {
        facts: overlaid(marks.has(day) ? source.facts(day) : [], own),
        timeAt: clockIn(this.beginning(day)?.plan.timeZone ?? 'UTC'),
      }
    }
  }

  private keptDay(day: string, mark: number): ReportDay {
    const { source } = this
    const found = source.kept(day, mark)
    if (found) return read(day, found)
    const [facts, spans, now] = source.atOnce(
      () => [source.facts(day), source.spans(day), source.marks(day, day).get(day)] as const,
    )
    const made = this.made(day, facts, spans, Infinity)
    source.keep(day, now ?? mark, {
      ...kept(made),
      floor: JSON.stringify(made.floor),
      forecasts: JSON.stringify(made.forecasts),
    })
    return made
  }

  private made(
    day: string,
    facts: readonly Fact[],
    spans: readonly CounterSpan[],
    now: number,
  ): Day & ReportDay {
    const begun = this.beginning(day)
    const columns = columnsOf(day, facts, begun?.plan.timeZone ?? 'UTC')
    const floor = begun ? floorOf(spans, { day, now, ...begun }) : { counters: [], agencies: [] }
    return { ...columns, floor, forecasts: judge(this.source.told(day), facts) }
  }

  /** What is known of who was alive in a period, and the plan that held at the end of each of its days. */
  watched(from: string, to: string): Omit<AvailabilityGround, 'now' | 'own'> {
    const { source } = this
    return source.atOnce(() => {
      this.catchUp()
      const [first, last] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)]
      return {
        spans: source.alive(first - 2 * DAY_MS, last + 3 * DAY_MS),
        since: source.aliveSince(),
        devices: source.devices(),
        planOf: this.plansWithin(from, to),
      }
    })
  }

  /** The plan at the end of a day; one on which nothing was opened had the plan of the day before. */
  private plansWithin(from: string, to: string): (day: string) => Plan | null {
    const { journal } = this.source
    const days = this.openings
    const began = Math.max(
      0,
      days.findLastIndex(({ day }) => day < from),
    )
    const next = days.find(({ day }) => day > to)?.seq ?? Number.MAX_SAFE_INTEGER
    const opened = days.slice(began).filter(({ seq }) => seq < next)
    const since = opened[0]?.seq ?? next
    const plans = opened.flatMap(({ seq, day }) => {
      const plan = this.planAt(journal.beginningOf(seq))
      return plan ? [{ seq, day, plan }] : []
    })
    for (const { seq, plan } of journal.revisions(next, MOST_REVISIONS)) {
      const day = days.findLast((one) => one.seq < seq)?.day
      if (seq > since && plan && day !== undefined) plans.push({ seq, day, plan })
    }
    plans.sort((a, b) => a.seq - b.seq)
    let at = 0
    return (day) => {
      // Days are asked for in order; a label may come twice, and the later one holds.
      if ((plans[at]?.day ?? '') > day) at = 0
      while ((plans[at + 1]?.day ?? '9999') <= day) at += 1
      const found = plans[at]
      return found && found.day <= day ? found.plan : null
    }
  }

  private planAt(seq: number): Plan | null {
    for (const { event } of this.source.journal.events(seq, seq + 1))
      if (event.type === 'day-opened') return event.plan
    return null
  }

  /** How a day began first. */
  private beginning(day: string): { readonly plan: Plan; readonly endsAt: number } | null {
    const { journal } = this.source
    const opening = this.openings.find((one) => one.day === day)
    if (!opening) return null
    const seq = journal.beginningOf(opening.seq)
    for (const { event } of journal.events(seq, seq + 1))
      if (event.type === 'day-opened') return { plan: event.plan, endsAt: event.endsAt }
    return null
  }
}

function byDay<T extends { readonly day: string }>(all: readonly T[]): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const one of all) {
    const own = found.get(one.day)
    if (own) own.push(one)
    else found.set(one.day, [one])
  }
  return found
}

/** What is told anew goes before what was written of the same step. */
function overlaid(written: readonly Fact[], anew: readonly Fact[]): Fact[] {
  const toldAnew = new Set(anew.map(idOf))
  return [...written.filter((fact) => !toldAnew.has(idOf(fact))), ...anew]
}

function clockIn(timeZone: string): FactsDay['timeAt'] {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return (at) => format.format(at)
}

const idOf = ({ visit, step }: Fact) => `${visit} ${step}`

function read(day: string, { size, words, steps, visits, floor, forecasts }: KeptDay): ReportDay {
  const said = JSON.parse(words) as DayWords
  let stepColumns: Day['steps'] | undefined
  let visitColumns: Day['visits'] | undefined
  let told: Floor | undefined
  let judged: readonly ForecastDay[] | undefined
  return {
    day,
    size,
    ...said,
    get steps() {
      return (stepColumns ??= stepsOf(size, steps))
    },
    get visits() {
      return (visitColumns ??= visitsOf(size, visits))
    },
    get floor() {
      return (told ??= JSON.parse(floor) as Floor)
    },
    get forecasts() {
      return (judged ??= JSON.parse(forecasts) as readonly ForecastDay[])
    },
  }
}
