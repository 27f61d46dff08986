// Where one is in `/manage/`: the section, the thing in it, the field of that thing; all of it in the address, so that it
// can be linked, reloaded, opened in a new tab, and left with the back key.
import { signal } from '@preact/signals'

export interface Way {
  /** A section's id; empty for the start page. */
  readonly section: string
  /** What is open in it, by id: a counter, an account. */
  readonly id: string | null
  /** Of the field to go to, after `#`. */
  readonly field: string | null
}

const ROOT = '/manage/'

/** `/manage/counters/loket-7#zone`. */
export function wayAt(path: string, hash = ''): Way {
  const [section = '', id = ''] = path.slice(ROOT.length).split('/').map(decoded)
  return { section, id: id || null, field: decoded(hash.slice(1)) || null }
}

/** Whoever typed the address may have typed a lone `%`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a section, of a thing in it, of one of its fields. */
export function pathTo(section: string, id?: string | null, field?: string | null): string {
  const inner = id ? `${section}/${encodeURIComponent(id)}` : section && `${section}/`
  return `${ROOT}${inner}${field ? `#${encodeURIComponent(field)}` : ''}`
}

/** The ids of all sections there are: a fault is linked only to one of them. */
export const knownSections = new Set<string>()

export const here = signal<Way>({ section: '', id: null, field: null })
/** Where one came from within the page; null after loading. A list uses it to put the focus where it was. */
export const cameFrom = signal<Way | null>(null)

function look(): void {
  cameFrom.value = here.peek()
  here.value = wayAt(location.pathname, location.hash)
}

/** Goes there as a link does; `instead`: without a step for the back key. */
export function go(path: string, { instead = false } = {}): void {
  if (instead) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  look()
}

/** Follows links and the back key from now on; returns how to end it. */
export function followWays(): () => void {
  here.value = wayAt(location.pathname, location.hash)
  cameFrom.value = null
  window.addEventListener('popstate', look)
  document.addEventListener('click', onClick)
  return () => {
    window.removeEventListener('popstate', look)
    document.removeEventListener('click', onClick)
  }
}

/** A link within the page changes what is shown; with any key held it is the browser's: a new tab, a download. */
function onClick(event: MouseEvent): void {
  const { target, button, ctrlKey, metaKey, shiftKey, altKey } = event
  if (event.defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  if (!link.pathname.startsWith(ROOT)) return
  event.preventDefault()
  go(`${link.pathname}${link.hash}`)
}
