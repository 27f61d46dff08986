// The card while nobody is at the counter: closed, taken, paused, nobody waits, or who would be next.
import type { ComponentChildren } from 'preact'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatTime } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { Mark } from '../../screens/mark.tsx'
import type { CounterView } from '../../server/live/counter.ts'
import { isMine } from '../desk/actions.ts'
import { reasonText, waitedText } from '../desk/words.ts'
import { t } from '../texts/index.ts'
import { serviceName, type Workplace } from '../workplace.ts'

export function Nobody({ place, view }: { place: Workplace; view: CounterView }) {
  const { counter, next } = view
  if (counter.state === 'closed') return <Card title={t('closedTitle')}>{t('closedLead')}</Card>
  if (!isMine(view, place.me.username)) {
    const name = counter.staff ? counter.staff.name : t('takenBySomebody')
    return <Card title={t('takenTitle', { name })}>{t('takenLead', { name })}</Card>
  }
  if (counter.state === 'paused') {
    const reason = reasonText(place.hall, 'pause', counter.reason)
    const until = counter.pausedUntil && `${t('heldUntil', { time: formatTime(counter.pausedUntil) })}. `
    return (
      <Card title={reason ? `${t('pausedTitle')}: ${reason}` : t('pausedTitle')}>
        {until}
        {t('pausedLead')}
      </Card>
    )
  }
  const first = next[0]
  if (!first) {
    const walking = view.waiting > 0
    return (
      <Card title={t(walking ? 'notYetTitle' : 'emptyTitle')}>{t(walking ? 'notYetLead' : 'emptyLead')}</Card>
    )
  }
  return (
    <section class="now now-nobody">
      <div class="now-number">
        <p class="now-status">{t('upNext')}</p>
        <NumberPlate number={first.number} size="huge" />
      </div>
      <div class="now-facts">
        <h2 class="now-service">{serviceName(place, first.service)}</h2>
        <p class="soft">
          {first.priority && `${t('priority')} · `}
          {waitedText(first.waitedSeconds)}
        </p>
        {first.comeToMe && (
          <ul class="marks">
            <li class="mark-chip">
              <Icon name="people" />
              {t('comeToMe')}
            </li>
          </ul>
        )}
      </div>
    </section>
  )
}

function Card({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="now now-quiet">
      <Mark plain />
      <div>
        <h2 class="now-service">{title}</h2>
        <p class="soft">{children}</p>
      </div>
    </section>
  )
}
