// How long people wait, as the supervisor sees it.
import { expect, it } from 'vitest'
import { toldOf } from '../forecast/here.ts'
import { longestWait, waitingSince } from '../../server/hall/visit/standing.ts'
import * as act from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

const MINUTE = 60_000
const priority = { priority: true }

/** Who has waited longest for the service at the last event, and for how many minutes. */
function longest({ hall }: Story, service: string): [string, number] | null {
  const wait = longestWait(hall, service)
  return wait && [wait.visit, (hall.at - wait.since) / MINUTE]
}
const longerThan = ({ hall }: Story, service: string, minutes: number) =>
  waitingSince(hall, service, hall.at - minutes * MINUTE)

it('[K10] the limit counts the time spent waiting for one service', () => {
  const story = given(rulesPlan, '08:00', act.take('a', ['kk']), '08:10', act.take('b', ['kk'], priority))
  expect(longest(story, 'kk')).toEqual(['a', 10])
  expect(longest(story, 'ktp')).toBeNull()
  expect([10, 11].map((minutes) => longerThan(story, 'kk', minutes))).toEqual([1, 0])
  expect(longerThan(story, 'kk', 0)).toBe(2)
})

it('[K10] the limit counts the time spent waiting for one service: not what passed at another counter or on hold', () => {
  const story = given(rulesPlan, '08:00', act.take('a', ['kk']), '08:05', act.take('b', ['kk']))
  story.does(act.open('loket-1'))
  story.at('08:10').does(act.call('loket-1', 'a'))
  story.does(act.hold('loket-1'))
  story.at('08:40').does(act.release('loket-1', 'a'))
  // A arrived first and is called first, but has waited for only 10 minutes.
  expect(longest(story, 'kk')).toEqual(['b', 35])
  expect(longerThan(story, 'kk', 30)).toBe(1)
  expect(longerThan(story, 'kk', 10)).toBe(2)
})

it('[K10] the limit counts the time spent waiting for one service: not of a number that may be in nobody’s hand', () => {
  const story = given(rulesPlan, '08:00', act.take('a', ['kk'], { printer: 'printer-1' }))
  story.at('08:30').does(act.take('b', ['kk']))
  expect(longest(story, 'kk')).toEqual(['b', 0])
  expect(longerThan(story, 'kk', 20)).toBe(0)
  story.does(act.note('a'))
  expect(longest(story, 'kk')).toEqual(['a', 30])
  expect(longerThan(story, 'kk', 20)).toBe(1)
})

it('[K10] the limit counts the time spent waiting for one service: of very many all that came before count', () => {
  const crowd = Array.from({ length: 250 }, (_, nth) => act.take(`v${nth}`, ['kk']))
  const story = given(rulesPlan, '08:00', ...crowd, '09:00', act.take('late', ['kk']))
  expect(longerThan(story, 'kk', 60)).toBe(250)
  expect(longest(story, 'kk')).toEqual(['v0', 60])
})

it('[K14] a first estimate is marked as one: until five were served it goes by the plan, then by what was seen', () => {
  const story = given(rulesPlan, '08:00', act.open('loket-3'))
  const serve = (nth: number) => {
    for (const command of [act.take(`v${nth}`, ['skck']), act.callNext('loket-3'), act.start('loket-3')])
      story.does(command)
    story.at(`08:${10 + nth * 4}`).does(act.finish('loket-3'))
  }
  const told = () => {
    for (let nth = 0; nth < 10; nth += 1) copy.does(act.take(`w${nth}`, ['skck']))
    return toldOf(copy.hall, copy.hall.at).newcomer('skck', false, copy.hall.at)
  }
  story.at('08:10')
  let copy = given(rulesPlan, '08:00', act.open('loket-3'), '08:10')
  const before = told()
  for (const nth of [1, 2, 3, 4]) serve(nth)
  expect(toldOf(story.hall, story.hall.at).newcomer('skck', false, story.hall.at)?.isFirst).toBe(true)
  serve(5)
  copy = story
  const after = told()
  expect([before?.isFirst, after?.isFirst]).toEqual([true, false])
  // The plan says ten minutes, and four were seen.
  expect(before?.minutes).toBeGreaterThan(60)
  expect(after?.minutes).toBeLessThan((before?.minutes ?? 0) - 15)
})
