// When to compute a view again: the instant from which on time alone changes it.
import { expect, it } from 'vitest'
import { agencyView } from '../../server/live/agency.ts'
import { boardView } from '../../server/live/board.ts'
import { counterView } from '../../server/live/counter.ts'
import { kioskView } from '../../server/live/kiosk.ts'
import { receptionView } from '../../server/live/reception.ts'
import { visitView } from '../../server/live/visit.ts'
import { callNext, finish, hold, open, start, take } from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { seen } from '../rules/seen.ts'
import { answerHelp, askHelp } from '../rules/steer-commands.ts'

const context = ({ hall, time }: Story) => seen(hall, time.now)
/** Seconds until a view is computed again; null: not before something happens. */
const seconds = (story: Story, timed: { until: number | null } | undefined) =>
  typeof timed?.until === 'number' ? (timed.until - story.time.now) / 1000 : null

it('an alarm that was answered leaves reception, counter and supervisor after five minutes', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), askHelp('loket-1', true))
  expect(seconds(story, receptionView(context(story)))).toBeNull()
  story.at('08:01').does(answerHelp('loket-1'))
  expect(seconds(story, receptionView(context(story)))).toBe(300)
  expect(seconds(story, counterView(context(story), 'loket-1'))).toBe(300)
  story.at('08:05:50')
  expect(seconds(story, agencyView(context(story), 'dukcapil'))).toBe(10)
})

it('a slip that nobody confirms is told after 90 seconds', () => {
  const story = given(rulesPlan, '08:00', take('a', ['kk'], { printer: 'printer-1' }))
  expect(seconds(story, receptionView(context(story)))).toBe(90)
  story.at('08:01:20')
  expect(seconds(story, counterView(context(story), 'loket-1'))).toBe(10)
  expect(seconds(story, agencyView(context(story), 'dukcapil'))).toBe(10)
})

it('a counter that shows nobody and has nothing to undo is left alone until the hours end', () => {
  const story = given(regularPlan, '09:00', open('loket-1'))
  expect(seconds(story, counterView(context(story), 'loket-1'))).toBe((15.5 - 9) * 3600)
  story.does(take('a', ['kk']))
  expect(seconds(story, counterView(context(story), 'loket-1'))).toBe(30)
})

it('an undo is checked when it runs out; the order of those on hold changes with the credit', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']), take('b', ['bayar']))
  story.does(callNext('loket-1'))
  expect(seconds(story, counterView(context(story), 'loket-1'))).toBe(30.001)
  story.does(hold('loket-1'))
  expect(seconds(story, counterView(context(story), 'loket-1'))).toBe(30)
  story.at('08:10')
  expect(seconds(story, counterView(context(story), 'loket-1'))).toBe(30)
})

it('boards, kiosks and phones go by the minute of the hall’s hours, a walk by its own end', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'bayar']), callNext('loket-1'))
  story.at('08:00:20')
  for (const command of [start('loket-1'), finish('loket-1')]) story.does(command)
  expect(seconds(story, boardView(context(story), null))).toBe(30)
  expect(seconds(story, kioskView(context(story)))).toBe(40)
  expect(seconds(story, visitView(context(story), 'token-a'))).toBe(40)
  story.at('08:00:45')
  expect(seconds(story, visitView(context(story), 'token-a'))).toBe(15)
  story.at('08:01:10')
  expect(seconds(story, visitView(context(story), 'token-a'))).toBe(10)
})
