// Visits as a counter's panel has them, and their shapes: who is there, with all that the officer should know (what is
// missing, what a colleague wrote); and the rows of its lists, with anything special about each.
import { Type, type Static } from 'typebox'
import type { Place } from '../hall/credit.ts'
import { DayLabel, Text } from '../hall/equipment.ts'
import type { CounterState, Hall } from '../hall/hall.ts'
import { backAt, callableFrom, creditOf, type Candidate } from '../hall/next.ts'
import { notTakenFrom } from '../hall/reception/reception.ts'
import { stepAtCounter, stepOf, type Call, type Step, type Visit } from '../hall/visit.ts'
import { iso, isoOrNull, reasonText, type Context } from './context.ts'
import { toldLatest } from './waits.ts'
import { Instant, Null, StepStatus, Why, closed, text } from './view-parts.ts'

const Missing = Type.Array(Type.Object({ id: Type.String(), service: Type.String() }, closed))

/** A waiting, held or missed step as a counter sees it. */
export const QueueRow = Type.Object(
  {
    visit: Type.String(),
    step: Type.String(),
    number: Type.String(),
    service: Type.String(),
    priority: Type.Boolean(),
    comeToMe: Type.Boolean(),
    waitedSeconds: Type.Integer(),
    /** When it can be called; null: now. */
    callableFrom: Type.Union([Instant, Null]),
    /** Why it can't be called yet, null when it can. */
    because: Type.Union([
      Type.Literal('elsewhere'),
      Type.Literal('walking'),
      Type.Literal('later'),
      Type.Literal('slip'),
      Type.Literal('reserved'),
      Null,
    ]),
    credit: Type.Number(),
    /** The slip failed or was not confirmed in time: perhaps nobody holds the number. */
    notTaken: Type.Boolean(),
    /** The visitor went to fetch what was missing and returns today. */
    returns: Type.Boolean(),
    /** The visitor did not come to the first call; the next one is the last. */
    secondCall: Type.Boolean(),
    /**
     * This counter called it last and nobody came: a visitor who turns up after all can be called at once, with a
     * reason.
     */
    back: Type.Boolean(),
    /** Why on hold: a code of the plan's reasons, or free text. */
    reason: Type.Union([Type.String(), Null]),
  },
  closed,
)
export type QueueRow = Static<typeof QueueRow>

/** Who is at the counter; null: nobody. */
export const Current = Type.Union([
  Type.Object(
    {
      call: Type.String(),
      number: Type.String(),
      /** The day of the number: an earlier one if the visitor was being served over midnight. */
      day: DayLabel,
      visit: Type.String(),
      step: Type.String(),
      service: Type.String(),
      status: Type.Enum(['called', 'serving'], text),
      /** Whether the announcement was heard: null while it is not known yet. */
      heard: Type.Union([Type.Boolean(), Null]),
      /** The plan has quiet hours: it is only shown, which is no fault. */
      quiet: Type.Boolean(),
      calls: Type.Integer(),
      calledAt: Instant,
      startedAt: Type.Union([Instant, Null]),
      priority: Type.Boolean(),
      comeToMe: Type.Boolean(),
      language: Type.String(),
      waitedSeconds: Type.Integer(),
      /**
       * The time, in words, by which the visitor was told to expect the call. Absent: it came in time, or no time was
       * told.
       */
      longer: Type.Optional(Text),
      /** Requirements the visitor said they lack. */
      missing: Missing,
      /** What the colleague who referred the visitor wrote. */
      note: Type.Union([Type.String(), Null]),
      /** The counter that referred the visitor here. */
      referredFrom: Type.Union([Type.String(), Null]),
      /** Back with what was missing. */
      returns: Type.Boolean(),
      /** What was missing the first time as free text, and what the visitor was told. */
      words: Type.Union([Type.String(), Null]),
      told: Type.Union([Type.String(), Null]),
      /** Why a supervisor reopened what had ended here; null if nobody did. */
      reopened: Type.Union([Type.String(), Null]),
      secondCall: Type.Boolean(),
      why: Why,
      /** Why out of order: a code of the plan's reasons, or free text. */
      reason: Type.Union([Type.String(), Null]),
      /** The whole visit, in order. */
      steps: Type.Array(
        Type.Object(
          {
            id: Type.String(),
            service: Type.String(),
            status: StepStatus,
            outcome: Type.Union([Type.String(), Null]),
            counter: Type.Union([Type.String(), Null]),
          },
          closed,
        ),
      ),
    },
    closed,
  ),
  Null,
])
type Current = Static<typeof Current>

