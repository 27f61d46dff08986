// Many small line charts with the same axes, one per thing, so that differences are seen at a glance.
import { max } from 'd3-array'
import type { ComponentChildren } from 'preact'
import { type Label, type Mark, Frame } from './frame.tsx'
import { LinePlot } from './Lines.tsx'
import { type Unit, formatValue, isValue } from './unit.ts'

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
