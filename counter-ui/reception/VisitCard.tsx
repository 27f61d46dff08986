// One visit, large: the number to be said, what became of its slip, its way so far, and what staff can do about it.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReceptionVisit, ReceptionVisitView } from '../../server/live/reception-views.ts'
import { NumberPlate } from '../../screens/components/NumberPlate.tsx'
import { Button } from '../../screens/components/Button.tsx'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { language } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { connectLive } from '../../screens/live.ts'
import { serviceName } from '../parts/names.ts'
import type { Desk } from './desk.ts'
import { stepWords } from './Rows.tsx'
import { r } from './texts/index.ts'
import { VisitActions } from './VisitActions.tsx'
import { isUnheld, slipText, takenText } from './words.ts'
import '../parts/marks.css'
import './visit.css'

export function VisitCard({ desk, id }: { desk: Desk; id: string }) {
  const [live] = useState(() => connectLive<ReceptionVisitView>({ topic: `reception:${id}` }))
  useEffect(() => () => live.close(), [live])
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!card.current) return
    card.current.focus({ preventScroll: true })
    card.current.scrollIntoView({ block: 'nearest' })
  }, [])
  const view = live.view.value
  const gone = live.refused.value === 'no-such-topic'
  const isTrue = live.freshness.value === 'live'
  const title = view ? r('visitTitle', { number: view.visit.number }) : r('connecting')
  return (
    <section class={isTrue ? 'part visit' : 'part visit untrue'} ref={card} tabIndex={-1} aria-label={title}>
      {view && !gone ? (
        <Shown desk={desk} visit={view.visit} isTrue={isTrue} />
      ) : (
        <>
          {gone ? <p>{r('gone')}</p> : <Wait />}
          <Close desk={desk} />
        </>
      )}
    </section>
  )
}

function Close({ desk }: { desk: Desk }) {
  return (
    <Button
      kind="quiet"
      icon="close"
      onPress={() => {
        desk.shown.value = null
        document.getElementById('issue-search')?.focus()
      }}
    >
      {r('closeVisit')}
    </Button>
  )
}

function Wait() {
  return (
    <p role="status">
      <span class="spinner" aria-hidden="true" /> {r('connecting')}
    </p>
  )
}

function Shown({ desk, visit, isTrue }: { desk: Desk; visit: ReceptionVisit; isTrue: boolean }) {
  const { hall, live } = desk
  const printers = live.view.value ? live.view.value.printers : []
  const slip = slipText(visit.slip, printers)
  return (
    <>
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
          <Marks hall={hall} visit={visit} />
          <p class="soft">{takenText(hall, visit)}</p>
        </div>
      </div>
      <h3>{r('steps')}</h3>
      <ol class="visit-steps">
        {visit.steps.map((step) => (
          <li key={step.id}>
            <span>{serviceName(hall, step.service)}</span>
            <span class="soft">{[stepWords(hall, step), ...moreOf(step)].join(' · ')}</span>
          </li>
        ))}
      </ol>
      <VisitActions visit={visit} isTrue={isTrue}>
        <Close desk={desk} />
      </VisitActions>
    </>
  )
}

/** What the slip's state means for the call. */
function SlipMeans({ visit: { slip, notTaken } }: { visit: ReceptionVisit }) {
  if (slip.noted) return slip.status === 'none' ? null : <p class="soft">{r('slipHeld')}</p>
  if (!isUnheld(slip)) return null
  return (
    <p class="soft">
      {notTaken && slip.status === 'queued' && `${r('slipNotTaken')} `}
      {r('slipNotCalled')}
    </p>
  )
}

function Marks({ hall, visit }: { hall: Hall; visit: ReceptionVisit }) {
  const usual = hall.answer.value ? hall.answer.value.languages[0] : visit.language
  const names = new Intl.DisplayNames([language.value], { type: 'language' })
  const marks = [
    ...(visit.priority ? [{ icon: 'priority', words: r('priority') } as const] : []),
    ...(visit.comeToMe ? [{ icon: 'people', words: r('comeToMe') } as const] : []),
    ...(visit.language === usual
      ? []
      : [
          {
            icon: 'globe',
            words: r('speaks', { language: names.of(visit.language) ?? visit.language }),
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

function moreOf({ status, ahead, callableFrom }: ReceptionVisit['steps'][number]): string[] {
  if (status !== 'waiting') return []
  return [
    ...(ahead === null ? [] : [ahead === 0 ? r('aheadNone') : r('ahead', { count: ahead })]),
    ...(callableFrom === null ? [] : [r('callableFrom', { time: formatTime(callableFrom) })]),
  ]
}
