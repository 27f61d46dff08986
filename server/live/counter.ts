// The counter's view and its shape: who is here, who is next, who was set aside, what can be undone.
import { Type, type Static } from 'typebox'
import { servedBy } from '../hall/counter/counter.ts'
import { UNDO_SECONDS, type CounterState } from '../hall/hall.ts'
import { hoursEnd, isAfterHours } from '../hall/hours.ts'
import { callableAt, callableFrom, notYetAt, waitingFor } from '../hall/next.ts'
import { notTakenFrom } from '../hall/reception/reception.ts'
import { printerOfCounter } from '../hall/visit/slip.ts'
import { earliest, hallState, iso, isoOrNull, reasonText, type Context, type Timed } from './context.ts'
import { Current, QueueRow, asideRows, candidateRow, currentView } from './counter-visits.ts'
import { Help, Message, helpUntil, helpView, messagesView } from './help.ts'
import { HallState, Instant, Null, PrinterState, ZoneVoice, closed, text } from './view-parts.ts'
import type { Kind } from './topics.ts'

export const CounterView = Type.Object(
  {
    hall: HallState,
    counter: Type.Object(
      {
        id: Type.String(),
        state: Type.Enum(['closed', 'open', 'paused'], text),
        staff: Type.Union([Type.Object({ username: Type.String(), name: Type.String() }, closed), Null]),
        reason: Type.Union([Type.String(), Null]),
        /** When the counter is to go on; null: not paused, or nobody knows. */
        pausedUntil: Type.Union([Instant, Null]),
      },
      closed,
    ),
    /** The hall’s hours of today are over, in regular operation. */
    afterHours: Type.Boolean(),
    current: Current,
    /** Callable now, in the order they would be called, at most 20. */
    next: Type.Array(QueueRow),
    /** Waiting but not callable yet, at most 20. */
    later: Type.Array(QueueRow),
    /** All that wait for this counter's services, callable or not. */
    waiting: Type.Integer(),
    held: Type.Array(QueueRow),
    missed: Type.Array(QueueRow),
    /** The action that can be undone and until when, or null. */
    undo: Type.Union([
      Type.Object(
        {
          action: Type.String(),
          /** Empty if the counter was handed over with nobody there. */
          number: Type.String(),
          until: Instant,
          /** With `handed-over`: the user name of the person who did it and may undo it too. */
          by: Type.Union([Type.String(), Null]),
        },
        closed,
      ),
      Null,
    ]),
    /** The call for help from here; answered ones are shown for five minutes more. */
    help: Help,
    /** Messages from a supervisor that have not been read yet, the newest first. */
    messages: Type.Array(Message),
    /** The people who can take this counter over now. */
    colleagues: Type.Array(Type.Object({ username: Type.String(), name: Type.String() }, closed)),
    /** The state of this counter's printer; null: it has none. */
    printer: Type.Union([PrinterState, Null]),
    /** Whether a display announces the calls of this counter's zone, as things are: known before any call. */
    voice: ZoneVoice,
    /** How many the person here served today, at any counter. */
    today: Type.Object(
      { served: Type.Integer(), averageSeconds: Type.Union([Type.Integer(), Null]) },
      closed,
    ),
  },
  closed,
)
export type CounterView = Static<typeof CounterView>

const MOST = 20
/** The order changes with the credit, which each row shows: computed again after this. */
const TURN = 30_000

/** `counter:<id>`. */
export const counter: Kind = {
  view: (context, id) => (id === null ? undefined : counterView(context, id)),
  isTouched: (_context, id, { counters }) => counters === 'all' || (id !== null && counters.has(id)),
}

/** The view of topic `counter:<id>`, or undefined if there is no such counter. */
export function counterView(context: Context, id: string): Timed<CounterView> | undefined {
  const { hall } = context
  const counter = hall.counters.get(id)
  if (!counter) return undefined
  const now = context.now()
  const services = hall.layout.counters.get(id)?.services ?? []
  const later = notYetAt(hall, id, now, MOST)
  const waiting = services.reduce((sum, service) => sum + waitingFor(hall, service), 0)
  const undo = undoView(context, counter, now)
  const view: CounterView = {
    hall: hallState(context),
    counter: {
      id,
      state: counter.state,
      staff: counter.staff === null ? null : context.staff(counter.staff),
      reason: reasonText(context, counter.reason),
      pausedUntil: counter.state === 'paused' ? isoOrNull(counter.pausedUntil) : null,
    },
    afterHours: isAfterHours(hall, now, { of: 'counter', id }),
    current: currentView(context, counter),
    next: callableAt(hall, id, now, MOST).map((candidate) => candidateRow(context, id, candidate)),
    later: later.map((candidate) => candidateRow(context, id, candidate)),
    waiting,
    held: services.flatMap((service) => asideRows(context, id, hall.queues.get(service)?.held.places ?? [])),
    missed: services.flatMap((service) =>
      asideRows(context, id, hall.queues.get(service)?.missed.places ?? []),
    ),
    undo,
    help: helpView(context, counter),
    messages: messagesView(context, counter),
    colleagues: colleaguesOf(context, counter),
    printer: printerState(context, id),
    voice: context.voiceIn(hall.layout.counters.get(id)?.zone ?? ''),
    today: todayOf(context, counter),
  }
  const walked = later.map(({ visit, step }) => callableFrom(hall, visit, step, id))
  const slips = later.map(({ visit }) => notTakenFrom(hall, visit))
  const end = hoursEnd(hall, { of: 'counter', id })
  const until = earliest(
    end > now ? end : null,
    undo && Date.parse(undo.until) + 1,
    waiting + view.held.length + view.missed.length > 0 ? now + TURN : null,
    helpUntil(context, counter),
    ...[...walked, ...slips].filter((instant) => instant !== null && instant > now),
  )
  return { view, until }
}

/** How many the person here served today, also at other counters. */
function todayOf({ hall }: Context, { staff }: CounterState): CounterView['today'] {
  const { served, servedMs } = servedBy(hall, staff ?? '')
  return { served, averageSeconds: served === 0 ? null : Math.round(servedMs / served / 1000) }
}

/** Those who may act here and could take over: nobody who holds a counter already, except managers. */
function colleaguesOf(context: Context, { id, staff }: CounterState): CounterView['colleagues'] {
  const { layout, counters } = context.hall
  if (staff === null) return []
  const taken = new Set([...counters.values()].map((counter) => counter.staff))
  const agency = layout.counters.get(id)?.agency ?? ''
  return context
    .people()
    .filter(
      (one) => one.id !== staff && (one.agency === null || (one.agency === agency && !taken.has(one.id))),
    )
    .map(({ username, name }) => ({ username, name }))
}

function printerState(context: Context, id: string): CounterView['printer'] {
  const own = printerOfCounter(context.hall, id)
  return context.printers().find(({ printer }) => printer.id === own)?.now.state ?? null
}

function undoView(context: Context, { last }: CounterState, now: number): CounterView['undo'] {
  const until = last && last.at + UNDO_SECONDS * 1000
  if (!last || until === null || until < now) return null
  const { action, number, counterBefore } = last
  const by =
    action.type === 'handed-over' && counterBefore.staff !== null ? context.staff(counterBefore.staff) : null
  return { action: action.type, number, until: iso(until), by: by && by.username }
}
