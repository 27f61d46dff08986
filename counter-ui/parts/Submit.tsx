// The button that sends a form: Enter in any field presses it too.
import type { ComponentChildren } from 'preact'

export function Submit({
  busy,
  disabled,
  large,
  children,
}: {
  busy: boolean
  disabled?: boolean
  large?: boolean
  children: ComponentChildren
}) {
  return (
    <button
      type="submit"
      class={`button button-primary button-${large ? 'large' : 'medium'}`}
      disabled={disabled}
      aria-busy={busy}
      aria-disabled={busy || undefined}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      <span>{children}</span>
    </button>
  )
}
