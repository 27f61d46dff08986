// Which call stands where: the last one large, all that are called always in sight, the rest in turns.
import type { BoardCall } from '../server/live/views.ts'

/** `crowd`: two columns of smaller rows, when more are called at once than the roomy rows hold. */
export interface Arrangement {
  hero: BoardCall | null
  rows: 'roomy' | 'crowd'
  /** At least one page. Whoever is called stands on every page, as far as a page holds them. */
  pages: BoardCall[][]
}

export const ROOMY = 5
export const CROWD = 12

/** `calls` by attention, `recent` those that ended, newest first. */
export function arrange(calls: readonly BoardCall[], recent: readonly BoardCall[]): Arrangement {
  const [hero = null, ...others] = calls
  const called = others.filter(({ status }) => status === 'called')
  const rows = called.length > ROOMY ? 'crowd' : 'roomy'
  const room = rows === 'crowd' ? CROWD : ROOMY
  // Fewer than fit: what ended fills the rest, so that who was missed still finds the number.
  const rest = others.filter(({ status }) => status !== 'called')
  if (called.length + rest.length < room) {
    return { hero, rows, pages: [[...called, ...rest, ...recent].slice(0, room)] }
  }
  if (called.length >= room) return { hero, rows, pages: inPages([...called, ...rest], room) }
  const pages = inPages(rest, room - called.length)
  return { hero, rows, pages: pages.map((page) => [...called, ...page]) }
}

/** Cuts a list into pages of at most `size`; an empty list is one empty page. */
export function inPages<T>(list: readonly T[], size: number): T[][] {
  const pages: T[][] = []
  for (let at = 0; at < list.length; at += size) pages.push(list.slice(at, at + size))
  return pages.length > 0 ? pages : [[]]
}
