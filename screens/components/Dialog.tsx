// A dialog over the page, without <dialog>, which old browsers lack: it holds the focus, closes with Esc, and
// everything behind it is inert until it is gone.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'

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

// What makes something modal: the rest of the page cannot be reached by touch, by Tab or by a screen reader.
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

/** Makes everything inert except `node`, its ancestors and its content. Returns how to undo that. */
function setBackgroundInert(node: Element): () => void {
  const changed: Element[] = []
  for (let inner = node; inner.parentElement && inner !== document.body; inner = inner.parentElement) {
    for (const other of inner.parentElement.children) {
      // What a dialog below this one made inert is left alone.
      if (other === inner || other.hasAttribute('inert')) continue
      other.setAttribute('inert', '')
      // For browsers that do not know `inert`.
      other.setAttribute('aria-hidden', 'true')
      changed.push(other)
    }
  }
  return () => {
    for (const other of changed) {
      other.removeAttribute('inert')
      other.removeAttribute('aria-hidden')
    }
  }
}

/**
 * Keeps Tab within `node` and calls `escape` on Esc. Returns how to end it; the focus then goes back to where it was.
 */
function holdFocus(node: HTMLElement, escape: () => void): () => void {
  const before = document.activeElement
  const controls = () =>
    Array.prototype.slice.call(node.querySelectorAll<HTMLElement>(FOCUSABLE)) as HTMLElement[]
  const first = controls()[0] ?? node.querySelector<HTMLElement>('[tabindex]')
  if (first && !node.contains(before)) first.focus()

  function onKey(event: KeyboardEvent): void {
    // A modal above this one made it inert.
    if (node.closest('[inert]')) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      escape()
    }
    if (event.key !== 'Tab') return
    const all = controls()
    const [start, end] = event.shiftKey ? [all[all.length - 1], all[0]] : [all[0], all[all.length - 1]]
    if (start && (document.activeElement === end || !node.contains(document.activeElement))) {
      event.preventDefault()
      start.focus()
    }
  }

  // On the document: when the focused control goes away, the focus falls to the page and keys would miss `node`.
  document.addEventListener('keydown', onKey)
  return () => {
    document.removeEventListener('keydown', onKey)
    if (before instanceof HTMLElement) before.focus()
  }
}
