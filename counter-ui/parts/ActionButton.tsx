// A button of the panel that shows its key. It is locked, without looking so, while a press would still be part of
// the last one; and it gives the focus back to the page after a click, so that the keys go on meaning what they say.
import type { ComponentChildren, TargetedMouseEvent } from 'preact'
import type { Action } from '../desk/actions.ts'
import { isSamePress } from '../desk/desk.ts'
import { keys } from '../desk/keys.ts'
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'

interface ActionButtonProps {
  place: Workplace
  action: Action
  kind?: 'primary' | 'plain' | 'quiet'
  size?: 'medium' | 'huge'
  disabled?: boolean
  /** What it says where the words on it are not enough. */
  title?: string
  children: ComponentChildren
}

export function ActionButton(props: ActionButtonProps) {
  const { place, action, kind = 'plain', size = 'medium', disabled = false, title } = props
  const { desk } = place
  const key = keys[action][0]

  function press(event: TargetedMouseEvent<HTMLButtonElement>): void {
    if (event.detail > 0) event.currentTarget.blur()
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
      aria-keyshortcuts={key === undefined ? undefined : key === ' ' ? 'Space' : key.toUpperCase()}
      title={title}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      <span class="action-words">{props.children}</span>
      {key !== undefined && <Key name={key} />}
    </button>
  )
}

/** A key as it is drawn on a button or beside a title. */
export function Key({ name }: { name: string }) {
  return (
    <kbd class="key" aria-hidden="true">
      {name === ' ' ? t('keySpace') : name.toUpperCase()}
    </kbd>
  )
}

/** Whether a click now would be the second half of a double click, or come while a command is under way. */
export function isLocked({ desk }: Workplace): boolean {
  return desk.busy.value !== null || isSamePress(desk.settling.value, 'pointer')
}
