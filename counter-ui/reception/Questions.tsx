// Questions about the visit on the screen: a confirmation before something changes, or which service to add.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatTime } from '../../screens/format.ts'
import { press } from '../../screens/press.ts'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { FormEnds } from '../parts/Ends.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { ServicePick } from '../pick/ServicePick.tsx'
import { sessionEnded } from '../session.ts'
import { Tick } from './Tick.tsx'
import { sameKey, whyNotMore } from './giving.ts'
import type { ReceptionDesk } from './reception-desk.ts'
import { receptionText } from './texts/index.ts'
import { type Wanted, questionOf, visitPath } from './visit-questions.ts'

export type Asked = Wanted | { what: 'add' }

interface VisitDialogProps {
  desk: ReceptionDesk
  visit: ReceptionVisit
  isTrue: boolean
  asked: Asked
  onAsk: (asked: Asked | null) => void
}

export function Questions({ asked, onAsk, ...shown }: VisitDialogProps) {
  const close = () => onAsk(null)
  if (asked.what === 'add') return <AddStep {...shown} onClose={close} />
  return <Ask {...shown} wanted={asked} onClose={close} />
}

type AskProps = Omit<VisitDialogProps, 'asked' | 'onAsk'> & { wanted: Wanted; onClose: () => void }

function Ask({ desk, visit, isTrue, wanted, onClose }: AskProps) {
  const question = questionOf(desk.hall, visit, wanted)
  const isOver = question === null
  // Somebody else did it, or the visit has ended: the question must not come back by itself if that is undone.
  useEffect(() => {
    if (isOver) onClose()
  }, [isOver])
  if (!question) return null
  return (
    <Confirm
      {...question}
      method="POST"
      offline={isTrue ? undefined : receptionText('offline')}
      onClose={onClose}
    />
  )
}

// One more service for a visit: which one, and whether it comes first. The slip that names it comes out by itself.
interface AddStepProps {
  desk: ReceptionDesk
  visit: ReceptionVisit
  isTrue: boolean
  onClose: () => void
}

function AddStep({ desk, visit, isTrue, onClose }: AddStepProps) {
  const { id, number, takenAt, steps } = visit
  const [chosen, choose] = useState<readonly string[]>([])
  const [before, setBefore] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const key = useRef(sameKey())
  const [service] = chosen
  const othersWait = steps.some(({ status }) => status === 'waiting')

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !isTrue || service === undefined) return
    const body = before && othersWait ? { service, before } : { service }
    setBusy(true)
    const outcome = await press('POST', visitPath(id, 'steps'), body, { key: key.current.of(body) })
    setBusy(false)
    key.current.heard(outcome)
    if (outcome.ok) onClose()
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }

  return (
    <Dialog title={receptionText('addTitle', { number })} onClose={onClose}>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        <p>
          {receptionText('addLead', { number, time: formatTime(takenAt) })} {receptionText('addSlip')}
        </p>
        <ServicePick
          hall={desk.hall}
          kiosk={desk.kiosk}
          chosen={chosen}
          most={1}
          whyNot={(one) => whyNotMore(one, visit)}
          onChange={(services) => {
            choose(services)
            setProblem(null)
          }}
        />
        {othersWait && (
          <Tick
            words={receptionText('addBefore')}
            help={receptionText('addBeforeHelp')}
            checked={before}
            onChange={setBefore}
          />
        )}
        <ProblemLine problem={isTrue ? problem : null} text={isTrue ? undefined : receptionText('offline')} />
        <FormEnds busy={busy} disabled={!isTrue || service === undefined} onBack={onClose}>
          {receptionText('add')}
        </FormEnds>
      </form>
    </Dialog>
  )
}
