// The accounts of the hall, or of a supervisor's agency: by agency, found by name, and what is done to each.
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import type { Staff } from '../../session.ts'
import { type Account, groups } from './account.ts'
import { AccountDialog } from './AccountDialog.tsx'
import { AccountRow } from './AccountRow.tsx'
import { NewAccount } from './NewAccount.tsx'
import { a } from './texts/index.ts'
import { useAccounts } from './use-accounts.ts'
import './accounts.css'

export function Accounts({ hall, me }: { hall: Hall; me: Staff }) {
  const { list, problem, load } = useAccounts()
  const [typed, type] = useState('')
  const [adding, add] = useState(false)
  const [managed, manage] = useState<Account | null>(null)
  const found = groups(hall, list ?? [], typed)
  const isOpen = typed.trim() !== '' || found.length === 1
  const close = () => {
    add(false)
    manage(null)
    void load()
  }
  return (
    <>
      <section class="part" aria-labelledby="accounts-title">
        <div class="part-head">
          <h2 id="accounts-title">{a('title')}</h2>
          <Button icon="plus" onPress={() => add(true)}>
            {a('make')}
          </Button>
        </div>
        <p class="soft">{a(me.role === 'manager' ? 'lead' : 'leadSupervisor')}</p>
        <div class="field">
          <label for="accounts-search">{a('search')}</label>
          <input
            id="accounts-search"
            type="search"
            autoComplete="off"
            spellcheck={false}
            value={typed}
            onInput={(event) => type(event.currentTarget.value)}
          />
        </div>
        <ProblemLine problem={problem} />
        <p role="status">{list && found.length === 0 && a('noneFound')}</p>
        {found.map((group) => (
          <details key={group.id} class="accounts" open={isOpen}>
            <summary>
              <span>
                {group.name} <span class="soft">{a('count', { count: group.accounts.length })}</span>
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
        {me.role === 'manager' && (
          <p class="soft">
            {a('onCommand')} <code>npm run staff -- make-all</code>
          </p>
        )}
      </section>
      {adding && <NewAccount hall={hall} me={me} onClose={close} />}
      {managed && <AccountDialog hall={hall} me={me} account={managed} onClose={close} />}
    </>
  )
}
