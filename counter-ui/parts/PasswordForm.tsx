// The own password: the current one, the next one, and what the server says to it.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Icon } from '../../screens/icons.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { changePassword, sessionEnded } from '../session.ts'
import { staffText } from '../texts/index.ts'
import { Field } from './Field.tsx'
import { ProblemLine } from './ProblemLine.tsx'
import { Submit } from './Submit.tsx'

interface PasswordFormProps {
  /** The password of now, where it was typed a moment ago. */
  current?: string | null
  /** Where it stands in something that closes, or that can be left: how, and the words on that button. */
  onClose?: () => void
  closeWords?: string
}

export function PasswordForm({ current = null, onClose, closeWords }: PasswordFormProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState(false)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    if (busy || !(form instanceof HTMLFormElement)) return
    const given = new FormData(form)
    setBusy(true)
    setDone(false)
    const refused = await changePassword(current ?? String(given.get('current')), String(given.get('next')))
    setBusy(false)
    setProblem(refused)
    if (refused && refused.code === 'not-signed-in') sessionEnded()
    if (refused) return
    form.reset()
    setDone(true)
  }

  return (
    <form class="fields" onSubmit={(event) => void submit(event)}>
      {current === null && (
        <Field
          name="current"
          label={staffText('currentPassword')}
          autoComplete="current-password"
          required
          secret
        />
      )}
      <Field
        name="next"
        label={staffText('nextPassword')}
        hint={staffText('passwordRules')}
        autoComplete="new-password"
        required
        secret
      />
      <ProblemLine problem={problem} />
      <p class="done" role="status">
        {done && (
          <>
            <Icon name="check" />
            <span>{staffText('passwordChanged')}</span>
          </>
        )}
      </p>
      <div class="dialog-ends">
        <Submit busy={busy}>{staffText('passwordSave')}</Submit>
        {onClose && (
          <Button kind="quiet" onPress={onClose}>
            {closeWords ?? sharedText('close')}
          </Button>
        )}
      </div>
    </form>
  )
}
