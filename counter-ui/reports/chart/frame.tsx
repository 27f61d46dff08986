// The frame of every chart: its name, the legend, the drawing, and the table behind it, which screen readers always
// have and everybody gets with a press. The drawing itself is hidden from screen readers, as it adds nothing.
import { type ComponentChildren, type ComponentType, type Ref, createContext } from 'preact'
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Sample } from './look.tsx'
import { chartText } from './texts.ts'
import './chart.css'

/** A value's name along an axis: short where there is little room, long in the table. */
export interface Label {
  readonly short: string
  readonly long: string
}

/** Something that happened: drawn as a numbered line at the label of this index, explained below the chart. */
export interface Mark {
  readonly at: number
  readonly text: string
}

export interface TableBehind {
  /** The heading of the first column. */
  readonly head: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[]
}

export interface FrameProps {
  title: string
  /** Beside the title: an explanation of the figure. */
  more?: ComponentChildren
  legend?: readonly string[]
  /** The legend shows lines rather than areas. */
  lines?: boolean
  marks?: readonly Mark[]
  /** Nothing to draw, which is said in words. */
  empty: boolean
  /** Some values are missing, so the meaning of × is explained. */
  gaps: boolean
  table: TableBehind
  /** The height of the drawing, in px: a picture has to know it beforehand. */
  height: number
  /** How to read the drawing, below it. */
  note?: string
  children: ComponentChildren
}

/** A chart as a picture of its own, outside a page: its frame, and its width in px. */
export const Picture = createContext<{
  readonly Frame: ComponentType<FrameProps>
  readonly width: number
} | null>(null)

export function Frame(props: FrameProps) {
  const picture = useContext(Picture)
  return picture ? <picture.Frame {...props} /> : <PageFrame {...props} />
}

function PageFrame({ title, more, legend = [], lines = false, marks = [], ...props }: FrameProps) {
  const [shown, show] = useState(false)
  const { empty, gaps, table, note, children } = props
  return (
    <figure class="chart">
      <figcaption class="chart-head">
        <span class="chart-title">{title}</span>
        {more}
        {!empty && (
          <button
            type="button"
            class="chart-switch"
            aria-pressed={shown}
            aria-label={chartText('showTableOf', { title })}
            onClick={() => show(!shown)}
          >
            {chartText('showTable')}
          </button>
        )}
      </figcaption>
      {empty ? (
        <p class="chart-empty soft">{chartText('empty')}</p>
      ) : (
        <>
          {legend.length > 1 && (
            <ul class="chart-legend" aria-hidden="true">
              {legend.map((name, index) => (
                <li key={name}>
                  <Sample index={index} line={lines} />
                  {name}
                </li>
              ))}
            </ul>
          )}
          <div class="chart-drawing" aria-hidden="true">
            {children}
            {note && <p class="soft">{note}</p>}
          </div>
          {marks.length > 0 && (
            <ol class="chart-marks" aria-label={chartText('marks')}>
              {marks.map((mark, index) => (
                <li key={index}>
                  <span class="chart-mark-number">{index + 1}</span> {mark.text}
                </li>
              ))}
            </ol>
          )}
          {gaps && (
            <p class="soft" aria-hidden="true">
              {chartText('gaps')}
            </p>
          )}
          <Behind title={title} table={table} shown={shown} />
        </>
      )}
    </figure>
  )
}

/** Always in the page, but invisible until asked for. */
function Behind({ title, table, shown }: { title: string; table: TableBehind; shown: boolean }) {
  const scroll = shown ? ({ role: 'region', tabIndex: 0, 'aria-label': title } as const) : {}
  return (
    <div class={shown ? 'chart-behind' : 'chart-behind visually-hidden'} {...scroll}>
      <table class="chart-table">
        <caption class="visually-hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{table.head}</th>
            {table.columns.map((name, index) => (
              <th key={index} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              <th scope="row">{row.name}</th>
              {row.cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface BesideProps {
  place?: Ref<HTMLDivElement>
  /** Width of what is on the left, in px. */
  room: number
  height: number
  /** Shown on the left, instead of the axis. */
  values: ComponentChildren
  /** The ground: places along it are in per cent of its width. */
  children: ComponentChildren
}

/** Room for half of the last name, which is centred on its place; as in the style sheet. */
const RIGHT_PX = 12

/** A ground that stretches, with the names of its lines at the left of it. */
export function Beside({ place, room, height, values, children }: BesideProps) {
  const picture = useContext(Picture)
  const left = (
    <svg class="chart-values" width={room} height={height}>
      {values}
    </svg>
  )
  if (picture)
    return (
      <>
        {left}
        <svg
          class="chart-ground"
          x={room}
          width={Math.max(1, picture.width - room - RIGHT_PX)}
          height={height}
        >
          {children}
        </svg>
      </>
    )
  return (
    <div class="chart-plot" {...(place && { ref: place })}>
      {left}
      <svg class="chart-ground" width="100%" height={height}>
        {children}
      </svg>
    </div>
  )
}

/** The width of an A4 page between its margins, in CSS px: no label is chosen that would not fit in print. */
const PAPER_PX = 640

/** The element's width in CSS px, but never more than paper: everything else stretches by itself. */
export function useWidth<E extends Element>() {
  const place = useRef<E>(null)
  const picture = useContext(Picture)
  const [width, set] = useState(picture?.width ?? PAPER_PX)
  useLayoutEffect(() => {
    const node = place.current
    if (!node) return
    const measure = () => set(Math.min(PAPER_PX, node.clientWidth || PAPER_PX))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(node)
    return () => observer.disconnect()
  }, [])
  return { place, width }
}

const LETTER_PX = 7
const GAP_PX = 10

/** With `labels` side by side over `width` px: every how-manyth can be written without touching the next. */
export function everyNth(labels: readonly Label[], width: number): number {
  let longest = 1
  for (const { short } of labels) if (short.length > longest) longest = short.length
  const fit = Math.max(1, Math.floor(width / (longest * LETTER_PX + GAP_PX)))
  return Math.max(1, Math.ceil(labels.length / fit))
}
