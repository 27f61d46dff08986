// What zones lack, put together by what it is: the same is often missing in several.
import type { ZoneEquipment } from '../../../server/live/equipment.ts'

export const kinds = [
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
export type Missing = (typeof kinds)[number]

/** Each with its zones, in a fixed order: what keeps visitors from being called first. */
export function missingIn(zones: readonly ZoneEquipment[]): { what: Missing; zones: string[] }[] {
  return kinds.flatMap((what) => {
    const among = zones.filter((zone) => of(zone).includes(what)).map(({ zone }) => zone)
    return among.length === 0 ? [] : [{ what, zones: among }]
  })
}

function of({ board, voice, kiosk, printer }: ZoneEquipment): string[] {
  return [`board-${board}`, `voice-${voice}`, `kiosk-${kiosk}`, `printer-${printer}`]
}
