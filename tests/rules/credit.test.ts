// Rules K: who is next, and why.
import { expect, it } from 'vitest'
import { byCredit, type Place } from '../../server/hall/credit.ts'
import type { EventOf } from '../../server/hall/event.ts'
import { aheadOf, callableAt, firstNumbers } from '../../server/hall/next.ts'
import { call, callNext, hold, miss, open, putBack, refer, release, start, take, undo } from './commands.ts'
import { given, type WallClock } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

const priority = { priority: true }

it('[K1] credit is the minutes since arrival, times the rate of the class', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-5'), take('a', ['kk']))
  story.does(take('b', ['bayar'], priority))
  story.at('08:07:30')
  expect(story.does(callNext('loket-1'))).toMatchObject([{ why: { credit: 7.5 } }])
  expect(story.does(callNext('loket-5'))).toMatchObject([{ why: { credit: 22.5 } }])
})

it('[K2] credit is kept through everything', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  const creditAt = (time: `${number}:${number}`) => story.at(time).does(callNext('loket-1'))
  story.does(hold('loket-1'))
  story.does(release('loket-1', 'a'))
  expect(creditAt('08:10')).toMatchObject([{ why: { credit: 10 } }])
  story.does(miss('loket-1'))
  story.does(release('loket-1', 'a'))
  expect(creditAt('08:20')).toMatchObject([{ why: { credit: 20 } }])
  story.does(putBack('loket-1'))
  expect(creditAt('08:30')).toMatchObject([{ why: { credit: 30 } }])
  story.does(refer('loket-1', 'akta', true))
  expect(creditAt('08:40')).toMatchObject([{ step: 'a.2', why: { credit: 40 } }])
  story.does(refer('loket-1', 'bayar'))
  expect(creditAt('08:50')).toMatchObject([{ step: 'a.3', why: { credit: 50 } }])
})

it('[K3] the highest credit is next', () => {
  const story = given(rulesPlan, '08:00', take('a', ['akta']), '08:01', take('b', ['kk']))
  story.at('08:02').does(take('c', ['ktp'], priority))
  expect([story.next('loket-1'), story.next('loket-2')]).toEqual(['a', 'b'])
  story.at('08:03')
  expect([story.next('loket-1'), story.next('loket-2')]).toEqual(['a', 'c'])
  expect(story.at('08:04').next('loket-1')).toBe('c')
})

it('[K3] the highest credit is next: as many as a counter asks for, of all its services together', () => {
  const story = given(rulesPlan, '08:00', take('a', ['ktp']), take('b', ['kk']), '08:01')
  for (const id of ['c', 'd']) story.does(take(id, ['kk']))
  const first = (most: number) =>
    callableAt(story.hall, 'loket-1', story.time.now, most).map(({ place }) => place.step)
  expect(first(2)).toEqual(['a.1', 'b.1'])
  expect(first(3)).toEqual(['a.1', 'b.1', 'c.1'])
})

it('[K3] the highest credit is next: the boards name the numbers in that order, whatever their service', () => {
  const story = given(rulesPlan, '08:00', take('a', ['akta']), '08:01', take('b', ['kk', 'akta']))
  story.at('08:02').does(take('c', ['kk'], priority))
  const first = (time: WallClock, most = 3) =>
    firstNumbers(story.hall, ['kk', 'akta'], story.at(time).time.now, most)
  const number = (id: string) => story.visit(id).number
  expect(first('08:02')).toEqual(['a', 'b', 'c'].map(number))
  expect(first('08:10')).toEqual(['c', 'a', 'b'].map(number))
  expect(first('08:10', 2)).toEqual(['c', 'a'].map(number))
})

it('[K4] a tie goes to the earlier arrival, then to the number', () => {
  const story = given(rulesPlan, '08:00', take('a', ['kk']), '08:20', take('b', ['kk'], priority), '08:30')
  expect(story.next('loket-1')).toBe('a')
  expect(story.at('08:30:01').next('loket-1')).toBe('b')
  const together = given(rulesPlan, '08:00', take('b', ['akta']), take('a', ['kk']), take('c', ['kk']))
  expect([together.next('loket-1'), together.next('loket-2')]).toEqual(['a', 'a'])
})

it('[K4] a tie goes to the earlier arrival, then to the number: of one visit the step that it asked for first', () => {
  const story = given(rulesPlan, '08:00', take('a', ['akta', 'kk']), take('b', ['kk', 'akta']))
  const steps = callableAt(story.hall, 'loket-1', story.time.now, 4).map(({ place }) => place.step)
  expect(steps).toEqual(['b.1', 'b.2', 'a.1', 'a.2'])
})

it('[K4] a tie goes to the earlier arrival, then to the number: a tie is not a matter of rounding', () => {
  const place: Place = {
    visit: 'a',
    step: 'a.1',
    service: 'kk',
    takenAt: 0,
    priority: false,
    prefix: 'A',
    running: 1,
    index: 0,
  }
  for (let ms = 1; ms < 2000; ms++) {
    const late: Place = { ...place, visit: 'b', takenAt: 2 * ms, priority: true, running: 2 }
    expect(byCredit(place, late, rulesPlan.rates, 3 * ms)).toBeLessThan(0)
  }
})

