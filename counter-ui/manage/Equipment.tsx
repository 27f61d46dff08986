// What is still missing, by kind and zone, and what staff do instead: a hall may open with part of its equipment.
import type { ZoneEquipment } from '../../server/live/equipment.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { manageText } from './texts/index.ts'

export function Equipment({ hall, zones }: { hall: Hall; zones: readonly ZoneEquipment[] | null }) {
  if (!zones) return null
  const missing = missingIn(zones)
  const names = (ids: readonly string[]) =>
    ids.length === zones.length && zones.length > 1
      ? manageText('equipment.everyZone')
      : ids.map((id) => zoneName(hall, id)).join(' · ')
  return (
    <section class="part" aria-labelledby="equipment-title">
      <h2 id="equipment-title">{manageText('equipment.title')}</h2>
      <p class="soft">{manageText('equipment.lead')}</p>
      {missing.length === 0 ? (
        <p class="equipment-all">
          <Icon name="check" />
          <span>{manageText('equipment.all')}</span>
        </p>
      ) : (
        <ul class="devices">
          {missing.map((one) => (
            <li key={one.what} class="device">
              <span class="device-words">
                <strong>{manageText(`equipment.${one.what}`)}</strong>
                <span class="soft">{names(one.zones)}</span>
                <span>{manageText(`equipment.${INSTEAD[one.what]}`)}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const INSTEAD = {
  'board-none': 'board-instead',
  'board-silent': 'board-instead',
  'voice-none': 'voice-instead',
  'voice-mute': 'voice-touch',
  'kiosk-none': 'kiosk-instead',
  'kiosk-elsewhere': 'kiosk-other',
  'kiosk-silent': 'kiosk-instead',
  'printer-none': 'printer-instead',
  'printer-elsewhere': 'printer-other',
  'printer-silent': 'printer-instead',
} as const satisfies Record<Missing, string>

function zoneName(hall: Hall, id: string): string {
  const found = hall.zones.value.get(id)
  return found ? pick(found.name) : id
}

// What zones lack, grouped by kind: the same is often missing in several.
const kinds = [
  'board-none',
  'board-silent',
  'voice-none',
  'voice-mute',
  'kiosk-none',
  'kiosk-silent',
  'kiosk-elsewhere',
  'printer-none',
  'printer-silent',
  'printer-elsewhere',
] as const
type Missing = (typeof kinds)[number]

/** Each with its zones, in a fixed order: what prevents calls comes first. */
export function missingIn(zones: readonly ZoneEquipment[]): { what: Missing; zones: string[] }[] {
  return kinds.flatMap((what) => {
    const among = zones.filter((zone) => of(zone).includes(what)).map(({ zone }) => zone)
    return among.length === 0 ? [] : [{ what, zones: among }]
  })
}

function of({ board, voice, kiosk, printer }: ZoneEquipment): string[] {
  return [`board-${board}`, `voice-${voice}`, `kiosk-${kiosk}`, `printer-${printer}`]
}
