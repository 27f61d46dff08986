// Which keys do what: a table that each browser can change, as a counter may have a number pad or a foot switch.
import { lookUp } from '../../screens/look-up.ts'
import { panelText } from './texts/index.ts'
import type { Action } from './possible-actions.ts'

/**
 * What keys can do: `big` is the big action, whatever it is at the moment; `queue` moves to the list, to choose
 * somebody; `alarm` is pressed twice.
 */
export const KEYED = [
  'big',
  'recall',
  'miss',
  'put-back',
  'hold',
  'refer',
  'incomplete',
  'finish-reason',
  'call',
  'serve',
  'hand-over',
  'undo',
  'pause',
  'queue',
  'help',
  'read',
  'alarm',
] as const
export type Keyed = (typeof KEYED)[number]

/** Names of keys as `namesOf` gives them; the first one is shown on the button. */
export type Keymap = Readonly<Record<Keyed, readonly string[]>>

export const USUAL_KEYS: Keymap = {
  big: [' ', 'enter'],
  recall: ['r'],
  miss: ['m'],
  'put-back': ['p'],
  hold: ['h'],
  refer: ['t'],
  incomplete: ['l'],
  'finish-reason': ['a'],
  call: ['g'],
  serve: ['n'],
  'hand-over': ['s'],
  undo: ['z'],
  pause: ['j'],
  queue: ['c'],
  help: ['b'],
  read: ['d'],
  alarm: ['f8'],
}

/** Nobody needs more than one key, a second one and a foot switch. */
export const MOST_KEYS = 3

/** The part of a key press that decides what it means. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'repeat' | 'ctrlKey' | 'altKey' | 'metaKey' | 'isComposing'
>

/** What has the focus: a field that takes letters, something that Enter and space press, or neither. */
export type Focus = 'text' | 'button' | 'page'

/** Keys that move the focus, that only modify others, or that no page receives. */
const NEVER = ['escape', 'tab', 'shift', 'control', 'alt', 'altgraph', 'meta', 'capslock', 'numlock']
const NAMELESS = ['unidentified', 'dead', 'process']

/**
 * The names of the key that was pressed, the most exact first; none if it can mean nothing. A number pad's keys are
 * identified by position, as what they type changes with Num Lock; so is a key that has no name of its own.
 */
export function namesOf({ key, code }: Pick<Press, 'key' | 'code'>): string[] {
  const name = key.toLowerCase()
  if (NEVER.indexOf(name) >= 0) return []
  const names = NAMELESS.indexOf(name) >= 0 ? [] : [name]
  if (code !== '' && (names.length === 0 || code.startsWith('Numpad'))) names.unshift(code)
  return names
}

/** What this key does, whatever has the focus; null for nothing. */
export function meaningOf(press: Pick<Press, 'key' | 'code'>, keys: Keymap): Keyed | null {
  for (const name of namesOf(press)) {
    const found = KEYED.find((keyed) => keys[keyed].indexOf(name) >= 0)
    if (found) return found
  }
  return null
}

/** Whether a press belongs to a field, to the focused button, to the browser, or is a key held down. */
export function isForeign(press: Press, focus: Focus): boolean {
  if (press.repeat || press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return true
  if (focus === 'text') return true
  return focus === 'button' && (press.key === ' ' || press.key === 'Enter')
}

/** The key map in which `keyed` has the key `name` instead of `old` (null: in addition), and nothing else has it. */
export function withKey(keys: Keymap, keyed: Keyed, name: string, old: string | null): Keymap {
  const others = without(keys, name)
  const own = others[keyed]
  const at = old === null ? -1 : own.indexOf(old)
  const next = at < 0 ? [...own, name] : own.map((one, index) => (index === at ? name : one))
  return { ...others, [keyed]: next.slice(-MOST_KEYS) }
}

/** The key map in which nothing has this key. */
export function without(keys: Keymap, name: string): Keymap {
  const entries = KEYED.map((keyed) => [keyed, keys[keyed].filter((one) => one !== name)] as const)
  return Object.fromEntries(entries) as Record<Keyed, string[]>
}

/** Carefully reads what a browser stored: an invalid key map becomes the usual one, and no key means two things. */
export function readKeys(kept: string | null): Keymap {
  const given = parse(kept)
  const taken = new Set<string>()
  const entries = KEYED.map((keyed) => {
    const names = Array.isArray(given[keyed]) ? (given[keyed] as unknown[]) : USUAL_KEYS[keyed]
    const own = names.filter((name): name is string => typeof name === 'string' && !taken.has(name))
    for (const name of own) taken.add(name)
    return [keyed, own.slice(0, MOST_KEYS)] as const
  })
  return Object.fromEntries(entries) as Record<Keyed, string[]>
}

function parse(kept: string | null): Partial<Record<string, unknown>> {
  try {
    const given: unknown = JSON.parse(kept ?? '')
    return typeof given === 'object' && given !== null ? given : {}
  } catch {
    return {}
  }
}

const BIG: readonly Action[] = ['open', 'call-next', 'start', 'finish']

/** Where an action is in the key map; null for one that has no key. */
export function keyedOf(action: Action): Keyed | null {
  if (BIG.indexOf(action) >= 0) return 'big'
  return KEYED.find((keyed) => keyed === action) ?? null
}

// The name of a key as shown on a button.
const SIGNS = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
}

/** `name` as in the key map: `R`, `Spasi`, `Num 1`, `F13`. */
export function keyText(name: string): string {
  if (name === ' ') return panelText('keySpace')
  if (name.startsWith('Numpad')) return name.replace('Numpad', 'Num ')
  return (
    lookUp(SIGNS, name) ??
    (name.length > 1 ? name.charAt(0).toUpperCase() + name.slice(1) : name.toUpperCase())
  )
}
