// A heat map: hours down, weekdays across, like a timetable. Each cell shows its value; the colour only repeats it.
import { max } from 'd3-array'
import type { ComponentChildren } from 'preact'
import { Beside, type Label, Frame } from './frame.tsx'
import { chartText } from './texts.ts'
import { type Unit, formatShort, formatValue, isValue } from './unit.ts'

export interface HeatProps {
  title: string
  more?: ComponentChildren
  /** What the rows are. */
  head: string
  rows: readonly Label[]
  columns: readonly Label[]
  /** By row, then column; null: none, or too few to be shown. */
  cells: readonly (readonly (number | null)[])[]
  unit: Unit
}

const STEPS = 5
const ROW_PX = 30
const HEAD_PX = 22
const NAMES_PX = 52

export function Heat({ title, more, head, rows, columns, cells, unit }: HeatProps) {
  const most = max(cells.flat(), (value) => value ?? undefined) ?? 0
  const wide = 100 / Math.max(1, columns.length)
  const height = HEAD_PX + rows.length * ROW_PX
  return (
    <Frame
      title={title}
      more={more}
      empty={!cells.some((row) => row.some(isValue))}
      gaps={false}
      table={{
        head,
        columns: columns.map(({ long }) => long),
        rows: rows.map(({ long }, index) => ({
          name: long,
          cells: columns.map((_, column) => formatValue(cells[index]?.[column], unit)),
        })),
      }}
      height={height}
      note={chartText('heatScale', { most: formatValue(most, unit) })}
    >
      <Beside
        room={NAMES_PX}
        height={height}
        values={rows.map(({ short }, index) => (
          <text
            key={index}
            class="chart-tick"
            x={NAMES_PX - 8}
            y={HEAD_PX + (index + 0.5) * ROW_PX}
            dy="0.35em"
          >
            {short}
          </text>
        ))}
      >
        {columns.map(({ short }, column) => (
          <text key={column} class="chart-name" x={`${(column + 0.5) * wide}%`} y={HEAD_PX - 7}>
            {short}
          </text>
        ))}
        {rows.map((row, index) =>
          columns.map((column, of) => {
            const value = cells[index]?.[of]
            return (
              <g key={`${index} ${of}`} class={`heat-${stepOf(value, most)}`}>
                <rect
                  class="heat-cell"
                  x={`${of * wide}%`}
                  y={HEAD_PX + index * ROW_PX}
                  width={`${wide}%`}
                  height={ROW_PX}
                >
                  <title>{`${column.long}, ${row.long}: ${formatValue(value, unit)}`}</title>
                </rect>
                <text
                  class="heat-value"
                  x={`${(of + 0.5) * wide}%`}
                  y={HEAD_PX + (index + 0.5) * ROW_PX}
                  dy="0.35em"
                >
                  {isValue(value) ? formatShort(value, unit) : '·'}
                </text>
              </g>
            )
          }),
        )}
      </Beside>
    </Frame>
  )
}

/** 0 for nothing, 1 to 5 by fifths of the most. */
function stepOf(value: number | null | undefined, most: number): number {
  if (!isValue(value) || value <= 0 || most <= 0) return 0
  return Math.max(1, Math.ceil((value / most) * STEPS))
}
