// The shapes of emergency numbers over HTTP: sheets, what is entered for a slip, and a day with what the hall had
// then.
import { type Static, type TProperties, Type } from 'typebox'
import { checkOf, paperNumber, type Run, type Standing } from '../../hall/emergency.ts'
import { Text } from '../../hall/plan.ts'
import { iso, type Context } from '../../live/context.ts'
import { minuteIn } from '../../time-zone.ts'
import { closed, Id, Null, Written } from '../ground/schemas.ts'

export const SlipNumber = Type.String({
  minLength: 1,
  maxLength: 40,
  description: 'With its check digit, `DAR012-07-4`',
})
const Time = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'By the hall’s clock, `09:15`',
})
const Outcome = Type.Union([Type.Literal('served'), Type.Literal('incomplete'), Type.Literal('not-served')])
const orNull = <S extends TProperties[string]>(schema: S) => Type.Union([schema, Null])

export const Entry = Type.Object(
  {
    number: Type.String(),
    check: Type.Integer(),
    sheet: Type.Integer(),
    slip: Type.Integer(),
    day: Type.String(),
    service: Type.String(),
    agency: Type.String(),
    counter: orNull(Type.String()),
    priority: Type.Boolean(),
    arrived: orNull(Type.String()),
    called: orNull(Type.String()),
    started: orNull(Type.String()),
    ended: orNull(Type.String()),
    outcome: Outcome,
    missing: Type.Array(Type.String()),
    enteredAt: Type.String(),
    enteredBy: orNull(Type.String({ description: 'The name; null: no longer known' })),
  },
  closed,
)

const Slip = Type.Object({ slip: Type.Integer(), number: Type.String(), check: Type.Integer() }, closed)
const Sheet = Type.Object({ sheet: Type.Integer(), slips: Type.Array(Slip) }, closed)

export const Overview = Type.Object(
  {
    prefix: Type.String(),
    today: Type.String(),
    firstDay: Type.String({ description: 'The earliest day for which something can be entered' }),
    lastSheet: Type.Integer({ description: '0: none has ever been printed' }),
    isPractice: Type.Boolean({
      description: 'A training or a rehearsal: the sheets say that they are only for practice',
    }),
    runs: Type.Array(
      Type.Object(
        {
          from: Type.Integer(),
          to: Type.Integer(),
          at: Type.String(),
          by: orNull(Type.String()),
        },
        closed,
      ),
      { description: 'The newest first' },
    ),
  },
  closed,
)

export const SheetState = Type.Object(
  {
    prefix: Type.String(),
    sheet: Type.Integer(),
    day: orNull(Type.String({ description: 'The day it is for; null: nothing was entered' })),
    slips: Type.Array(Type.Object({ ...Slip.properties, entry: orNull(Entry) }, closed)),
  },
  closed,
)

/** Names as they were on that day. */
export const DayState = Type.Object(
  {
    day: Type.String(),
    services: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Text,
          agency: Type.String(),
          requirements: Type.Array(Type.Object({ id: Type.String(), name: Text }, closed)),
        },
        closed,
      ),
    ),
    counters: Type.Array(
      Type.Object({ id: Type.String(), label: Type.String(), name: Text, agency: Type.String() }, closed),
    ),
    agencies: Type.Array(Type.Object({ id: Type.String(), short: Type.String(), name: Text }, closed)),
    entries: Type.Array(Entry),
  },
  closed,
)

export const Printed = Type.Object({ prefix: Type.String(), sheets: Type.Array(Sheet) }, closed)

export type PaperEntryView = Static<typeof Entry>
export type PaperOverview = Static<typeof Overview>
export type PaperSheet = Static<typeof SheetState>
export type PaperDay = Static<typeof DayState>
export type PrintedPaper = Static<typeof Printed>

export const Noted = {
  service: Id,
  counter: Type.Optional(orNull(Id)),
  priority: Type.Optional(Type.Boolean()),
  arrived: Type.Optional(orNull(Time)),
  called: Type.Optional(orNull(Time)),
  started: Type.Optional(orNull(Time)),
  ended: Type.Optional(orNull(Time)),
  outcome: Outcome,
  missing: Type.Optional(Type.Array(Id, { maxItems: 64, uniqueItems: true })),
}
export const NotedBody = Type.Object(Noted, closed)
export const Because = {
  reason: Type.Enum(['mistyped', 'other-number', 'other-day', 'other'], {
    type: 'string',
    description: 'Stays in the record',
  }),
  words: Type.Optional(Written(200, 'Kept for the day')),
}

/** A sheet with the numbers of its slips. */
export function sheetView(
  { prefix, slips }: Pick<Run, 'prefix' | 'slips'>,
  sheet: number,
): Static<typeof Sheet> {
  return {
    sheet,
    slips: range(1, slips).map((slip) => ({
      slip,
      number: paperNumber(prefix, sheet, slip),
      check: checkOf(sheet, slip),
    })),
  }
}

/** Whole numbers from one to the other. */
export function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, nth) => from + nth)
}

/** `09:15` for minutes after midnight. */
function wallClock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** An entry, who made it and when. */
interface EntryOf extends Pick<Standing, 'of' | 'entry'> {
  readonly recorded: Pick<Standing['recorded'], 'at' | 'by'>
}

/** An entry as it is shown, with times by the hall's clock. */
export function entryView(
  context: Context,
  { of, entry, recorded: { at, by } }: EntryOf,
): Static<typeof Entry> {
  const { number, sheet, slip, service, agency, counter, priority, outcome, missing } = entry
  const time = (instant: number | null) =>
    instant === null ? null : wallClock(minuteIn(context.hall.layout.base.timeZone, instant))
  return {
    number,
    check: checkOf(sheet, slip),
    sheet,
    slip,
    day: of,
    service,
    agency,
    counter,
    priority,
    arrived: time(entry.arrivedAt),
    called: time(entry.calledAt),
    started: time(entry.startedAt),
    ended: time(entry.endedAt),
    outcome,
    missing,
    enteredAt: iso(at),
    enteredBy: nameOf(context, by),
  }
}

/** The name of who did it; null: not a member of the staff. */
export function nameOf(context: Context, by: string): string | null {
  return by.startsWith('staff:') ? (context.staff(by.slice('staff:'.length))?.name ?? null) : null
}
