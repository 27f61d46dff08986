// The report of steps along time or by thing, for charts: every hour, day or month of the period has its place,
// including those without a row.
import type { Dimension, Key, StepsRow } from './answers.ts'
import type { Series } from './chart/Bars.tsx'
import type { Label, Mark } from './chart/frame.tsx'
import { labelOf } from './names.ts'
import { type Period, placesOf, stepsOf } from './period.ts'
import { figureText } from './texts/figures.ts'

/** What a step counts as, in stacking order; *referred* and *incomplete* got somewhere, the rest did not. */
export const RESULTS = ['served', 'incomplete', 'referred', 'noShow', 'left', 'dropped'] as const

export interface Axis {
  readonly by: 'hour' | 'day' | 'month'
  readonly keys: readonly Key[]
  readonly labels: readonly Label[]
}

/** The axis for a period's figures. Hours: those with any values, and all between them. */
export function axisOf(period: Period, rows: readonly StepsRow[]): Axis {
  const by = stepsOf(period)
  const keys: Key[] = by === 'hour' ? hoursOf(rows.map(({ key }) => key)) : placesOf(period, by)
  return { by, keys, labels: keys.map((key) => labelOf(by, key)) }
}

/** From the first to the last hour that occurs. */
export function hoursOf(keys: readonly Key[]): number[] {
  const hours = keys.filter((key) => typeof key === 'number')
  if (hours.length === 0) return []
  const [first, last] = [Math.min(...hours), Math.max(...hours)]
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** A value at each place of the axis; null if there is no row. */
export function along<Row extends { readonly key: Key }>(
  { keys }: Pick<Axis, 'keys'>,
  rows: readonly Row[],
  value: (row: Row) => number | null,
): (number | null)[] {
  const known = new Map(rows.map((row) => [row.key, row] as const))
  return keys.map((key) => {
    const row = known.get(key)
    return row ? value(row) : null
  })
}

/**
 * What became of the steps, as stacked bars; a part that never occurs is left out, and *open* is there only if some
 * are.
 */
export function resultSeries(axis: Pick<Axis, 'keys'>, rows: readonly StepsRow[]): Series[] {
  return RESULTS.filter((name) => name === 'served' || rows.some((row) => row[name] > 0)).map((name) => ({
    name: figureText(`name.${name}`),
    values: along(axis, rows, (row) => row[name]),
  }))
}

/** The marks within a period, each at its place on the axis. */
export function marksOn(
  { by, keys }: Axis,
  marks: readonly { readonly day: string; readonly text: string }[],
): Mark[] {
  if (by === 'hour') return []
  return marks.flatMap(({ day, text }) => {
    const at = keys.indexOf(by === 'day' ? day : day.slice(0, 7))
    return at === -1 ? [] : [{ at, text: `${labelOf('day', day).long}: ${text}` }]
  })
}

/** The dimension in words, as the head of a table's first column. */
export type Told = Exclude<Dimension, 'hall'>
