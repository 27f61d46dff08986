// Calls for help and messages as screens see them.
import { alarms, helpShown, helpShownUntil } from '../hall/counter/help.ts'
import type { CounterState } from '../hall/hall.ts'
import { type Context, earliest, iso } from './context.ts'
import type { ReceptionView } from './reception-views.ts'
import type { CounterView } from './counter-view.ts'

/** The call for help from a counter, as its panel shows it. */
export function helpView(context: Context, counter: CounterState): CounterView['help'] {
  const help = helpShown(counter, context.now())
  return help && { alarm: help.alarm, at: iso(help.at), answeredBy: answeredBy(context, help.answered) }
}

/** The instant at which the call is no longer shown, if one is due. */
export function helpUntil(context: Context, counter: CounterState): number | null {
  const help = helpShown(counter, context.now())
  return help && helpShownUntil(help)
}

/** Messages that nobody has read yet, the newest first. */
export function messagesView(context: Context, { messages }: CounterState): CounterView['messages'] {
  return messages
    .filter(({ readAt }) => readAt === null)
    .map(({ id, staff, at }) => ({
      id,
      text: context.note(id) ?? '',
      from: context.staff(staff)?.name ?? null,
      at: iso(at),
    }))
}

/** The alarms that the reception is shown, the oldest first, and the instant at which the next one leaves. */
export function alarmsView(context: Context): { list: ReceptionView['alarms']; until: number | null } {
  const shown = alarms(context.hall, context.now())
  const list = shown.map(({ counter, help }) => ({
    counter: counter.id,
    staff: context.staff(help.staff)?.name ?? null,
    at: iso(help.at),
    answeredBy: answeredBy(context, help.answered),
  }))
  return { list, until: earliest(...shown.map(({ help }) => helpShownUntil(help))) }
}

/** Who is coming. An account that is gone had a name once: the user sees that somebody answered. */
function answeredBy(context: Context, answered: { readonly staff: string } | null): string | null {
  return answered && (context.staff(answered.staff)?.name ?? answered.staff)
}
