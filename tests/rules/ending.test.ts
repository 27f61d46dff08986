// Rules W: how staff end a step, send the visitor on, and call out of order.
import { expect, it } from 'vitest'
import type { Event } from '../../server/hall/event.ts'
import { call, callNext, finish, open, refer, release, start, take, undo } from './commands.ts'
import { given } from './given.ts'
import { counterPrinter, rulesPlan } from './rules-plan.ts'
import { factOf } from '../figures/facts-of.ts'

const serving = (services = ['ktp'], ...more: string[]) =>
  given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    take('a', [...services, ...more]),
    '08:10',
    callNext('loket-1'),
    start('loket-1'),
  )
const types = (events: Event[]) => events.map(({ type }) => type)

it('[W1] an end may have a reason of the plan: it says the outcome, and the facts keep it', () => {
  const story = serving()
  story.does(finish('loket-1', null, [], { reason: 'tidak-berhak' }))
  expect(story.step('a', 'ktp')).toMatchObject({ outcome: 'incomplete', reason: 'tidak-berhak' })
  expect(factOf(story, 'a.1')).toMatchObject({ outcome: 'incomplete', reason: 'tidak-berhak' })
  const asked = serving()
  asked.does(finish('loket-1', 'served', [], { reason: 'tanya' }))
  expect(factOf(asked, 'a.1')).toMatchObject({ outcome: 'served', reason: 'tanya' })
})

it('[W1] an end may have a reason of the plan: no other one, and none that says otherwise', () => {
  const story = serving()
  expect(story.when(finish('loket-1', null, [], { reason: 'bosan' }))).toEqual({
    refused: 'unknown-reason',
    about: 'bosan',
  })
  expect(story.refusal(finish('loket-1', 'incomplete', [], { reason: 'tanya' }))).toBe('reason-contradicts')
  expect(story.refusal(finish('loket-1', 'served', [], { reason: 'tidak-berhak' }))).toBe(
    'reason-contradicts',
  )
  expect(story.refusal(finish('loket-1', null, ['surat-kk'], { reason: 'tanya' }))).toBe(
    'missing-without-incomplete',
  )
  expect(story.present('loket-1')).toBe('a')
})

it('[W16] finishing as served may note the documents that were handed over', () => {
  const story = serving()
  const [event] = story.does(finish('loket-1', null, [], { documents: 3 }))
  expect(event).toMatchObject({ type: 'finished', outcome: 'served', documents: 3 })
  expect(factOf(story, 'a.1')).toMatchObject({ outcome: 'served', documents: 3 })
  const without = serving()
  const [plain] = without.does(finish('loket-1'))
  expect(plain).not.toHaveProperty('documents')
  expect(factOf(without, 'a.1').documents).toBeNull()
})

it('[W16] finishing as served may note the documents that were handed over: an undo takes them with it', () => {
  const story = serving()
  story.does(finish('loket-1', null, [], { documents: 3 }))
  story.does(undo('loket-1'))
  expect(factOf(story, 'a.1').documents).toBeNull()
  story.does(finish('loket-1', null, [], { documents: 1 }))
  expect(factOf(story, 'a.1').documents).toBe(1)
})

it('[W16] finishing as served may note the documents that were handed over: no other end', () => {
  const story = serving()
  for (const end of [
    finish('loket-1', 'incomplete', [], { documents: 1 }),
    finish('loket-1', null, ['surat-kk'], { documents: 1 }),
    finish('loket-1', null, [], { reason: 'tidak-berhak', documents: 1 }),
  ])
    expect(story.refusal(end)).toBe('documents-without-served')
  expect(story.present('loket-1')).toBe('a')
})

it('[W2] what is missing and what was told can be typed as free text', () => {
  const story = serving()
  expect(story.refusal(finish('loket-1', 'served', [], { words: 'note-1' }))).toBe(
    'missing-without-incomplete',
  )
  story.does(finish('loket-1', null, [], { words: 'note-1', told: 'note-2' }))
  expect(story.step('a', 'ktp')).toMatchObject({ status: 'done', outcome: 'incomplete' })
})

