// A dialog over the page, without <dialog>, which old browsers lack: it holds the focus, closes with Esc, and
// everything behind it is inert until it is gone.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { holdFocus, setBackgroundInert } from './modality.ts'

export interface DialogProps {
  title: string
  /**
   * Esc or a press beside the dialog, which is ignored once something was typed: it may be a slip of the hand. Leave
   * it out if the person has to decide.
   */
  onClose?: () => void
  /** The words and buttons. The first control in it gets the focus. */
  children: ComponentChildren
}

let count = 0

export function Dialog({ title, onClose, children }: DialogProps) {
  const shade = useRef<HTMLDivElement>(null)
  const typed = useRef(false)
  const close = useRef(onClose)
  close.current = onClose
  const titleId = useRef('')
  if (!titleId.current) titleId.current = `dialog-title-${(count += 1)}`

  // During the render, not after it: a key pressed as the dialog appears already belongs to the dialog.
  useLayoutEffect(() => {
    const node = shade.current
    if (!node) return
    const restoreBackground = setBackgroundInert(node)
    const restoreFocus = holdFocus(node, () => {
      if (close.current) close.current()
    })
    return () => {
      restoreBackground()
      restoreFocus()
    }
  }, [])

  return (
    <div class="dialog-shade" ref={shade}>
      {onClose && (
        <div class="dialog-outside" onClick={() => typed.current || onClose()} aria-hidden="true" />
      )}
      <div
        class="dialog"
        role="dialog"
        aria-modal="true"
        aria-labelledby={titleId.current}
        tabIndex={-1}
        onInput={() => (typed.current = true)}
      >
        <h2 class="dialog-title" id={titleId.current}>
          {title}
        </h2>
        {children}
      </div>
    </div>
  )
}
