// Asks before something is done to an account: what it means for the person and for any visitor being served;
// afterwards what is left to do, or the one-time password.
import { useState } from 'preact/hooks'
import type { Problem } from '../../../screens/command.ts'
import { press } from '../../../screens/press.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { AskEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { type Account, heldCounterName, type Held, type OneTime } from './account.ts'
import { DoneDialog } from './DoneDialog.tsx'
import { OneTimePassword } from './OneTimePassword.tsx'
import { manageText } from '../texts/index.ts'

/** Named like the routes below `/api/staff/:id/`. */
export type AccountAction = 'reset' | 'sign-out' | 'disable' | 'enable'

interface AskProps {
  hall: Hall
  account: Account
  action: AccountAction
  onClose: () => void
}

type Done = { staff: Account; left: Held[] } & Partial<OneTime>

export function AskAction({ hall, account, action, onClose }: AskProps) {
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
