// Accounts whose agency is gone: the line at the top of the manager's page that leads to them, and closing all of
// them at once.
import { signal } from '@preact/signals'
import { useState } from 'preact/hooks'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { Icon } from '../../../screens/icons.tsx'
import { press } from '../../../screens/press.ts'
import { AskEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { DoneDialog } from './OneTimePassword.tsx'
import { type Account, groups, outlived } from './account.ts'
import { go, pathTo } from '../shell/way.ts'
import { manageText } from '../texts/index.ts'
import '../../hall/attention.css'
import '../../parts/dialogs.css'

/** Whether the list shows only these. */
export const outlivedAlone = signal(false)

/** How many there are and of which agencies; empty if there are none. */
export function OutlivedAlert({ hall, list }: { hall: Hall; list: readonly Account[] }) {
  const left = outlived(list)
  const agencies = groups(hall, left, '').map(({ name }) => name)
  function show(): void {
    outlivedAlone.value = true
    go(pathTo('people', null, 'accounts-title'))
  }
  return (
    <div role="status">
      {left.length > 0 && (
        <div class="attention attention-go">
          <p>
            <Icon name="warning" />
            <span>
              {manageText('accounts.outlived', { count: left.length, agencies: agencies.join(', ') })}
            </span>
          </p>
          <Button onPress={show}>{manageText('accounts.outlivedShow')}</Button>
        </div>
      )}
    </div>
  )
}

interface OutlivedProps {
  hall: Hall
  accounts: readonly Account[]
  onDone: () => void
}

/** The part above the list while it shows only these. */
export function Outlived({ hall, accounts, onDone }: OutlivedProps) {
  const [asked, ask] = useState<readonly Account[] | null>(null)
  const count = accounts.length
  function showAll(): void {
    outlivedAlone.value = false
  }
  return (
    <>
      <p>{manageText(count > 0 ? 'accounts.outlivedLead' : 'accounts.outlivedNone')}</p>
      <p class="part-ends">
        {count > 0 && (
          <Button kind="danger" onPress={() => ask(accounts)}>
            {manageText('accounts.outlivedClose', { count })}
          </Button>
        )}
        <Button onPress={showAll}>{manageText('accounts.outlivedAll')}</Button>
      </p>
      {asked && (
        <CloseAll
          hall={hall}
          accounts={asked}
          onClose={() => {
            ask(null)
            onDone()
          }}
        />
      )}
    </>
  )
}

interface CloseProps {
  hall: Hall
  accounts: readonly Account[]
  onClose: () => void
}

/** Only those that were shown with the question are closed. */
function CloseAll({ hall, accounts, onClose }: CloseProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [closed, setClosed] = useState<number | null>(null)
  const count = accounts.length

  async function send(): Promise<void> {
    const staff = accounts.map(({ id }) => id)
    const outcome = await press<{ closed: number }>('POST', '/api/staff/close-outlived', { staff })
    if (outcome.ok) setClosed(outcome.data.closed)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }

  if (closed !== null) {
    return (
      <DoneDialog onClose={onClose}>
        <p role="status">
          {closed === 0
            ? manageText('accounts.outlivedNone')
            : manageText('accounts.outlivedDone', { count: closed })}
        </p>
      </DoneDialog>
    )
  }
  return (
    <Dialog title={manageText('accounts.outlivedAsk', { count })} onClose={onClose}>
      <div class="fields">
        <p>{manageText('accounts.outlivedMeans')}</p>
        <ul class="outlived-agencies">
          {groups(hall, accounts, '').map(({ id, name, accounts: own }) => (
            <li key={id}>
              <strong>{name}</strong>{' '}
              <span class="soft">{manageText('accounts.count', { count: own.length })}</span>
            </li>
          ))}
        </ul>
        <ProblemLine problem={problem} />
        <AskEnds danger onGo={send} onBack={onClose}>
          {manageText('accounts.outlivedClose', { count })}
        </AskEnds>
      </div>
    </Dialog>
  )
}
