// The printers of a plan as the manager's page changes them.
import { expect, it } from 'vitest'
import { newPrinterId, withPrinter } from '../../counter-ui/manage/printers/PrinterForm.tsx'
import type { Printer } from '../../server/hall/equipment.ts'

const printer = (id: string, more: Partial<Printer> = {}): Printer => ({
  id,
  name: { id, en: id },
  link: { kind: 'fake' },
  paper: 80,
  answers: false,
  kiosks: [],
  counters: [],
  reception: false,
  ...more,
})

it('a new printer is at the end, a changed one where it was', () => {
  const [a, b] = [printer('a'), printer('b')]
  expect(withPrinter([a], b)).toEqual([a, b])
  const changed = printer('a', { paper: 58 })
  expect(withPrinter([a, b], changed)).toEqual([changed, b])
})

it('a kiosk, a counter and the reception have one printer: giving them to another takes them away', () => {
  const a = printer('a', { kiosks: ['k1', 'k2'], counters: ['c1'], reception: true })
  const b = printer('b', { kiosks: ['k2'], counters: ['c1'], reception: true })
  expect(withPrinter([a], b)).toEqual([printer('a', { kiosks: ['k1'] }), b])
  const none = printer('b')
  expect(withPrinter([a], none)).toEqual([a, none])
})

it('a new printer gets an id that none has', () => {
  expect(newPrinterId([])).toBe('printer-1')
  expect(newPrinterId([printer('printer-2')])).toBe('printer-3')
})
