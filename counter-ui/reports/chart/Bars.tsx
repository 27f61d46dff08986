// Upright bars along a time axis or any other with short names: one series, or several on top of each other.
import { sum } from 'd3-array'
import { scaleBand } from 'd3-scale'
import { stack } from 'd3-shape'
import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { type Label, type Mark, Frame, Picture, useWidth } from './frame.tsx'
import { Patterns, lookOf, patternOf, useDrawingId } from './look.tsx'
import { Plot, fullHeight, heightOf } from './plot.tsx'
import { chartText } from './texts.ts'
import { type Unit, formatValue, isValue, valueAxis } from './unit.ts'

/** `values` in the order of the labels; null: none, or too few to be shown. */
export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
}

export interface BarsProps {
  title: string
  more?: ComponentChildren
  /** What the labels are: the head of the table's first column. */
  head: string
  labels: readonly Label[]
  /** Stacked in this order from the axis up; at most as many as there are looks. */
  series: readonly Series[]
  unit: Unit
  marks?: readonly Mark[]
  height?: number
}

/** The width of a bar, in per cent of the plot. */
const WIDEST = 12

export function Bars({ title, more, head, labels, series, unit, marks = [], height = 200 }: BarsProps) {
  const { place, width } = useWidth<HTMLDivElement>()
  const drawing = useDrawingId()
  const places = labels.map((_, index) => String(index))
  const band = scaleBand(places, [0, 100]).paddingInner(labels.length > 60 ? 0.1 : 0.25)
  // So that a single one is a bar, not a wall.
  const wide = Math.min(band.bandwidth(), WIDEST)
  const left = (index: number) => (band(String(index)) ?? 0) + (band.bandwidth() - wide) / 2
  const sums = labels.map((_, index) => sumAt(series, index))
  const axis = valueAxis(sums, unit)
  const y = heightOf(axis, height)
  const isGap = (index: number) => series.every(({ values }) => !isValue(values[index]))
  const layers = stack<string, number>()
    .keys(series.map((_, index) => index))
    .value((at, key) => series[key]?.values[Number(at)] ?? 0)(places)
  return (
    <Frame
      title={title}
      more={more}
      legend={series.map(({ name }) => name)}
      marks={marks}
      empty={places.every((_, index) => isGap(index))}
      gaps={places.some((_, index) => isGap(index))}
      table={tableOf(head, labels, series, unit)}
      height={fullHeight(height, unit)}
    >
      <Plot
        place={place}
        width={width}
        height={height}
        axis={axis}
        unit={unit}
        labels={labels}
        middle={(index) => left(index) + wide / 2}
        marks={marks}
      >
        <Patterns drawing={drawing} series={series.length} />
        {layers.map((layer, of) => {
          const bars = layer.flatMap(([from, to], index) => {
            const value = series[of]?.values[index]
            if (!isValue(value) || to <= from) return []
            const box = {
              x: `${left(index)}%`,
              y: y(to),
              width: `${wide}%`,
              // So that a single one among thousands can still be seen.
              height: Math.max(1, y(from) - y(to)),
            }
            return [{ index, value, box }]
          })
          const pattern = patternOf(drawing, of)
          return (
            <g key={of} class={lookOf(of)}>
              {bars.map(({ index, value, box }) => (
                <rect key={index} class="chart-area" {...box}>
                  <title>{`${labels[index]?.long ?? ''} · ${series[of]?.name ?? ''}: ${formatValue(value, unit)}`}</title>
                </rect>
              ))}
              {pattern && (
                <Over
                  id={`${drawing}-bars-${of}`}
                  boxes={bars.map(({ box }) => box)}
                  height={height}
                  fill={pattern}
                />
              )}
            </g>
          )
        })}
        {places.map((key, index) =>
          isGap(index) ? (
            <text key={key} class="chart-gap" x={`${left(index) + wide / 2}%`} y={height - 5}>
              ×
            </text>
          ) : null,
        )}
      </Plot>
    </Frame>
  )
}

interface OverProps {
  id: string
  boxes: readonly {
    readonly x: string
    readonly y: number
    readonly width: string
    readonly height: number
  }[]
  height: number
  fill: string
}

/**
 * The pattern over all bars of a series: drawn once and clipped, because a printed page carries a copy of it for each
 * shape it fills.
 */
function Over({ id, boxes, height, fill }: OverProps) {
  // The program that draws pictures understands percentages only in plain shapes.
  if (useContext(Picture))
    return boxes.map((box, nth) => <rect key={nth} class="chart-over" {...box} fill={fill} />)
  return (
    <>
      <clipPath id={id}>
        {boxes.map((box, nth) => (
          <rect key={nth} {...box} />
        ))}
      </clipPath>
      <rect class="chart-over" width="100%" height={height} fill={fill} clip-path={`url(#${id})`} />
    </>
  )
}

const sumAt = (series: readonly Series[], index: number) => sum(series, ({ values }) => values[index])

/** Only stacked counts have a sum. */
function tableOf(head: string, labels: readonly Label[], series: readonly Series[], unit: Unit) {
  const withSum = unit === 'count' && series.length > 1
  return {
    head,
    columns: [...series.map(({ name }) => name), ...(withSum ? [chartText('total')] : [])],
    rows: labels.map(({ long }, index) => ({
      name: long,
      cells: [
        ...series.map(({ values }) => formatValue(values[index], unit)),
        ...(withSum ? [formatValue(sumAt(series, index), unit)] : []),
      ],
    })),
  }
}
