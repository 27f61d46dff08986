// What staff can do for a visit: print its slip, confirm that the number is noted, add a service, change its class,
// cancel it.
import type { ComponentChildren } from 'preact'
import { useState, useEffect, useRef } from 'preact/hooks'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { actOn, NOT_PRINTED, printSlip, type ReceptionDesk } from './reception-desk.ts'
import { offersPriority, sameKey, whyNotMore } from './giving.ts'
import { isOpen, type Wanted, questionOf, visitPath } from './visit-questions.ts'
import { receptionText } from './texts.ts'
import type { Problem } from '../../screens/command.ts'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatTime } from '../../screens/format.ts'
import { press } from '../../screens/press.ts'
import { Confirm, FormEnds } from '../parts/Ends.tsx'
import { ServicePick } from '../pick/ServicePick.tsx'
import { sessionEnded } from '../session.ts'
import { isUnheld } from './reception-words.ts'

interface ActionsProps {
  hall: Hall
  visit: ReceptionVisit
  isTrue: boolean
  onAsk: (asked: Asked) => void
  /** The end of the row. */
  children: ComponentChildren
}

export function VisitActions({ hall, visit, isTrue, onAsk, children }: ActionsProps) {
  const [{ problem, noPrinter }, setDone] = useState(NOT_PRINTED)
  const { id, slip, steps, copies, priority } = visit
  const isGoingOn = steps.some(isOpen)
  const canCancelAll = isGoingOn && steps.every(({ status }) => status !== 'serving')

  return (
    <>
      <ProblemLine problem={problem} text={noPrinter ? receptionText('slipNoPrinter') : undefined} />
      <div class="visit-actions">
        {isUnheld(slip) && (
          <Button
            disabled={!isTrue}
            icon="check"
            onPress={async () => setDone({ problem: await actOn(id, 'noted'), noPrinter: false })}
          >
            {receptionText('noted')}
          </Button>
        )}
        {isGoingOn && (
          <>
            <Button disabled={!isTrue} icon="printer" onPress={async () => setDone(await printSlip(id))}>
              {receptionText(copies === 0 ? 'print' : 'printCopy')}
            </Button>
            <Button disabled={!isTrue} icon="plus" onPress={() => onAsk({ what: 'add' })}>
              {receptionText('addStep')}
            </Button>
            {offersPriority(hall) && (
              <Button
                disabled={!isTrue}
                icon="priority"
                onPress={() => onAsk({ what: 'priority', priority: !priority })}
              >
                {receptionText(priority ? 'makeRegular' : 'makePriority')}
              </Button>
            )}
          </>
        )}
        {canCancelAll && (
          <Button kind="danger" disabled={!isTrue} onPress={() => onAsk({ what: 'cancel-visit' })}>
            {receptionText('cancelVisit')}
          </Button>
        )}
        {children}
      </div>
    </>
  )
}

// Questions about the visit on the screen: a confirmation before something changes, or which service to add.

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

// A yes or no with its explanation below.

interface TickProps {
  words: string
  help: string
  checked: boolean
  onChange: (checked: boolean) => void
}

export function Tick({ words, help, checked, onChange }: TickProps) {
  return (
    <label class="tick tick-row">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {words}
        <span class="soft tick-more">{help}</span>
      </span>
    </label>
  )
}
