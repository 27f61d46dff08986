// The topics by their names. A new kind of view is one line here and one file beside it.
import { agency } from './agency.ts'
import { board } from './board.ts'
import type { Context, Timed } from './context.ts'
import { counter } from './counter.ts'
import { kiosk } from './kiosk.ts'
import { monitor } from './monitor.ts'
import { reception } from './reception.ts'
import type { Kind, Touched } from './topics.ts'
import { visit } from './visit.ts'

const kinds = new Map<string, Kind>(
  Object.entries({ kiosk, board, counter, visit, reception, agency, monitor }),
)

/**
 * Computes the view of a topic (`kiosk`, `board:<zone>`, `board:all`, `counter:<id>`, `visit:<token>`, `reception`,
 * `reception:<visit>`, `agency:<id>`, `agency:all`, `monitor`, `monitor:<agency>`); undefined if there is none.
 */
export function viewOf(context: Context, topic: string): Timed<unknown> | undefined {
  const [kind, id] = split(topic)
  return kinds.get(kind)?.view(context, id)
}

/** True if this change may have changed the topic's view. */
export function concerns(context: Context, topic: string, change: Touched): boolean {
  const [kind, id] = split(topic)
  return kinds.get(kind)?.isTouched(context, id, change) ?? false
}

/** Whether even a change of calls is not urgent on this topic. */
export function isPaced(topic: string): boolean {
  return kinds.get(split(topic)[0])?.paced === true
}

/** Milliseconds between two views of the topic, where it has a pace of its own. */
export function paceOf(topic: string): number | undefined {
  return kinds.get(split(topic)[0])?.pace
}

/** The topic that somebody follows by asking for this one: a supervisor’s `monitor` is that of their own agency. */
export function ownPart(topic: string, staff: { readonly agency: string | null } | null): string {
  return topic === 'monitor' && staff !== null && staff.agency !== null ? `monitor:${staff.agency}` : topic
}

/** What a topic is called in its messages: the name it was asked for by. */
export function saidAs(topic: string): string {
  return split(topic)[0] === 'monitor' ? 'monitor' : topic
}

/** `board:north` as `['board', 'north']`, `kiosk` as `['kiosk', null]`. */
export function split(topic: string): [kind: string, id: string | null] {
  const colon = topic.indexOf(':')
  return colon === -1 ? [topic, null] : [topic.slice(0, colon), topic.slice(colon + 1)]
}
