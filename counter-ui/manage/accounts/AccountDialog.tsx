// What can be done to an account: choose, confirm, see the result.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { sharedText } from '../../../screens/texts/shared.ts'
import { Field } from '../../parts/Field.tsx'
import { FormEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { type Staff, askSession } from '../../session.ts'
import { manageText } from '../texts/index.ts'
import { type Account, presenceText, accountStateText } from './account.ts'
import { type AccountAction, AskAction } from './AskAction.tsx'
import { useAccountForm, RightsFields } from './RightsFields.tsx'
import '../../parts/dialogs.css'

interface DialogProps {
  hall: Hall
  me: Staff
  account: Account
  onClose: () => void
}

export function AccountDialog({ hall, me, account, onClose }: DialogProps) {
  const [chosen, choose] = useState<AccountAction | 'change' | null>(null)
  const props = { hall, account, onClose }
  if (chosen === 'change') return <ChangeAccount me={me} {...props} />
  if (chosen !== null) return <AskAction action={chosen} {...props} />
  const isMine = account.username === me.username
  const state = accountStateText(hall, account)
  return (
    <Dialog title={account.name} onClose={onClose}>
      <div class="menu">
        <p>
          {account.username} · {manageText(`role.${account.role}`)}
        </p>
        {state !== '' && <p class="account-state">{state}</p>}
        <p class="soft">{presenceText(hall, account)}</p>
        <Button onPress={() => choose('change')}>
          {manageText(me.role === 'manager' && !isMine ? 'accounts.change' : 'accounts.changeName')}
        </Button>
        {!isMine && <Button onPress={() => choose('reset')}>{manageText('accounts.reset')}</Button>}
        {!isMine && account.sessions > 0 && (
          <Button onPress={() => choose('sign-out')}>{manageText('accounts.signOut')}</Button>
        )}
        {!isMine &&
          (account.disabled ? (
            <Button onPress={() => choose('enable')}>{manageText('accounts.enable')}</Button>
          ) : (
            <Button kind="danger" onPress={() => choose('disable')}>
              {manageText('accounts.disable')}
            </Button>
          ))}
        <Button kind="quiet" onPress={onClose}>
          {sharedText('back')}
        </Button>
      </div>
    </Dialog>
  )
}

// Another name; for a manager also another role or agency. Nobody changes their own rights.
interface ChangeProps {
  hall: Hall
  me: Staff
  account: Account
  onClose: () => void
}

function ChangeAccount({ hall, me, account, onClose }: ChangeProps) {
  const { id, name, username } = account
  const isMine = username === me.username
  const { problem, busy, submit } = useAccountForm(`/api/staff/${encodeURIComponent(id)}/change`, () => {
    // The person's own name is shown in the head of the page.
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
