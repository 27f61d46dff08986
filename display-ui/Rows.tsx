// The other calls: who is called as well, who is being served, who missed the call, who was called before.
import type { ComponentChildren } from 'preact'
import type { BoardCall } from '../server/live/board.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import { CLOCK, SPEAKER, Drawing } from '../screens/drawing.tsx'
import type { Arrangement } from './arrange.ts'
import { pageNow } from './turns.ts'
import { Way, wayTo } from './Way.tsx'
import { boardText } from './texts/index.ts'
import { OwnWords } from './Words.tsx'

export interface RowsProps {
  hall: Hall
  rows: Arrangement['rows']
  pages: Arrangement['pages']
  isNew: (call: BoardCall) => boolean
  /** The numbers that are being said: several in one sound where many are called. */
  said: readonly string[]
  /** Where the board hangs, for arrows; undefined: no arrows. */
  place: string | null | undefined
  /** What stands below the rows; null: nothing. */
  below: ComponentChildren
}

export function Rows({ rows, pages, below, ...rest }: RowsProps) {
  const page = pages[pageNow(pages.length)] || []
  if (page.length === 0 && !below) return null
  return (
    <section class={`rows rows-${rows} ${below ? 'rows-media' : ''}`}>
      {page.length > 0 && (
        <>
          <p class="line rows-head" aria-hidden="true">
            <span>
              <OwnWords text="number" />
            </span>
            <span>
              <OwnWords text="counter" />
            </span>
          </p>
          <ul class="rows-list">
            {page.map((call) => (
              <Row key={`${call.id} ${call.calls}`} call={call} isNarrow={rows === 'crowd'} {...rest} />
            ))}
          </ul>
        </>
      )}
      {below}
    </section>
  )
}

interface RowProps extends Omit<RowsProps, 'rows' | 'pages' | 'below'> {
  call: BoardCall
  isNarrow: boolean
}

function Row({ hall, call, isNarrow, isNew, said, place }: RowProps) {
  const counter = hall.counters.value.get(call.counter)
  const isNow = call.status === 'called' || call.status === 'serving'
  const isSaid = call.status === 'called' && said.indexOf(call.number) >= 0
  const way = place === undefined || call.status !== 'called' ? null : wayTo(hall, call, place)
  return (
    <li class={`row ${isNow ? '' : 'row-past'} ${isSaid ? 'row-said' : ''} ${isNew(call) ? 'sweep' : ''}`}>
      <NumberPlate number={call.number} tone={toneOf(call)} />
      {call.status === 'missed' && <Missed isNarrow={isNarrow} />}
      {isSaid && !isNarrow && <Drawing path={SPEAKER} />}
      {way && <Way to={way} />}
      <CounterLabel label={counter ? counter.label : ''} />
    </li>
  )
}

/** What hangs above a desk: a number, or a short word in smaller letters. */
export function CounterLabel({ label }: { label: string }) {
  return <span class={`row-counter ${label.length > 3 ? 'row-counter-long' : ''}`}>{label}</span>
}

/** That a call was missed: a word, or a clock where a word would push the counter out. */
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
