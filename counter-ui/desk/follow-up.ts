// What this browser was set up to do by itself once something was done. Pure.
import type { CounterView } from '../../server/live/counter.ts'
import type { Option } from '../settings/settings.ts'
import { canCall } from './actions.ts'

/** The command that follows `path`, with the view that its answer brought; null for none. */
export function followUp(
  path: string,
  view: CounterView,
  username: string,
  options: readonly Option[],
): { path: string } | null {
  const calls = path === 'call-next' || path === 'call'
  if (calls && options.indexOf('start') >= 0 && view.current && view.current.status === 'called') {
    return { path: 'start' }
  }
  const goesOn = path === 'finish' && options.indexOf('call') >= 0
  return goesOn && canCall(view, username) && view.next.length > 0 ? { path: 'call-next' } : null
}
