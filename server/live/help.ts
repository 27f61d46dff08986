// Calls for help and messages, and their shapes in the views of counters, the reception and supervisors.
import { Type, type Static } from 'typebox'
import { alarms, helpShown, helpShownUntil } from '../hall/counter/help.ts'
import type { CounterState } from '../hall/hall.ts'
import { earliest, iso, type Context } from './context.ts'
import { Instant, Null, closed } from './view-parts.ts'

/** A call for help as the panel of its counter shows it. `answeredBy` is a name. */
export const Help = Type.Union([
  Type.Object({ alarm: Type.Boolean(), at: Instant, answeredBy: Type.Union([Type.String(), Null]) }, closed),
  Null,
])
type Help = Static<typeof Help>

/** A message from a supervisor; `from` is a name, null if the account is gone. */
export const Message = Type.Object(
  { id: Type.String(), text: Type.String(), from: Type.Union([Type.String(), Null]), at: Instant },
  closed,
)
type Message = Static<typeof Message>

/** A silent alarm from a counter; `staff` and `answeredBy` are names. */
export const Alarm = Type.Object(
  {
    counter: Type.String(),
    staff: Type.Union([Type.String(), Null]),
    at: Instant,
    answeredBy: Type.Union([Type.String(), Null]),
  },
  closed,
)
type Alarm = Static<typeof Alarm>

/** The call for help from a counter, as its panel shows it. */
export function helpView(context: Context, counter: CounterState): Help {
  const help = helpShown(counter, context.now())
  return help && { alarm: help.alarm, at: iso(help.at), answeredBy: answeredBy(context, help.answered) }
}

/** The instant from which the call is no longer shown, if there is one. */
export function helpUntil(context: Context, counter: CounterState): number | null {
  const help = helpShown(counter, context.now())
  return help && helpShownUntil(help)
}

/** Messages that nobody has read yet, the newest first. */
export function messagesView(context: Context, { messages }: CounterState): Message[] {
  return messages
    .filter(({ readAt }) => readAt === null)
    .map(({ id, staff, at }) => ({
      id,
      text: context.note(id) ?? '',
      from: context.staff(staff)?.name ?? null,
      at: iso(at),
    }))
}

/** The alarms shown to the reception, the oldest first, and the instant at which the next one leaves. */
export function alarmsView(context: Context): { list: Alarm[]; until: number | null } {
  const shown = alarms(context.hall, context.now())
  const list = shown.map(({ counter, help }) => ({
    counter: counter.id,
    staff: context.staff(help.staff)?.name ?? null,
    at: iso(help.at),
    answeredBy: answeredBy(context, help.answered),
  }))
  return { list, until: earliest(...shown.map(({ help }) => helpShownUntil(help))) }
}

/**
 * The name of the person who is coming. If the account is gone, its user name: the caller still sees that somebody
 * answered.
 */
function answeredBy(context: Context, answered: { readonly staff: string } | null): string | null {
  return answered && (context.staff(answered.staff)?.name ?? answered.staff)
}
