// Emergency numbers: sheets that are printed while the hall works, and what happened to those who held such a number, entered
// afterwards. No visit of the hall comes of it: the numbers are for the figures, and the machine never gives or calls one.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
import { hasPriority } from '../credit.ts'
import {
  type Entered,
  type PaperGround,
  paperNumber,
  paperPrefix,
  paperTyped,
  type Run,
  runOf,
  SLIPS,
  type Standing,
  type DayThen,
  type PaperTime,
  paperTimes,
} from '../emergency.ts'
import type { PaperEntry } from '../event-parts.ts'
import type { Event, Recorded } from '../event.ts'
import { assign, type Hall } from '../hall.ts'
import { dayAfter, spansOn } from '../hours.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'

export const decides = {
  'print-paper': print,
  'enter-paper': enter,
  'take-back-paper': takeBack,
} satisfies Partial<Decides>

export const evolves = {
  'paper-printed': noted,
  'paper-entered': noted,
  'paper-taken-back': noted,
} satisfies Partial<Evolves>

/** How many days back something may be entered or corrected: slips are fresh, and the month's report stands after that. */
export const MOST_DAYS_BACK = 31

function print(hall: Hall, { sheets, ground }: CommandOf<'print-paper'>): Event[] | Refusal {
  if (isOld(hall, ground)) return refuse('paper-changed')
  const from = Math.max(0, ...ground.runs.map(({ to }) => to)) + 1
  const prefix = paperPrefix(hall.layout.plan)
  return [{ type: 'paper-printed', prefix, from, to: from + sheets - 1, slips: SLIPS }]
}

function enter(hall: Hall, command: CommandOf<'enter-paper'>, time: Time): Event[] | Refusal {
  const { entered, on, ground, instead, visit } = command
  if (isOld(hall, ground)) return refuse('paper-changed')
  if (time.suspect) return refuse('clock-suspect')
  if (on.day > hall.day || on.day < on.firstDay || on.day < dayAfter(hall.day, -MOST_DAYS_BACK))
    return refuse('day-not-enterable', on.day)
  const slip = slipOf(entered, ground)
  if (isRefusal(slip)) return slip
  const { number, sheet, standing: before } = slip
  if (instead === null && before) return refuse('already-entered', before.of)
  if (instead !== null && !before) return refuse('nothing-entered', number)
  if (on.printedOn !== null && on.day < on.printedOn) return refuse('sheet-printed-later', on.printedOn)
  const other = ground.sheet.find(({ of, entry }) => of !== on.day && entry.number !== number)
  if (other) return refuse('sheet-of-other-day', other.of)
  const entry = entryOf(entered, on, time.now)
  if (isRefusal(entry)) return entry
  const whole = { number, sheet, slip: slip.slip, visit, step: `${visit}.1`, ...entry }
  const back: Event[] =
    instead && before
      ? [{ type: 'paper-taken-back', of: before.of, number, ...instead, entry: before.entry }]
      : []
  return [...back, { type: 'paper-entered', of: on.day, number, entry: whole }]
}

function takeBack(hall: Hall, command: CommandOf<'take-back-paper'>): Event[] | Refusal {
  const { number: typed, because, ground } = command
  if (isOld(hall, ground)) return refuse('paper-changed')
  const slip = slipOf({ number: typed }, ground)
  if (isRefusal(slip)) return slip
  const { standing, number } = slip
  if (!standing) return refuse('nothing-entered', number)
  if (standing.of < dayAfter(hall.day, -MOST_DAYS_BACK)) return refuse('day-not-enterable', standing.of)
  return [{ type: 'paper-taken-back', of: standing.of, number, ...because, entry: standing.entry }]
}

/** Something about paper, or a new day, came after the record was read: it must be read again. */
function isOld(hall: Hall, { asOf }: PaperGround): boolean {
  return hall.paperSeq > asOf || hall.goesOnWith > asOf
}

/** The slip of a number as it was typed, and what counts for it. */
function slipOf({ number: typed }: Pick<Entered, 'number'>, { runs, sheet: standing }: PaperGround) {
  const read = paperTyped(typed)
  if (!read) return refuse('unknown-paper-number', typed)
  if (!read.isRight) return refuse('wrong-check-digit', typed)
  const run = runOf(runs, read)
  if (!run || (read.prefix !== null && read.prefix !== run.prefix))
    return refuse('unknown-paper-number', typed)
  const { sheet, slip } = read
  const number = paperNumber(run.prefix, sheet, slip)
  return { run, sheet, slip, number, standing: standing.find(({ entry }) => entry.slip === slip) }
}

function noted(hall: Hall, changes: Changes, _event: Event, { seq }: Recorded): void {
  assign(hall, changes, { paperSeq: seq })
}