/** What the panel shows of the number at the counter; null: nobody is there. */
export function currentView(context: Context, { current }: CounterState): Current {
  const visit = current && context.hall.visits.get(current.visit)
  const step = visit && stepAtCounter(visit)
  if (!visit || !step) return null
  const { call } = step
  const { number, priority, comeToMe, language } = visit
  return {
    call: call.id,
    number,
    day: visit.day,
    visit: visit.id,
    step: step.id,
    service: step.service,
    status: step.status,
    heard: call.heard,
    quiet: wasQuiet(context.hall, call),
    calls: call.calls,
    calledAt: iso(call.at),
    startedAt: step.status === 'serving' ? iso(step.startedAt) : null,
    priority,
    comeToMe,
    language,
    waitedSeconds: Math.round(step.waitedMs / 1000),
    ...longerView(context, step),
    missing: step.missing.map((id) => ({ id, service: step.service })),
    note: textOf(context, step.referred?.note),
    referredFrom: step.referred?.counter ?? null,
    returns: step.returns !== null,
    words: textOf(context, step.returns?.words),
    told: textOf(context, step.returns?.told),
    reopened: textOf(context, step.reopened),
    secondCall: step.secondCall,
    why: call.why,
    reason: reasonText(context, call.reason),
    steps: visit.steps.map((other) => ({
      id: other.id,
      service: other.service,
      status: other.status,
      outcome: other.status === 'done' ? other.outcome : null,
      counter: 'call' in other ? other.call.counter : 'counter' in other ? other.counter : null,
    })),
  }
}

/**
 * What the officer should know if somebody has waited longer than they were told: it may be the first thing the
 * visitor says.
 */
function longerView({ hall, toldWith }: Context, { id, waitedMs }: Step): { longer?: Text } {
  const told = toldWith(id)
  if (!told || waitedMs <= told.high * 60_000) return {}
  return { longer: toldLatest(hall, told.at + told.high * 60_000) }
}

/** Whether this call was not announced because of the plan's quiet hours. */
export function wasQuiet({ announcements }: Hall, { announcement }: Call): boolean {
  return announcements.get(announcement)?.quiet === true
}

/** A text that somebody typed; null if there is none, or it was erased. */
function textOf(context: Context, note: string | null | undefined): string | null {
  return note === null || note === undefined ? null : context.note(note)
}

/** Somebody who waits, and why they can't be called yet. */
export function candidateRow(
  context: Context,
  counter: string,
  { place, visit, step, because }: Candidate,
): QueueRow {
  const from = because === null ? null : callableFrom(context.hall, visit, step, counter)
  return { ...row(context, counter, place, visit, step), callableFrom: isoOrNull(from), because }
}

/** Who is on hold or missed. */
export function asideRows(context: Context, counter: string, places: readonly Place[]): QueueRow[] {
  return places.flatMap((place) => {
    const visit = context.hall.visits.get(place.visit)
    const step = visit && stepOf(visit, place.step)
    if (!visit || !step) return []
    const until = step.status === 'held' ? step.until : null
    return [{ ...row(context, counter, place, visit, step), callableFrom: isoOrNull(until), because: null }]
  })
}

function row(
  context: Context,
  counter: string,
  place: Place,
  visit: Visit,
  step: Step,
): Omit<QueueRow, 'callableFrom' | 'because'> {
  const now = context.now()
  const from = notTakenFrom(context.hall, visit)
  const waitedMs = step.waitedMs + (step.status === 'waiting' ? now - step.since : 0)
  return {
    visit: visit.id,
    step: step.id,
    number: visit.number,
    service: step.service,
    priority: visit.priority,
    comeToMe: visit.comeToMe,
    waitedSeconds: Math.round(waitedMs / 1000),
    credit: creditOf(context.hall, place, now),
    notTaken: from !== null && from <= now,
    returns: step.returns !== null,
    secondCall: step.secondCall,
    back: backAt(context.hall, visit, counter, now)?.step.id === step.id,
    reason: step.status === 'held' ? reasonText(context, step.reason) : null,
  }
}
