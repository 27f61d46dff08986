// What a new display shows, chosen as one of `kind:id`: its zone's board if nothing is.
import type { DeviceLayout } from '../../server/access/devices.ts'
import type { Hall } from '../../screens/hall.ts'
import { makeTexts, pick } from '../../screens/i18n.ts'
import { en } from './layouts/en.ts'
import { id as indonesian } from './layouts/id.ts'

const t = makeTexts({ id: indonesian, en })

/** The layout that was chosen, null for the zone's board. */
export function layoutOfField(chosen: string): DeviceLayout | null {
  const [kind, id] = chosen.split(':')
  if (kind === 'zones' || kind === 'corridor') return { kind, of: [] }
  return (kind === 'agency' || kind === 'counter') && id ? { kind, of: [id] } : null
}

export function LayoutField({ hall }: { hall: Hall }) {
  return (
    <div class="field">
      <label for="device-layout">{t('shows')}</label>
      <select id="device-layout" name="layout">
        <option value="">{t('board')}</option>
        <option value="zones">{t('hall')}</option>
        <option value="corridor">{t('corridor')}</option>
        <optgroup label={t('agency')}>
          {[...hall.agencies.value.values()].map(({ id, name }) => (
            <option key={id} value={`agency:${id}`}>
              {pick(name)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('counter')}>
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
