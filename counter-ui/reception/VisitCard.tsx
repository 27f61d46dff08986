// One visit: its state, and what staff can do about it. Confirmations are asked in a dialog.
import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import type { Problem } from '../../screens/command.ts'
import { language, pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { connectLive } from '../../screens/live.ts'
import type { ReceptionVisit, ReceptionVisitView } from '../../server/live/reception.ts'
import { serviceName } from '../parts/names.ts'
import { earlierDay } from '../parts/hall-day.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { type Asked, Questions, VisitActions } from './VisitActions.tsx'
import { type ReceptionDesk, waitAt } from './reception-desk.ts'
import { isUnheld, slipText, stepWords, takenText } from './reception-words.ts'
import { receptionText } from './texts.ts'
import { type Step, type Wanted, canCancel, isOpen } from './visit-questions.ts'
import '../parts/marks.css'
import './visit.css'

export function VisitCard({ desk, id }: { desk: ReceptionDesk; id: string }) {
  const [live] = useState(() => connectLive<ReceptionVisitView>({ topic: `reception:${id}` }))
  useEffect(() => () => live.close(), [live])
  const card = useRef<HTMLElement>(null)
  useEffect(() => card.current?.focus({ preventScroll: true }), [])
  const isThere = live.view.value !== null
  // Again once its height is known: if the card is taller than the screen, the number must be visible.
  useEffect(() => {
    const node = card.current
    if (node) node.scrollIntoView({ block: node.offsetHeight > innerHeight ? 'start' : 'nearest' })
  }, [isThere])
  const [asked, ask] = useState<Asked | null>(null)
  const gone = live.refused.value === 'no-such-topic'
  const visit = gone || !live.view.value ? null : live.view.value.visit
  const isTrue = live.freshness.value === 'live'
  const title = live.view.value
    ? receptionText('visitTitle', { number: live.view.value.visit.number })
    : receptionText('connecting')
  return (
    <>
      <section
        class={isTrue ? 'part visit' : 'part visit untrue'}
        ref={card}
        tabIndex={-1}
        aria-label={title}
      >
        {visit ? (
          <Shown desk={desk} visit={visit} isTrue={isTrue} onAsk={ask} />
        ) : (
          <>
            {gone ? <p>{receptionText('gone')}</p> : <Wait />}
            <Close desk={desk} />
          </>
        )}
      </section>
      {visit && asked && <Questions desk={desk} visit={visit} isTrue={isTrue} asked={asked} onAsk={ask} />}
    </>
  )
}

function Close({ desk }: { desk: ReceptionDesk }) {
  return (
    <Button
      kind="quiet"
      icon="close"
      onPress={() => {
        desk.shown.value = null
        document.querySelector<HTMLElement>('.issue input[type=search]')?.focus()
      }}
    >
      {receptionText('closeVisit')}
    </Button>
  )
}

function Wait() {
  return (
    <p role="status">
      <span class="spinner" aria-hidden="true" /> {receptionText('connecting')}
    </p>
  )
}

interface ShownProps {
  desk: ReceptionDesk
  visit: ReceptionVisit
  isTrue: boolean
  onAsk: (asked: Asked) => void
}

function Shown({ desk, visit, isTrue, onAsk }: ShownProps) {
  const { hall } = desk
  return (
    <>
      <VisitTop desk={desk} visit={visit} />
      <h3>{receptionText('steps')}</h3>
      <ol class="visit-steps">
        {visit.steps.map((step) => (
          <StepRow key={step.id} hall={hall} visit={visit} step={step} isTrue={isTrue} onWant={onAsk} />
        ))}
      </ol>
      <WaitsAt hall={hall} visit={visit} isTrue={isTrue} />
      <VisitActions hall={hall} visit={visit} isTrue={isTrue} onAsk={onAsk}>
        <Close desk={desk} />
      </VisitActions>
    </>
  )
}

// A visit's number, large enough to read out, what became of its slip, and what to know about its visitor.
function VisitTop({ desk, visit }: { desk: ReceptionDesk; visit: ReceptionVisit }) {
  const { hall, live } = desk
  const printers = live.view.value ? live.view.value.printers : []
  const slip = slipText(visit.slip, printers)
  const today = live.view.value ? live.view.value.hall.day : visit.day
  const earlier = earlierDay(visit.day, today)
  return (
    <div class="visit-top">
      <NumberPlate number={visit.number} size="huge" />
      <div class="visit-facts">
        <p class={`visit-slip visit-${slip.tone}`} role="status">
          {slip.tone === 'busy' ? (
            <span class="spinner" aria-hidden="true" />
          ) : (
            <Icon name={slip.tone === 'bad' ? 'warning' : 'check'} />
          )}
          <span>{slip.text}</span>
        </p>
        <SlipMeans visit={visit} />
        {earlier !== null && <p class="visit-slip visit-bad">{receptionText('ofDay', { day: earlier })}</p>}
        <Marks hall={hall} visit={visit} />
        <p class="soft">{takenText(hall, visit, today)}</p>
      </div>
    </div>
  )
}

/** What the slip's state means for the call. */
function SlipMeans({ visit: { slip, notTaken } }: { visit: ReceptionVisit }) {
  if (slip.noted) return slip.status === 'none' ? null : <p class="soft">{receptionText('slipHeld')}</p>
  if (!isUnheld(slip)) return null
  return (
    <p class="soft">
      {notTaken && slip.status === 'queued' && `${receptionText('slipNotTaken')} `}
      {receptionText('slipNotCalled')}
    </p>
  )
}

function Marks({ hall, visit }: { hall: Hall; visit: ReceptionVisit }) {
  const usual = hall.answer.value ? hall.answer.value.languages[0] : visit.language
  const names = new Intl.DisplayNames([language.value], { type: 'language' })
  const marks = [
    ...(visit.priority ? [{ icon: 'priority', words: receptionText('priority') } as const] : []),
    ...(visit.comeToMe ? [{ icon: 'people', words: receptionText('comeToMe') } as const] : []),
    ...(visit.language === usual
      ? []
      : [
          {
            icon: 'globe',
            words: receptionText('speaks', { language: names.of(visit.language) ?? visit.language }),
          } as const,
        ]),
  ]
  if (marks.length === 0) return null
  return (
    <ul class="marks">
      {marks.map(({ icon, words }) => (
        <li key={icon} class="mark-chip">
          <Icon name={icon} />
          {words}
        </li>
      ))}
    </ul>
  )
}

// Where the visitor waits, for visitors who have no phone to say so: the boards then ask them to come near early
// enough.
type WaitsProps = Pick<StepRowProps, 'hall' | 'visit' | 'isTrue'>

function WaitsAt({ hall, visit: { id, number, place = '', steps }, isTrue }: WaitsProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const places = (hall.answer.value && hall.answer.value.places) || []
  if (places.length === 0 || !steps.some(isOpen)) return null
  return (
    <>
      <label class="field visit-waits">
        <span>{receptionText('waitsAt')}</span>
        <select
          disabled={!isTrue}
          aria-label={receptionText('waitsAtOf', { number })}
          value={place}
          onChange={async ({ currentTarget }) => {
            const chosen = currentTarget.value
            // What is shown is the current state, from the live view.
            currentTarget.value = place
            setProblem(await waitAt(id, chosen === '' ? null : chosen))
          }}
        >
          <option value="">{receptionText('inZone')}</option>
          {places.map((one) => (
            <option key={one.id} value={one.id}>
              {pick(one.name)}
            </option>
          ))}
        </select>
      </label>
      <ProblemLine problem={problem} />
    </>
  )
}

// A service of the visit: its state, and what can be done with just this one.
interface StepRowProps {
  hall: Hall
  visit: ReceptionVisit
  step: Step
  isTrue: boolean
  onWant: (wanted: Wanted) => void
}

function StepRow({ hall, visit, step, isTrue, onWant }: StepRowProps) {
  const service = serviceName(hall, step.service)
  const mayCancel = canCancel(step, visit)
  return (
    <li class="visit-step">
      <p class="visit-step-words">
        <span>{service}</span>
        <span class="soft">{[stepWords(hall, step), ...moreOf(step)].join(' · ')}</span>
      </p>
      {(step.releasable || mayCancel) && (
        <div class="visit-step-actions">
          {step.releasable && (
            <Button
              disabled={!isTrue}
              label={receptionText('releaseStep', { service })}
              onPress={() => onWant({ what: 'release', step: step.id })}
            >
              {receptionText('release')}
            </Button>
          )}
          {mayCancel && (
            <Button
              kind="quiet"
              disabled={!isTrue}
              label={receptionText('cancelThis', { service })}
              onPress={() => onWant({ what: 'cancel-step', step: step.id })}
            >
              {receptionText('cancelStep')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}

function moreOf({ status, ahead, openCounters, callableFrom, releasable }: Step): string[] {
  if (status === 'held' && callableFrom !== null)
    return [receptionText('heldUntil', { time: formatTime(callableFrom) })]
  if (status !== 'waiting') return []
  return [
    ...(releasable ? [receptionText('missedOnce')] : []),
    ...(ahead ? [receptionText('ahead', { count: ahead })] : []),
    ...(openCounters === 0 ? [receptionText('nobodyOpen')] : ahead === 0 ? [receptionText('aheadNone')] : []),
    ...(callableFrom === null ? [] : [receptionText('callableFrom', { time: formatTime(callableFrom) })]),
  ]
}
