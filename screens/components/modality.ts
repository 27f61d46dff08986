// What makes something modal: the rest of the page cannot be reached by touch, by Tab or by a screen reader.

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex="0"]'

/** Makes everything inert except `node`, its ancestors and its content. Returns how to undo that. */
export function setBackgroundInert(node: Element): () => void {
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
export function holdFocus(node: HTMLElement, escape: () => void): () => void {
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
