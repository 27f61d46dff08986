// Who waits for this counter: the next ones, those who can't be called yet, held and missed.
import { formatNumber, formatStopwatch, formatTime, formatWaited } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import type { QueueRow } from '../../server/live/counter-visits.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { reasonText, serviceName } from '../parts/names.ts'
import { Key, isLocked } from './Actions.tsx'
import { becauseText, formatCredit } from './panel-words.ts'
import { canCall, isMine } from './possible-actions.ts'
import { panelText } from './texts/index.ts'
import type { Workplace } from './workplace.ts'
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
  /** Whether they may be put back into the queue here. */
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

/** Visitors who did not come to the first call and turn up before the second one. */
const mayComeAtOnce = ({ because, secondCall }: QueueRow): boolean => because === 'later' && secondCall

// One row of the lists: who it is, since when, anything special. One press calls it out of order or puts it back into
// the queue.
interface RowProps {
  place: Workplace
  row: QueueRow
  /** What its button does; null: it has none. */
  action: 'call' | 'release' | null
  allowed: boolean
  /** Whether somebody can be called here now. */
  callable: boolean
}

function Row({ place, row, action, allowed, callable }: RowProps) {
  return (
    <li class="row">
      <span class="row-number figures">{row.number}</span>
      <span class="row-facts">
        <span class="row-service">{serviceName(place.hall, row.service)}</span>
        <span class="row-more">
          {row.priority && <Icon name="priority" label={panelText('priority')} />}
          {row.comeToMe && (
            <span class="row-come">
              <Icon name="people" />
              {panelText('comeToMe')} ·
            </span>
          )}
          {more(place, row, action).map((words, index, all) => (
            <span key={words}>
              {words}
              {index < all.length - 1 && ' ·'}
            </span>
          ))}
        </span>
      </span>
      {(row.back ? callable : action === 'call' && allowed) && <WhyButton place={place} row={row} />}
      {action && allowed && <RowButton place={place} row={row} action={action} />}
    </li>
  )
}

function more({ hall }: Workplace, row: QueueRow, action: RowProps['action']): string[] {
  const isAside = action === 'release' && row.because === null
  const until =
    isAside && row.callableFrom !== null ? panelText('heldUntil', { time: formatTime(row.callableFrom) }) : ''
  return [
    formatWaited(row.waitedSeconds),
    isAside ? '' : panelText('rowCredit', { credit: formatCredit(row.credit) }),
    row.returns ? panelText('rowReturns') : '',
    row.secondCall && row.because !== 'later' ? panelText('rowSecond') : '',
    becauseText(row),
    reasonText(hall, 'hold', row.reason),
    until,
  ].filter((words) => words !== '')
}

function RowButton({ place, row, action }: Pick<RowProps, 'place' | 'row'> & { action: 'call' | 'release' }) {
  const { desk } = place
  return (
    <button
      type="button"
      class="button button-quiet row-button"
      disabled={desk.live.freshness.value !== 'live'}
      aria-disabled={isLocked(place) || undefined}
      aria-label={panelText(`row-number.${action}`, { number: row.number })}
      onClick={() => {
        if (!isLocked(place)) void desk.send({ path: action, body: { visit: row.visit } }, 'pointer')
      }}
    >
      {panelText(`row.${action}`)}
    </button>
  )
}

/** Asks for the reason before the call. */
function WhyButton({ place, row }: Pick<RowProps, 'place' | 'row'>) {
  return (
    <button
      type="button"
      class="button button-quiet row-button row-why"
      disabled={place.desk.live.freshness.value !== 'live'}
      aria-label={panelText('callWhy', { number: row.number })}
      title={panelText('callWhy', { number: row.number })}
      onClick={() => {
        if (!isLocked(place)) place.callWithReason(row.number, 'pointer')
      }}
    >
      …
    </button>
  )
}
