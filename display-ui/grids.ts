// How many rows and columns there is room for, given the widest of the rows.
import type { BoardCall } from '../server/live/board.ts'
import type { Hall } from '../screens/hall.ts'
import type { Grid } from './arrange.ts'
import { em, LINE, NUMBER, numberEm, PLATE, type Size, room } from './fit.ts'
import { wayTo } from './parts.tsx'

/** A row's font size if there is no room for two columns at full size. */
const LINE_CROWDED = 9
/** The minimum height of a row whose font size is LINE, and of the line above the rows, in vmin. */
const ROW = 10
export const HEAD = 7.6
/** Between the large call and the rows, and between two columns. */
const GAP = 3
export const COLUMN_GAP = 1.2
/** The height of a portrait board's large call above few rows and above many. */
const UPRIGHT_HERO = 68
const UPRIGHT_CROWDED = 58

/**
 * What a row has besides its number and its label, in em of its font size, as in rows.css: the plate's edges, space,
 * an arrow.
 */
const EDGES = 0.18
const AIR = 0.16
const ARROW = 0.72

export interface Fit {
  /** From the roomiest to the densest. */
  grids: [Grid, ...Grid[]]
  /** How large the large call and the rows are in the chosen grid; `isAlone`: without rows. */
  sharesOf: (grid: Grid, isAlone: boolean) => [large: Size, rows: Size]
}

const labelEm = (hall: Hall, { counter }: BoardCall) => {
  const known = hall.counters.value.get(counter)
  return em(known ? known.label : '', 750)
}

/** How wide a row is without its label, in em of its font size. `place` as of `Rows`. */
function bareEm(hall: Hall, call: BoardCall, place: string | null | undefined): number {
  // A clock in the place of an arrow: visitors who missed the call are not led anywhere.
  const isMarked = call.status === 'missed' || (place !== undefined && wayTo(hall, call, place) !== null)
  return numberEm(call.number) + EDGES + AIR + (isMarked ? ARROW : 0)
}

/** How wide a row is, in em of its font size. */
export const needOf = (hall: Hall, call: BoardCall, place: string | null | undefined) =>
  bareEm(hall, call, place) + labelEm(hall, call)

/** The widest of these rows. */
export const widest = (hall: Hall, calls: readonly BoardCall[], place: string | null | undefined) =>
  calls.reduce((most, call) => Math.max(most, needOf(hall, call, place)), 0)

/** A label's font size in em of its row's: 1, except for a label that a row of this many em can't hold. */
export function labelSize(
  hall: Hall,
  call: BoardCall,
  place: string | null | undefined,
  row: number,
): number {
  return Math.min(1, (row - bareEm(hall, call, place)) / labelEm(hall, call))
}

/** For rows of at most `need` em beside (in portrait, below) a large number. */
export function besideLarge(large: BoardCall | null, { width, height }: Size, need: number): Fit {
  const { upright } = room.value
  const own = (type: number) => need * type + COLUMN_GAP
  const hero = (kind: Grid['kind']) => (!large ? 40 : kind === 'crowd' ? UPRIGHT_CROWDED : UPRIGHT_HERO)
  const rowsHeight = (kind: Grid['kind']) => (upright ? height - hero(kind) - GAP / 2 : height)
  const most = upright ? width : width - GAP - 4 - ((large ? numberEm(large.number) : 2.6) + PLATE) * NUMBER
  return {
    grids: [
      gridOf('roomy', 1, rowsHeight('roomy'), HEAD),
      ...[LINE, LINE_CROWDED].map((type) =>
        gridOf('crowd', Math.max(1, Math.floor(most / own(type))), rowsHeight('crowd'), 0, ROW, type),
      ),
    ],
    sharesOf({ columns, kind, size }, isAlone) {
      const rows = upright ? width : Math.min(most, Math.max(width * 0.39, columns * own(size)))
      return [
        {
          width: upright || isAlone ? width : width - rows - GAP,
          height: upright && !isAlone ? hero(kind) : height,
        },
        { width: rows, height: rowsHeight(kind) },
      ]
    },
  }
}

function gridOf(
  kind: Grid['kind'],
  columns: number,
  height: number,
  head: number,
  row = ROW,
  size = LINE,
): Grid {
  const lines = (above: number) => Math.max(1, Math.floor((height - above) / row))
  return { kind, columns, lines: lines(head), marked: lines(HEAD), row, size }
}

/** For a list of rows alone, of at most `need` em: the fewer, the larger. */
export function ofList({ width, height }: Size, need: number): Fit['grids'] {
  const { upright } = room.value
  const columns = (type: number) => Math.max(1, Math.floor(width / (need * type + COLUMN_GAP)))
  /** Where the counter is goes below, or into the rest of the width. */
  const type = (most: number, share = 1) => Math.max(LINE, Math.min(most, (width * share) / need))
  const grids: Fit['grids'] = [
    gridOf('few', 1, height, 0, upright ? 38 : 26, type(upright ? 15 : 19)),
    gridOf('roomy', 1, height, 0, upright ? 24 : 12.8, type(12.5, upright ? 1 : 0.72)),
  ]
  for (let most = 16; most >= LINE; most -= 0.5) {
    grids.push(gridOf('crowd', columns(most), height, 0, most, type(most)))
  }
  return grids
}
