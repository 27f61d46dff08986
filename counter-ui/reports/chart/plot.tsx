// The background of a drawing with a value axis: lines and labels of the values on the left, names below. The plot
// itself stretches: places along it are in per cent, so that it fits the phone, the paper and any zoom without being
// drawn again.
import type { ComponentChildren, Ref } from 'preact'
import { useContext } from 'preact/hooks'
import { Beside, type Label, type Mark, Picture, everyNth } from './frame.tsx'
import { type Unit, type ValueAxis, axisWords, formatShort } from './unit.ts'

/** Above the plot for marks and the highest label, below it for names, in px. */
const TOP = 18
const BOTTOM = 22
const DIGIT_PX = 8
/** For the unit above the axis, in a picture. */
const WORDS_PX = 16

interface PlotProps {
  place: Ref<HTMLDivElement>
  width: number
  /** The height of the plot alone, in px. */
  height: number
  axis: ValueAxis
  unit: Unit
  labels: readonly Label[]
  /** Where the middle of the label of this index is, in per cent of the width. */
  middle: (index: number) => number
  marks?: readonly Mark[]
  children: ComponentChildren
}

/** The height of a plot with everything around it, in px. */
export const fullHeight = (height: number, unit: Unit): number =>
  (axisWords(unit) === null ? 0 : WORDS_PX) + TOP + height + BOTTOM

export function Plot({ place, width, height, axis, unit, labels, middle, marks = [], children }: PlotProps) {
  const picture = useContext(Picture)
  const texts = axis.ticks.map((tick) => formatShort(tick, unit))
  const room = Math.max(...texts.map((text) => text.length), 1) * DIGIT_PX + 8
  const y = heightOf(axis, height)
  const nth = everyNth(labels, width - room)
  const words = axisWords(unit)
  const full = TOP + height + BOTTOM
  const ground = (
    <Beside
      place={place}
      room={room}
      height={full}
      values={axis.ticks.map((tick, index) => (
        <text key={tick} class="chart-tick" x={room - 6} y={TOP + y(tick)} dy="0.35em">
          {texts[index]}
        </text>
      ))}
    >
      <svg y={TOP} width="100%" height={height} class="chart-inner">
        {axis.ticks.map((tick) => (
          <line
            key={tick}
            class={tick === 0 ? 'chart-base' : 'chart-grid'}
            x1="0"
            x2="100%"
            y1={y(tick)}
            y2={y(tick)}
          />
        ))}
        {children}
        {marks.map((mark, index) => (
          <g key={index} class="chart-mark">
            <line x1={`${middle(mark.at)}%`} x2={`${middle(mark.at)}%`} y1="0" y2={height} />
            <circle cx={`${middle(mark.at)}%`} cy="-8" r="8" />
            <text x={`${middle(mark.at)}%`} y="-8" dy="0.35em">
              {index + 1}
            </text>
          </g>
        ))}
      </svg>
      {labels.map((label, index) =>
        index % nth === 0 ? (
          <text key={index} class="chart-name" x={`${middle(index)}%`} y={TOP + height + 16}>
            {label.short}
          </text>
        ) : null,
      )}
    </Beside>
  )
  if (!picture)
    return (
      <>
        {words && <p class="chart-axis-words">{words}</p>}
        {ground}
      </>
    )
  return (
    <>
      {words && (
        <text class="chart-axis-words" x="0" y="12">
          {words}
        </text>
      )}
      <svg class="chart-inner" y={words ? WORDS_PX : 0} width="100%" height={full}>
        {ground}
      </svg>
    </>
  )
}

/** From a value to the distance from the plot's upper edge, in px. */
export function heightOf(axis: ValueAxis, height: number): (value: number) => number {
  return (value) => height - (Math.max(0, value) / axis.most) * height
}
