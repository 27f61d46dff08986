// Pages with several addresses: links within one and the back key change what is shown, without loading it again.

interface Ways {
  /** Addresses of the page begin with this. */
  readonly root: string
  /** Called when the address has already changed: by the back or the forward key. */
  readonly onBack: () => void
  /** Called when a link within the page was pressed. */
  readonly onLink: (link: HTMLAnchorElement) => void
}

/** Follows them from now on; returns how to end it. */
export function followLinks({ root, onBack, onLink }: Ways): () => void {
  /** With any key held it is the browser’s: a new tab, a download. */
  function onClick(event: MouseEvent): void {
    const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event
    if (event.defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
    if (!link.pathname.startsWith(root)) return
    event.preventDefault()
    onLink(link)
  }
  window.addEventListener('popstate', onBack)
  document.addEventListener('click', onClick)
  return () => {
    window.removeEventListener('popstate', onBack)
    document.removeEventListener('click', onClick)
  }
}
