// Where a device is, and what a new display shows: chosen as one of `kind:id`, by default its zone's board.
import type { DeviceLayout } from '../../server/access/devices.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { manageText } from './texts/index.ts'

/** The layout that was chosen, null for the zone's board. */
export function layoutOfField(chosen: string): DeviceLayout | null {
  const [kind, id] = chosen.split(':')
  if (kind === 'zones' || kind === 'corridor') return { kind, of: [] }
  return (kind === 'agency' || kind === 'counter') && id ? { kind, of: [id] } : null
}

export function LayoutField({ hall }: { hall: Hall }) {
  return (
    <div class="field">
      <label for="device-layout">{manageText('layout.shows')}</label>
      <select id="device-layout" name="layout">
        <option value="">{manageText('layout.board')}</option>
        <option value="zones">{manageText('layout.hall')}</option>
        <option value="corridor">{manageText('layout.corridor')}</option>
        <optgroup label={manageText('layout.agency')}>
          {[...hall.agencies.value.values()].map(({ id, name }) => (
            <option key={id} value={`agency:${id}`}>
              {pick(name)}
            </option>
          ))}
        </optgroup>
        <optgroup label={manageText('layout.counter')}>
          {[...hall.counters.value.values()].map(({ id, name }) => (
            <option key={id} value={`counter:${id}`}>
              {pick(name)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  )
}

// Where a device is, as a field of a form.

/** What is initially selected. */
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
