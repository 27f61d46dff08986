// The other calls: who else is called, who is being served, who missed the call, who was called before.
import type { ComponentChildren } from 'preact'
import type { BoardCall } from '../server/live/board.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import { CLOCK, SPEAKER, Drawing } from '../screens/drawing.tsx'
import type { Arrangement } from './arrange.ts'
import type { Size } from './fit.ts'
import { COLUMN_GAP, HEAD, labelSize, needOf } from './grids.ts'
import { Turns, pageNow, Way, wayTo, OwnWords } from './parts.tsx'
import { boardText } from './texts.ts'

export interface RowsProps extends Arrangement {
  hall: Hall
  size: Size
  isNew: (call: BoardCall) => boolean
  /** The numbers being announced: several in one sound when many are called. */
  said: readonly string[]
  /** Where the board hangs, for arrows; undefined: no arrows. */
  place: string | null | undefined
  /** What is below the rows; null: nothing. */
  below: ComponentChildren
}

/** The width of a loudspeaker, or of *missed* instead of its clock, in em; the maximum height of a row, in vmin. */
const BESIDE = 0.8
const MISSED = 1
const HIGHEST = 11.5

export function Rows({ hall, grid, pages, size, isNew, said, place, below }: RowsProps) {
  const at = pageNow(pages.length)
  const page = pages[at] || []
  const { columns, kind, lines, marked } = grid
  const isMarked = pages.length > 1
  // A page may show only the large call: its mark stays.
  const hasRows = isMarked || page.length > 0
  if (!hasRows && !below) return null
  const hasHead = isMarked || kind === 'roomy'
  const height = (size.height - (hasHead ? HEAD : 0)) / (isMarked ? marked : lines)
  return (
    <section class={`rows ${below ? 'rows-media' : ''}`} style={{ width: `${size.width}vmin` }}>
      {hasRows && (
        <>
          {hasHead && (
            <p class="line rows-head" aria-hidden="true">
              {isMarked ? (
                <Turns at={at} of={pages.length} />
              ) : (
                [boardText('number'), boardText('counter')].map((word) => <span>{word}</span>)
              )}
            </p>
          )}
          <ul class="rows-list" style={{ fontSize: `${grid.size}vmin` }}>
            {page.map((call) => (
              <Row
                key={`${call.id} ${call.calls}`}
                call={call}
                type={grid.size}
                width={size.width / columns - COLUMN_GAP}
                height={Math.min(HIGHEST, height)}
                hall={hall}
                isNew={isNew}
                said={said}
                place={place}
              />
            ))}
          </ul>
        </>
      )}
      {below}
    </section>
  )
}

interface RowProps extends Omit<RowsProps, 'grid' | 'pages' | 'below' | 'size'>, Size {
  call: BoardCall
  type: number
}

function Row({ hall, call, type, width, height, isNew, said, place }: RowProps) {
  const { status, number } = call
  const isNow = status === 'called' || status === 'serving'
  const isSaid = status === 'called' && said.indexOf(number) >= 0
  const way = place === undefined || status !== 'called' ? null : wayTo(hall, call, place)
  const spare = width / type - needOf(hall, call, place)
  return (
    <li
      class={`row ${isNow ? '' : 'row-past'} ${isSaid ? 'row-said' : ''} ${isNew(call) ? 'sweep' : ''}`}
      style={{ width: `${width}vmin`, height: `${height}vmin` }}
    >
      <NumberPlate number={number} tone={toneOf(call)} />
      {status === 'missed' && <Missed isNarrow={spare < MISSED} />}
      {isSaid && spare > BESIDE && <Drawing path={SPEAKER} />}
      <Way to={way} />
      <CounterLabel hall={hall} call={call} place={place} row={width / type} />
    </li>
  )
}

/** What hangs above a desk: a number, or a short word. `row`: how wide its row is, in em. */
export function CounterLabel({
  row,
  hall,
  call,
  place,
}: Pick<RowProps, 'hall' | 'call' | 'place'> & { row: number }) {
  const counter = hall.counters.value.get(call.counter)
  return (
    <span class="row-counter" style={{ fontSize: `${labelSize(hall, call, place, row)}em` }}>
      {counter ? counter.label : ''}
    </span>
  )
}

/** That a call was missed: a word, or a clock if a word would push the counter out. */
export function Missed({ isNarrow }: { isNarrow: boolean }) {
  return isNarrow ? (
    <Drawing path={CLOCK} label={boardText('missed')} />
  ) : (
    <span class="row-note">
      <OwnWords text="missed" />
    </span>
  )
}

/** Filled: called now. Framed: at the counter. Plain: over. */
export function toneOf({ status }: BoardCall): 'called' | 'serving' | 'plain' {
  return status === 'called' || status === 'serving' ? status : 'plain'
}
