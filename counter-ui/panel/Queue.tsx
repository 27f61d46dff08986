// Who waits for this counter: the next ones, those who can't be called yet, held and missed.
import type { QueueRow } from '../../server/live/counter-visits.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { formatNumber, formatStopwatch } from '../../screens/format.ts'
import { canCall, isMine } from './possible-actions.ts'
import { panelText } from './texts/index.ts'
import type { Workplace } from './workplace.ts'
import { Key } from './ActionButton.tsx'
import { Row } from './Row.tsx'
import './Queue.css'

export function Queue({ place, view }: { place: Workplace; view: CounterView }) {
  const more = view.waiting - view.next.length - view.later.length
  return (
    <div class="queue">
      <section>
        <h2 class="queue-title">
          {panelText('queueTitle')} <Key of="queue" />
          <span class="queue-count">{panelText('queueCount', { count: formatNumber(view.waiting) })}</span>
        </h2>
        {view.next.length === 0 && (
          <p class="soft queue-empty">{panelText(view.waiting === 0 ? 'queueEmpty' : 'nobody')}</p>
        )}
        <ol>
          {view.next.map((row) => (
            <Row
              key={row.step}
              place={place}
              row={row}
              action="call"
              allowed={canCall(view, place.me.username)}
              callable={canCall(view, place.me.username)}
            />
          ))}
        </ol>
        {more > 0 && <p class="soft queue-empty">{panelText('queueMore', { count: formatNumber(more) })}</p>}
      </section>
      <Others
        place={place}
        title={panelText('laterTitle')}
        rows={view.later}
        allowed={isMine(view, place.me.username)}
        callable={canCall(view, place.me.username)}
      />
      <Others
        place={place}
        title={panelText('heldTitle')}
        rows={view.held}
        allowed={isMine(view, place.me.username)}
        callable={canCall(view, place.me.username)}
      />
      <Others
        place={place}
        title={panelText('missedTitle')}
        rows={view.missed}
        allowed={isMine(view, place.me.username)}
        callable={canCall(view, place.me.username)}
      />
      {isMine(view, place.me.username) && <p class="soft queue-today">{todayWords(view.today)}</p>}
    </div>
  )
}

function todayWords({ served, averageSeconds }: CounterView['today']): string {
  if (served === 0) return panelText('todayNobody')
  if (averageSeconds === null) return panelText('today', { served })
  return panelText('todayAverage', { served, average: formatStopwatch(averageSeconds) })
}

interface OthersProps {
  place: Workplace
  title: string
  rows: QueueRow[]
  /** Whether they may be let back into the queue here. */
  allowed: boolean
  callable: boolean
}

function Others({ place, title, rows, allowed, callable }: OthersProps) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2 class="queue-title">
        {title} {allowed && rows.some((row) => actionOf(row)) && <Key of="queue" />}
        <span class="queue-count">{formatNumber(rows.length)}</span>
      </h2>
      <ol>
        {rows.map((row) => (
          <Row
            key={row.step}
            place={place}
            row={row}
            action={actionOf(row)}
            allowed={allowed}
            callable={callable}
          />
        ))}
      </ol>
    </section>
  )
}

const actionOf = (row: QueueRow) => (isAside(row) || mayComeAtOnce(row) ? 'release' : null)

/** On hold or missed. */
const isAside = ({ because }: QueueRow): boolean => because === null

/** Who did not come to the first call and turns up before the second one. */
const mayComeAtOnce = ({ because, secondCall }: QueueRow): boolean => because === 'later' && secondCall
