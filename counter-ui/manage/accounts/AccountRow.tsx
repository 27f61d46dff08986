// One account: who it is, how it stands, and where the person is now.
import { Button } from '../../../screens/components/Button.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { type Account, presenceText, stateText } from './account.ts'
import { manageText } from '../texts/index.ts'

interface RowProps {
  hall: Hall
  account: Account
  isMine: boolean
  onManage: () => void
}

export function AccountRow({ hall, account, isMine, onManage }: RowProps) {
  const { name, username, role, disabled, steer } = account
  const state = stateText(hall, account)
  return (
    <li class={disabled ? 'device account account-shut' : 'device account'}>
      <span class="device-words">
        <strong>{name}</strong>
        <span class="soft">
          {username} · {manageText(`role.${role}`)}
          {isMine && <> · {manageText('accounts.you')}</>}
        </span>
        {state !== '' && <span class="account-state">{state}</span>}
        <span class="soft">{presenceText(hall, account)}</span>
      </span>
      {steer && (
        <Button label={manageText('accounts.manageNamed', { name })} onPress={onManage}>
          {manageText('accounts.manage')}
        </Button>
      )}
    </li>
  )
}
