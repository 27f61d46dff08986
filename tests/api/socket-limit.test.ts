import { describe, expect, it } from 'vitest'
import { createSocketLimit, socketLimitsFor, usualLimits } from '../../server/http/devices/live.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { hallApp } from './hall-app.ts'
import { listens, look } from './sockets.ts'

const nobody = { staff: null, kiosk: null, display: null } as never
const at = (ip: string) => ({ ip, who: nobody })

describe('the limit of sockets', () => {
  it('lets all phones of a hall in from one address, and more from others', () => {
    const { take } = createSocketLimit()
    for (let phone = 0; phone < 2_500; phone++) expect(take(at('10.0.0.1'))).not.toBeNull()
    expect(take(at('10.0.0.2'))).not.toBeNull()
    expect(usualLimits.address * 2).toBeLessThanOrEqual(usualLimits.strangers)
  })

  it('leaves half of the lines to requests, if a PC may hold few', () => {
    expect(socketLimitsFor(12_000)).toEqual(usualLimits)
    expect(socketLimitsFor(3_000)).toEqual({ ...usualLimits, strangers: 1_500, address: 750 })
  })

  it('keeps half of the places from any one address', () => {
    const { take } = createSocketLimit({ strangers: 6, address: 3, known: 1 })
    const taken = Array.from({ length: 10 }, () => take(at('10.0.0.1')))
    expect(taken.filter((place) => place !== null)).toHaveLength(3)
    expect(take(at('10.0.0.2'))).not.toBeNull()
  })

  it('gets back places that are left, and keeps nothing about those who left', () => {
    const { take, size } = createSocketLimit({ strangers: 2, address: 1, known: 1 })
    const leave = take(at('10.0.0.1'))
    expect(take(at('10.0.0.1'))).toBeNull()
    leave?.()
    const again = take(at('10.0.0.1'))
    expect(again).not.toBeNull()
    again?.()
    expect(size()).toBe(0)
  })
})

describe('sockets past the limit', () => {
  it('of strangers are closed with 1013; staff, kiosk and boards get in all the same', async () => {
    const hall = await hallApp({ socketLimits: { strangers: 4, address: 2, known: 3 } })
    await hall.enrol('kiosk')
    await hall.enrol('display')
    await listens(hall)
    const phones = [look<KioskView>(hall, 'kiosk'), look<KioskView>(hall, 'board:all')]
    for (const phone of phones) await phone.view()
    expect(await look(hall, 'kiosk').closed).toBe(1013)
    for (const [as, topic] of [
      ['kiosk', 'kiosk'],
      ['display', 'board:all'],
      ['ayu', 'counter:loket-1'],
    ] as const)
      expect(await look(hall, topic, { as }).view()).toHaveProperty('hall')
    phones[0]?.socket.close()
    await phones[0]?.closed
    expect(await look(hall, 'kiosk').view()).toHaveProperty('hall')
  })

  it('of one person are closed too, and those before stay', async () => {
    const hall = await hallApp({ socketLimits: { strangers: 4, address: 2, known: 2 } })
    await listens(hall)
    const tabs = [look(hall, 'kiosk', { as: 'ayu' }), look(hall, 'kiosk', { as: 'ayu' })]
    for (const tab of tabs) await tab.view()
    expect(await look(hall, 'kiosk', { as: 'ayu' }).closed).toBe(1013)
    expect(tabs.map(({ socket }) => socket.readyState)).toEqual([1, 1])
    expect(await look(hall, 'kiosk', { as: 'budi' }).view()).toHaveProperty('hall')
  })
})
