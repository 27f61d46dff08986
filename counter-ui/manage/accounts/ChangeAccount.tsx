// Another name; for a manager also another role or agency. Nobody changes what they themselves may do.
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { Field } from '../../parts/Field.tsx'
import { FormEnds } from '../../parts/FormEnds.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { askSession, type Staff } from '../../session.ts'
import type { Account } from './account.ts'
import { useAccountForm } from './account-form.ts'
import { RightsFields } from './RightsFields.tsx'
import { manageText } from '../texts/index.ts'

interface ChangeProps {
  hall: Hall
  me: Staff
  account: Account
  onClose: () => void
}

export function ChangeAccount({ hall, me, account, onClose }: ChangeProps) {
  const { id, name, username } = account
  const isMine = username === me.username
  const { problem, busy, submit } = useAccountForm(`/api/staff/${encodeURIComponent(id)}/change`, () => {
    // The own name stands in the head of the page.
    if (isMine) void askSession()
    onClose()
  })
  return (
    <Dialog title={manageText('accounts.changeNamed', { name })} onClose={onClose}>
      <form class="fields" onSubmit={(event) => void submit(event)}>
        <Field name="name" label={manageText('accounts.name')} value={name} required maxLength={60} />
        {me.role === 'manager' && !isMine && <RightsFields hall={hall} rights={account} />}
        <ProblemLine problem={problem} />
        <FormEnds busy={busy} onBack={onClose}>
          {manageText('accounts.changeGo')}
        </FormEnds>
      </form>
    </Dialog>
  )
}
