// What can be done to an account: chosen first, then asked, then told how it went.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { sharedText } from '../../../screens/texts/index.ts'
import type { Staff } from '../../session.ts'
import { type Account, presenceText, stateText } from './account.ts'
import { type Action, AskAction } from './AskAction.tsx'
import { ChangeAccount } from './ChangeAccount.tsx'
import { manageText } from '../texts/index.ts'
import '../../dialogs/dialogs.css'

interface DialogProps {
  hall: Hall
  me: Staff
  account: Account
  onClose: () => void
}

export function AccountDialog({ hall, me, account, onClose }: DialogProps) {
  const [chosen, choose] = useState<Action | 'change' | null>(null)
  const props = { hall, account, onClose }
  if (chosen === 'change') return <ChangeAccount me={me} {...props} />
  if (chosen !== null) return <AskAction action={chosen} {...props} />
  const isMine = account.username === me.username
  const state = stateText(hall, account)
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
