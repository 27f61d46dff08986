// The days of a period, one after the other, in columns: those that are over come from the facts, kept as columns once
// made; the open one from following the journal with the same fold that will make its facts.
import type { Recorded } from '../hall/event.ts'
import type { Plan } from '../hall/plan.ts'
import type { AvailabilityGround, WatchedDevice } from './availability.ts'
import { columnsOf, type Day, type DayWords, kept, type KeptDay, stepsOf, visitsOf } from './columns.ts'
import type { CounterSpan, DayHours, Fact } from './facts/fact.ts'
import { type FactFold, foldFacts } from './facts/fold.ts'
import { type Floor, floorOf } from './counters.ts'
import { type ForecastDay, forecastsFrom, forecastsText, judge } from './forecast.ts'
import type { FactsDay } from './rows.ts'
import type { AliveSpan } from './watch/alive.ts'
import type { ToldWait } from './watch/told.ts'

const DAY_MS = 86_400_000
/** How many revisions of the plan are searched for the hours of days. */
const MOST_REVISIONS = 500

/** A plan that replaced another one, and when (milliseconds since 1970); null if its text is lost. */
interface Revision extends Pick<Recorded, 'seq' | 'at'> {
  readonly plan: Plan | null
}

/** All that the facts know about a day. */
export interface WholeDay {
  readonly facts: readonly Fact[]
  readonly spans: readonly CounterSpan[]
  /** Null if nobody opened the hall. */
  readonly hours: DayHours | null
}

export interface StoredDay extends KeptDay {
  /** JSON of the `Floor`. */
  readonly floor: string
  /** What became of the told waits, as `forecastsText` writes it. */
  readonly forecasts: string
}

/** What is kept about a day besides its steps, each read when asked for. */
export type DayParts = Pick<StoredDay, 'visits' | 'floor' | 'forecasts'>

/** Where days are read from: see store/figures.ts. */
export interface Source {
  readonly journal: {
    lastSeq(): number
    days(): { readonly seq: number; readonly day: string }[]
    beginningOf(seq: number): number
    leadingTo(seq: number): Iterable<Recorded>
    events(from: number, to?: number): Iterable<Recorded>
    madePlan(seq: number): Iterable<Recorded>
    revisions(before: number, most: number): Revision[]
  }
  /** Runs with the journal and the facts as they are at one moment. */
  atOnce<T>(read: () => T): T
  /** The days of a period with facts by today’s definitions, each with a number that grows when they change. */
  marks(from: string, to: string): Map<string, number>
  /** What the tables have for a day. */
  written(day: string): WholeDay
  /** The same made from the journal, for a day that is not in the tables yet. */
  folded(day: string): WholeDay
  /** The steps of a day in columns as they were made at this mark; null: they have to be made. */
  kept(day: string, mark: number): Pick<StoredDay, 'size' | 'words' | 'steps'> | null
  /** What else is kept about a day whose steps were found; null if that is lost. */
  keptPart<Name extends keyof DayParts>(day: string, name: Name): DayParts[Name] | null
  /** Keeps them if it can; without them the next report takes longer. */
  keep(day: string, mark: number, stored: StoredDay): void
  told(day: string): ToldWait[]
  alive(from: number, to: number): AliveSpan[]
  /** When the first sign of life was recorded, milliseconds since 1970; null: none was. */
  aliveSince(): number | null
  devices(): WatchedDevice[]
}

/** A day, whose parts are read when asked for. */
export interface ReportDay extends DayWords {
  readonly day: string
  readonly size: number
  readonly steps: Day['steps']
  readonly visits: Day['visits']
  readonly floor: Floor
  readonly forecasts: readonly ForecastDay[]
}

/**
 * How many days of a period are folded from the journal if their facts are not made yet. There are more only for a
 * while after an upgrade: then what was written before is used.
 */
const MOST_FOLDED = 12

export class Days {
  private readonly source: Source
  private fold: FactFold | null = null
  private seq = 0
  private openings: { readonly seq: number; readonly day: string }[] = []
  /** How many of the days last gone through have no facts by today’s definitions yet. */
  rough = 0

  constructor(source: Source) {
    this.source = source
  }

  /** Follows the journal up to its end. */
  catchUp(): void {
    const { journal } = this.source
    if (journal.lastSeq() === this.seq) return
    if (this.seq === 0) {
      this.openings = journal.days()
      this.seq = this.beginning() - 1
    }
    for (const recorded of journal.events(this.seq + 1)) {
      this.follow(recorded)
      this.seq = recorded.seq
    }
  }

  /** Where to begin following: at the last opening, or the one before if somebody was served over that midnight. */
  private beginning(): number {
    const last = this.openings.at(-1)
    if (!last) return 1
    const before = this.openings.at(-2)
    for (const { event } of this.source.journal.events(last.seq, last.seq + 1))
      if (event.type === 'day-opened' && event.carried.length > 0 && before) return before.seq
    return last.seq
  }

  private follow(recorded: Recorded): void {
    const { event, seq } = recorded
    const opens = event.type === 'day-opened' || event.type === 'day-reopened'
    if (opens && (this.openings.at(-1)?.seq ?? 0) < seq) this.openings.push({ seq, day: event.day })
    if (opens && !this.fold) {
      this.fold = foldFacts()
      for (const before of this.source.journal.leadingTo(seq)) this.fold.follow(before)
    }
    this.fold?.follow(recorded)
  }

