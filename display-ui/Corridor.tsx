// The list for a corridor: every number that is called or served, with its counter and the way there, page by page.
import type { BoardCall } from '../server/live/board.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import { arrange } from './arrange.ts'
import { CounterLabel, Missed, toneOf } from './Rows.tsx'
import { room } from './shape.ts'
import type { Told } from './told.ts'
import { pageNow } from './turns.ts'
import { Way, wayTo } from './Way.tsx'
import { OwnWords, PlanWords } from './Words.tsx'

export interface CorridorProps {
  hall: Hall
  /** By attention. */
  calls: readonly BoardCall[]
  missed: readonly BoardCall[]
  recent: readonly BoardCall[]
  isNew: (call: BoardCall) => boolean
  place: string | null
  told: Told
}

export function Corridor({ hall, calls, missed, recent, isNew, place, told }: CorridorProps) {
  const { list, lists } = room.value
  const less = told.above + (told.isNoted ? 1 : 0)
  const fits = { roomy: list - less, crowd: lists - 2 * less }
  const { rows, pages } = arrange(calls, { missed, recent }, fits)
  const page = pages[pageNow(pages.length)] || []
  return (
    <main class="corridor">
      <ul class={`list list-${rows}`}>
        {page.map((call) => {
          const counter = hall.counters.value.get(call.counter)
          const zone = hall.zones.value.get(call.zone)
          const way = wayTo(hall, call, place)
          return (
            <li
              key={`${call.id} ${call.calls}`}
              class={`row ${call.status === 'missed' ? 'row-past' : ''} ${isNew(call) ? 'sweep' : ''}`}
            >
              <NumberPlate number={call.number} tone={toneOf(call)} />
              <CounterLabel label={counter ? counter.label : ''} />
              {way && <Way to={way} />}
              {call.status === 'missed' && <Missed isNarrow={rows === 'crowd'} />}
              {rows === 'roomy' && zone && call.status !== 'missed' && (
                <span class="line list-zone">
                  {call.comeToMe ? (
                    <OwnWords text="comes" />
                  ) : (
                    <PlanWords text={way ? zone.name : zone.where} />
                  )}
                </span>
              )}
            </li>
          )
        })}
      </ul>
    </main>
  )
}
