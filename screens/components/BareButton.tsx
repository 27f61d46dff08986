// The button without a picture by name, for pages that must be light: it draws what it is given. While its action is under
// way it shows so and ignores further presses: a double tap is one press.
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

export interface BareButtonProps {
  /** May return a promise: the button is busy until it settles. */
  onPress: () => void | Promise<unknown>
  /** One `primary` per screen or dialog; `danger` for what cannot be undone. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger'
  size?: 'medium' | 'large' | 'huge'
  /** Before the words. */
  mark?: ComponentChildren
  /** Busy for an outside reason, besides its own promise. */
  busy?: boolean
  disabled?: boolean
  /** For a toggle: whether it is on. */
  pressed?: boolean
  /** Keys that press it, in the form of `aria-keyshortcuts`. */
  keys?: string
  /** A longer label than its text, or the only one if it has none. */
  label?: string
  children?: ComponentChildren
}

export function BareButton(props: BareButtonProps) {
  const { onPress, kind = 'plain', size = 'medium', mark, busy = false, disabled, pressed, label } = props
  // The reference locks within the same tick, before the state can draw the button busy.
  const running = useRef(false)
  const mounted = useRef(true)
  const [shownBusy, showBusy] = useState(false)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])

  function press(): void {
    if (running.current || busy || disabled) return
    const result = onPress()
    if (!result) return
    running.current = true
    showBusy(true)
    const settled = () => {
      running.current = false
      if (mounted.current) showBusy(false)
    }
    // The caller handles failures; here both outcomes only free the button.
    result.then(settled, settled)
  }

  const isBusy = busy || shownBusy
  return (
    <button
      type="button"
      class={`button button-${kind} button-${size}`}
      onClick={press}
      disabled={disabled}
      aria-busy={isBusy}
      aria-disabled={isBusy || undefined}
      aria-pressed={pressed}
      aria-label={label}
      aria-keyshortcuts={props.keys}
    >
      {isBusy ? <span class="spinner" aria-hidden="true" /> : mark}
      {props.children !== undefined && <span class="button-words">{props.children}</span>}
    </button>
  )
}