it('[W3] a visitor who fetches what is missing returns today with all the credit', () => {
  const story = serving()
  story.does(finish('loket-1', null, ['surat-kk'], { words: 'note-1', told: 'note-2', comeBack: true }))
  expect(story.statuses('a')).toEqual(['done', 'held'])
  expect(story.step('a', 'ktp')).toMatchObject({
    until: null,
    missing: ['surat-kk'],
    returns: { words: 'note-1', told: 'note-2' },
  })
  story.does(take('b', ['ktp']))
  expect(story.at('09:00').next('loket-1')).toBe('b')
  story.does(release('loket-1', 'a'))
  expect(story.next('loket-1')).toBe('a')
  const [called] = story.does(callNext('loket-1'))
  expect(called).toMatchObject({ visit: 'a', why: { credit: 60, over: { number: 'A002' } } })
  expect(factOf(story, 'a.2')).toMatchObject({ returns: true })
})

it('[W3] a visitor who fetches what is missing returns today with all the credit: not one who was served', () => {
  const story = serving()
  expect(story.refusal(finish('loket-1', 'served', [], { comeBack: true }))).toBe(
    'come-back-without-incomplete',
  )
  expect(story.refusal(finish('loket-1', null, [], { reason: 'tanya', comeBack: true }))).toBe(
    'come-back-without-incomplete',
  )
  story.nextDay('00:10')
  expect(story.refusal(finish('loket-1', null, [], { comeBack: true }))).toBe('hall-closed')
  story.does(finish('loket-1', 'incomplete'))
})

it('[W3] a visitor who fetches what is missing returns today with all the credit: at midnight it is over', () => {
  const story = serving()
  story.does(finish('loket-1', null, [], { comeBack: true }))
  story.nextDay('08:00')
  expect(story.hall.yesterday?.visits.get('a')?.steps.map(({ status }) => status)).toEqual([
    'done',
    'expired',
  ])
})

it('[R7] a visit has at most 32 steps: the return with a missing paper is one too', () => {
  const story = serving()
  const fetches = finish('loket-1', null, [], { comeBack: true })
  for (let steps = 1; steps < 32; steps++)
    for (const command of [fetches, release('loket-1', 'a'), callNext('loket-1'), start('loket-1')])
      story.does(command)
  expect(story.visit('a').steps).toHaveLength(32)
  expect(story.refusal(fetches)).toBe('too-many-steps')
})

it('[W4] what came after a step waits for its return', () => {
  const story = serving(['kk', 'ktp'])
  story.does(finish('loket-1', null, [], { comeBack: true }))
  expect(story.statuses('a')).toEqual(['done', 'blocked', 'held'])
  story.does(release('loket-1', 'a'))
  story.does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.does(finish('loket-1'))
  expect(story.statuses('a')).toEqual(['done', 'waiting', 'done'])
})

it('[W5] a referral may go to several services at once', () => {
  const story = serving(['kk'])
  const note = { note: 'note-1' }
  story.does({ ...refer('loket-1', 'ktp', true, ['akta', 'bayar']), ...note })
  expect(story.statuses('a')).toEqual(['done', 'waiting', 'waiting', 'waiting', 'blocked'])
  for (const service of ['ktp', 'akta', 'bayar'])
    expect(story.step('a', service).referred).toEqual({ counter: 'loket-1', note: 'note-1' })
  expect(story.step('a', 'kk')).toMatchObject({ comeBack: { counter: 'loket-1' } })
  for (const act of [callNext, start, finish, callNext, start, finish]) story.does(act('loket-1'))
  expect(story.statuses('a').at(-1)).toBe('blocked')
  story.at('08:15').does(open('loket-5'))
  for (const act of [callNext, start, finish]) story.does(act('loket-5'))
  expect(story.statuses('a')).toEqual(['done', 'done', 'done', 'done', 'waiting'])
})

