// Which key does what: one key an action, shown on its button. A table, so that a counter can have other keys.
import type { Action } from './actions.ts'

/** What a key can start besides actions: `queue` moves to the list to choose somebody. */
export type Keyed = Action | 'queue'

/** `KeyboardEvent.key` in lower case. The first one is shown. The big action keeps its keys whatever it is. */
export const keys: Readonly<Record<Keyed, readonly string[]>> = {
  open: [' ', 'enter'],
  'call-next': [' ', 'enter'],
  start: [' ', 'enter'],
  finish: [' ', 'enter'],
  recall: ['r'],
  miss: ['m'],
  'put-back': ['p'],
  hold: ['h'],
  refer: ['t'],
  incomplete: ['l'],
  undo: ['z'],
  pause: ['j'],
  close: [],
  queue: ['c'],
}

/** The part of a key press that decides what it means. */
export type Press = Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'>

/** What has the focus: a field that takes letters, something that Enter and space press, or neither. */
export type Focus = 'text' | 'button' | 'page'

/**
 * All that this press may mean, in the order of the table; empty where it belongs to a field, to the focused button,
 * to the browser, or is a key held down.
 */
export function meaningsOf(press: Press, focus: Focus): Keyed[] {
  if (press.repeat || press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return []
  const key = press.key.toLowerCase()
  if (focus === 'text' || (focus === 'button' && (key === ' ' || key === 'enter'))) return []
  return (Object.keys(keys) as Keyed[]).filter((name) => keys[name].indexOf(key) >= 0)
}
