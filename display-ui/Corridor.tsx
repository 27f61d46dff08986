// The list for a corridor: every number that is called or served, with its counter and the way there. The fewer there
// are, the larger they are; if there are more than the screen holds, they take turns.
import type { BoardCall } from '../server/live/board.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import { pick } from '../screens/i18n.ts'
import { arrange } from './arrange.ts'
import { ALSO, em, LEADING, LEAST_WORDS, linesOf, measure, middle, partNow, type Size, room } from './fit.ts'
import { COLUMN_GAP, HEAD, needOf, ofList, widest } from './grids.ts'
import { CounterLabel, Missed, toneOf } from './Rows.tsx'
import { pickSecond, boardAlso, boardText } from './texts.ts'
import { Turns, pageNow, Way, wayTo, Both } from './parts.tsx'

export interface CorridorProps {
  hall: Hall
  /** Sorted by attention. */
  calls: readonly BoardCall[]
  missed: readonly BoardCall[]
  recent: readonly BoardCall[]
  isNew: (call: BoardCall) => boolean
  place: string | null
}

/** The minimum width for words about a place beside a row, in vmin. */
const WHERE = 28

export function Corridor({ hall, calls, missed, recent, isNew, place }: CorridorProps) {
  const size = middle.value
  const need = widest(hall, calls.concat(missed), place)
  const fill = recent.filter((call) => needOf(hall, call, place) <= need)
  const { grid, pages } = arrange(calls, { missed, recent: fill }, ofList(size, need), null, true)
  const at = pageNow(pages.length)
  const { columns, kind } = grid
  const isMarked = pages.length > 1
  const width = size.width / columns - (columns > 1 ? COLUMN_GAP : 0)
  const isBelow = kind === 'few' || (room.value.upright && kind === 'roomy')
  const left = isBelow ? width : width - need * grid.size - 4
  const page = pages[at] || []
  const lines = kind === 'few' ? page.length : isMarked ? grid.marked : grid.lines
  const height = Math.min(grid.row * 1.4, (size.height - (isMarked ? HEAD : 0)) / lines)
  const beside = { width: left, height: isBelow ? height - grid.size * LEADING : height }
  return (
    <main class="corridor" ref={(node) => measure(node)}>
      {isMarked && (
        <p class="line rows-head">
          <Turns at={at} of={pages.length} />
        </p>
      )}
      <ul class={isBelow ? 'list list-below' : 'list'} style={{ fontSize: `${grid.size}vmin` }}>
        {page.map((call) => (
          <li
            key={`${call.id} ${call.calls}`}
            class={`row ${call.status === 'missed' ? 'row-past' : ''} ${isNew(call) ? 'sweep' : ''}`}
            style={{ width: `${width}vmin`, height: `${height}vmin` }}
          >
            <NumberPlate number={call.number} tone={toneOf(call)} />
            {call.status === 'missed' ? <Missed isNarrow /> : <Way to={wayTo(hall, call, place)} />}
            <CounterLabel hall={hall} call={call} place={place} row={width / grid.size} />
            {left > WHERE && <Where hall={hall} call={call} place={place} size={beside} />}
          </li>
        ))}
      </ul>
    </main>
  )
}

type PartProps = Pick<CorridorProps, 'hall' | 'place'> & { call: BoardCall }

/** Where the counter is, in the rest of a row or below it. An arrow makes words without room unnecessary. */
function Where({ hall, call, place, size }: PartProps & { size: Size }) {
  const way = wayTo(hall, call, place)
  const zone = hall.zones.value.get(call.zone)
  const text = zone && (way ? zone.name : zone.where)
  const [first, other] =
    call.status === 'missed'
      ? [boardText('missed'), boardAlso('missed')]
      : call.comeToMe
        ? [boardText('comes'), boardAlso('comes')]
        : [text ? pick(text) : '', text ? pickSecond(text) : null]
  const part = partNow(first, size, LEAST_WORDS)
  if (way && part.text !== first) return null
  const left = size.height - linesOf(part.text, size.width / part.type) * part.type * LEADING
  const isBoth = other !== null && left > ALSO * 1.2 && em(other) * ALSO < size.width
  return (
    <span class="line list-zone" style={{ width: `${size.width}vmin`, fontSize: `${part.type}vmin` }}>
      <Both first={part.text} other={isBoth ? other : null} />
    </span>
  )
}