/** What of these events, in the order of the journal, was not taken back; others than those of paper are passed over. */
export function standing(events: Iterable<Recorded>): Standing[] {
  const found = new Map<string, Standing>()
  for (const recorded of events) {
    const { event } = recorded
    if (event.type === 'paper-entered') {
      const { of, entry } = event
      found.set(entry.visit, { of, entry, recorded })
    } else if (event.type === 'paper-taken-back') found.delete(event.entry.visit)
  }
  return [...found.values()]
}

/** After a gap in the record this many sheets are taken for printed, so that no number is printed twice. */
const LOST_SHEETS = 100

/** The printings that these events tell of. Where events are missing, there may have been more of them. */
export function runsOf(events: Iterable<Recorded>): Run[] {
  const runs: Run[] = []
  for (const { event, at, by } of events) {
    const last = runs.at(-1)
    if (event.type === 'paper-printed') {
      const { prefix, from, to, slips } = event
      runs.push({ prefix, from, to, slips, at, by, lost: false })
    } else if (event.type === 'numbers-raised' || event.type === 'back-up-chosen') {
      if (last && !last.lost)
        runs.push({ ...last, from: last.to + 1, to: last.to + LOST_SHEETS, at, by, lost: true })
    }
  }
  return runs
}

// What somebody enters for an emergency number, looked through: each fault is said with the field that has it.

const MINUTE = 60_000
const DAY_MINUTES = 24 * 60
/** Minutes before the hall's hours and after them in which somebody may have come or been served. */
const BEFORE_HOURS = 3 * 60
const AFTER_HOURS = 6 * 60

/** All of an entry but the slip that it is for. */
type Rest = Omit<PaperEntry, 'number' | 'sheet' | 'slip' | 'visit' | 'step'>

/** The entry, or its first fault; `about` is the field of a time, or the id that is wrong. `now`: ms since 1970. */
export function entryOf(entered: Entered, then: DayThen, now: number): Rest | Refusal {
  const place = placeOf(entered, then)
  if (isRefusal(place)) return place
  const times = timesOf(entered, then, now)
  if (isRefusal(times)) return times
  const { outcome, priority, missing } = entered
  if (outcome !== 'incomplete' && missing.length > 0) return refuse('missing-without-incomplete')
  return { ...place, ...times, priority: priority && place.priority, outcome, missing: [...missing] }
}

/** The service and the counter as they were on that day. */
function placeOf({ service: id, counter: at, missing }: Entered, { layouts, isOfOtherDays }: DayThen) {
  const layout = layouts.find(({ services }) => services.has(id))
  const service = layout?.services.get(id)
  if (!layout || !service) return refuse(isOfOtherDays ? 'service-not-then' : 'unknown-service', id)
  const unknown = missing.find((one) => !layout.requirements.get(id)?.has(one))
  if (unknown !== undefined) return refuse('unknown-requirement', unknown)
  const counter = at === null ? null : layouts.map(({ counters }) => counters.get(at)).find((one) => one)
  if (at !== null && !counter) return refuse('unknown-counter', at)
  if (counter && counter.agency !== service.agency) return refuse('not-served-here', counter.id)
  const { plan } = layout
  return {
    service: id,
    agency: service.agency,
    counter: counter?.id ?? null,
    zone: counter?.zone ?? null,
    language: plan.languages[0] ?? 'id',
    priority: hasPriority(plan.rates),
    phase: service.phase.status,
    operation: plan.operation,
  }
}

/** The instants of what was noted, in order, within the day and not in the future. */
function timesOf({ times, outcome }: Entered, then: DayThen, now: number) {
  const noted = paperTimes.flatMap((field) =>
    times[field] === null ? [] : [{ field, minute: times[field] }],
  )
  const [first] = noted
  if (!first) return refuse('no-time', 'arrived')
  if (outcome === 'not-served' && times.started !== null) return refuse('not-served-but-started', 'started')
  const at = (minute: number) => then.endsAt - (DAY_MINUTES - minute) * MINUTE
  const [from, to] = boundsOf(then)
  for (const [nth, { field, minute }] of noted.entries()) {
    if (minute < from || minute > to) return refuse('time-outside-day', field)
    if (minute < (noted[nth - 1]?.minute ?? 0)) return refuse('times-reversed', field)
    if (at(minute) > now) return refuse('time-in-future', field)
  }
  const instant = (field: PaperTime) => (times[field] === null ? null : at(times[field]))
  return {
    takenAt: at(first.minute),
    arrivedAt: instant('arrived'),
    calledAt: instant('called'),
    startedAt: instant('started'),
    endedAt: instant('ended'),
  }
}

/** A quarter past two that stands for a quarter past fourteen is caught; on a day without hours everything is within it. */
function boundsOf({ layouts, day }: DayThen): readonly [number, number] {
  const spans = layouts.flatMap((layout) => spansOn(layout, null, day))
  if (spans.length === 0) return [0, DAY_MINUTES - 1]
  const from = Math.min(...spans.map((span) => span.from)) - BEFORE_HOURS
  const to = Math.max(...spans.map((span) => span.to)) + AFTER_HOURS
  return [Math.max(0, from), Math.min(DAY_MINUTES - 1, to)]
}
