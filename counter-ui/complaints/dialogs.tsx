// What is asked before a complaint is forwarded, closed, reopened or made a finding.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Dialog } from '../../screens/components/Dialog.tsx'
import type { CloseReason } from '../../server/complaints/complaint.ts'
import type { StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { FormEnds } from '../parts/Ends.tsx'
import { TooLong, useTooLong } from '../parts/Field.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { ComplaintsDesk } from './desk.ts'
import { complaintsText } from './texts.ts'
import { fullDay } from '../../screens/full-day.ts'
import { grouped } from './words.ts'

interface DialogProps {
  desk: ComplaintsDesk
  one: StaffComplaint
  onClose: () => void
}

const MOST_NOTE = 500
const MOST_FINDING = 2_000

/** A form in a dialog that closes once the command is done: if it is refused, what was typed stays, with the reason. */
function useSend(onClose: () => void, send: () => Promise<boolean>) {
  const [busy, setBusy] = useState(false)
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const isDone = await send()
    setBusy(false)
    if (isDone) onClose()
  }
  return { busy, submit }
}

export function ForwardDialog({ desk, hall, one, onClose }: DialogProps & { hall: Hall }) {
  const agencies = [...hall.agencies.value.values()].filter(({ id }) => id !== one.agency)
  const [to, setTo] = useState(one.agency === null ? (agencies[0]?.id ?? '') : '')
  const [note, setNote] = useState('')
  const long = useTooLong(MOST_NOTE)
  const { busy, submit } = useSend(onClose, () => desk.forward(to === '' ? null : to, note))
  return (
    <Dialog title={complaintsText('forwardTitle', { number: grouped(one.number) })} onClose={onClose}>
      <form class="fields" onSubmit={submit}>
        <p>{complaintsText('forwardText', { day: fullDay(one.due) })}</p>
        <div class="field">
          <label for="forward-to">{complaintsText('forwardTo')}</label>
          <select id="forward-to" value={to} onChange={(event) => setTo(event.currentTarget.value)}>
            {one.agency !== null && <option value="">{complaintsText('toManagers')}</option>}
            {agencies.map(({ id, name }) => (
              <option key={id} value={id}>
                {pick(name)}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="forward-note">{complaintsText('note')}</label>
          <textarea
            id="forward-note"
            rows={3}
            value={note}
            onInput={(event) => {
              long.onInput(event)
              setNote(event.currentTarget.value)
            }}
          />
          <TooLong id="forward-long" words={long.words} />
        </div>
        <ProblemLine problem={desk.problem.value} />
        <FormEnds busy={busy} onBack={onClose}>
          {complaintsText('forward')}
        </FormEnds>
      </form>
    </Dialog>
  )
}

const answered: readonly CloseReason[] = ['settled', 'withdrawn', 'not-ours']
const unanswered: readonly CloseReason[] = ['withdrawn', 'duplicate', 'unclear', 'not-ours']

export function CloseDialog({ desk, one, onClose }: DialogProps) {
  const reasons = one.answeredOn === null ? unanswered : answered
  const [reason, setReason] = useState<CloseReason>(reasons[0] ?? 'settled')
  const { busy, submit } = useSend(onClose, () => desk.close(reason))
  return (
    <Dialog title={complaintsText('closeTitle', { number: grouped(one.number) })} onClose={onClose}>
      <form class="fields" onSubmit={submit}>
        <p>{complaintsText(one.answeredOn === null ? 'closeUnanswered' : 'closeText')}</p>
        <div class="field">
          <label for="close-why">{complaintsText('why')}</label>
          <select
            id="close-why"
            value={reason}
            onChange={(event) => {
              const chosen = event.currentTarget.value
              setReason(reasons.find((known) => known === chosen) ?? reason)
            }}
          >
            {reasons.map((known) => (
              <option key={known} value={known}>
                {complaintsText(`reason.${known}`)}
              </option>
            ))}
          </select>
        </div>
        <ProblemLine problem={desk.problem.value} />
        <FormEnds busy={busy} onBack={onClose}>
          {complaintsText('closeGo')}
        </FormEnds>
      </form>
    </Dialog>
  )
}

export function ReopenDialog({ desk, one, onClose }: DialogProps) {
  const { busy, submit } = useSend(onClose, desk.reopen)
  return (
    <Dialog title={complaintsText('reopenTitle', { number: grouped(one.number) })} onClose={onClose}>
      <form class="fields" onSubmit={submit}>
        <p>{complaintsText('reopenText')}</p>
        <ProblemLine problem={desk.problem.value} />
        <FormEnds busy={busy} onBack={onClose}>
          {complaintsText('reopen')}
        </FormEnds>
      </form>
    </Dialog>
  )
}

/** Nothing of the complaint is copied automatically: a finding outlives it, and must contain no names. */
export function FindingDialog({ desk, one, onClose }: DialogProps) {
  const [what, setWhat] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const long = useTooLong(MOST_FINDING)
  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const refused = await desk.makeFinding(what.trim())
    setBusy(false)
    setProblem(refused)
    if (refused === null) onClose()
  }
  return (
    <Dialog title={complaintsText('findingTitle', { number: grouped(one.number) })} onClose={onClose}>
      <form class="fields" onSubmit={submit}>
        <p>{complaintsText('findingText')}</p>
        <div class="field">
          <label for="finding-what">{complaintsText('findingWhat')}</label>
          <textarea
            id="finding-what"
            rows={3}
            value={what}
            onInput={(event) => {
              long.onInput(event)
              setWhat(event.currentTarget.value)
            }}
          />
          <TooLong id="finding-long" words={long.words} />
        </div>
        <ProblemLine problem={problem} />
        <FormEnds busy={busy} disabled={what.trim() === ''} onBack={onClose}>
          {complaintsText('findingGo')}
        </FormEnds>
      </form>
    </Dialog>
  )
}
