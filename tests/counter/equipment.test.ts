// What zones lack, summarised for the manager.
import { expect, it } from 'vitest'
import { missingIn } from '../../counter-ui/manage/DevicesSection.tsx'
import type { ZoneEquipment } from '../../server/live/equipment.ts'

const zone = (id: string, lacks: Partial<ZoneEquipment> = {}): ZoneEquipment => {
  return { zone: id, board: 'there', voice: 'speaks', kiosk: 'there', printer: 'there', ...lacks }
}

it('says nothing of zones that have all', () => expect(missingIn([zone('a'), zone('b')])).toEqual([]))

it('puts zones together that lack the same, boards before printers', () => {
  const bare = { board: 'none', voice: 'none', kiosk: 'elsewhere', printer: 'none' } as const
  expect(missingIn([zone('a', bare), zone('b', { voice: 'mute' }), zone('c', bare)])).toEqual([
    { what: 'board-none', zones: ['a', 'c'] },
    { what: 'voice-none', zones: ['a', 'c'] },
    { what: 'voice-mute', zones: ['b'] },
    { what: 'kiosk-elsewhere', zones: ['a', 'c'] },
    { what: 'printer-none', zones: ['a', 'c'] },
  ])
})
