// The foot of the board: per agency who is next and how many wait, and the counters that pause; two at a time.
import type { BoardView } from '../server/live/views.ts'
import { formatNumber } from '../screens/format.ts'
import type { Hall } from '../screens/hall.ts'
import { pick } from '../screens/i18n.ts'
import { Icon } from '../screens/icons.tsx'
import { inPages } from './arrange.ts'
import { t } from './texts/index.ts'
import { useTurn } from './turns.ts'

const AT_ONCE = 2

export function Strip({ hall, view }: { hall: Hall; view: BoardView }) {
  const cards = [
    ...view.queues
      .filter(({ waiting }) => waiting > 0)
      .map((queue) => <Queue key={queue.agency} hall={hall} queue={queue} />),
    ...view.paused.map((pause) => <Pause key={pause.counter} hall={hall} pause={pause} />),
  ]
  const pages = inPages(cards, AT_ONCE)
  const page = pages[useTurn(pages.length)] ?? []
  return (
    <footer class="strip">
      {page.length > 0 ? page : <p class="card line">{t('nobodyWaiting')}</p>}
      {/* Half a page stays half a page: nothing jumps when the next one comes. */}
      {page.length === 1 && pages.length > 1 && <div class="card card-none" />}
    </footer>
  )
}

function Queue({ hall, queue }: { hall: Hall; queue: BoardView['queues'][number] }) {
  const agency = hall.agencies.value.get(queue.agency)
  const waiting = formatNumber(queue.waiting)
  return (
    <div class="card">
      <p class="line card-head">
        <span class="card-name">{agency ? agency.short : ''}</span>
        <span class="card-count figures">
          <Icon name="people" label={t('waiting', { count: waiting })} />
          <span aria-hidden="true">{waiting}</span>
        </span>
      </p>
      <p class="line card-next figures">
        {queue.next.length > 0 && <span class="card-label">{t('next')}</span>}
        {queue.next.map((number) => (
          <span key={number} class="card-number">
            {number}
          </span>
        ))}
      </p>
    </div>
  )
}

function Pause({ hall, pause }: { hall: Hall; pause: BoardView['paused'][number] }) {
  const counter = hall.counters.value.get(pause.counter)
  const reasons = hall.answer.value ? hall.answer.value.reasons.pause : []
  const reason = reasons.find(({ id }) => id === pause.reason)
  return (
    <div class="card card-paused">
      <p class="line card-head">
        <span class="card-name">{counter ? pick(counter.name) : ''}</span>
        <Icon name="pause" label={t('paused')} />
      </p>
      <p class="line card-next">{reason ? pick(reason.name) : t('paused')}</p>
    </div>
  )
}
