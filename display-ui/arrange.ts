// Which call stands where: one large, all that are called always in sight, the rest in turns.
import type { BoardCall } from '../server/live/board.ts'

/** One way to draw the rows, from the roomiest to the densest. */
export interface Grid {
  kind: 'few' | 'roomy' | 'crowd'
  columns: number
  /** Rows of a column. */
  lines: number
  /** The same where a line says which page it is. */
  marked: number
  /** The least height of a row, and its type, in vmin. */
  row: number
  size: number
}

export interface Arrangement {
  grid: Grid
  /** At least one page. Whoever is called stands on every page, as far as a page holds them. */
  pages: BoardCall[][]
}

/**
 * `calls` by attention; the `large` one stands elsewhere. Of `grids` (one at least) the first that holds all who are
 * called is taken, else the one that holds the most; with `isWhole` it shall hold all who must be found.
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
  // Who missed the call must find the number; what ended otherwise only fills what is left.
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
  // Another one becomes large while the pages turn: the large one keeps its place in them, so that none is skipped.
  return { grid, pages: pages.map((page) => page.filter(isSmall)) }
}

/** Cuts a list into pages of at most `size`; an empty list is one empty page. */
export function inPages<T>(list: readonly T[], size: number): T[][] {
  const pages: T[][] = []
  for (let at = 0; at < list.length; at += size) pages.push(list.slice(at, at + size))
  return pages.length > 0 ? pages : [[]]
}
