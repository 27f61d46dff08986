// The card while nobody is at the counter: closed, taken, paused, nobody waits, or who would be next.
import type { ComponentChildren } from 'preact'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatTime } from '../../screens/format.ts'
import { Icon } from '../../screens/icons.tsx'
import { Mark } from '../../screens/mark.tsx'
import type { CounterView } from '../../server/live/counter.ts'
import { isMine } from './possible-actions.ts'
import { waitedText } from './panel-words.ts'
import { reasonText, serviceName } from '../parts/names.ts'
import { panelText } from './texts/index.ts'
import type { Workplace } from './workplace.ts'

export function Nobody({ place, view }: { place: Workplace; view: CounterView }) {
  const { counter, next } = view
  if (counter.state === 'closed')
    return <Card title={panelText('closedTitle')}>{panelText('closedLead')}</Card>
  if (!isMine(view, place.me.username)) {
    const name = counter.staff ? counter.staff.name : panelText('takenBySomebody')
    return <Card title={panelText('takenTitle', { name })}>{panelText('takenLead', { name })}</Card>
  }
  if (counter.state === 'paused') {
    const reason = reasonText(place.hall, 'pause', counter.reason)
    const until =
      counter.pausedUntil && `${panelText('heldUntil', { time: formatTime(counter.pausedUntil) })}. `
    return (
      <Card title={reason ? `${panelText('pausedTitle')}: ${reason}` : panelText('pausedTitle')}>
        {until}
        {panelText('pausedLead')}
      </Card>
    )
  }
  const first = next[0]
  if (!first) {
    const walking = view.waiting > 0
    return (
      <Card title={panelText(walking ? 'notYetTitle' : 'emptyTitle')}>
        {panelText(walking ? 'notYetLead' : 'emptyLead')}
      </Card>
    )
  }
  return (
    <section class="now now-nobody">
      <div class="now-number">
        <p class="now-status">{panelText('upNext')}</p>
        <NumberPlate number={first.number} size="huge" />
      </div>
      <div class="now-facts">
        <h2 class="now-service">{serviceName(place.hall, first.service)}</h2>
        <p class="soft">
          {first.priority && `${panelText('priority')} · `}
          {waitedText(first.waitedSeconds)}
        </p>
        {first.comeToMe && (
          <ul class="marks">
            <li class="mark-chip">
              <Icon name="people" />
              {panelText('comeToMe')}
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