  /** The first day ever; null before it. */
  get first(): string | null {
    return this.openings.map(({ day }) => day).sort()[0] ?? null
  }

  /** The days of a period with their parts, in order, as things stand at `now` (milliseconds since 1970). */
  *within(from: string, to: string, now: number): Generator<ReportDay> {
    for (const { day, mark, made } of this.eachDay(from, to, now)) {
      if (mark !== null) yield this.keptDay(day, mark)
      else if (made) yield this.inColumns(day, made(), now)
    }
  }

  /** The facts of a period day by day, as they stand at `now`. */
  *factsWithin(from: string, to: string, now: number): Generator<FactsDay> {
    for (const { day, made } of this.eachDay(from, to, now)) {
      const { facts, hours } = made ? made() : this.source.written(day)
      yield { facts, timeAt: clockIn(hours?.timeZone ?? 'UTC') }
    }
  }

  /** Each day of a period: with its mark if what is written about it is complete, else with what makes it. */
  private *eachDay(
    from: string,
    to: string,
    now: number,
  ): Generator<{
    readonly day: string
    readonly mark: number | null
    readonly made: (() => WholeDay) | null
  }> {
    const { source } = this
    const { marks, live } = source.atOnce(() => {
      this.catchUp()
      return { marks: source.marks(from, to), live: this.live(now) }
    })
    const isIn = (day: string) => from <= day && day <= to
    const opened = this.openings.map(({ day }) => day).filter(isIn)
    const unmade = new Set(opened.filter((day) => !marks.has(day) && !live.has(day)))
    this.rough = unmade.size > MOST_FOLDED ? unmade.size : 0
    const days = new Set([...marks.keys(), ...opened, ...[...live.keys()].filter(isIn)])
    for (const day of [...days].sort()) {
      const told = live.get(day)
      const isOpen = day === this.openings.at(-1)?.day
      const before = marks.has(day) ? source.written : isOpen ? () => nothing : source.folded
      if (told) yield { day, mark: null, made: () => over(before(day), told) }
      else if (unmade.has(day)) {
        const read = this.rough > 0 ? source.written : source.folded
        yield { day, mark: null, made: () => read(day) }
      } else yield { day, mark: marks.get(day) ?? 0, made: null }
    }
  }

  /** What was followed, by day: the open one, and earlier ones with somebody still being served. */
  private live(now: number): Map<string, WholeDay> {
    const { fold } = this
    const hours = fold?.hours() ?? null
    const spans = fold?.spans(now) ?? []
    const found = new Map<string, { facts: Fact[]; spans: readonly CounterSpan[]; hours: DayHours | null }>()
    if (hours) found.set(hours.day, { facts: [], spans: spans.filter((one) => one.day === hours.day), hours })
    for (const fact of fold?.facts(now) ?? []) {
      const own = found.get(fact.day)
      if (own) own.facts.push(fact)
      else found.set(fact.day, { facts: [fact], spans: [], hours: null })
    }
    return found
  }

  private keptDay(day: string, mark: number): ReportDay {
    const { source } = this
    const found = source.kept(day, mark)
    if (found) return this.read(day, found)
    const [whole, now] = source.atOnce(() => [source.written(day), source.marks(day, day).get(day)] as const)
    const made = this.inColumns(day, whole, Infinity)
    source.keep(day, now ?? mark, {
      ...kept(made),
      floor: JSON.stringify(made.floor),
      forecasts: forecastsText(made.forecasts),
    })
    return made
  }

  private read(day: string, { size, words, steps }: Pick<StoredDay, 'size' | 'words' | 'steps'>): ReportDay {
    const { source } = this
    const said = JSON.parse(words) as DayWords
    let made: ReportDay | undefined
    // Only a damaged file lacks a part.
    const anew = () => (made ??= this.inColumns(day, source.written(day), Infinity))
    const part = <Name extends keyof DayParts, T>(
      name: Name,
      from: (kept: DayParts[Name]) => T,
    ): T | null => {
      const found = source.keptPart(day, name)
      return found === null ? null : from(found)
    }
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
        return (visitColumns ??= part('visits', (bytes) => visitsOf(size, bytes)) ?? anew().visits)
      },
      get floor() {
        return (told ??= part('floor', (text) => JSON.parse(text) as Floor) ?? anew().floor)
      },
      get forecasts() {
        return (judged ??= part('forecasts', forecastsFrom) ?? anew().forecasts)
      },
    }
  }

  private inColumns(day: string, { facts, spans, hours }: WholeDay, now: number): Day & ReportDay {
    return {
      ...columnsOf(day, facts),
      floor: floorOf(spans, hours, now),
      forecasts: judge(this.source.told(day), facts),
    }
  }

  /** What is known about who was alive in a period, and the plan in force at the end of each of its days. */
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

  /** The plan at the end of a day; one on which the hall did not open had the plan of the day before. */
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
      // Days are asked for in order; a label may occur twice, and the later one counts.
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
}

const nothing: WholeDay = { facts: [], spans: [], hours: null }

/** What is told now replaces what was written about the same step. */
function over(written: WholeDay, told: WholeDay): WholeDay {
  const anew = new Set(told.facts.map(idOf))
  return {
    facts: [...written.facts.filter((fact) => !anew.has(idOf(fact))), ...told.facts],
    spans: [...written.spans, ...told.spans],
    hours: told.hours ?? written.hours,
  }
}

const idOf = ({ visit, step }: Fact) => `${visit} ${step}`

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
