// Where a device stands, as a field of a form.
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { manageText } from './texts/index.ts'

/** What is chosen then. */
export const WHOLE_HALL = ''

export function ZoneField({ hall }: { hall: Hall }) {
  return (
    <div class="field">
      <label for="device-zone">{manageText('zone')}</label>
      <select id="device-zone" name="zone">
        <option value={WHOLE_HALL}>{manageText('wholeHall')}</option>
        {[...hall.zones.value.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
    </div>
  )
}
