// Which call goes where: one is large, all numbers now called are always in sight, the rest take turns.
import type { BoardCall } from '../server/live/board.ts'

/** One way to draw the rows, from the roomiest to the densest. */
export interface Grid {
  kind: 'few' | 'roomy' | 'crowd'
  columns: number
  /** Rows in a column. */
  lines: number
  /** The same if a line says which page it is. */
  marked: number
  /** The minimum height of a row, and its font size, in vmin. */
  row: number
  size: number
}

export interface Arrangement {
  grid: Grid
  /** At least one page. Every called number is on every page, as far as a page holds them. */
  pages: BoardCall[][]
}

/**
 * `calls` by attention; the `large` one is elsewhere. Takes the first of `grids` (at least one) that has room for all
 * who are called, otherwise the roomiest; with `isWhole` there must be room for all who must be found.
 */
export function arrange(
  calls: readonly BoardCall[],
  { missed, recent }: { missed: readonly BoardCall[]; recent: readonly BoardCall[] },
  grids: readonly [Grid, ...Grid[]],
  large: BoardCall | null = null,
  isWhole = false,
): Arrangement {
  const isSmall = (call: BoardCall) => call !== large
  const called = calls.filter(({ status }) => status === 'called')
  // Visitors who missed the call must find their number; calls that ended otherwise only fill what is left.
  const rest = [...calls.filter(({ status }) => status !== 'called'), ...missed]
  const all = called.concat(rest)
  const must = (isWhole ? all : called).filter(isSmall).length
  const capacity = ({ columns, lines }: Grid) => columns * lines
  const grid = grids.reduce((best, one) =>
    capacity(best) >= must || capacity(one) <= capacity(best) ? best : one,
  )
  const whole = capacity(grid)
  const small = all.filter(isSmall)
  if (small.length <= whole) {
    const ended = recent.filter(({ status }) => status !== 'missed')
    return { grid, pages: [small.concat(ended).slice(0, whole)] }
  }
  const size = Math.max(1, grid.columns * grid.marked)
  const pages =
    called.length >= size
      ? inPages(all, size)
      : inPages(rest, size - called.length).map((page) => called.concat(page))
  // While the pages turn another call becomes large: the large one keeps its place in them, so that none is skipped.
  return { grid, pages: pages.map((page) => page.filter(isSmall)) }
}

/** Cuts a list into pages of at most `size`; an empty list is one empty page. */
export function inPages<T>(list: readonly T[], size: number): T[][] {
  const pages: T[][] = []
  for (let at = 0; at < list.length; at += size) pages.push(list.slice(at, at + size))
  return pages.length > 0 ? pages : [[]]
}
