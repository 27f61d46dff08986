// Changing one's own password: the current one, the new one, and what the server says.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Icon } from '../../screens/icons.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { changePassword, sessionEnded } from '../session.ts'
import { staffText } from '../texts.ts'
import { Field, Submit } from './Field.tsx'
import { ProblemLine } from './ProblemLine.tsx'

interface PasswordFormProps {
  /** The current password, if it was typed a moment ago. */
  current?: string | null
  /** If it is in something that can be closed or left: how, and the label of that button. */
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
