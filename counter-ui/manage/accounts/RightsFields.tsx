// The fields that say what somebody may: the role, and the agency where it is of one.
import { useState } from 'preact/hooks'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { type Account, agencyName } from './account.ts'
import { manageText } from '../texts/index.ts'

interface RightsProps {
  hall: Hall
  /** What stands there at first. */
  rights: Pick<Account, 'role' | 'agency'>
}

const ROLES = ['officer', 'supervisor', 'manager'] as const

/** Fields `role` and, but for a manager, `agency` of a form. */
export function RightsFields({ hall, rights: { role, agency } }: RightsProps) {
  const [chosen, choose] = useState<string>(role)
  const agencies = [...hall.agencies.value.values()].map(({ id, name }) => ({ id, words: pick(name) }))
  // Without it the first one would stand there, and saving a name would move the person to that.
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
