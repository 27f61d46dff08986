// Printers that are slow, silent, or confirm only sometimes: a number counts as printed when its paper is there.
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Link } from '../../server/slip/printers/link.ts'
import { guessOf, limitOf, usualPace } from '../../server/slip/printers/pace.ts'
import { rawLink } from '../../server/slip/printers/raw-link.ts'
import { openTcp } from '../../server/slip/printers/tcp.ts'
import { becomes, hallWith, lines, slipOf, take } from './printed-hall.ts'
import { emulatedPrinter, type PrinterState } from './printer.ts'
import { quick } from './quick.ts'

/** As many bytes as a slip with its code in dots. */
const slip = (name: string, bytes = 4_000) =>
  Buffer.concat([Buffer.from(`\x1b@${name}${'.'.repeat(bytes)}\n`), Buffer.from([0x1d, 0x56, 0x00])])

async function linkedTo(given: Partial<PrinterState>, looked = true) {
  const printer = await emulatedPrinter(given)
  const link: Link = rawLink({
    folder: '',
    answers: true,
    pace: quick,
    told: () => {},
    open: (signal) => openTcp('127.0.0.1', printer.port, signal),
  })
  onTestFinished(link.stop)
  if (looked) await link.look()
  return {
    printer,
    print: (name: string, bytes?: number) => link.print(slip(name, bytes), name, false),
    link,
  }
}

it('a slip is waited for by its bytes: 2,000 in a second and 12 seconds, or guessed by 4,000 and 2.5', () => {
  expect([limitOf(4_000, usualPace), guessOf(4_000, usualPace)]).toEqual([14_000, 3_500])
})

describe.each([4_000, 6_000])('a printer that prints %i bytes in a second', (speed) => {
  it('has printed a slip when it says so, and not before', async () => {
    const { printer, print } = await linkedTo({ speed })
    const printed = print('A001')
    await expect.poll(() => printer.half().length).toBeGreaterThan(100)
    expect(await printed).toMatchObject({ why: null })
    expect(printer.slips).toHaveLength(1)
  })

  it('the same where its status waits for its turn behind the data', async () => {
    const { printer, print } = await linkedTo({ speed, inTurn: true })
    expect(await print('A001')).toMatchObject({ why: null, now: { state: 'ready' } })
    expect(printer.slips).toHaveLength(1)
  })

  it('whose roll ends half-way has not printed that slip', async () => {
    const { printer, print } = await linkedTo({ speed, bytesLeft: 6_500 })
    expect(await print('A001')).toMatchObject({ why: null })
    expect(await print('A002')).toMatchObject({ why: 'paper-out', now: { state: 'paper-out' } })
    expect(printer.slips).toHaveLength(1)
  })
})

describe('a printer that answers', () => {
  it('is known by the first look, before any slip', async () => {
    const { printer, print } = await linkedTo({})
    printer.set({ echoes: false })
    // It is known to answer, so its silence means no paper.
    expect(await print('A001', 10)).toMatchObject({ why: 'timeout', now: { state: 'ready' } })
  })

  it('only sometimes has not printed what it kept silent about', async () => {
    const { print } = await linkedTo({ echoes: 'odd' })
    const whys = []
    for (const name of ['A001', 'A002', 'A003', 'A004']) whys.push((await print(name, 10)).why)
    expect(whys).toEqual(['timeout', null, 'timeout', null])
  })

  it('[L12] only with a mute printer is the outcome guessed: after three answers that are missing in a row, until one comes', async () => {
    const { printer, print } = await linkedTo({ echoes: 'once' })
    const whys = []
    for (const name of ['A001', 'A002', 'A003', 'A004']) whys.push((await print(name, 10)).why)
    expect(whys).toEqual(['timeout', 'timeout', 'timeout', null])
    printer.set({ echoes: true })
    expect(await print('A005', 10)).toMatchObject({ why: null })
    printer.set({ echoes: false })
    expect(await print('A006', 10)).toMatchObject({ why: 'timeout' })
  })

  it('keeps its word where the paper went: that is no missing answer', async () => {
    const { printer, print } = await linkedTo({})
    for (const name of ['A001', 'A002', 'A003']) {
      printer.set({ bytesLeft: 8 })
      expect(await print(name)).toMatchObject({ why: 'paper-out' })
      printer.set({ bytesLeft: Infinity })
    }
    printer.set({ echoes: false })
    expect(await print('A004', 10)).toMatchObject({ why: 'timeout' })
  })
})

describe('a printer that never answers', () => {
  it('has printed what it was well with for as long as its bytes take', async () => {
    const { printer, print } = await linkedTo({ echoes: false, speed: 40_000 })
    expect(await print('A001')).toMatchObject({ why: null })
    expect(printer.slips).toHaveLength(1)
  })

  it('is asked by three looks at most, and again once it was not well', async () => {
    const { printer, link } = await linkedTo({ echoes: false })
    for (let look = 0; look < 5; look += 1) await link.look()
    expect(printer.asked()).toBe(3)
    printer.set({ paper: 'out' })
    await link.look()
    printer.set({ paper: 'full', echoes: true })
    for (let look = 0; look < 3; look += 1) await link.look()
    // Once more, and it has answered.
    expect(printer.asked()).toBe(4)
  })
})

it('[L11] a printer that has ever confirmed a slip is waited for until it confirms: in a rush at the roll’s end nobody is called whose number no one holds', async () => {
  const { hall, printer } = await hallWith({ speed: 1_500 })
  await hall.act('ayu', 'open', 'loket-1')
  // Paper for two slips and a half.
  const first = await take(hall)
  await becomes(hall, first.visit.token, { status: 'printed' })
  const size = printer.slips[0]?.length ?? 0
  printer.set({ bytesLeft: Math.round(size * 1.5) })
  const taken = [first]
  for (let more = 0; more < 5; more += 1) taken.push(await take(hall))
  const status = async ({ visit }: (typeof taken)[0]) => (await slipOf(hall, visit.token)).status
  await expect
    .poll(async () => (await Promise.all(taken.map(status))).includes('queued'), { timeout: 20_000 })
    .toBe(false)
  const outcome = await Promise.all(taken.map(async (one) => [one.visit.number, await status(one)]))
  const held = lines(printer).map((paper) => /A\d{3}/.exec(paper)?.[0])
  expect(held).toEqual(['A001', 'A002'])
  expect(outcome.filter(([, is]) => is === 'printed').map(([number]) => number)).toEqual(held)
  const called = []
  for (let call = 0; call < 6; call += 1) {
    const answer = await hall.does<{ call: { number: string } | null }>(
      'POST /api/counters/loket-1/call-next',
      { as: 'ayu' },
    )
    if (answer.call === null) break
    called.push(answer.call.number)
    await hall.act('ayu', 'miss', 'loket-1')
  }
  expect(called).toEqual(held)
})
