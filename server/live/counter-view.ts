// The shape of what a counter’s panel gets: who is here, who waits and why they stand there.
import { Type, type Static } from 'typebox'
import { DayLabel } from '../hall/equipment.ts'
import {
  closed,
  HallState,
  Instant,
  Null,
  PrinterState,
  StepStatus,
  text,
  Why,
  ZoneVoice,
} from './view-parts.ts'

const Missing = Type.Array(Type.Object({ id: Type.String(), service: Type.String() }, closed))

/** A waiting, held or missed step as a counter sees it. */
const QueueRow = Type.Object(
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
    /** Nobody confirmed the slip in time, or it failed: the number may be in nobody's hand. */
    notTaken: Type.Boolean(),
    /** Went to fetch what was missing and returns today. */
    returns: Type.Boolean(),
    /** Did not come to the first call; the next one is the last. */
    secondCall: Type.Boolean(),
    /** This counter called it last and nobody came: who stands here after all can be called at once, with a reason. */
    back: Type.Boolean(),
    /** Why on hold: a code of the plan's reasons, or own words. */
    reason: Type.Union([Type.String(), Null]),
  },
  closed,
)
export type QueueRow = Static<typeof QueueRow>

export const CounterView = Type.Object(
  {
    hall: HallState,
    counter: Type.Object(
      {
        id: Type.String(),
        state: Type.Enum(['closed', 'open', 'paused'], text),
        staff: Type.Union([Type.Object({ username: Type.String(), name: Type.String() }, closed), Null]),
        reason: Type.Union([Type.String(), Null]),
        /** When it means to go on; null: not paused, or nobody knows. */
        pausedUntil: Type.Union([Instant, Null]),
      },
      closed,
    ),
    /** The hall’s hours of today are over, in regular operation. */
    afterHours: Type.Boolean(),
    current: Type.Union([
      Type.Object(
        {
          call: Type.String(),
          number: Type.String(),
          /** The day of the number: an earlier one where the midnight came while the visitor was being served. */
          day: DayLabel,
          visit: Type.String(),
          step: Type.String(),
          service: Type.String(),
          status: Type.Enum(['called', 'serving'], text),
          /** Whether the announcement was heard: null while it is not known yet. */
          heard: Type.Union([Type.Boolean(), Null]),
          /** The plan wants no sound now: it is shown alone, and that is no fault. */
          quiet: Type.Boolean(),
          calls: Type.Integer(),
          calledAt: Instant,
          startedAt: Type.Union([Instant, Null]),
          priority: Type.Boolean(),
          comeToMe: Type.Boolean(),
          language: Type.String(),
          waitedSeconds: Type.Integer(),
          /** Requirements the visitor said to lack. */
          missing: Missing,
          /** What the colleague who referred the visitor wrote. */
          note: Type.Union([Type.String(), Null]),
          /** The counter that referred the visitor here. */
          referredFrom: Type.Union([Type.String(), Null]),
          /** Back with what was missing. */
          returns: Type.Boolean(),
          /** What was missing the first time in own words, and what the visitor was told. */
          words: Type.Union([Type.String(), Null]),
          told: Type.Union([Type.String(), Null]),
          /** Why a supervisor reopened what had ended here; null where nobody did. */
          reopened: Type.Union([Type.String(), Null]),
          secondCall: Type.Boolean(),
          why: Why,
          /** Why out of order: a code of the plan's reasons, or own words. */
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
    ]),
    /** Callable now, in the order they would be called, at most 20. */
    next: Type.Array(QueueRow),
    /** Waiting but not callable yet, at most 20. */
    later: Type.Array(QueueRow),
    /** All that wait for this counter's services, callable or not. */
    waiting: Type.Integer(),
    held: Type.Array(QueueRow),
    missed: Type.Array(QueueRow),
    /** The action that can be taken back and until when, or null. */
    undo: Type.Union([
      Type.Object(
        {
          action: Type.String(),
          /** Empty where nobody stood at a counter that was handed over. */
          number: Type.String(),
          until: Instant,
          /** With `handed-over`: the user name of who did it and may take it back too. */
          by: Type.Union([Type.String(), Null]),
        },
        closed,
      ),
      Null,
    ]),
    /** The call for help from here; answered ones are shown for five minutes more. `answeredBy` is a name. */
    help: Type.Union([
      Type.Object(
        { alarm: Type.Boolean(), at: Instant, answeredBy: Type.Union([Type.String(), Null]) },
        closed,
      ),
      Null,
    ]),
    /** Messages from a supervisor that were not read yet, the newest first; `from` is a name, null if it is gone. */
    messages: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          text: Type.String(),
          from: Type.Union([Type.String(), Null]),
          at: Instant,
        },
        closed,
      ),
    ),
    /** Who can take this counter over now. */
    colleagues: Type.Array(Type.Object({ username: Type.String(), name: Type.String() }, closed)),
    /** How the printer of this counter is; null: it has none. */
    printer: Type.Union([PrinterState, Null]),
    /** Whether a display says the calls of this counter's zone, as things stand: known before any call. */
    voice: ZoneVoice,
    /** What who stands here served today, wherever. */
    today: Type.Object(
      { served: Type.Integer(), averageSeconds: Type.Union([Type.Integer(), Null]) },
      closed,
    ),
  },
  closed,
)
export type CounterView = Static<typeof CounterView>