it('[K5] priority passes only those whom it has outwaited at its rate', () => {
  const story = given(rulesPlan, '08:00', take('a', ['kk']), '08:21', take('b', ['kk'], priority))
  expect(story.at('08:30').next('loket-1')).toBe('a')
  expect(story.at('08:31').next('loket-1')).toBe('a')
  expect(story.at('08:32').next('loket-1')).toBe('b')
})

it('[K6] a wait past the limit is an alert, not a rule', () => {
  const story = given(rulesPlan, '08:00', take('a', ['kk']), '08:50', take('b', ['kk'], priority), '09:30')
  expect(story.next('loket-1')).toBe('b')
})

it('[K7] every call says why', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-2'), take('a', ['kk', 'akta']))
  story.at('08:04').does(take('b', ['kk']))
  story.at('08:10')
  expect(story.does(call('loket-2', 'b'))).toMatchObject([
    { why: { rule: 'chosen', credit: 6, over: { number: 'A001', credit: 10 } } },
  ])
  story.does(putBack('loket-2'))
  expect(story.does(callNext('loket-1'))).toMatchObject([
    { why: { rule: 'credit', credit: 10, over: { number: 'A002', credit: 6 } } },
  ])
  expect(story.does(callNext('loket-2'))).toMatchObject([{ why: { rule: 'credit', over: null } }])
})

it('[K7] every call says why: coming back explains, and does not decide', () => {
  const story = given(rulesPlan, '08:00', open('loket-3'), open('loket-5'), take('a', ['skck']))
  story.does(callNext('loket-3'))
  story.does(refer('loket-3', 'bayar', true))
  story.at('08:01').does(callNext('loket-5'))
  story.does(take('b', ['skck'], priority))
  story.at('08:02').does(start('loket-5'))
  story.does(refer('loket-5', 'kk'))
  expect(story.at('08:03').does(callNext('loket-3'))).toMatchObject([{ visit: 'b', why: { rule: 'credit' } }])
  story.does(hold('loket-3'))
  expect(story.does(callNext('loket-3'))).toMatchObject([
    { visit: 'a', why: { rule: 'come-back', credit: 3 } },
  ])
  story.does(undo('loket-3'))
  story.does(open('loket-4'))
  expect(story.at('08:10').does(callNext('loket-4'))).toMatchObject([{ visit: 'a', why: { rule: 'credit' } }])
})

it('[K11] a call says whom it passed who could not come', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-3'), take('a', ['kk', 'skck']))
  story.at('08:01').does(take('b', ['skck']))
  story.at('08:02').does(take('c', ['skck']))
  story.at('08:10').does(callNext('loket-1'))
  expect(story.does(callNext('loket-3'))).toMatchObject([
    { visit: 'b', why: { passed: [{ number: 'A001', because: 'elsewhere' }] } },
  ])
  story.does(putBack('loket-3'))
  // Chosen over somebody who could be called: that one is `over`, not passed.
  expect(story.does(call('loket-3', 'c'))).toMatchObject([
    { why: { over: { number: 'S001' }, passed: [{ number: 'A001', because: 'elsewhere' }] } },
  ])
})

it('[K11] a call says whom it passed who could not come: nobody, if nobody was ahead', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  const [event] = story.does(callNext('loket-1')) as EventOf<'called'>[]
  expect(event?.why).toEqual({ rule: 'credit', credit: 0, over: null })
})

it('[K11] a call says whom it passed who could not come: those waiting for another step, the first three', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-3'))
  const early = ['a', 'b', 'c', 'd']
  for (const visit of early) story.does(take(visit, ['bayar', 'sim'], { missing: ['bukti-bayar'] }))
  story.at('08:05').does(take('e', ['skck']))
  const [event] = story.does(callNext('loket-3')) as EventOf<'called'>[]
  expect(event?.why.passed).toEqual(
    early.slice(0, 3).map((visit) => ({ number: story.visit(visit).number, because: 'blocked' })),
  )
})

it('[K8] ahead is how many would be called before', () => {
  const story = given(rulesPlan, '08:00', take('a', ['kk']), take('b', ['akta']), take('c', ['bayar']))
  story.at('08:10').does(take('d', ['ktp', 'kk']))
  story.at('08:12').does(take('e', ['akta'], priority))
  const ahead = (id: string) => {
    const visit = story.visit(id)
    return visit.steps.map((_, index) => aheadOf(story.hall, visit, index, story.time.now))
  }
  expect(['a', 'b', 'c', 'd', 'e'].map(ahead)).toEqual([[0], [1], [0], [2, 2], [3]])
  story.at('08:18')
  expect(['a', 'b', 'c', 'd', 'e'].map(ahead)).toEqual([[0], [1], [0], [3, 3], [2]])
  story.does(open('loket-1'))
  story.does(callNext('loket-1'))
  expect(['a', 'b', 'd'].map(ahead)).toEqual([[null], [0], [2, 2]])
})

it('[K9] a plan whose rates are equal has no priority', () => {
  const plan = { ...rulesPlan, rates: { regular: 1, priority: 1 } }
  const story = given(plan, '08:00', take('a', ['kk']), '08:01', take('b', ['kk'], priority))
  expect(story.at('09:00').next('loket-1')).toBe('a')
})
