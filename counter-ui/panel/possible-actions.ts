// What can be done at a counter in its present state. Pure, from the view alone; the server decides again for every
// command.
import type { CounterView } from '../../server/live/counter.ts'

/** The one big action, whatever it is at the moment. */
export type PrimaryAction = 'open' | 'call-next' | 'start' | 'finish'

export type Action =
  | PrimaryAction
  | 'recall'
  | 'miss'
  | 'put-back'
  | 'hold'
  | 'refer'
  | 'incomplete'
  | 'finish-reason'
  | 'call'
  | 'serve'
  | 'hand-over'
  | 'undo'
  | 'pause'
  | 'help'
  | 'read'
  | 'close'

/** Whether this person holds the counter. */
export function isMine({ counter }: CounterView, username: string): boolean {
  return counter.state !== 'closed' && counter.staff !== null && counter.staff.username === username
}

/** The next step of the work, or null if somebody else holds the counter. */
export function primaryOf(view: CounterView, username: string): PrimaryAction | null {
  if (view.counter.state === 'closed') return 'open'
  if (!isMine(view, username)) return null
  if (view.current) return view.current.status === 'called' ? 'start' : 'finish'
  return view.counter.state === 'paused' ? 'open' : 'call-next'
}

/** Whether an action makes sense now. */
export function isPossible(action: Action, view: CounterView, username: string): boolean {
  const { current, counter } = view
  if (action === 'open') return primaryOf(view, username) === 'open'
  if (action === 'undo') return mayUndo(view, username)
  if (!isMine(view, username)) return false
  switch (action) {
    case 'call-next':
      return canCall(view, username) && view.next.length > 0
    case 'start':
    case 'recall':
    case 'miss':
      return current !== null && current.status === 'called'
    case 'finish':
    case 'incomplete':
    case 'finish-reason':
      return current !== null && current.status === 'serving'
    case 'put-back':
    case 'hold':
    case 'refer':
      return current !== null
    case 'call':
    case 'serve':
      return canCall(view, username)
    case 'hand-over':
      return view.colleagues.length > 0
    case 'pause':
      return counter.state === 'open'
    case 'help':
      return true
    case 'read':
      return view.messages.length > 0
    case 'close':
      return current === null
    default:
      return action satisfies never
  }
}

/** Whether this person could call somebody here now. */
export function canCall(view: CounterView, username: string): boolean {
  return isMine(view, username) && view.counter.state === 'open' && view.current === null
}

/** The person who handed the counter over may undo that, as may the one who holds it now. */
function mayUndo(view: CounterView, username: string): boolean {
  const { undo } = view
  return undo !== null && (isMine(view, username) || undo.by === username)
}

// Whether what an open dialog asks about can still be done. Pure.
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

/**
 * `start`: begin serving with the call; `call`: call the next when finishing; `tone`, `notify`: signal that somebody
 * came.
 */
export const OPTIONS = ['start', 'call', 'tone', 'notify'] as const
export type Option = (typeof OPTIONS)[number]

// What this browser is set up to do automatically after a command. Pure.

/** The command that follows `path`, given the view that its answer brought; null for none. */
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
