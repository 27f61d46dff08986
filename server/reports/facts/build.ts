// Makes the facts of days that are over from the journal, a day at a time, and knows which days are due: those that
// have none, those made by older definitions, and those about which the journal now says something else. Nothing
// requires the server that closed the day to be still running.
import type { Recorded } from '../../hall/event.ts'
import { levelSecondsOf, type Plan } from '../../hall/plan.ts'
import { standing } from '../../hall/paper/paper.ts'
import { StorageError } from '../../store/errors.ts'
import { type DayOpening, type JournalReader, makeReader } from '../../store/journal/read.ts'
import type { Handle } from '../../store/open.ts'
import { type DayFacts, type FactDay, readFactDays } from '../../store/tables/facts.ts'
import { type FactsPortion, portionsOf, writePortion } from '../../store/tables/facts-portions.ts'
import { spanOf } from '../../time-zone.ts'
import type { Fact } from './fact.ts'
import { type FactFold, foldFacts } from './fold.ts'
import { paperFact } from './fact-of.ts'

/** The version of the definitions. A higher one makes all facts again, once, after the upgrade. */
export const FACTS_VERSION = 2

type Journal = Pick<JournalReader, 'days' | 'beginningOf' | 'leadingTo' | 'events' | 'paperOf' | 'paperDays'>

/** The openings of a day that count, and where each ends; a day that was closed by mistake goes on in a later one. */
interface Ranges {
  readonly all: readonly DayOpening[]
  readonly byDay: ReadonlyMap<string, readonly number[]>
}

/** A day that is over, and what its facts are to be made from. */
interface Due {
  readonly day: string
  readonly madeOf: string
}

/** The days whose facts have to be made, the newest first. @throws StorageError */
export function dueDays(journal: Journal, known: readonly FactDay[]): Due[] {
  const ranges = rangesOf(journal)
  const papers = new Map(journal.paperDays().map((day) => [day, journal.paperOf(day).at(-1)?.seq ?? 0]))
  const today = ranges.all.at(-1)?.day ?? ''
  const there = new Map(known.map((one) => [one.day, one]))
  const days = new Set([...ranges.byDay.keys(), ...papers.keys()])
  return [...days]
    .filter((day) => day !== today && (ranges.byDay.has(day) || day < today))
    .map((day) => ({ day, madeOf: madeOf(ranges, day, papers.get(day)) }))
    .filter(({ day, madeOf: made }) => !isCurrent(there.get(day), made, ranges))
    .sort((a, b) => (a.day < b.day ? 1 : -1))
}

function rangesOf(journal: Journal): Ranges {
  const all = journal.days()
  const last = new Map(all.map(({ seq }) => [journal.beginningOf(seq), seq]))
  const counts = new Set(last.values())
  const byDay = new Map<string, number[]>()
  for (const [index, { seq, day }] of all.entries())
    if (counts.has(seq)) byDay.set(day, [...(byDay.get(day) ?? []), index])
  return { all, byDay }
}

function madeOf({ all, byDay }: Ranges, day: string, paper: number | undefined): string {
  const events = (byDay.get(day) ?? []).map((index) => `${all[index]?.seq}-${all[index + 1]?.seq}`)
  return [...events, ...(paper === undefined ? [] : [`paper ${paper}`])].join(' ')
}

/** What was finished after midnight is in the next day's events, and final once that day is over. */
function isCurrent(known: FactDay | undefined, made: string, { all }: Ranges): boolean {
  if (known?.version !== FACTS_VERSION) return false
  if (!known.carries) return known.madeOf === made
  return known.madeOf === made + FINAL || known.madeOf === `${made} ${all.at(-1)?.seq}`
}

const FINAL = ' final'

/** Makes the facts of a day that is over. @throws StorageError, or an Error if the events do not fit together */
export function makeDay(
  journal: Journal,
  { day, madeOf: made }: Due,
): DayFacts & Pick<FactDay, 'madeOf' | 'carries'> {
  const { all, byDay } = rangesOf(journal)
  const facts = new Map<string, Fact>()
  const spans: DayFacts['spans'][number][] = []
  const names = new Map<string, DayFacts['names'][number]>()
  let hours: DayFacts['hours'] = null
  let carries: 'no' | 'final' | 'open' = 'no'
  const put = (fold: FactFold, now: number) => {
    for (const fact of fold.facts(now))
      if (fact.day === day && fact.cameBy !== 'paper') facts.set(`${fact.visit} ${fact.step}`, fact)
  }
  for (const index of byDay.get(day) ?? []) {
    const fold = foldFacts()
    let closedAt = followOpening(journal, all, index, fold)
    // Opened by mistake and never closed, because the day before went on: it never existed.
    if (closedAt === null) continue
    hours = fold.hours()
    const end = Math.min(closedAt, hours?.endsAt ?? closedAt)
    put(fold, end)
    spans.push(...fold.spans(end))
    for (const one of fold.named()) names.set(`${one.kind} ${one.id}`, one)
    for (let next = index + 1; closedAt !== null && isServed(facts) && next < all.length; next += 1) {
      closedAt = followOpening(journal, all, next, fold)
      put(fold, closedAt ?? end)
      carries = closedAt === null ? 'open' : 'final'
    }
  }
  for (const fact of ofPaper(journal, all, day, hours?.endsAt ?? null)) facts.set(fact.visit, fact)
  const seen = carries === 'no' ? made : carries === 'final' ? made + FINAL : `${made} ${all.at(-1)?.seq}`
  return {
    day,
    facts: [...facts.values()],
    spans,
    names: [...names.values()],
    hours,
    carries: carries !== 'no',
    madeOf: seen,
  }
}

