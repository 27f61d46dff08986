// Asking before something that the whole hall notices: what it means, then the button that does it.
import { useState } from 'preact/hooks'
import { command, type Method, type Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/index.ts'
import { ProblemLine } from './ProblemLine.tsx'
import { sessionEnded } from '../session.ts'

interface ConfirmProps {
  title: string
  text: string
  go: string
  danger?: boolean
  method: Method
  path: string
  body?: unknown
  /** `done`: it was done, not only put away. */
  onClose: (done: boolean) => void
}

export function Confirm({ title, text, go, danger = false, method, path, body, onClose }: ConfirmProps) {
  const [problem, setProblem] = useState<Problem | null>(null)

  async function send(): Promise<void> {
    const outcome = await command(method, path, body)
    if (outcome.ok) onClose(true)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }

  return (
    <Dialog title={title} onClose={() => onClose(false)}>
      <div class="fields">
        <p>{text}</p>
        <ProblemLine problem={problem} />
        <div class="dialog-ends">
          <Button kind={danger ? 'danger' : 'primary'} onPress={send}>
            {go}
          </Button>
          <Button kind="quiet" onPress={() => onClose(false)}>
            {sharedText('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
