// Lines over time, each with the range around it if it has one, with marks where something happened. A missing value
// breaks the line; a single one between two gaps is drawn as a shape.
import { max } from 'd3-array'
import type { ComponentChildren } from 'preact'
import { area, line } from 'd3-shape'
import { type Label, type Mark, Frame, useWidth } from './frame.tsx'
import type { Series } from './Bars.tsx'
import { lookOf, shapeOf } from './look.tsx'
import { Plot, fullHeight, heightOf } from './plot.tsx'
import { chartText } from './texts.ts'
import { type Unit, formatValue, isValue, valueAxis } from './unit.ts'

/** `range`: from and to around each value, such as half of all, or nine in ten. */
export interface LineSeries extends Series {
  readonly range?: readonly (readonly [number, number] | null)[]
}

export interface LinesProps {
  title: string
  more?: ComponentChildren
  head: string
  labels: readonly Label[]
  series: readonly LineSeries[]
  unit: Unit
  marks?: readonly Mark[]
  height?: number
  /** The axis reaches at least this, so that charts side by side are comparable. */
  atLeast?: number
}

/** The width of the drawing's own coordinates; they are stretched to the plot. */
const WIDE = 1000
/** With more values than this the line has no shape at each. */
const SHAPES_UP_TO = 32

export function Lines(props: LinesProps) {
  const { title, more, head, labels, series, unit, marks = [], height = 200 } = props
  const gaps = labels.some((_, index) => series.every(({ values }) => !isValue(values[index])))
  const empty = series.every(({ values }) => !values.some(isValue))
  return (
    <Frame
      title={title}
      more={more}
      legend={series.map(({ name }) => name)}
      lines
      marks={marks}
      empty={empty}
      gaps={gaps && !empty}
      table={tableOf(head, labels, series, unit)}
      height={fullHeight(height, unit)}
    >
      <LinePlot {...props} />
    </Frame>
  )
}

/** The drawing without its frame. */
function LinePlot({ labels, series, unit, marks, height = 200, atLeast = 0 }: LinesProps) {
  const { place, width } = useWidth<HTMLDivElement>()
  const axis = valueAxis([...series.flatMap(reach), atLeast], unit)
  const y = heightOf(axis, height)
  const middle = (index: number) => (labels.length < 2 ? 50 : (index / (labels.length - 1)) * 100)
  return (
    <Plot
      place={place}
      width={width}
      height={height}
      axis={axis}
      unit={unit}
      labels={labels}
      middle={middle}
      {...(marks && { marks })}
    >
      {series.map((one, of) => (
        <Line
          key={one.name}
          one={one}
          of={of}
          labels={labels}
          x={(index) => (middle(index) * WIDE) / 100}
          y={y}
          height={height}
          unit={unit}
        />
      ))}
    </Plot>
  )
}

interface LineProps {
  one: LineSeries
  of: number
  labels: readonly Label[]
  x: (index: number) => number
  y: (value: number) => number
  height: number
  unit: Unit
}

function Line({ one: { name, values, range }, of, labels, x, y, height, unit }: LineProps) {
  const path = line<number | null>(
    (_, index) => x(index),
    (value) => y(value ?? 0),
  ).defined(isValue)(values)
  const spread =
    range &&
    area<readonly [number, number] | null>(
      (_, index) => x(index),
      (ends) => y(ends?.[0] ?? 0),
      (ends) => y(ends?.[1] ?? 0),
    ).defined((ends) => ends !== null)(range)
  return (
    <g class={lookOf(of)}>
      <svg
        class="chart-inner"
        width="100%"
        height={height}
        viewBox={`0 0 ${WIDE} ${height}`}
        preserveAspectRatio="none"
      >
        {spread && <path class="chart-range" d={spread} />}
        {path && <path class="chart-line" d={path} />}
      </svg>
      {values.map((value, index) =>
        isValue(value) && (values.length <= SHAPES_UP_TO || isAlone(values, index)) ? (
          <svg key={index} class="chart-inner" x={`${x(index) / (WIDE / 100)}%`} y={y(value)}>
            <path class="chart-shape" d={shapeOf(of)}>
              <title>{`${labels[index]?.long ?? ''} · ${name}: ${formatValue(value, unit)}`}</title>
            </path>
          </svg>
        ) : null,
      )}
    </g>
  )
}

/** A line needs two values: a single one between gaps would be invisible. */
function isAlone(values: readonly (number | null)[], index: number): boolean {
  return !isValue(values[index - 1]) && !isValue(values[index + 1])
}

function reach({ values, range = [] }: LineSeries): (number | null)[] {
  return [...values, ...range.map((ends) => ends && ends[1])]
}

function tableOf(head: string, labels: readonly Label[], series: readonly LineSeries[], unit: Unit) {
  return {
    head,
    columns: series.flatMap(({ name, range }) => (range ? [name, chartText('range', { name })] : [name])),
    rows: labels.map(({ long }, index) => ({
      name: long,
      cells: series.flatMap(({ values, range }) => {
        const value = formatValue(values[index], unit)
        if (!range) return [value]
        const ends = range[index]
        const [low, high] = ends ? ends.map((end) => formatValue(end, unit)) : []
        return [value, low && high ? chartText('rangeOf', { low, high }) : '–']
      }),
    })),
  }
}

// Many small line charts with the same axes, one per thing, so that differences are seen at a glance.

export interface Small {
  readonly key: string
  readonly name: string
  /** In the order of the labels; null: none, or too few to be shown. */
  readonly values: readonly (number | null)[]
}

interface MultiplesProps {
  title: string
  more?: ComponentChildren
  head: string
  labels: readonly Label[]
  all: readonly Small[]
  unit: Unit
  /** In every chart, explained once below. */
  marks?: readonly Mark[]
}

export function Multiples({ title, more, head, labels, all, unit, marks = [] }: MultiplesProps) {
  const most =
    max(
      all.flatMap(({ values }) => values),
      (value) => value ?? undefined,
    ) ?? 0
  return (
    <Frame
      title={title}
      more={more}
      marks={marks}
      empty={all.every(({ values }) => !values.some(isValue))}
      gaps={false}
      table={{
        head,
        columns: all.map(({ name }) => name),
        rows: labels.map(({ long }, index) => ({
          name: long,
          cells: all.map(({ values }) => formatValue(values[index], unit)),
        })),
      }}
      height={0}
    >
      <ul class="chart-multiples">
        {all.map(({ key, name, values }) => (
          <li key={key}>
            <p class="chart-small-name">{name}</p>
            <LinePlot
              title={name}
              head={head}
              labels={labels}
              series={[{ name, values }]}
              unit={unit}
              marks={marks}
              height={72}
              atLeast={most}
            />
          </li>
        ))}
      </ul>
    </Frame>
  )
}
