// Who waits for this counter: the next ones, those who can't be called yet, held and missed. One press on a row
// calls it out of order or lets it queue again.
import type { CounterView, QueueRow } from '../../server/live/views.ts'
import { formatNumber, formatStopwatch, formatTime, formatWaited } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { canCall, isMine } from '../desk/actions.ts'
import { becauseText, formatCredit } from '../desk/words.ts'
import { t } from '../texts/index.ts'
import { serviceName, type Workplace } from '../workplace.ts'
import { isLocked, Key } from './ActionButton.tsx'
import './Queue.css'

export function Queue({ place, view }: { place: Workplace; view: CounterView }) {
  const more = view.waiting - view.next.length - view.later.length
  return (
    <div class="queue">
      <section>
        <h2 class="queue-title">
          {t('queueTitle')} <Key of="queue" />
          <span class="queue-count">{t('queueCount', { count: formatNumber(view.waiting) })}</span>
        </h2>
        {view.next.length === 0 && (
          <p class="soft queue-empty">{t(view.waiting === 0 ? 'queueEmpty' : 'nobody')}</p>
        )}
        <ol>
          {view.next.map((row) => (
            <Row
              key={row.step}
              place={place}
              row={row}
              action="call"
              allowed={canCall(view, place.me.username)}
            />
          ))}
        </ol>
        {more > 0 && <p class="soft queue-empty">{t('queueMore', { count: formatNumber(more) })}</p>}
      </section>
      <Others place={place} title={t('laterTitle')} rows={view.later} allowed={false} />
      <Others
        place={place}
        title={t('heldTitle')}
        rows={view.held}
        allowed={isMine(view, place.me.username)}
      />
      <Others
        place={place}
        title={t('missedTitle')}
        rows={view.missed}
        allowed={isMine(view, place.me.username)}
      />
      <p class="soft queue-today">{todayWords(view.today)}</p>
    </div>
  )
}

function todayWords({ served, averageSeconds }: CounterView['today']): string {
  if (averageSeconds === null) return t('today', { served })
  return t('todayAverage', { served, average: formatStopwatch(averageSeconds) })
}

interface OthersProps {
  place: Workplace
  title: string
  rows: QueueRow[]
  /** Whether they may be let back into the queue here. */
  allowed: boolean
}

function Others({ place, title, rows, allowed }: OthersProps) {
  if (rows.length === 0) return null
  return (
    <section>
      <h2 class="queue-title">
        {title} <span class="queue-count">{formatNumber(rows.length)}</span>
      </h2>
      <ol>
        {rows.map((row) => (
          <Row
            key={row.step}
            place={place}
            row={row}
            action={row.because === null ? 'release' : null}
            allowed={allowed}
          />
        ))}
      </ol>
    </section>
  )
}

interface RowProps {
  place: Workplace
  row: QueueRow
  /** What its button does; null: it has none. */
  action: 'call' | 'release' | null
  allowed: boolean
}

const ROW_TEXTS = {
  call: ['callThis', 'callNumber'],
  release: ['queueAgain', 'queueAgainNumber'],
} as const

function Row({ place, row, action, allowed }: RowProps) {
  const until = action === 'release' && row.callableFrom !== null
  return (
    <li class="row">
      <span class="row-number figures">{row.number}</span>
      <span class="row-facts">
        <span class="row-service">{serviceName(place, row.service)}</span>
        <span class="row-more">
          {row.priority && <Icon name="priority" label={t('priority')} />}
          {row.comeToMe && (
            <span class="row-come">
              <Icon name="people" />
              {t('comeToMe')}
            </span>
          )}
          <span>
            {formatWaited(row.waitedSeconds)}
            {action !== 'release' && ` · ${t('rowCredit', { credit: formatCredit(row.credit) })}`}
          </span>
          {row.because !== null && <span>· {becauseText(row)}</span>}
          {until && row.callableFrom !== null && (
            <span>· {t('heldUntil', { time: formatTime(row.callableFrom) })}</span>
          )}
        </span>
      </span>
      {action && allowed && <RowButton place={place} row={row} action={action} />}
    </li>
  )
}

function RowButton({ place, row, action }: Pick<RowProps, 'place' | 'row'> & { action: 'call' | 'release' }) {
  const { desk } = place
  const [words, label] = ROW_TEXTS[action]
  return (
    <button
      type="button"
      class="button button-quiet row-button"
      disabled={desk.live.freshness.value !== 'live'}
      aria-disabled={isLocked(place) || undefined}
      aria-label={t(label, { number: row.number })}
      onClick={(event) => {
        if (event.detail > 0) event.currentTarget.blur()
        if (!isLocked(place)) void desk.send({ path: action, body: { visit: row.visit } }, 'pointer')
      }}
    >
      {t(words)}
    </button>
  )
}
