// Rules L: who holds the number, and who may not.
import { expect, it } from 'vitest'
import { askSlip, call, note, open, printed, restart, slipFailed, take } from './commands.ts'
import { given } from './given.ts'
import { printerOfKiosk, printerOfStaff } from '../../server/hall/visit/slip.ts'
import type { Printer } from '../../server/hall/equipment.ts'
import { rulesPlan } from './rules-plan.ts'

const printer = { printer: 'printer-1' }

it('[L1] nobody is called who may not hold the number', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk'], printer), take('b', ['kk']))
  expect(story.visit('a')).toMatchObject({ number: 'A001', slip: { status: 'queued', copies: 1 } })
  expect(story.visit('b').slip.status).toBe('none')
  expect(story.next('loket-1')).toBe('b')
  expect(story.when(call('loket-1', 'a'))).toEqual({ refused: 'not-callable', about: 'slip' })
  story.does(printed('a'))
  expect(story.next('loket-1')).toBe('a')
})

it('[L1] nobody is called who may not hold the number: noted is as good as printed', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer))
  story.does(note('a'))
  expect(story.next('loket-1')).toBe('a')
})

it('[L2] a slip that failed drops nobody', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk'], printer), take('b', ['kk']))
  story.does(slipFailed('a'))
  expect(story.step('a', 'kk').status).toBe('waiting')
  expect(story.at('09:00').next('loket-1')).toBe('b')
  story.does(askSlip('a'))
  expect(story.next('loket-1')).toBe('b')
  story.does(printed('a'))
  expect(story.does(call('loket-1', 'a'))).toMatchObject([{ why: { credit: 60 } }])
})

it('[L10] a visitor who confirms it on the visit’s own page holds the number', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk'], printer), slipFailed('a'))
  expect(story.next('loket-1')).toBeNull()
  expect(story.does(note('a'))).toEqual([{ type: 'number-noted', visit: 'a' }])
  expect(story.does(note('a'))).toEqual([])
  expect(story.next('loket-1')).toBe('a')
  expect(story.visit('a').slip).toMatchObject({ status: 'failed', noted: true })
})

it('[L3] after a restart a slip on its way counts as failed', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), take('b', ['kk'], printer), take('c', ['kk']))
  story.does(printed('b'))
  expect(story.does(restart)).toMatchObject([{ type: 'slip-failed', visit: 'a' }])
  expect(['a', 'b', 'c'].map((id) => story.visit(id).slip.status)).toEqual(['failed', 'printed', 'none'])
  expect(story.does(restart)).toEqual([])
})

it('[L4] a copy takes nothing away', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), printed('a'), askSlip('a'))
  expect(story.visit('a').slip).toMatchObject({ status: 'queued', copies: 2 })
  expect(story.next('loket-1')).toBe('a')
  story.does(slipFailed('a'))
  expect(story.next('loket-1')).toBe('a')
})

it('[L5] the printer’s report counts while a slip is on its way', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), slipFailed('a'))
  expect(story.does(printed('a'))).toEqual([])
  expect(story.visit('a').slip.status).toBe('failed')
  expect(story.refusal(printed('nobody'))).toBe('unknown-visit')
})

it('[L5] the printer’s report counts while a slip is on its way: at another printer by then, the first one’s trouble is no news', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), askSlip('a', 'printer-2'))
  expect(story.does(slipFailed('a', 'timeout', 'printer-1'))).toEqual([])
  expect(story.visit('a').slip).toMatchObject({ status: 'queued', printer: 'printer-2' })
  // A slip that came out is in the visitor's hand, whichever printer it was.
  story.does(printed('a'))
  expect(story.visit('a').slip.status).toBe('printed')
})

it('[L6] a slip that failed says why', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer))
  expect(story.visit('a').slip.why).toBeNull()
  story.does(slipFailed('a', 'cover-open'))
  expect(story.visit('a').slip).toMatchObject({ status: 'failed', why: 'cover-open' })
  story.does(askSlip('a'))
  expect(story.visit('a').slip).toMatchObject({ status: 'queued', why: null })
  story.does(restart)
  expect(story.visit('a').slip).toMatchObject({ status: 'failed', why: 'restart' })
})

it('[L7] the second slip for a number says that it is a copy', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), slipFailed('a'), take('b', ['kk']))
  expect(story.visit('a').slip.copies).toBe(1)
  story.does(askSlip('a'))
  expect(story.visit('a').slip.copies).toBe(2)
  // Shown without a printer, the first one on paper is the first one.
  story.does(askSlip('b'))
  expect(story.visit('b').slip.copies).toBe(1)
})

it('[L7] the second slip for a number says that it is a copy: also after a restart', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), printed('a'), askSlip('a'))
  expect(story.does(restart)).toMatchObject([{ type: 'slip-failed', visit: 'a', why: 'restart' }])
  story.does(askSlip('a'))
  expect(story.visit('a').slip).toMatchObject({ status: 'queued', copies: 3, noted: true })
})

it('[L8] a slip that is on its way is not asked for twice', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer))
  expect(story.does(askSlip('a'))).toEqual([])
  expect(story.does(askSlip('a', 'printer-2'))).toMatchObject([{ type: 'slip-asked', printer: 'printer-2' }])
  expect(story.does(askSlip('a', 'printer-2'))).toEqual([])
})

const onPaper = (id: string, whose: Partial<Printer>): Printer => ({
  id,
  name: { id, en: id },
  link: { kind: 'fake' },
  paper: 80,
  answers: true,
  kiosks: [],
  counters: [],
  reception: false,
  ...whose,
})

it('[L9] a kiosk prints on its own printer, staff on that of their counter', () => {
  const printers = [
    onPaper('pintu', { kiosks: ['kiosk-1', 'kiosk-2'] }),
    onPaper('meja', { counters: ['loket-1'] }),
    onPaper('depan', { reception: true }),
  ]
  const story = given({ ...rulesPlan, printers }, open('loket-1', 'ayu'), open('loket-2', 'budi'))
  expect(printerOfKiosk(story.hall, 'kiosk-2')).toBe('pintu')
  expect(printerOfKiosk(story.hall, 'kiosk-3')).toBeNull()
  expect(printerOfStaff(story.hall, 'ayu')).toBe('meja')
  expect(printerOfStaff(story.hall, 'budi')).toBe('depan')
  expect(printerOfStaff(given(rulesPlan).hall, 'ayu')).toBeNull()
})

it('[L9] a kiosk prints on its own printer, staff on that of their counter: where there is none nothing is printed', () => {
  const story = given(rulesPlan, take('a', ['kk'], printer), printed('a'))
  expect(story.does({ ...askSlip('a'), printer: null })).toEqual([])
  expect(story.visit('a').slip.status).toBe('printed')
  expect(story.refusal({ ...askSlip('nobody'), printer: null })).toBe('unknown-visit')
})
