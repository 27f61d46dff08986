// Asking before something that the whole hall notices: what it means, then the button that does it.
import { useState } from 'preact/hooks'
import type { Method, Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { ProblemLine } from './ProblemLine.tsx'
import { sessionEnded } from '../session.ts'

interface ConfirmProps {
  title: string
  text: string
  go: string
  /** The words on the button that does nothing, where *cancel* would be mistaken for what is asked about. */
  back?: string | undefined
  danger?: boolean
  method: Method
  path: string
  body?: object | undefined
  /** What to say while the page is cut off: nothing can be sent then. */
  offline?: string | undefined
  /** `done`: it was done, not only put away. */
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
        <div class="dialog-ends">
          <Button kind={danger ? 'danger' : 'primary'} disabled={offline !== undefined} onPress={send}>
            {go}
          </Button>
          <Button kind="quiet" onPress={() => onClose(false)}>
            {back ?? sharedText('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
