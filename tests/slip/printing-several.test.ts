// Several printers, kiosks and slips at once, and printers that come, change and go with the plan.
import { describe, expect, it } from 'vitest'
import { hallApp } from '../api/hall-app.ts'
import {
  askAgain,
  becomes,
  hallWith,
  lines,
  listed,
  printerAt,
  revise,
  slipOf,
  stateOf,
  take,
  withPrinters,
} from './printed-hall.ts'
import { emulatedPrinter } from './printer.ts'
import { quick } from './quick.ts'

describe('several', () => {
  it('kiosks at one printer get their slips in the order of their numbers, one at a time', async () => {
    const printer = await emulatedPrinter()
    const hall = await hallApp({ printerPace: quick })
    const [one, two] = [await hall.enrol('kiosk'), await hall.enrol('kiosk', null, 'display-kiosk')]
    await revise(hall, withPrinters(printerAt(printer.port, { kiosks: [one, two] })))
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, place) => take(hall, place % 2 === 0 ? 'kiosk' : 'display-kiosk')),
    )
    await expect.poll(() => printer.slips.length, { timeout: 10_000 }).toBe(8)
    const numbers = taken.map(({ visit }) => visit.number)
    expect(lines(printer).map((slip) => /A\d{3}/.exec(slip)?.[0])).toEqual(numbers.toSorted())
    expect(printer.mostAtOnce()).toBe(1)
    for (const { visit } of taken) await becomes(hall, visit.token, { status: 'printed' })
  })

  it('printers do not wait for each other, nor numbers for any of them', async () => {
    const [hung, well] = [await emulatedPrinter({ line: 'hangs' }), await emulatedPrinter()]
    // So long that a test waiting for it would time out.
    const hall = await hallApp({ printerPace: { ...quick, answer: 60_000, take: 60_000 } })
    const [one, two] = [await hall.enrol('kiosk'), await hall.enrol('kiosk', null, 'display-kiosk')]
    await revise(
      hall,
      withPrinters(
        printerAt(hung.port, { id: 'macet', kiosks: [one] }),
        printerAt(well.port, { id: 'lancar', kiosks: [two] }),
      ),
    )
    const stuck = await take(hall)
    const { visit } = await take(hall, 'display-kiosk')
    await becomes(hall, visit.token, { status: 'printed' })
    expect(await slipOf(hall, stuck.visit.token)).toMatchObject({ status: 'queued' })
  })

  it('slips for one number: the second says copy, and a double tap prints one', async () => {
    const { hall, printer } = await hallWith()
    const { visit } = await take(hall)
    await becomes(hall, visit.token, { status: 'printed' })
    printer.set({ waits: true })
    await askAgain(hall, visit.token)
    await askAgain(hall, visit.token)
    printer.set({ waits: false })
    await becomes(hall, visit.token, { status: 'printed' })
    await expect.poll(async () => (await stateOf(hall)).waiting).toBe(0)
    expect(lines(printer).map((slip) => /SALINAN/i.test(slip))).toEqual([false, true])
  })
})

describe('when the plan changes', () => {
  it('a test page right after it comes out of the printer that the plan names now', async () => {
    const { hall, printer } = await hallWith()
    const other = await emulatedPrinter()
    for (let turn = 1; turn <= 10; turn++) {
      const [now, before] = turn % 2 === 1 ? [other, printer] : [printer, other]
      const slips = before.slips.length
      // In the same turn in which the plan's answer goes out.
      const answer = await revise(hall, withPrinters(printerAt(now.port))).then(() =>
        hall.does('POST /api/printers/pintu/test', { as: 'manager' }),
      )
      expect(answer).toMatchObject({ why: null, printer: { state: 'ready', waiting: 0 } })
      expect(before.slips.length).toBe(slips)
    }
    expect([printer.slips.length, other.slips.length]).toEqual([5, 5])
  })

  it('printers come, change and go without a restart', async () => {
    const { hall, printer, kiosk, plan } = await hallWith()
    const other = await emulatedPrinter()
    await revise(hall, withPrinters(printerAt(other.port, { kiosks: [kiosk] })))
    const { visit } = await take(hall)
    await becomes(hall, visit.token, { status: 'printed' })
    expect([printer.slips.length, other.slips.length]).toEqual([0, 1])
    await expect.poll(printer.open).toBe(0)

    await revise(hall, withPrinters())
    expect(await listed(hall)).toEqual([])
    expect((await askAgain(hall, visit.token)).slip).toMatchObject({ status: 'none', why: 'no-such-printer' })

    await revise(hall, plan)
    expect((await askAgain(hall, visit.token)).slip.status).toBe('queued')
    await becomes(hall, visit.token, { status: 'printed' })
  })

  it('a printer that is called otherwise, or used by others, prints on undisturbed', async () => {
    const { hall, printer, kiosk, plan } = await hallWith({ waits: true })
    const first = await take(hall)
    const second = await take(hall)
    await expect.poll(printer.waiting).toBeGreaterThan(100)
    const renamed = { name: { id: 'Aula', en: 'Lobby' }, kiosks: [kiosk], reception: true }
    await revise(hall, withPrinters(printerAt(printer.port, { ...renamed, paper: 58 })))
    printer.set({ waits: false })
    for (const { visit } of [first, second]) await becomes(hall, visit.token, { status: 'printed' })
    expect([printer.slips.length, printer.mostAtOnce()]).toEqual([2, 1])
    await revise(hall, plan)
  })

  it('what waits for a printer that is gone fails', async () => {
    const { hall, printer } = await hallWith({ waits: true })
    const [first, second] = [await take(hall), await take(hall)]
    await expect.poll(async () => (await stateOf(hall)).waiting).toBe(2)
    await revise(hall, withPrinters())
    await becomes(hall, second.visit.token, { status: 'failed', why: 'no-such-printer' })
    // What was being printed comes to its end.
    printer.set({ waits: false })
    await becomes(hall, first.visit.token, { status: 'printed' })
  })
})
