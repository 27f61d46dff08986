// Rules R: sending a visitor on, and back.
import { expect, it } from 'vitest'
import { call, callNext, finish, hold, open, pause, refer, release, start, take } from './commands.ts'
import { given, type Story } from './given.ts'
import { regularPlan, rulesPlan } from './rules-plan.ts'

/** The counter calls the visit and serves it to the end. */
function serve(story: Story, counter: string, visit: string): void {
  story.does(call(counter, visit))
  story.does(start(counter))
  story.does(finish(counter))
}

it('[R1] a referral ends the step and adds another that waits with all the credit', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-5'), take('a', ['kk']))
  story.at('08:10').does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.does(refer('loket-1', 'bayar'))
  expect(story.visit('a').steps).toMatchObject([
    { service: 'kk', status: 'done', outcome: 'referred' },
    { service: 'bayar', status: 'waiting', referred: { counter: 'loket-1' } },
  ])
  expect(story.present('loket-1')).toBeNull()
  expect(story.at('08:20').does(callNext('loket-5'))).toMatchObject([{ why: { credit: 20 } }])
})

it('[R1] a referral ends the step and adds another that waits with all the credit: also before serving starts', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  story.at('08:02').does(refer('loket-1', 'bayar'))
  const { now } = story.time
  expect(story.step('a', 'kk')).toMatchObject({ outcome: 'referred', startedAt: now, endedAt: now })
})

it('[R2] with come-back the visitor returns to the same service', () => {
  const story = given(rulesPlan, open('loket-1'), open('loket-5'), take('a', ['kk']), callNext('loket-1'))
  story.does(refer('loket-1', 'bayar', true))
  expect(story.statuses('a')).toEqual(['done', 'waiting', 'blocked'])
  expect(story.at('08:05').next('loket-1')).toBeNull()
  serve(story, 'loket-5', 'a')
  expect(story.statuses('a')).toEqual(['done', 'done', 'waiting'])
  expect(story.step('a', 'kk').id).toBe('a.3')
  expect(story.at('08:10').next('loket-1')).toBe('a')
})

it('[R3] a come-back is kept for the counter that referred', () => {
  const story = given(rulesPlan, open('loket-1'), open('loket-2'), open('loket-5'), take('a', ['kk']))
  story.does(callNext('loket-1'))
  story.does(refer('loket-1', 'bayar', true))
  story.at('08:10')
  serve(story, 'loket-5', 'a')
  story.at('08:14:59')
  expect(story.when(call('loket-2', 'a'))).toEqual({ refused: 'not-callable', about: 'reserved' })
  expect([story.next('loket-1'), story.next('loket-2')]).toEqual(['a', null])
  expect(story.at('08:15').next('loket-2')).toBe('a')
})

it('[R3] a come-back is kept for the counter that referred: only while that one is open', () => {
  const story = given(rulesPlan, open('loket-1'), open('loket-5'), take('a', ['kk']), callNext('loket-1'))
  story.does(refer('loket-1', 'bayar', true))
  story.at('08:10')
  serve(story, 'loket-5', 'a')
  story.at('08:12').does(pause('loket-1'))
  expect(story.next('loket-2')).toBe('a')
  story.does(open('loket-1'))
  expect(story.next('loket-2')).toBeNull()
})

it('[R4] a referral goes to a service that takes visitors', () => {
  const story = given(rulesPlan, open('loket-1'), take('a', ['kk', 'skck']), callNext('loket-1'))
  expect(story.refusal(refer('loket-1', 'paspor'))).toBe('unknown-service')
  for (const id of ['tabungan', 'kredit', 'asuransi']) {
    expect(story.refusal(refer('loket-1', id))).toBe('service-closed')
  }
  expect(story.refusal(refer('loket-1', 'kk'))).toBe('same-service')
  expect(story.refusal(refer('loket-1', 'skck'))).toBe('already-waiting')
})

it('[R4] a referral goes to a service that takes visitors: also a blocked one waits there, one that ended does not', () => {
  const story = given(
    rulesPlan,
    open('loket-1'),
    open('loket-5'),
    take('a', ['kk', 'ktp']),
    callNext('loket-1'),
  )
  expect(story.refusal(refer('loket-1', 'ktp'))).toBe('already-waiting')
  story.does(refer('loket-1', 'bayar'))
  story.at('08:05').does(callNext('loket-5'))
  expect(story.refusal(refer('loket-5', 'kk'))).toBeNull()
})

it('[R4] a referral goes to a service that takes visitors: after hours and beyond the quota too', () => {
  const story = given(regularPlan, open('loket-2'), take('a', ['kk']), take('b', ['kk']))
  story.does(take('c', ['akta']))
  story.does(take('d', ['akta']))
  story.at('16:00').does(callNext('loket-2'))
  expect(story.refusal(refer('loket-2', 'akta'))).toBeNull()
  story.does(callNext('loket-2'))
  expect(story.refusal(refer('loket-2', 'sim'))).toBeNull()
})