it('[W5] a referral may go to several services at once: one to a single service is recorded as it always was', () => {
  const story = serving(['kk'])
  expect(story.does(refer('loket-1', 'ktp', false, ['akta']))).toMatchObject([{ also: ['akta'] }])
  story.does(undo('loket-1'))
  expect(story.does(refer('loket-1', 'ktp'))).toEqual([
    expect.not.objectContaining({ also: expect.anything() }),
  ])
})

it('[W5] a referral may go to several services at once: the plan’s order among them is kept', () => {
  const story = serving(['akta'])
  story.does(refer('loket-1', 'sim', false, ['skck']))
  expect(story.statuses('a')).toEqual(['done', 'blocked', 'waiting'])
})

it('[W5] a referral may go to several services at once: all of them or none', () => {
  const story = serving(['kk'], 'bayar')
  const refused = (...also: string[]) => story.when(refer('loket-1', 'ktp', false, also))
  expect(refused('akta', 'paspor')).toEqual({ refused: 'unknown-service', about: 'paspor' })
  expect(refused('tabungan')).toEqual({ refused: 'service-closed', about: 'tabungan' })
  expect(refused('kk')).toEqual({ refused: 'same-service', about: 'kk' })
  expect(refused('bayar')).toEqual({ refused: 'already-waiting', about: 'bayar' })
  expect(refused('akta', 'akta')).toEqual({ refused: 'already-waiting', about: 'akta' })
  expect(refused('ktp')).toEqual({ refused: 'already-waiting', about: 'ktp' })
  expect(story.statuses('a')).toEqual(['serving', 'waiting'])
})

it('[W6] the slip that says where to go comes out at the counter by itself', () => {
  const plan = { ...rulesPlan, printers: [counterPrinter('printer-1', ['loket-1'])] }
  const story = given(plan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk']), take('b', ['kk']))
  story.does(callNext('loket-1'))
  expect(story.does(refer('loket-1', 'ktp'))).toMatchObject([
    { type: 'referred' },
    { type: 'slip-asked', visit: 'a', printer: 'printer-1' },
  ])
  expect(story.visit('a').slip).toMatchObject({ status: 'queued', noted: true })
  story.does(callNext('loket-1'))
  story.does(undo('loket-1'))
  story.does(callNext('loket-2'))
  expect(types(story.does(refer('loket-2', 'bayar')))).toEqual(['referred'])
})

it('[W6] the slip that says where to go comes out at the counter by itself: not twice', () => {
  const plan = { ...rulesPlan, printers: [counterPrinter('printer-1', ['loket-1'])] }
  const story = given(plan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  story.does(refer('loket-1', 'ktp'))
  story.does(undo('loket-1'))
  expect(types(story.does(refer('loket-1', 'bayar')))).toEqual(['referred'])
  expect(story.visit('a').slip.copies).toBe(1)
})

it('[W7] a call out of order may say why', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), take('b', ['kk']))
  story.does(call('loket-1', 'b', { code: 'di-loket' }))
  expect(story.step('b', 'kk')).toMatchObject({ call: { reason: { code: 'di-loket' } } })
  expect(factOf(story, 'b.1')).toMatchObject({ callReason: 'di-loket' })
  story.does(undo('loket-1'))
  story.does(call('loket-1', 'b', { note: 'note-1' }))
  expect(story.step('b', 'kk')).toMatchObject({ call: { reason: { note: 'note-1' } } })
  expect(factOf(story, 'b.1')).toMatchObject({ callReason: null })
})

it('[V2] no step is ever lost: sent on when the clock went back over midnight', () => {
  const story = given(rulesPlan, '23:50', open('loket-3'), take('a', ['kk', 'skck']), callNext('loket-3'))
  story.does(start('loket-3'))
  story.nextDay('00:10')
  expect(story.visit('a').steps.map(({ id }) => id)).toEqual(['a.2'])
  story.setClockBack(15).nextDay('23:55', -1)
  story.does(refer('loket-3', 'bayar', true))
  expect(story.visit('a').steps.map(({ id, service, status }) => `${id} ${service} ${status}`)).toEqual([
    'a.2 skck done',
    'a.3 bayar waiting',
    'a.4 skck blocked',
  ])
})
