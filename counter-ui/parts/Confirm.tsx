// Asks before something that the whole hall notices: what it means, then the button that does it.
import { useState } from 'preact/hooks'
import type { Method, Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { AskEnds } from './Ends.tsx'
import { ProblemLine } from './ProblemLine.tsx'
import { sessionEnded } from '../session.ts'

interface ConfirmProps {
  title: string
  text: string
  go: string
  /** The label of the button that does nothing, if *cancel* could be mistaken for the action itself. */
  back?: string | undefined
  danger?: boolean
  method: Method
  path: string
  body?: object | undefined
  /** What to say while the page is disconnected: nothing can be sent then. */
  offline?: string | undefined
  /** `done`: it was done, not just dismissed. */
  onClose: (done: boolean) => void
}

export function Confirm(props: ConfirmProps) {
  const { title, text, go, back, danger = false, method, path, body, offline, onClose } = props
  const [problem, setProblem] = useState<Problem | null>(null)

  async function send(): Promise<void> {
    const outcome = await press(method, path, body)
    if (outcome.ok) onClose(true)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }

  return (
    <Dialog title={title} onClose={() => onClose(false)}>
      <div class="fields">
        <p>{text}</p>
        <ProblemLine problem={offline === undefined ? problem : null} text={offline} />
        <AskEnds
          danger={danger}
          disabled={offline !== undefined}
          onGo={send}
          onBack={() => onClose(false)}
          back={back}
        >
          {go}
        </AskEnds>
      </div>
    </Dialog>
  )
}
