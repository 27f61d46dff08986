// Pages with several addresses: links within one and the back key change what is shown, without loading it again.
import { type ReadonlySignal, signal } from '@preact/signals'

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

interface PlaceInPage<Way> {
  readonly here: ReadonlySignal<Way>
  /** Whether the person came from within the page, rather than by loading it. */
  readonly hasMoved: ReadonlySignal<boolean>
  /** Changes the address as a link would: the back key undoes it. */
  readonly go: (path: string) => void
  /** Follows links and the back key from now on; returns how to end it. */
  readonly followWays: () => () => void
}

/** The place in a page, by path and query: `wayAt` says what an address means, `first` is the place until it is followed. */
export function placeInPage<Way>(
  root: string,
  first: Way,
  wayAt: (path: string, query: string) => Way,
): PlaceInPage<Way> {
  const here = signal(first)
  const hasMoved = signal(false)
  const look = () => {
    here.value = wayAt(location.pathname, location.search)
  }
  const moved = () => {
    hasMoved.value = true
    look()
  }
  const go = (path: string) => {
    if (path === `${location.pathname}${location.search}`) return
    history.pushState(null, '', path)
    moved()
  }
  const followWays = () => {
    look()
    return followLinks({
      root,
      onBack: moved,
      onLink: ({ pathname, search }) => go(`${pathname}${search}`),
    })
  }
  return { here, hasMoved, go, followWays }
}