const isServed = (facts: ReadonlyMap<string, Fact>) =>
  [...facts.values()].some(({ status }) => status === 'serving')

/** Gives an opening to the fold. Returns when it was closed, milliseconds since 1970; null if it was not (yet). */
function followOpening(
  journal: Journal,
  all: readonly DayOpening[],
  index: number,
  fold: FactFold,
): number | null {
  const opening = all[index]
  if (!opening) return null
  let last: Recorded | null = null
  for (const recorded of journal.leadingTo(opening.seq)) fold.follow(recorded)
  for (const recorded of journal.events(opening.seq, all[index + 1]?.seq)) {
    fold.follow(recorded)
    last = recorded
  }
  return last?.event.type === 'day-closed' ? last.at : null
}

/** What was entered for a day and not taken back, whenever that was done. */
function ofPaper(journal: Journal, all: readonly DayOpening[], day: string, ended: number | null): Fact[] {
  const entries = standing(journal.paperOf(day))
  return entries.flatMap(({ entry, recorded }) => {
    const plan = planAt(journal, all, recorded.seq)
    if (!plan) return []
    const endsAt = ended ?? spanOf(plan.timeZone, day).endsAt
    const service = plan.services.find(({ id }) => id === entry.service)
    return paperFact(entry, { of: day, endsAt, levelSeconds: levelSecondsOf(plan, service) })
  })
}

/** The plan with which the day of this event began. */
function planAt(journal: Journal, all: readonly DayOpening[], seq: number): Plan | null {
  const opening = all.findLast((one) => one.seq <= seq)
  if (!opening) return null
  const begun = journal.beginningOf(opening.seq)
  const [first] = journal.events(begun, begun + 1)
  return first?.event.type === 'day-opened' ? first.event.plan : null
}

/**
 * Makes the facts of all days that are due, and yields after each with its day and, if its events make no facts, why.
 * Stopped in between, it later goes on where it left off. @throws StorageError
 */
export function* buildFacts(db: Handle): Generator<{ readonly day: string; readonly fault: string | null }> {
  const journal = makeReader(db)
  for (const due of dueDays(journal, readFactDays(db))) {
    yield { day: due.day, fault: buildDay(db, journal, due) }
  }
}

/** Makes the facts of one day. Returns why there are none, or null. @throws StorageError */
export function buildDay(db: Handle, journal: Journal, due: Due): string | null {
  let fault: string | null = null
  for (const portion of factsOf(journal, due)) {
    writePortion(db, portion)
    if (portion.is === 'fault') ({ fault } = portion.of)
  }
  return fault
}

/** What has to be written for all days that are due. Reads only. @throws StorageError */
export function* factsDue(db: Handle): Generator<FactsPortion> {
  const journal = makeReader(db)
  for (const due of dueDays(journal, readFactDays(db))) yield* factsOf(journal, due)
}

/** What has to be written for a day: all is known before the first portion. @throws StorageError */
function* factsOf(journal: Journal, due: Due): Generator<FactsPortion> {
  try {
    const { madeOf: made, carries, ...facts } = makeDay(journal, due)
    yield* portionsOf(facts, { version: FACTS_VERSION, madeOf: made, carries })
  } catch (error) {
    if (error instanceof StorageError || !(error instanceof Error)) throw error
    const of = { version: FACTS_VERSION, madeOf: due.madeOf, carries: false, fault: error.message }
    yield { is: 'fault', day: due.day, of }
  }
}

/** A day that is over, whether its facts are due or not; null if there is none, or it is still open. */
export function overDay(journal: Journal, day: string): Due | null {
  return dueDays(journal, []).find((one) => one.day === day) ?? null
}

/** The facts of a day that is over, made from the journal and kept nowhere. @throws StorageError, or as `makeDay` */
export function foldedDay(journal: Journal, day: string): Pick<DayFacts, 'facts' | 'spans' | 'hours'> {
  const due = overDay(journal, day)
  return due ? makeDay(journal, due) : { facts: [], spans: [], hours: null }
}
