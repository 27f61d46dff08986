// Emergency numbers: sheets that are printed while the hall works, and what happened to those who held such a number, entered
// afterwards. No visit of the hall comes of it: the numbers are for the figures, and the machine never gives or calls one.
import type { Changes } from '../changes.ts'
import type { CommandOf, Time } from '../command.ts'
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
} from '../emergency.ts'
import type { Event, Recorded } from '../event.ts'
import { assign, type Hall } from '../hall.ts'
import { dayAfter } from '../hours.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { entryOf } from './entry.ts'

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
