// The manager's choice: one agency, or all of them.
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { superviseText } from './texts/index.ts'
import { ALL } from './watch.ts'

interface AgenciesProps {
  hall: Hall
  chosen: string
  onChoose: (agency: string) => void
}

export function Agencies({ hall, chosen, onChoose }: AgenciesProps) {
  return (
    <div class="field head-agency">
      <label class="visually-hidden" for="agency">
        {superviseText('chooseAgency')}
      </label>
      <select id="agency" value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value={ALL}>{superviseText('allAgencies')}</option>
        {[...hall.agencies.value.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
    </div>
  )
}
