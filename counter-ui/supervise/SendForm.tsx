// A form in a dialog that gives one command: its fields, the button that sends it, and the server's refusal.
import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Method, Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { Submit } from '../parts/Field.tsx'
import { order } from './watch.ts'

interface OrderProps {
  method: Method
  path: string
  go: string
  /** What to send, from the fields; null: it can't be sent yet. */
  body: (fields: FormData) => object | null
  disabled?: boolean
  /** Called with a refusal, besides showing it. */
  onRefused?: (problem: Problem) => void
  onDone: () => void
  onBack: () => void
  children: ComponentChildren
}

export function SendForm(props: OrderProps) {
  const { method, path, go, disabled, onDone, onBack } = props
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || disabled || !form.current) return
    const body = props.body(new FormData(form.current))
    if (body === null) return
    setBusy(true)
    const outcome = await order(method, path, body)
    setBusy(false)
    if (outcome.ok) return onDone()
    setProblem(outcome.problem)
    props.onRefused?.(outcome.problem)
  }

  return (
    <form class="fields" ref={form} onSubmit={(event) => void submit(event)}>
      {props.children}
      <ProblemLine problem={problem} />
      <div class="dialog-ends">
        <Submit busy={busy} disabled={disabled === true}>
          {go}
        </Submit>
        <Button kind="quiet" onPress={onBack}>
          {sharedText('back')}
        </Button>
      </div>
    </form>
  )
}
