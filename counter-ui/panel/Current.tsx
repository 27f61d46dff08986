// The card of the visitor at the counter. The number is the most prominent thing on the panel.
import type { ComponentChildren } from 'preact'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatStopwatch, formatTime } from '../../screens/format.ts'
import { useHallNow } from '../../screens/hall-now.ts'
import { language, pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { Mark } from '../../screens/mark.tsx'
import type { CounterView } from '../../server/live/counter.ts'
import { reasonText, serviceName } from '../parts/names.ts'
import { earlierDay } from '../parts/of-day.ts'
import { Missing, Note, Reopened, Returned, Steps } from './Facts.tsx'
import { Papers } from './Papers.tsx'
import { waitedText, whyText } from './panel-words.ts'
import { isMine } from './possible-actions.ts'
import { panelText } from './texts/index.ts'
import type { Visit, Workplace } from './workplace.ts'
import './Current.css'
import '../parts/marks.css'

export function Current({ place, view }: { place: Workplace; view: CounterView }) {
  const { current } = view
  if (!current) return <Nobody place={place} view={view} />
  const reason = reasonText(place.hall, 'call', current.reason)
  const earlier = earlierDay(current.day, view.hall.day)
  return (
    <section class={`now now-${current.status}`} aria-live="polite">
      <div class="now-number">
        <p class="now-status">
          <span>{panelText(`status.${current.status}`)}</span>
          {earlier === null ? (
            <Since place={place} instant={current.startedAt ?? current.calledAt} />
          ) : (
            <span class="now-since">{panelText('sinceDay', { day: earlier })}</span>
          )}
        </p>
        <NumberPlate number={current.number} size="huge" tone={current.status} />
        {earlier !== null && <p class="now-alert">{panelText('ofDay', { day: earlier })}</p>}
        <Heard current={current} voice={view.voice} />
        <p class="now-why">
          <span class="visually-hidden">{panelText('whyTitle')}: </span>
          {waitedText(current.waitedSeconds)}. {whyText(current.why)}
          {reason !== '' && ` ${panelText('reasonIs', { reason })}`}
          {current.longer && <strong> {pick(current.longer)}.</strong>}
        </p>
      </div>
      <div class="now-facts">
        <h2 class="now-service">{serviceName(place.hall, current.service)}</h2>
        <Marks place={place} current={current} />
        {view.afterHours && earlier === null && (
          <p class="now-alert">{panelText('afterHours', { number: current.number })}</p>
        )}
        {view.counter.state === 'paused' && <p class="now-alert">{panelText('pausedWhile')}</p>}
        <Reopened current={current} />
        <Returned current={current} />
        <Note place={place} current={current} />
        <Missing place={place} missing={current.missing} />
        {current.status === 'serving' && <Papers place={place} current={current} />}
        <Steps place={place} current={current} />
      </div>
    </section>
  )
}

/** How long it has lasted. Not read aloud: a region that speaks every second says nothing. */
function Since({ place, instant }: { place: Workplace; instant: string }) {
  const now = useHallNow(place.desk.live.at.value)
  if (now === null) return null
  return (
    <span class="now-since figures" aria-live="off">
      {formatStopwatch((now - Date.parse(instant)) / 1000)}
    </span>
  )
}

/** What became of the announcement, while the visitor is still on the way. */
function Heard({ current, voice }: { current: Visit; voice: CounterView['voice'] }) {
  if (current.status !== 'called') return null
  if (current.quiet) return <p class="now-alert">{panelText('quiet')}</p>
  // If no display speaks, there is no point in waiting to learn that it was not heard.
  if (current.heard === false || (current.heard === null && voice !== 'speaks')) {
    return (
      <p class="now-alert">
        <Icon name="speaker" />
        <span>{panelText(`unheard.${voice}`)}</span>
      </p>
    )
  }
  return <p class="soft">{current.heard ? panelText('heard') : panelText('announcing')}</p>
}

function Marks({ place, current }: { place: Workplace; current: Visit }) {
  const answer = place.hall.answer.value
  const usual = answer ? answer.languages[0] : current.language
  const names = new Intl.DisplayNames([language.value], { type: 'language' })
  return (
    <ul class="marks">
      {current.priority && (
        <li class="mark-chip">
          <Icon name="priority" />
          {panelText('priority')}
        </li>
      )}
      {current.comeToMe && (
        <li class="mark-chip">
          <Icon name="people" />
          {panelText('comeToMe')}
        </li>
      )}
      {current.language !== usual && (
        <li class="mark-chip">
          <Icon name="globe" />
          {panelText('speaks', { language: names.of(current.language) ?? current.language })}
        </li>
      )}
      {current.secondCall && <li class="mark-chip">{panelText('secondCall')}</li>}
      {current.calls > 1 && <li class="mark-chip">{panelText('callCount', { calls: current.calls })}</li>}
    </ul>
  )
}

// The card while nobody is at the counter: closed, taken, paused, nobody waiting, or who would be next.
function Nobody({ place, view }: { place: Workplace; view: CounterView }) {
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
