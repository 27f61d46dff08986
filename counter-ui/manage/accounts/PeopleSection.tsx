// The section of the people: who has an account, and whose agency is gone.
import { useState } from 'preact/hooks'
import type { SectionProps } from '../shell/section.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { Field } from '../../parts/Field.tsx'
import { FormEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import type { Staff } from '../../session.ts'
import { manageText } from '../texts/index.ts'
import { AccountDialog, RightsFields, useAccountForm } from './AccountDialog.tsx'
import { OneTimePassword } from './OneTimePassword.tsx'
import { Outlived, outlivedAlone, OutlivedAlert } from './Outlived.tsx'
import {
  type Account,
  type OneTime,
  accountStateText,
  groups,
  outlived,
  presenceText,
  type KnownAccounts,
} from './account.ts'
import './accounts.css'
import { StaffSheets } from '../sheets/StaffSheets.tsx'

export function PeopleSection({ hall, me, accounts, id }: SectionProps) {
  return (
    <>
      {me.role === 'manager' && <OutlivedAlert hall={hall} list={accounts.list ?? []} />}
      <Accounts key={id} hall={hall} me={me} known={accounts} find={id ?? ''} />
      {id === null && <StaffSheets hall={hall} onDone={() => void accounts.load()} />}
    </>
  )
}

// The accounts of the hall, or of a supervisor's agency: by agency, searchable by name, with what can be done to
// each. A manager can list just those whose agency is gone.

interface AccountsProps {
  hall: Hall
  me: Staff
  known: KnownAccounts
  /** What the search begins with: a user name from the address; empty for none. */
  find: string
}

function Accounts({ hall, me, known: { list, problem, load }, find }: AccountsProps) {
  const [typed, type] = useState(find)
  const [adding, add] = useState(false)
  const [managed, manage] = useState<Account | null>(null)
  const left = outlived(list ?? [])
  const isAlone = outlivedAlone.value && me.role === 'manager'
  const found = isAlone ? groups(hall, left, '') : groups(hall, list ?? [], typed)
  const isOpen = isAlone || typed.trim() !== '' || found.length === 1
  const close = () => {
    add(false)
    manage(null)
    void load()
  }
  return (
    <>
      <section class="part" aria-labelledby="accounts-title">
        <div class="part-head">
          <h2 id="accounts-title" tabIndex={-1}>
            {manageText(isAlone ? 'accounts.outlivedTitle' : 'accounts.title')}
          </h2>
          <Button icon="plus" onPress={() => add(true)}>
            {manageText('accounts.make')}
          </Button>
        </div>
        {isAlone ? (
          <Outlived hall={hall} accounts={left} onDone={() => void load()} />
        ) : (
          <>
            <p class="soft">
              {manageText(me.role === 'manager' ? 'accounts.lead' : 'accounts.leadSupervisor')}
            </p>
            <div class="field">
              <label for="accounts-search">{manageText('accounts.search')}</label>
              <input
                id="accounts-search"
                type="search"
                autoComplete="off"
                spellcheck={false}
                value={typed}
                onInput={(event) => type(event.currentTarget.value)}
              />
            </div>
          </>
        )}
        <ProblemLine problem={problem} />
        <p role="status">{list && !isAlone && found.length === 0 && manageText('accounts.noneFound')}</p>
        {found.map((group) => (
          <details key={group.id} class="accounts" open={isOpen}>
            <summary>
              <span>
                {group.name}{' '}
                <span class="soft">{manageText('accounts.count', { count: group.accounts.length })}</span>
              </span>
            </summary>
            <ul class="devices">
              {group.accounts.map((account) => (
                <AccountRow
                  key={account.id}
                  hall={hall}
                  account={account}
                  isMine={account.username === me.username}
                  onManage={() => manage(account)}
                />
              ))}
            </ul>
          </details>
        ))}
        {me.role === 'manager' && !isAlone && (
          <p class="soft">
            {manageText('accounts.onCommand')} <code>npm run staff -- make-all</code>
          </p>
        )}
      </section>
      {adding && <NewAccount hall={hall} me={me} onClose={close} />}
      {managed && <AccountDialog hall={hall} me={me} account={managed} onClose={close} />}
    </>
  )
}

// One account: whose it is, its state, and where the person is now.
interface RowProps {
  hall: Hall
  account: Account
  isMine: boolean
  onManage: () => void
}

function AccountRow({ hall, account, isMine, onManage }: RowProps) {
  const { name, username, role, disabled, steer } = account
  const state = accountStateText(hall, account)
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

// Making an account; its one-time password is shown once.
function NewAccount({ hall, me, onClose }: { hall: Hall; me: Staff; onClose: () => void }) {
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
