// Whether what an open dialog asks about can still be done. Pure.
import type { CounterView } from '../../server/live/counter.ts'
import { canCall, isMine } from './actions.ts'

const ABOUT_VISITOR = ['hold', 'refer', 'incomplete', 'finish-reason']
const WHILE_FREE = ['call', 'serve']

/** `call`: who was at the counter when the dialog opened. */
export function stillMeant(
  dialog: string,
  view: CounterView,
  username: string,
  call: string | null,
): boolean {
  if (ABOUT_VISITOR.indexOf(dialog) >= 0) return view.current !== null && view.current.call === call
  if (WHILE_FREE.indexOf(dialog) >= 0) return canCall(view, username)
  return dialog !== 'hand-over' || isMine(view, username)
}
