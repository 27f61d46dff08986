// Printers through the whole server: what a number's slip comes to, with every fault that a printer can have.
import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { Printer } from '../../server/hall/plan-slip.ts'
import type { SlipState } from '../../server/live/view-parts.ts'
import { hallApp, type HallApp, type Somebody, type Taken } from '../api/hall-app.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { readEscPos } from './escpos-read.ts'
import { painter } from './painter.ts'
import { type EmulatedPrinter, emulatedPrinter, type PrinterState } from './printer.ts'
import { quick } from './quick.ts'

const printerAt = (port: number, more: Partial<Printer> = {}): Printer => ({
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
const withPrinters = (...printers: Printer[]): Plan => ({ ...rulesPlan, printers })

/** A hall with a printer at its kiosk, which has been looked at. */
async function hallWith(given: Partial<PrinterState> = {}, more: Partial<Printer> = {}) {
  const printer = await emulatedPrinter(given)
  const hall = await hallApp({ printerPace: quick })
  const kiosk = await hall.enrol('kiosk')
  const plan = withPrinters(printerAt(printer.port, { kiosks: [kiosk], ...more }))
  await revise(hall, plan)
  await expect.poll(async () => (await stateOf(hall)).at).not.toBeNull()
  return { hall, printer, kiosk, plan }
}
const revise = (hall: HallApp, plan: Plan) => hall.does('PUT /api/plan', { as: 'manager', body: plan })

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
const listed = async (hall: HallApp) =>
  (await hall.does<{ printers: Listed[] }>('GET /api/printers', { as: 'manager' })).printers
async function stateOf(hall: HallApp): Promise<Listed> {
  const [first] = await listed(hall)
  if (!first) throw new Error('no printer')
  return first
}

const take = (hall: HallApp, as: Somebody = 'kiosk', services = ['kk']) =>
  hall.does<Taken & { slip: SlipState }>('POST /api/visits', { as, key: randomUUID(), body: { services } })
const slipOf = async (hall: HallApp, token: string) =>
  (await hall.does<{ visit: { slip: SlipState } }>(`GET /api/visits/${token}`)).visit.slip
const becomes = (hall: HallApp, token: string, slip: Partial<SlipState>) =>
  expect.poll(() => slipOf(hall, token), { timeout: 5_000 }).toMatchObject(slip)
const askAgain = (hall: HallApp, token: string, as: Somebody = 'kiosk') =>
  hall.does<{ slip: SlipState }>(`POST /api/visits/${token}/slip`, { as })
const lines = (printer: EmulatedPrinter) =>
  printer.slips.map((slip) => readEscPos(slip, 576).lines.join('\n'))

describe('a number', () => {
  it('is answered while its slip is on its way, and can be called once it is out', async () => {
    const { hall, printer } = await hallWith({ waits: true, echoes: true })
    const { visit, slip } = await take(hall)
    expect(slip).toEqual({ status: 'queued', noted: false, printer: 'pintu', why: null })
    await hall.act('ayu', 'open', 'loket-1')
    const call = () => hall.does('POST /api/counters/loket-1/call-next', { as: 'ayu' })
    expect(await call()).toMatchObject({ call: null })
    printer.set({ waits: false })
    await becomes(hall, visit.token, { status: 'printed', printer: 'pintu', why: null })
    expect(await call()).toMatchObject({ call: { number: 'A001' } })
    expect(lines(printer)).toHaveLength(1)
    expect(lines(printer)[0]).toContain('A001')
  })

  it('without a printer is on the screen', async () => {
    const { hall } = await hallWith({}, { kiosks: [] })
    expect((await take(hall)).slip).toEqual({ status: 'none', noted: false, printer: null, why: null })
  })

  it('taken by staff prints at their counter, else at the reception', async () => {
    const [desk, front] = [await emulatedPrinter(), await emulatedPrinter()]
    const plan = withPrinters(
      printerAt(desk.port, { id: 'meja', counters: ['loket-1'] }),
      printerAt(front.port, { id: 'depan', reception: true }),
    )
    const hall = await hallApp({ plan, printerPace: quick })
    await hall.act('ayu', 'open', 'loket-1')
    const [atDesk, atFront] = [await take(hall, 'ayu'), await take(hall, 'budi')]
    expect([atDesk.slip.printer, atFront.slip.printer]).toEqual(['meja', 'depan'])
    await becomes(hall, atFront.visit.token, { status: 'printed' })
    await becomes(hall, atDesk.visit.token, { status: 'printed' })
    expect([desk.slips.length, front.slips.length]).toEqual([1, 1])
  })
})

describe('a slip that does not come out says why', () => {
  it.each([
    ['paper-out', { paper: 'out' }],
    ['cover-open', { cover: 'open' }],
    ['offline', { online: false }],
    ['error', { error: true }],
    ['error', { answers: 'garbage' }],
    ['timeout', { answers: 'never' }],
    ['timeout', { answers: 'late' }],
    ['timeout', { line: 'hangs' }],
    ['unreachable', { line: 'refuses' }],
    ['error', { line: 'closes' }],
    ['paper-out', { bytesLeft: 300 }],
  ] as const)('%s: %o', async (why, given) => {
    const { hall, printer } = await hallWith(given)
    const { visit } = await take(hall)
    await becomes(hall, visit.token, { status: 'failed', printer: 'pintu', why })
    expect(printer.slips).toHaveLength(0)
    // Nobody is called who may not hold the number; noted, the visitor is next.
    await hall.act('ayu', 'open', 'loket-1')
    const call = () => hall.does('POST /api/counters/loket-1/call-next', { as: 'ayu' })
    expect(await call()).toMatchObject({ call: null })
    await hall.does(`POST /api/visits/${visit.token}/noted`, { as: 'kiosk' })
    expect(await call()).toMatchObject({ call: { number: 'A001' } })
  })

  it('and can be printed again, as a copy, once paper is there', async () => {
    const { hall, printer } = await hallWith({ bytesLeft: 300 })
    const { visit } = await take(hall)
    await becomes(hall, visit.token, { status: 'failed', why: 'paper-out' })
    printer.set({ bytesLeft: Infinity })
    expect((await askAgain(hall, visit.token)).slip).toMatchObject({ status: 'queued', why: null })
    await becomes(hall, visit.token, { status: 'printed' })
    expect(lines(printer)).toHaveLength(1)
    expect(lines(printer)[0]).toMatch(/SALINAN/i)
  })
})

describe('what a kiosk knows before the tap', () => {
  /** The kiosk's view of its printer, as it is pushed. */
  const seen = async (hall: HallApp) => {
    const views: { printers: { state: string; gives: boolean; kiosks: string[] }[] }[] = []
    const socket = {
      readyState: 1,
      OPEN: 1,
      bufferedAmount: 0,
      on: () => {},
      close: () => {},
      terminate: () => {},
      ping: () => {},
      send: (data: Buffer) => views.push((JSON.parse(data.toString()) as { view: (typeof views)[0] }).view),
    }
    hall.push.subscribe('kiosk', { socket: socket as never, display: null, whyNot: () => null })
    return () => views.at(-1)?.printers[0]
  }

  it('follows the printer without anybody printing', async () => {
    const { hall, printer, kiosk } = await hallWith()
    const now = await seen(hall)
    await expect.poll(now).toEqual({ id: 'pintu', kiosks: [kiosk], state: 'ready', gives: true })
    printer.set({ paper: 'near-end' })
    await expect.poll(now).toMatchObject({ state: 'near-end', gives: true })
    printer.set({ paper: 'out' })
    await expect.poll(now).toMatchObject({ state: 'paper-out', gives: false })
    printer.set({ paper: 'full' })
    await expect.poll(now).toMatchObject({ state: 'ready', gives: true })
    expect(await stateOf(hall)).toMatchObject({ lastProblem: { why: 'paper-out' } })
    await printer.unplug()
    await expect.poll(now).toMatchObject({ state: 'offline', gives: false })
  })

  it('of a printer that gives no status it knows only whether it is there', async () => {
    const { hall, printer } = await hallWith({ answers: 'never', paper: 'out' }, { answers: false })
    expect(await stateOf(hall)).toMatchObject({ state: 'unknown', gives: true, answers: false })
    // What it accepted counts as printed.
    printer.set({ paper: 'full' })
    const { visit } = await take(hall)
    await becomes(hall, visit.token, { status: 'printed' })
    await expect.poll(() => printer.slips.length).toBe(1)
  })
})

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
    // So long that whoever waited for it would not be done when the test ends.
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

describe('GET /api/printers and POST /api/printers/:id/test', () => {
  it('are for the manager', async () => {
    const { hall } = await hallWith()
    const everybody: Somebody[] = ['nobody', 'kiosk', 'ayu', 'spv', 'manager']
    const table = (ok: number) => ({
      nobody: '401 not-signed-in',
      kiosk: '403 not-allowed',
      ayu: '403 not-allowed',
      spv: '403 not-allowed',
      manager: ok,
    })
    expect(await hall.outcomes('GET /api/printers', {}, everybody)).toEqual(table(200))
    expect(await hall.outcomes('POST /api/printers/pintu/test', {}, everybody)).toEqual(table(200))
    expect(await hall.outcome('POST /api/printers/nobody/test', { as: 'manager' })).toBe(
      '404 unknown-printer',
    )
  })

  it('print a test page and say what became of it', async () => {
    const { hall, printer } = await hallWith()
    const test = () => hall.does('POST /api/printers/pintu/test', { as: 'manager' })
    expect(await test()).toMatchObject({ why: null, printer: { id: 'pintu', state: 'ready', gives: true } })
    expect(lines(printer)[0]).toContain('0123456789')
    printer.set({ paper: 'out' })
    expect(await test()).toMatchObject({ why: 'paper-out', printer: { state: 'paper-out', gives: false } })
    // Somebody stands beside it and looks: one that does not answer is given the page all the same.
    printer.set({ paper: 'full', answers: 'never' })
    await expect.poll(async () => (await stateOf(hall)).state).toBe('unknown')
    expect(await test()).toMatchObject({ why: 'timeout', printer: { state: 'unknown' } })
    await expect.poll(() => printer.slips.length).toBe(2)
  })
})

describe('for rehearsals', () => {
  it('a printer that is none draws slips into the data folder', async () => {
    const hall = await hallApp({
      plan: withPrinters(printerAt(1, { link: { kind: 'fake' }, reception: true })),
      painter,
    })
    const { visit } = await take(hall, 'ayu')
    await becomes(hall, visit.token, { status: 'printed' })
    expect(readdirSync(join(hall.dir, 'slips'))).toEqual([expect.stringMatching(/-pintu-A001\.png$/)])
  })
})
