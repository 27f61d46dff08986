// How a dialog ends: the button that does what it asks about, and the way back that changes nothing.
import { useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import type { Method, Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { Submit } from './Field.tsx'
import { ProblemLine } from './ProblemLine.tsx'
import { sessionEnded } from '../session.ts'

interface FormEndsProps {
  busy: boolean
  disabled?: boolean
  onBack: () => void
  /** The label of the button that sends. */
  children: ComponentChildren
}

export function FormEnds({ busy, disabled = false, onBack, children }: FormEndsProps) {
  return (
    <div class="dialog-ends">
      <Submit busy={busy} disabled={disabled}>
        {children}
      </Submit>
      <Button kind="quiet" onPress={onBack}>
        {sharedText('cancel')}
      </Button>
    </div>
  )
}

interface AskEndsProps {
  danger?: boolean
  disabled?: boolean
  /** A returned promise makes the button busy. */
  onGo: () => Promise<void>
  onBack: () => void
  /** The words on the button that does nothing; *cancel* if left out. */
  back?: string | undefined
  /** The words on the button that does it. */
  children: ComponentChildren
}

/** The same if there is no form, only a question. */
export function AskEnds({ danger = false, disabled = false, onGo, onBack, back, children }: AskEndsProps) {
  return (
    <div class="dialog-ends">
      <Button kind={danger ? 'danger' : 'primary'} disabled={disabled} onPress={onGo}>
        {children}
      </Button>
      <Button kind="quiet" onPress={onBack}>
        {back ?? sharedText('cancel')}
      </Button>
    </div>
  )
}

// Asks before something that the whole hall notices: what it means, then the button that does it.

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
