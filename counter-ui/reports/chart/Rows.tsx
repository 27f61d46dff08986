// Horizontal bars, one per line, for things with long names: services, agencies, reasons. One series, or several end
// to end.
import { sum } from 'd3-array'
import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { Frame, Picture } from './frame.tsx'
import { Patterns, lookOf, patternOf, useDrawingId } from './look.tsx'
import { chartText } from './texts.ts'
import { type Unit, formatValue, isValue, valueAxis } from './unit.ts'

export interface Row {
  readonly key: string
  readonly name: string
  /** One per series; null: none, or too few to be shown. */
  readonly values: readonly (number | null)[]
}

export interface RowsProps {
  title: string
  more?: ComponentChildren
  head: string
  series: readonly string[]
  rows: readonly Row[]
  unit: Unit
}

const BAR_PX = 20
/** In a picture: height of a row and of a line of a name, room at both sides of a bar, letters that fit on such a line. */
const ROW_PX = 34
const LINE_PX = 14
const NAME_PX = 240
const VALUE_PX = 84
const NAME_LETTERS = 36

export function Rows({ title, more, head, series, rows, unit }: RowsProps) {
  const picture = useContext(Picture)
  const sums = rows.map(({ values }) => sum(values))
  const { most } = valueAxis(sums, unit)
  const withSum = unit === 'count' && series.length > 1
  const names = picture ? rows.map(({ name }) => linesOf(name)) : []
  const tops = [0]
  for (const lines of names) tops.push((tops.at(-1) ?? 0) + heightOf(lines))
  return (
    <Frame
      title={title}
      more={more}
      legend={series}
      empty={rows.every(({ values }) => !values.some(isValue))}
      gaps={rows.some(({ values }) => !values.some(isValue))}
      table={{
        head,
        columns: [...series, ...(withSum ? [chartText('total')] : [])],
        rows: rows.map(({ name, values }, index) => ({
          name,
          cells: [
            ...series.map((_, of) => formatValue(values[of], unit)),
            ...(withSum ? [formatValue(sums[index], unit)] : []),
          ],
        })),
      }}
      height={tops.at(-1) ?? 0}
    >
      {picture ? (
        rows.map(({ key, values }, index) => (
          <PictureRow
            key={key}
            lines={names[index] ?? []}
            value={values.some(isValue) ? formatValue(sums[index], unit) : '×'}
            top={tops[index] ?? 0}
            width={picture.width}
          >
            <Bar values={values} most={most} />
          </PictureRow>
        ))
      ) : (
        <ul class="chart-rows">
          {rows.map(({ key, name, values }, index) => (
            <li key={key} class="chart-row">
              <span class="chart-row-name">{name}</span>
              <Bar values={values} most={most} />
              <span class="chart-row-value figures">
                {values.some(isValue) ? formatValue(sums[index], unit) : '×'}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Frame>
  )
}

function Bar({ values, most }: { values: Row['values']; most: number }) {
  const drawing = useDrawingId()
  let from = 0
  return (
    <svg class="chart-row-bar" width="100%" height={BAR_PX}>
      <Patterns drawing={drawing} series={values.length} />
      <rect class="chart-row-ground" width="100%" height={BAR_PX} />
      {values.map((value, of) => {
        if (!isValue(value) || value <= 0) return null
        const box = { x: `${(from / most) * 100}%`, width: `${(value / most) * 100}%`, height: BAR_PX }
        from += value
        const pattern = patternOf(drawing, of)
        return (
          <g key={of} class={lookOf(of)}>
            <rect class="chart-area" {...box} />
            {pattern && <rect class="chart-over" {...box} fill={pattern} />}
          </g>
        )
      })}
    </svg>
  )
}

interface PictureRowProps {
  lines: readonly string[]
  value: string
  top: number
  width: number
  children: ComponentChildren
}

function PictureRow({ lines, value, top, width, children }: PictureRowProps) {
  const middle = top + heightOf(lines) / 2
  return (
    <>
      {lines.map((line, nth) => (
        <text
          key={nth}
          class="chart-row-name"
          x="0"
          y={middle + (nth - (lines.length - 1) / 2) * LINE_PX}
          dy="0.35em"
        >
          {line}
        </text>
      ))}
      <svg
        x={NAME_PX}
        y={middle - BAR_PX / 2}
        width={Math.max(1, width - NAME_PX - VALUE_PX)}
        height={BAR_PX}
      >
        {children}
      </svg>
      <text class="chart-row-value" x={width} y={middle} dy="0.35em">
        {value}
      </text>
    </>
  )
}

const heightOf = (lines: readonly string[]) => Math.max(ROW_PX, lines.length * LINE_PX + 8)

/** A name on as many lines as it needs: on paper no tooltip shows the rest. */
function linesOf(name: string): string[] {
  const lines: string[] = []
  for (let rest = name.trim(); rest !== '';) {
    const space = rest.length > NAME_LETTERS ? rest.lastIndexOf(' ', NAME_LETTERS) : rest.length
    const end = space > 0 ? space : NAME_LETTERS
    lines.push(rest.slice(0, end))
    rest = rest.slice(end).trim()
  }
  return lines
}
