// How series are told apart: each has a colour, a pattern for its areas and a dash with a shape for its line, so that
// nothing depends on seeing colours, and a black-and-white printer is enough.
import { useRef } from 'preact/hooks'

/** As many series as can be told apart in one chart. */
export const LOOKS = 6

/** The class of the series at `index`. */
export const lookOf = (index: number): string => `look-${(index % LOOKS) + 1}`

/** Drawn over an area in the background colour; the first is plain. Lines on a square of 8. */
const PATTERNS: readonly (string | null)[] = [
  null,
  'M-2 2l4-4M0 8l8-8M6 10l4-4',
  'M2 2h.01M6 6h.01',
  'M0 2h8M0 6h8',
  'M0 0l8 8M8 0L0 8',
  'M2 0v8M6 0v8',
]

/** A line's end or a lone value, around its place. */
const SHAPES: readonly string[] = [
  'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z',
  'M-3.5-3.5h7v7h-7z',
  'M0-4.5l4.5 8h-9z',
  'M0-5l5 5l-5 5l-5-5z',
  'M0 4.5l4.5-8h-9z',
  'M-4-1.5h8v3h-8z',
]

export const shapeOf = (index: number): string => SHAPES[index % LOOKS] ?? ''

let count = 0

/** A prefix for the ids in one drawing, unique on the page. */
export function useDrawingId(): string {
  const id = useRef('')
  if (!id.current) id.current = `drawing-${(count += 1)}`
  return id.current
}

/** The pattern over the colour of a series' area; undefined: none. */
export function patternOf(drawing: string, index: number): string | undefined {
  return PATTERNS[index % LOOKS] === null ? undefined : `url(#${drawing}-${index % LOOKS})`
}

/** The definitions that `patternOf` refers to; once in each `<svg>` that fills. */
export function Patterns({ drawing, series }: { drawing: string; series: number }) {
  return (
    <defs>
      {PATTERNS.slice(0, series).map((path, index) =>
        path === null ? null : (
          <pattern key={index} id={`${drawing}-${index}`} width="8" height="8" patternUnits="userSpaceOnUse">
            <path class={index === 2 ? 'chart-pattern chart-dots' : 'chart-pattern'} d={path} />
          </pattern>
        ),
      )}
    </defs>
  )
}

/** A sample of a series for the legend: as an area, or as a line. */
export function Sample({ index, line }: { index: number; line: boolean }) {
  const drawing = useDrawingId()
  return (
    <svg class={`chart-sample ${lookOf(index)}`} width={line ? 36 : 20} height="16" aria-hidden="true">
      {line ? (
        <>
          <path class="chart-line" d="M1 8h34" />
          <path class="chart-shape" d={shapeOf(index)} transform="translate(18 8)" />
        </>
      ) : (
        <>
          <Patterns drawing={drawing} series={LOOKS} />
          <rect class="chart-area" width="20" height="16" />
          <rect width="20" height="16" fill={patternOf(drawing, index) ?? 'none'} />
        </>
      )}
    </svg>
  )
}
