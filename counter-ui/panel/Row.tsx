// One row of the lists: who it is, since when, what is particular. One press calls it out of order or lets it queue again.
import type { QueueRow } from '../../server/live/counter-visits.ts'
import { formatTime, formatWaited } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { panelText } from './texts/index.ts'
import { becauseText, formatCredit } from './panel-words.ts'
import { reasonText, serviceName } from '../parts/names.ts'
import type { Workplace } from './workplace.ts'
import { isLocked } from './ActionButton.tsx'

interface RowProps {
  place: Workplace
  row: QueueRow
  /** What its button does; null: it has none. */
  action: 'call' | 'release' | null
  allowed: boolean
  /** Whether somebody can be called here now. */
  callable: boolean
}

export function Row({ place, row, action, allowed, callable }: RowProps) {
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
