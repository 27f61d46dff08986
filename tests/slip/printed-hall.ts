// A hall with the tests' own printers, and what tests ask it: what happened to a number's slip, how a printer is doing.
import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { Printer } from '../../server/hall/equipment.ts'
import type { SlipState } from '../../server/live/view-parts.ts'
import { hallApp, type HallApp, type Somebody, type Taken } from '../api/hall-app.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { readEscPos } from './escpos-read.ts'
import { type EmulatedPrinter, emulatedPrinter, type PrinterState } from './printer.ts'
import { quick } from './quick.ts'

export const printerAt = (port: number, more: Partial<Printer> = {}): Printer => ({
  id: 'pintu',
  name: { id: 'Pintu', en: 'Door' },
  link: { kind: 'network', host: '127.0.0.1', port },
  paper: 80,
  answers: true,
  kiosks: [],
  counters: [],
  reception: false,
  ...more,
})
export const withPrinters = (...printers: Printer[]): Plan => ({ ...rulesPlan, printers })

/** A hall with a printer at its kiosk that has been checked. */
export async function hallWith(
  given: Partial<PrinterState> = {},
  more: Partial<Printer> = {},
  publicUrl?: string,
) {
  const printer = await emulatedPrinter(given)
  const hall = await hallApp({ printerPace: quick, ...(publicUrl === undefined ? {} : { publicUrl }) })
  const kiosk = await hall.enrol('kiosk')
  const plan = withPrinters(printerAt(printer.port, { kiosks: [kiosk], ...more }))
  await revise(hall, plan)
  await expect.poll(async () => (await stateOf(hall)).at).not.toBeNull()
  return { hall, printer, kiosk, plan }
}
export const revise = (hall: HallApp, plan: Plan) => hall.revise(plan)

interface Listed {
  id: string
  state: string
  gives: boolean
  why: string | null
  at: string | null
  answers: boolean
  waiting: number
  lastProblem: { why: string } | null
}
export const listed = async (hall: HallApp) =>
  (await hall.does<{ printers: Listed[] }>('GET /api/printers', { as: 'manager' })).printers
export async function stateOf(hall: HallApp): Promise<Listed> {
  const [first] = await listed(hall)
  if (!first) throw new Error('no printer')
  return first
}

export const take = (hall: HallApp, as: Somebody = 'kiosk', services = ['kk']) =>
  hall.does<Taken & { slip: SlipState }>('POST /api/visits', { as, key: randomUUID(), body: { services } })
export const slipOf = async (hall: HallApp, token: string) =>
  (await hall.does<{ visit: { slip: SlipState } }>(`GET /api/visits/${token}`)).visit.slip
export const becomes = (hall: HallApp, token: string, slip: Partial<SlipState>) =>
  expect.poll(() => slipOf(hall, token)).toMatchObject(slip)
export const askAgain = (hall: HallApp, token: string, as: Somebody = 'kiosk') =>
  hall.does<{ slip: SlipState }>(`POST /api/visits/${token}/slip`, { as })
export const lines = (printer: EmulatedPrinter) =>
  printer.slips.map((slip) => readEscPos(slip, 576).lines.join('\n'))
