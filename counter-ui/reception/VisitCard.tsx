// One visit: how it stands, and what staff can do about it. What is asked first stands in a dialog.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ReceptionVisit, ReceptionVisitView } from '../../server/live/reception.ts'
import { Button } from '../../screens/components/Button.tsx'
import { connectLive } from '../../screens/live.ts'
import type { ReceptionDesk } from './reception-desk.ts'
import { StepRow } from './StepRow.tsx'
import { receptionText } from './texts/index.ts'
import { VisitActions } from './VisitActions.tsx'
import { type Asked, Questions } from './Questions.tsx'
import { VisitTop } from './VisitTop.tsx'
import './visit.css'

export function VisitCard({ desk, id }: { desk: ReceptionDesk; id: string }) {
  const [live] = useState(() => connectLive<ReceptionVisitView>({ topic: `reception:${id}` }))
  useEffect(() => () => live.close(), [live])
  const card = useRef<HTMLElement>(null)
  useEffect(() => card.current?.focus({ preventScroll: true }), [])
  const isThere = live.view.value !== null
  // Again once it has its height: of a card that is taller than the glass the number is what has to be seen.
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
      <VisitActions hall={hall} visit={visit} isTrue={isTrue} onAsk={onAsk}>
        <Close desk={desk} />
      </VisitActions>
    </>
  )
}
