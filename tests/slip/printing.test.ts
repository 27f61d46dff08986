// Printers through the whole server: what happens to a number's slip, with every fault that a printer can have.
import { describe, expect, it } from 'vitest'
import { hallApp, type HallApp } from '../api/hall-app.ts'
import { askAgain, becomes, hallWith, lines, printerAt, stateOf, take, withPrinters } from './printed-hall.ts'
import { readEscPos } from './escpos-read.ts'
import { emulatedPrinter } from './printer.ts'
import { quick } from './quick.ts'

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
    // Nobody is called who may not hold the number; once it is noted, the visitor is next.
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

describe('the code on a slip', () => {
  it.each([true, false, undefined])(
    'is of the printer’s own making where the plan says so: %s',
    async (drawsQr) => {
      const { hall, printer } = await hallWith(
        {},
        drawsQr === undefined ? {} : { drawsQr },
        'https://antre.test',
      )
      const { visit } = await take(hall)
      await becomes(hall, visit.token, { status: 'printed' })
      const [slip] = printer.slips
      const { qrs, rasters } = readEscPos(slip ?? Buffer.alloc(0), 576)
      expect(qrs).toEqual(drawsQr === true ? [`https://antre.test/t/${visit.token}`] : [])
      expect(rasters).toHaveLength(1)
    },
  )
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
