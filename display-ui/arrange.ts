// Which call stands where: one large, all that are called always in sight, the rest in turns.
import type { BoardCall } from '../server/live/board.ts'
import type { Room } from './shape.ts'

/** `crowd`: two columns of smaller rows, when more are called at once than the roomy rows hold. */
export interface Arrangement {
  rows: 'roomy' | 'crowd'
  /** At least one page. Whoever is called stands on every page, as far as a page holds them. */
  pages: BoardCall[][]
}

/** `others`: the calls by attention, without the large one. */
export function arrange(
  others: readonly BoardCall[],
  { missed, recent }: { missed: readonly BoardCall[]; recent: readonly BoardCall[] },
  { roomy, crowd }: Pick<Room, 'roomy' | 'crowd'>,
): Arrangement {
  const called = others.filter(({ status }) => status === 'called')
  const rows = called.length > roomy ? 'crowd' : 'roomy'
  const size = rows === 'crowd' ? crowd : roomy
  // Who missed the call must find the number; what ended otherwise only fills what is left.
  const rest = [...others.filter(({ status }) => status !== 'called'), ...missed]
  if (called.length + rest.length < size) {
    const ended = recent.filter(({ status }) => status !== 'missed')
    return { rows, pages: [[...called, ...rest, ...ended].slice(0, size)] }
  }
  if (called.length >= size) return { rows, pages: inPages([...called, ...rest], size) }
  const pages = inPages(rest, size - called.length)
  return { rows, pages: pages.map((page) => [...called, ...page]) }
}

/** Cuts a list into pages of at most `size`; an empty list is one empty page. */
export function inPages<T>(list: readonly T[], size: number): T[][] {
  const pages: T[][] = []
  for (let at = 0; at < list.length; at += size) pages.push(list.slice(at, at + size))
  return pages.length > 0 ? pages : [[]]
}
