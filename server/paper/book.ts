// What the record says about emergency numbers: which were printed, what was entered, and what the hall was like on
// the day that somebody enters something for. The hall itself folds only today.
import { planAt, type PlanRecord } from '../drafts/revisions.ts'
import {
  type DayThen,
  type PaperGround,
  paperTyped,
  type Run,
  runOf,
  type Standing,
} from '../hall/emergency.ts'
import type { Recorded } from '../hall/event.ts'
import type { Hall } from '../hall/hall.ts'
import { type Layout, layOut } from '../hall/layout.ts'
import { runsOf, standing } from '../hall/paper/paper.ts'
import type { Plan } from '../hall/plan.ts'
import { dayIn, spanOf } from '../time-zone.ts'

/** What is needed here of the journal's reader. */
export interface PaperRecord extends PlanRecord {
  days(): { readonly seq: number; readonly day: string }[]
  paperSheets(): Recorded[]
  paperOf(day: string): Recorded[]
  paperOfSheet(sheet: number): Recorded[]
}

/** Every method reads the record and throws a `StorageError` if that fails. */
export interface PaperBook {
  /** All that were printed, the oldest first. */
  runs(): Run[]
  /** The entries that count for a day, or on a sheet, in the order in which they were entered. */
  ofDay(day: string): Standing[]
  ofSheet(sheet: number): Standing[]
  /** Whether the last sheet has not been used yet, so that some are left for the day on which everything fails. */
  isAtHand(): boolean
  /** The hall's first day; today if there is none yet. */
  firstDay(): string
  /** The plans that applied on that day. */
  layouts(day: string): readonly Layout[]
  /** What a command about a number, however typed, must know. */
  ground(typed: string): PaperGround
  /** The day that somebody enters something for, with what a command must know about it. */
  dayOf(day: string, typed: string, service: string): DayThen
}

/** How many revisions are searched for a service that the hall no longer has. */
const MOST_REVISIONS = 50
/** How many days' plans are kept in memory: those that somebody is entering. */
const KEPT_DAYS = 3

/** Opens the book over a journal and the hall of today. */
export function openPaperBook(record: PaperRecord, hall: Hall): PaperBook {
  const kept = new Map<string, readonly Layout[]>()

  function layouts(day: string): readonly Layout[] {
    // A past day never changes, unless it is opened again, which begins another part of the journal.
    const key = `${day} ${day === hall.day ? hall.layoutSeq : hall.goesOnWith}`
    const known = kept.get(key)
    if (known) return known
    const found = plansOf(record, day).map((plan) => layOut(plan))
    const all = day === hall.day || found.length === 0 ? [hall.layout, ...found] : found
    for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT_DAYS + 1))) kept.delete(old)
    kept.set(key, all)
    return all
  }

  const runs = () => runsOf(record.paperSheets())
  const ofSheet = (sheet: number) => standing(record.paperOfSheet(sheet))
  const firstDay = () =>
    record
      .days()
      .map(({ day }) => day)
      .reduce((one, other) => (one < other ? one : other), hall.day)
  const zone = () => hall.layout.base.timeZone

  return {
    runs,
    ofSheet,
    ofDay: (day) => standing(record.paperOf(day)),
    isAtHand() {
      const last = runs().findLast(({ lost }) => !lost)
      return last !== undefined && ofSheet(last.to).length === 0
    },
    firstDay,
    layouts,
    ground(typed) {
      // Read first: whatever is recorded while the rest is read makes the command outdated.
      const asOf = hall.seq
      const sheet = paperTyped(typed)?.sheet
      return { asOf, runs: runs(), sheet: sheet === undefined ? [] : ofSheet(sheet) }
    },
    dayOf(day, typed, service) {
      const there = layouts(day)
      const number = paperTyped(typed)
      const run = number === null ? undefined : runOf(runs(), number)
      const isThere = there.some(({ services }) => services.has(service))
      return {
        ...spanOf(there[0]?.base.timeZone ?? zone(), day),
        firstDay: firstDay(),
        layouts: there,
        printedOn: run === undefined || run.lost ? null : dayIn(zone(), run.at).day,
        isOfOtherDays: !isThere && wasEver(record, hall, service),
      }
    },
  }
}

/** The plans of a day, the last one first. If the hall did not open, the one that it had before. */
function plansOf(record: PaperRecord, day: string): Plan[] {
  const openings = record.days()
  const mine = openings.flatMap((opening, nth) => (opening.day === day ? [nth] : []))
  const before = openings.findLastIndex((opening) => opening.day < day)
  const found = mine.length > 0 ? mine : before < 0 ? [] : [before]
  const seqs = found.flatMap((nth) => {
    const from = openings[nth]?.seq ?? 0
    const to = openings[nth + 1]?.seq ?? Number.MAX_SAFE_INTEGER
    if (mine.length === 0) return [to - 1]
    const revised = record.revisions(to, MOST_REVISIONS).filter(({ seq }) => seq > from)
    return [to - 1, ...revised.map(({ seq }) => seq), from]
  })
  return seqs.flatMap((seq) => planAt(record, seq) ?? [])
}

function wasEver(record: PaperRecord, hall: Hall, service: string): boolean {
  const has = (plan: Plan | null) => plan?.services.some(({ id }) => id === service) === true
  return (
    hall.layout.services.has(service) ||
    record.revisions(Number.MAX_SAFE_INTEGER, MOST_REVISIONS).some(({ seq, plan }) => {
      return has(plan) || has(planAt(record, seq - 1))
    })
  )
}
