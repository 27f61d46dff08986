// What can be done to an account: choose, confirm, see the result.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { sharedText } from '../../../screens/texts/shared.ts'
import { Field } from '../../parts/Field.tsx'
import { FormEnds, AskEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { type Staff, askSession, sessionEnded } from '../../session.ts'
import { manageText } from '../texts/index.ts'
import {
  type Account,
  presenceText,
  accountStateText,
  heldCounterName,
  type Held,
  type OneTime,
  agencyName,
} from './account.ts'
import type { Problem } from '../../../screens/command.ts'
import { press } from '../../../screens/press.ts'
import { DoneDialog, OneTimePassword } from './OneTimePassword.tsx'
import { pick } from '../../../screens/i18n.ts'
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

// Asks before something is done to an account: what it means for the person and for any visitor being served;
// afterwards what is left to do, or the one-time password.

/** Named like the routes below `/api/staff/:id/`. */
type AccountAction = 'reset' | 'sign-out' | 'disable' | 'enable'

interface AskProps {
  hall: Hall
  account: Account
  action: AccountAction
  onClose: () => void
}

type Done = { staff: Account; left: Held[] } & Partial<OneTime>

function AskAction({ hall, account, action, onClose }: AskProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [done, setDone] = useState<Done | null>(null)
  const { name } = account

  async function send(): Promise<void> {
    const path = `/api/staff/${encodeURIComponent(account.id)}/${action}`
    const outcome = await press<Done>('POST', path)
    if (!outcome.ok) {
      if (outcome.problem.status === 401) sessionEnded()
      setProblem(outcome.problem)
    } else if (outcome.data.password === undefined && outcome.data.left.length === 0) onClose()
    else setDone(outcome.data)
  }

  if (done && done.password !== undefined && done.until !== undefined) {
    const { staff, password, until, left } = done
    return (
      <OneTimePassword made={{ staff, password, until }} onClose={onClose}>
        <LeftCounters hall={hall} left={left} />
      </OneTimePassword>
    )
  }
  if (done) {
    return (
      <DoneDialog onClose={onClose}>
        <LeftCounters hall={hall} left={done.left} />
      </DoneDialog>
    )
  }
  return (
    <Dialog title={manageText(`accounts.${action}.title`, { name })} onClose={onClose}>
      <div class="fields">
        <p>{manageText(`accounts.${action}.ask`, { name })}</p>
        {action !== 'enable' &&
          account.counters.map((held) => (
            <p key={held.id} class="account-warning">
              {heldText(hall, held, 'willPause', name)}
            </p>
          ))}
        <ProblemLine problem={problem} />
        <AskEnds danger={action === 'disable'} onGo={send} onBack={onClose}>
          {manageText(`accounts.${action}.go`)}
        </AskEnds>
      </div>
    </Dialog>
  )
}

function LeftCounters({ hall, left }: { hall: Hall; left: readonly Held[] }) {
  return (
    <>
      {left.map((held) => (
        <p key={held.id} class="account-warning">
          {heldText(hall, held, 'isPaused', '')}
        </p>
      ))}
    </>
  )
}

/** What will happen, or has happened, to a counter that the person holds and to any visitor there. */
function heldText(hall: Hall, held: Held, key: 'willPause' | 'isPaused', name: string): string {
  const counter = heldCounterName(hall, held)
  const { number } = held
  if (key === 'willPause')
    return number === null
      ? manageText('accounts.willPause', { counter, name })
      : manageText('accounts.willPauseWith', { counter, number, name })
  return number === null
    ? manageText('accounts.isPaused', { counter })
    : manageText('accounts.isPausedWith', { counter, number })
}

// The fields for what somebody may do: the role, and the agency for roles that have one.

interface RightsProps {
  hall: Hall
  /** The initial values. */
  rights: Pick<Account, 'role' | 'agency'>
}

const ROLES = ['officer', 'supervisor', 'manager'] as const

/** Fields `role` and, except for a manager, `agency` of a form. */
export function RightsFields({ hall, rights: { role, agency } }: RightsProps) {
  const [chosen, choose] = useState<string>(role)
  const agencies = [...hall.agencies.value.values()].map(({ id, name }) => ({ id, words: pick(name) }))
  // Otherwise the first one would be selected, and saving a name would move the person there.
  const isGone = agency !== null && !hall.agencies.value.has(agency)
  return (
    <>
      <div class="field">
        <label for="account-role">{manageText('accounts.role')}</label>
        <select
          id="account-role"
          name="role"
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {ROLES.map((value) => (
            <option key={value} value={value}>
              {manageText(`role-means.${value}`)}
            </option>
          ))}
        </select>
      </div>
      {chosen !== 'manager' && (
        <div class="field">
          <label for="account-agency">{manageText('accounts.agency')}</label>
          <select id="account-agency" name="agency" required defaultValue={agency ?? ''}>
            {agency === null && <option value="">{manageText('accounts.chooseAgency')}</option>}
            {isGone && (
              <option value={agency}>
                {manageText('accounts.agencyGoneOption', { agency: agencyName(hall, agency) })}
              </option>
            )}
            {agencies
              .toSorted((one, other) => one.words.localeCompare(other.words))
              .map(({ id, words }) => (
                <option key={id} value={id}>
                  {words}
                </option>
              ))}
          </select>
        </div>
      )}
    </>
  )
}

// A form about an account: its fields go to the server, and any refusal back to the form.

/** Sends the form's filled fields to `path`; `onDone` gets the answer. */
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
