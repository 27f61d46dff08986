// A button of the panel that shows its key. It is locked, without looking so, while a press would still be part of
// the last one.
import type { ComponentChildren } from 'preact'
import type { Action } from './possible-actions.ts'
import { isSamePress } from './desk.ts'
import { type Keyed, keyedOf, keyText } from './keys.ts'
import { keys } from './settings/options.ts'
import type { Workplace } from './workplace.ts'

interface ActionButtonProps {
  place: Workplace
  action: Action
  kind?: 'primary' | 'plain' | 'quiet'
  size?: 'medium' | 'huge'
  disabled?: boolean
  /** A longer label, if its text is not enough. */
  title?: string
  children: ComponentChildren
}

export function ActionButton(props: ActionButtonProps) {
  const { place, action, kind = 'plain', size = 'medium', disabled = false, title } = props
  const { desk } = place
  const keyed = keyedOf(action)

  function press(): void {
    if (!isLocked(place)) place.act(action, 'pointer')
  }

  const busy = desk.busy.value === action
  return (
    <button
      type="button"
      class={`button button-${kind} button-${size} action`}
      onClick={press}
      disabled={disabled || desk.live.freshness.value !== 'live'}
      aria-busy={busy}
      aria-disabled={isLocked(place) || undefined}
      aria-keyshortcuts={keyed ? shortcut(keys.value[keyed][0]) : undefined}
      title={title}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      <span class="action-words">{props.children}</span>
      {keyed && <Key of={keyed} />}
    </button>
  )
}

const shortcut = (name: string | undefined) => (name === ' ' ? 'Space' : name)

/** The key of something, as drawn on a button or beside a title; nothing if it has none. */
export function Key({ of }: { of: Keyed }) {
  const name = keys.value[of][0]
  if (name === undefined) return null
  return (
    <kbd class="key" aria-hidden="true">
      {keyText(name)}
    </kbd>
  )
}

/** Whether a click now would be the second half of a double click, or come while a command is under way. */
export function isLocked({ desk }: Workplace): boolean {
  return desk.busy.value !== null || isSamePress(desk.settling.value, 'pointer')
}
