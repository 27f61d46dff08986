// The place in `/manage/`: the section, the thing in it, the field of that thing; all of it in the address, so that it
// can be linked, reloaded, opened in a new tab, and left with the back key.
import { signal } from '@preact/signals'
import { followLinks } from '../../parts/follow-links.ts'

export interface Way {
  /** A section's id; empty for the start page. */
  readonly section: string
  /** What is open in it, by id: a counter, an account. */
  readonly id: string | null
  /** The field to go to, after `#`. */
  readonly field: string | null
}

const ROOT = '/manage/'

/** `/manage/counters/loket-7#zone`. */
export function wayAt(path: string, hash = ''): Way {
  const [section = '', id = ''] = path.slice(ROOT.length).split('/').map(decoded)
  return { section, id: id || null, field: decoded(hash.slice(1)) || null }
}

/** A typed address may contain a lone `%`. */
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

/** The ids of all sections: a fault is linked only to one of them. */
export const knownSections = new Set<string>()

export const here = signal<Way>({ section: '', id: null, field: null })
/** The previous place within the page; null after loading. A list uses it to put the focus where it was. */
export const cameFrom = signal<Way | null>(null)

function look(): void {
  cameFrom.value = here.peek()
  here.value = wayAt(location.pathname, location.hash)
}

/** Goes there as a link would; `instead`: without a step for the back key. */
export function go(path: string, { instead = false } = {}): void {
  if (instead) history.replaceState(null, '', path)
  else history.pushState(null, '', path)
  look()
}

/** Follows links and the back key from now on; returns how to end it. */
export function followWays(): () => void {
  here.value = wayAt(location.pathname, location.hash)
  cameFrom.value = null
  return followLinks({ root: ROOT, onBack: look, onLink: ({ pathname, hash }) => go(`${pathname}${hash}`) })
}
