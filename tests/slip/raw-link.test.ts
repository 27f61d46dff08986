// A printer that takes ESC/POS bytes over the network, with every fault that it can have. Nothing ever throws.
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Link } from '../../server/slip/printers/link.ts'
import { openTcp } from '../../server/slip/printers/tcp.ts'
import { rawLink } from '../../server/slip/printers/raw-link.ts'
import { emulatedPrinter, type PrinterState } from './printer.ts'
import { quick } from './quick.ts'

const cut = Buffer.from([0x1d, 0x56, 0x00])
const slip = (text: string) => Buffer.concat([Buffer.from(`\x1b@${text}\n`), cut])

function linkTo(port: number, answers = true): Link {
  const link = rawLink({
    folder: '',
    answers,
    pace: quick,
    told: () => {},
    open: (signal) => openTcp('127.0.0.1', port, signal),
  })
  onTestFinished(link.stop)
  return link
}
async function printerWith(given: Partial<PrinterState> = {}, answers = true) {
  const printer = await emulatedPrinter(given)
  return { printer, link: linkTo(printer.port, answers) }
}
const print = (link: Link, text = 'A001', blindly = false) => link.print(slip(text), text, blindly)

describe('looked at', () => {
  it.each([
    ['ready', null, {}],
    ['near-end', null, { paper: 'near-end' }],
    ['paper-out', 'paper-out', { paper: 'out' }],
    ['cover-open', 'cover-open', { cover: 'open' }],
    ['error', 'error', { error: true }],
    ['offline', 'offline', { online: false }],
    ['unknown', 'timeout', { answers: 'never' }],
    ['unknown', 'timeout', { answers: 'late' }],
    ['unknown', 'timeout', { line: 'hangs' }],
    ['error', 'error', { answers: 'garbage' }],
    ['error', 'error', { answers: 'babbles' }],
    ['offline', 'unreachable', { line: 'refuses' }],
  ] as const)('a printer is %s (%s): %o', async (state, why, given) => {
    const { link } = await printerWith(given)
    expect(await link.look()).toEqual({ state, why })
  })

  it('one that never stops talking is hung up on, also in the middle of a slip', async () => {
    const { link, printer } = await printerWith({ waits: true })
    const printed = print(link)
    await expect.poll(printer.waiting).toBeGreaterThan(0)
    printer.set({ answers: 'babbles' })
    expect(await printed).toMatchObject({ why: 'error', now: { state: 'error' } })
    await expect.poll(printer.open).toBe(0)
  })

  it('nobody there is unreachable', async () => {
    const { link, printer } = await printerWith()
    await printer.unplug()
    expect(await link.look()).toEqual({ state: 'offline', why: 'unreachable' })
    expect(await print(link)).toMatchObject({ why: 'unreachable', now: { state: 'offline' } })
  })

  it('what it says unasked is believed if it does not answer', async () => {
    const { link, printer } = await printerWith({ answers: 'never', asb: true })
    const looked = link.look()
    await expect.poll(printer.open).toBe(1)
    printer.set({ paper: 'near-end' })
    expect(await looked).toEqual({ state: 'near-end', why: null })
  })

  it('a late answer is never taken for one of the next look', async () => {
    const { link, printer } = await printerWith({ answers: 'late', paper: 'out' })
    expect(await link.look()).toMatchObject({ why: 'timeout' })
    printer.set({ answers: 'at-once', paper: 'full' })
    printer.answerNow()
    expect(await link.look()).toEqual({ state: 'ready', why: null })
  })
})

describe('printing', () => {
  it('comes out, and the line is let go', async () => {
    const { link, printer } = await printerWith()
    expect(await print(link)).toEqual({ why: null, now: { state: 'ready', why: null } })
    expect(printer.texts()).toEqual(['\x1b@A001\n'])
    await expect.poll(printer.open).toBe(0)
  })

  it('comes out of a printer that never says when it is done', async () => {
    const { link, printer } = await printerWith({ echoes: false })
    expect((await print(link)).why).toBeNull()
    expect(printer.slips).toHaveLength(1)
  })

  it.each([
    ['paper-out', { paper: 'out' }],
    ['cover-open', { cover: 'open' }],
    ['offline', { online: false }],
    ['error', { error: true }],
    ['timeout', { answers: 'never' }],
    ['error', { answers: 'garbage' }],
  ] as const)('sends nothing where it would not come out: %s', async (why, given) => {
    const { link, printer } = await printerWith(given)
    expect((await print(link)).why).toBe(why)
    printer.set({ paper: 'full', cover: 'shut', online: true, error: false })
    expect([printer.texts(), printer.half()]).toEqual([[], ''])
  })

  it('tells that paper ran out in the middle, and the other half never comes out', async () => {
    const { link, printer } = await printerWith({ bytesLeft: 20 })
    const text = 'A001 '.repeat(20)
    expect(await print(link, text)).toMatchObject({ why: 'paper-out', now: { state: 'paper-out' } })
    await expect.poll(printer.cleared).toBe(1)
    printer.set({ bytesLeft: Infinity })
    expect(await print(link, 'A002')).toMatchObject({ why: null })
    expect(printer.texts()).toEqual(['\x1b@A002\n'])
  })

  it('tells that the cover was opened in the middle', async () => {
    const { link, printer } = await printerWith({ waits: true })
    const printed = print(link)
    await expect.poll(printer.calls).toBe(1)
    printer.set({ cover: 'open' })
    expect((await printed).why).toBe('cover-open')
  })

  it('does not wait for ever for one that takes all and prints nothing', async () => {
    const { link } = await printerWith({ waits: true, echoes: true })
    // It answers that all is well: after a while the slip counts as out, as with printers that never say.
    expect((await print(link)).why).toBeNull()
  })

  it('does not wait for ever for one that takes nothing', async () => {
    const { link } = await printerWith({ line: 'hangs' })
    expect((await print(link)).why).toBe('timeout')
  })

  it('is an error where the line is cut in the middle and the printer is well', async () => {
    const { link } = await printerWith({ line: 'closes' })
    expect(await print(link)).toMatchObject({ why: 'error', now: { state: 'ready' } })
  })

  it('is done blindly for somebody beside a printer that does not answer', async () => {
    const { link, printer } = await printerWith({ answers: 'never' })
    expect((await print(link, 'test', true)).why).toBe('timeout')
    expect(printer.texts()).toEqual(['\x1b@test\n'])
  })
})

describe('one that gives no status', () => {
  it('has printed what it accepted', async () => {
    const { link, printer } = await printerWith({ answers: 'never' }, false)
    expect(await link.look()).toEqual({ state: 'unknown', why: null })
    expect(await print(link)).toEqual({ why: null, now: { state: 'unknown', why: null } })
    await expect.poll(printer.texts).toEqual(['\x1b@A001\n'])
  })

  it('is unreachable when it is', async () => {
    const { link, printer } = await printerWith({}, false)
    await printer.unplug()
    expect((await print(link)).why).toBe('unreachable')
  })
})

it('stopped, it lets go at once of whatever it waits for', async () => {
  const { link, printer } = await printerWith({ answers: 'never' })
  const looked = link.look()
  await expect.poll(printer.open).toBe(1)
  link.stop()
  await looked
  await expect.poll(printer.open).toBe(0)
  expect((await link.look()).why).toBe('unreachable')
})
