// A board with nobody to call: please wait; or, out of hours, when the hall opens again.
import type { BoardView } from '../server/live/board-view.ts'
import { formatDayLabel, formatMinute } from '../screens/format.ts'
import { also, t } from './texts/index.ts'
import { Both, OwnWords } from './Words.tsx'

/** Whether the hall is closed and nobody is left in it whom a board could tell anything. */
export function isNight({ hours, calls, queues, counters }: BoardView): boolean {
  const nobody = calls.length === 0 && queues.every(({ waiting }) => waiting === 0)
  return nobody && !hours.open && counters.every(({ state }) => state === 'closed')
}

export function Empty({ view }: { view: BoardView }) {
  if (isNight(view)) return <Closed view={view} />
  return (
    <section class="hero hero-empty">
      <p class="hero-counter">
        <OwnWords text="waitTitle" />
      </p>
      <p class="line">
        <OwnWords text="waitHint" />
      </p>
    </section>
  )
}

function Closed({ view: { hours, hall } }: { view: BoardView }) {
  const { opens } = hours
  const values = opens && { day: formatDayLabel(opens.day), time: formatMinute(opens.minute) }
  const isToday = opens !== null && opens.day === hall.day
  return (
    <section class="hero hero-empty">
      <p class="hero-counter">
        <OwnWords text="closed" />
      </p>
      {values && (
        <p class="line">
          {isToday ? (
            <Both first={t('opensAgain', values)} other={also('opensAgain', values)} />
          ) : (
            <Both first={t('opens', values)} other={also('opens', values)} />
          )}
        </p>
      )}
    </section>
  )
}
