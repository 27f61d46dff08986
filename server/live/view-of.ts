// The view of a topic by its name. A new kind of view is one line here and one file beside it.
import { agencyView } from './agency.ts'
import { boardView } from './board.ts'
import type { Context, Timed } from './context.ts'
import { counterView } from './counter.ts'
import { kioskView } from './kiosk.ts'
import { receptionView, receptionVisitView } from './reception.ts'
import { visitView } from './visit.ts'

/**
 * Computes the view of a topic (`kiosk`, `board:<zone>`, `board:all`, `counter:<id>`, `visit:<token>`, `reception`,
 * `reception:<visit>`, `agency:<id>`, `agency:all`); undefined if there is none.
 */
export function viewOf(context: Context, topic: string): Timed<unknown> | undefined {
  const [kind, id] = split(topic)
  if (kind === 'kiosk' && id === null) return kioskView(context)
  if (kind === 'reception') return id === null ? receptionView(context) : receptionVisitView(context, id)
  if (id === null) return undefined
  if (kind === 'board') {
    if (id === 'all') return boardView(context, null)
    return context.hall.layout.zones.has(id) ? boardView(context, id) : undefined
  }
  if (kind === 'counter') return counterView(context, id)
  if (kind === 'agency') return agencyView(context, id)
  return kind === 'visit' ? visitView(context, id) : undefined
}

/** `board:north` as `['board', 'north']`, `kiosk` as `['kiosk', null]`. */
export function split(topic: string): [kind: string, id: string | null] {
  const colon = topic.indexOf(':')
  return colon < 0 ? [topic, null] : [topic.slice(0, colon), topic.slice(colon + 1)]
}
