// The card of the visitor at the counter. The number is the most prominent thing on the panel.
import type { ComponentChildren } from 'preact'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatStopwatch, formatTime } from '../../screens/format.ts'
import { useHallNow } from '../../screens/hall-now.ts'
import { language, pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { Mark } from '../../screens/mark.tsx'
import type { CounterView } from '../../server/live/counter.ts'
import { reasonText, serviceName, counterName } from '../parts/names.ts'
import { earlierDay } from '../parts/hall-day.ts'
import { stepStatusText } from '../../screens/texts/steps.ts'
import { panelText } from './texts/index.ts'
import type { Visit, Workplace } from './workplace.ts'
import './Facts.css'
import { Papers } from './Papers.tsx'
import { waitedText, whyText } from './panel-words.ts'
import { isMine } from './possible-actions.ts'
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

// What the officer should know about a visitor before the first word: the colleague's note, what is missing, the steps
// so far.

function Note({ place, current }: { place: Workplace; current: Visit }) {
  const { note, referredFrom } = current
  if (note === null) return null
  return (
    <div class="fact fact-note">
      <h3>
        {referredFrom === null
          ? panelText('noteTitle')
          : panelText('noteFrom', { counter: counterName(place.hall, referredFrom) })}
      </h3>
      <p>{note}</p>
    </div>
  )
}

/** Why the step was reopened, as the supervisor wrote it. */
function Reopened({ current: { reopened } }: { current: Visit }) {
  if (reopened === null) return null
  return (
    <div class="fact fact-note">
      <h3>{panelText('reopened')}</h3>
      <p>{reopened}</p>
    </div>
  )
}

/** Back with what was missing: what that was as free text, and what the visitor was told. */
function Returned({ current }: { current: Visit }) {
  const { returns, words, told } = current
  if (!returns) return null
  return (
    <div class="fact fact-note">
      <h3>{panelText('returned')}</h3>
      {words !== null && <p>{panelText('returnedWords', { words })}</p>}
      {told !== null && <p>{panelText('returnedTold', { told })}</p>}
    </div>
  )
}

function Missing({ place, missing }: { place: Workplace } & Pick<Visit, 'missing'>) {
  if (missing.length === 0) return null
  return (
    <div class="fact fact-missing">
      <h3>{panelText('missingTitle')}</h3>
      <ul>
        {missing.map(({ id, service }) => (
          <li key={id}>{requirementName(place, service, id)}</li>
        ))}
      </ul>
    </div>
  )
}

/** The name of a paper that a service asks for, or its id. */
function requirementName({ hall }: Workplace, service: string, id: string): string {
  const found = hall.services.value.get(service)?.requirements.find((one) => one.id === id)
  return found ? pick(found.name) : id
}

/** The whole visit, if it has more than this one step. */
function Steps({ place, current }: { place: Workplace; current: Visit }) {
  if (current.steps.length < 2) return null
  return (
    <div class="fact">
      <h3>{panelText('stepsTitle')}</h3>
      <ol class="steps">
        {current.steps.map((step) => (
          <li
            key={step.id}
            class={`step step-${step.status}`}
            aria-current={step.id === current.step ? 'step' : undefined}
          >
            <span class="step-sign">{step.status === 'done' && <Icon name="check" />}</span>
            <span>
              {serviceName(place.hall, step.service)}
              <span class="soft">
                {' '}
                – {step.id === current.step ? panelText('stepHere') : stepWords(place, step)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function stepWords(place: Workplace, { status, outcome, counter }: Visit['steps'][number]): string {
  const what =
    outcome === 'incomplete'
      ? panelText('outcome.incomplete')
      : outcome === 'referred'
        ? panelText('outcome.referred')
        : stepStatusText(status)
  return counter === null ? what : `${what}, ${counterName(place.hall, counter)}`
}
