// Making an account; its one-time password is shown once.
import { useState } from 'preact/hooks'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { Field } from '../../parts/Field.tsx'
import { FormEnds } from '../../parts/FormEnds.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import type { Staff } from '../../session.ts'
import type { OneTime } from './account.ts'
import { useAccountForm, RightsFields } from './RightsFields.tsx'
import { OneTimePassword } from './OneTimePassword.tsx'
import { manageText } from '../texts/index.ts'

export function NewAccount({ hall, me, onClose }: { hall: Hall; me: Staff; onClose: () => void }) {
  const [made, setMade] = useState<OneTime | null>(null)
  const { problem, busy, submit } = useAccountForm<OneTime>('/api/staff', setMade)
  if (made) return <OneTimePassword made={made} onClose={onClose} />
  return (
    <Dialog title={manageText('accounts.make')} onClose={onClose}>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        <Field
          name="name"
          label={manageText('accounts.name')}
          hint={manageText('accounts.nameHint')}
          required
          maxLength={60}
        />
        <Field
          name="username"
          label={manageText('accounts.username')}
          hint={manageText('accounts.usernameHint')}
          pattern="\s*[A-Za-z0-9._\-]{3,32}\s*"
          required
          plain
          maxLength={40}
        />
        {me.role === 'manager' ? (
          <RightsFields hall={hall} rights={{ role: 'officer', agency: null }} />
        ) : (
          <input type="hidden" name="role" value="officer" />
        )}
        <ProblemLine problem={problem} />
        <FormEnds busy={busy} onBack={onClose}>
          {manageText('accounts.makeGo')}
        </FormEnds>
      </form>
    </Dialog>
  )
}
