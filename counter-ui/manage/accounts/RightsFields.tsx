// The fields for what somebody may do: the role, and the agency for roles that have one.
import { useState } from 'preact/hooks'
import type { Problem } from '../../../screens/command.ts'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { press } from '../../../screens/press.ts'
import { sessionEnded } from '../../session.ts'
import { manageText } from '../texts/index.ts'
import { type Account, agencyName } from './account.ts'

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