it('[R5] the plan’s order applies to a referral too', () => {
  const story = given(rulesPlan, open('loket-5'), take('a', ['bayar', 'skck']), callNext('loket-5'))
  story.does(refer('loket-5', 'sim'))
  expect(story.step('a', 'sim')).toMatchObject({ status: 'blocked', after: [story.step('a', 'skck').id] })
})

it('[R5] the plan’s order applies to a referral too: what comes after the new step waits for it', () => {
  const story = given(rulesPlan, '08:00', open('loket-3'), open('loket-5'), take('a', ['bayar', 'sim']))
  story.does(callNext('loket-5'))
  story.at('08:06').does(refer('loket-5', 'skck'))
  expect(story.step('a', 'sim')).toMatchObject({ status: 'blocked', waitedMs: 360_000 })
  story.at('08:10')
  serve(story, 'loket-3', 'a')
  expect(story.does(callNext('loket-3'))).toMatchObject([{ step: 'a.2', why: { credit: 10 } }])
})

it('[R5] the plan’s order applies to a referral too: but a step on hold stays so', () => {
  const story = given(rulesPlan, open('loket-3'), open('loket-5'), take('a', ['sim', 'bayar']))
  story.does(call('loket-3', 'a'))
  story.does(hold('loket-3'))
  story.at('08:05').does(callNext('loket-5'))
  story.does(refer('loket-5', 'skck'))
  expect(story.statuses('a')).toEqual(['held', 'done', 'waiting'])
  story.does(release('loket-3', 'a'))
})

it('[R5] the plan’s order applies to a referral too: but no circle is closed', () => {
  // The licence comes after the clearance, which waits for the card that staff can't finish without the licence.
  const story = given(rulesPlan, open('loket-2'), take('a', ['ktp', 'skck'], { missing: ['kartu'] }))
  story.does(callNext('loket-2'))
  story.does(refer('loket-2', 'sim', true))
  expect(story.statuses('a')).toEqual(['done', 'blocked', 'waiting', 'blocked'])
})

it('[R6] what came after a step that comes back waits for the come-back', () => {
  const story = given(rulesPlan, open('loket-3'), open('loket-5'), take('a', ['skck', 'sim']))
  story.does(callNext('loket-3'))
  story.does(refer('loket-3', 'bayar', true))
  expect(story.statuses('a')).toEqual(['done', 'blocked', 'waiting', 'blocked'])
  story.at('08:05')
  serve(story, 'loket-5', 'a')
  expect(story.statuses('a')).toEqual(['done', 'blocked', 'done', 'waiting'])
  story.at('08:10')
  serve(story, 'loket-3', 'a')
  expect(story.statuses('a')).toEqual(['done', 'waiting', 'done', 'done'])
})

it('[R6] what came after a step that comes back waits for the come-back: and for whatever else came before it', () => {
  const story = given(
    rulesPlan,
    open('loket-3'),
    take('a', ['skck', 'bayar', 'sim'], { missing: ['bukti-bayar'] }),
  )
  expect(story.step('a', 'sim').after).toEqual(['a.1', 'a.2'])
  story.does(callNext('loket-3'))
  story.does(refer('loket-3', 'kk', true))
  expect(story.step('a', 'sim').after).toEqual([story.step('a', 'skck').id, 'a.2'])
})

it('[R6] what came after a step that comes back waits for the come-back: the referral itself does not', () => {
  const story = given(rulesPlan, open('loket-5'), take('a', ['bayar', 'skck'], { missing: ['kartu'] }))
  story.does(callNext('loket-5'))
  story.does(refer('loket-5', 'ktp', true))
  expect(story.statuses('a')).toEqual(['done', 'waiting', 'waiting', 'blocked'])

  // The police sent the visitor for a licence, which the plan puts after their own clearance: it may come first.
  const first = given(rulesPlan, open('loket-4'), take('b', ['skck']), callNext('loket-4'))
  first.does(refer('loket-4', 'sim', true))
  expect(first.statuses('b')).toEqual(['done', 'waiting', 'blocked'])
})

it('[R7] a visit has at most 32 steps', () => {
  const story = given(rulesPlan, open('loket-1'), open('loket-5'), take('a', ['kk']))
  const back = (minute: number, comeBack = false) => {
    const [from, to] = minute % 2 === 1 ? (['loket-1', 'bayar'] as const) : (['loket-5', 'kk'] as const)
    story.at(`09:${10 + minute}`).does(callNext(from))
    return story.refusal(refer(from, to, comeBack))
  }
  for (let steps = 1; steps < 31; steps++) expect(back(steps)).toBeNull()
  expect(back(31, true)).toBe('too-many-steps')
  story.does(refer('loket-1', 'bayar'))
  story.at('10:00').does(callNext('loket-5'))
  expect(story.refusal(refer('loket-5', 'kk'))).toBe('too-many-steps')
  expect(story.visit('a').steps).toHaveLength(32)
})
