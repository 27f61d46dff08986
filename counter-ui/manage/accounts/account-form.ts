// A form about an account: what was typed goes to the server, and its no back to the form.
import { useState } from 'preact/hooks'
import type { Problem } from '../../../screens/command.ts'
import { press } from '../../../screens/press.ts'
import { sessionEnded } from '../../session.ts'

/** Sends the form's fields that are filled in to `path`; `onDone` gets the answer. */
export function useAccountForm<T>(path: string, onDone: (answer: T) => void) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value).trim()])
    setBusy(true)
    const outcome = await press<T>(
      'POST',
      path,
      Object.fromEntries(typed.filter(([, value]) => value !== '')),
    )
    setBusy(false)
    if (outcome.ok) onDone(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }
  return { problem, busy, submit }
}
