// Rules A: what is said, where, and who heard it.
import { expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import {
  callNext,
  cancel,
  giveUp,
  hear,
  miss,
  open,
  recall,
  release,
  restart,
  say,
  start,
  take,
} from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

/** Three calls: two in neighbouring zones with one sound, one at the back. */
function threeCalls() {
  const [first, second, back] = [callNext('loket-1'), callNext('loket-3'), callNext('loket-5')] as const
  const story = given(rulesPlan, '08:00', ...['1', '3', '5'].map((label) => open(`loket-${label}`)))
  for (const command of [take('a', ['kk']), take('b', ['skck']), take('c', ['bayar'])]) story.does(command)
  for (const command of [first, second, back]) story.does(command)
  return { story, first: first.announcement, second: second.announcement, back: back.announcement }
}
const statusOf = (story: Story, id: string) => story.hall.announcements.get(id)?.status
const heardAt = (story: Story, visit: string) => {
  const step = story.visit(visit).steps[0]
  return step && 'call' in step ? step.call.heard : undefined
}

it('[A1] every call and recall is announced where its counter stands', () => {
  const { story, first, second, back } = threeCalls()
  expect(Object.fromEntries(story.hall.sounds)).toEqual({ 'lantai-1': [first, second], 'lantai-2': [back] })
  expect(story.hall.announcements.get(second)).toMatchObject({ zone: 'tengah', number: 'S001', visit: 'b' })
  const again = recall('loket-1')
  story.does(again)
  expect(story.hall.sounds.get('lantai-1')).toEqual([first, second, again.announcement])
})

it('[A2] one announcement plays at a time, in order', () => {
  const { story, first, second, back } = threeCalls()
  expect(story.does(say(second))).toEqual([])
  story.does(say(first))
  expect(story.does(say(second))).toEqual([])
  story.does(say(back))
  expect([first, second, back].map((id) => statusOf(story, id))).toEqual(['playing', 'pending', 'playing'])
  expect(story.does(say(first))).toEqual([])
  story.does(hear(first))
  story.does(say(second))
  expect(statusOf(story, second)).toBe('playing')
  expect(story.refusal(say('nothing'))).toBe('unknown-announcement')
})

it('[A3] only the speaker reports that it was heard', () => {
  const { story, first } = threeCalls()
  expect(story.refusal(hear(first))).toBe('not-allowed')
  story.does(say(first, 'tv-1'))
  expect(story.refusal(hear(first, 'tv-2'))).toBe('not-allowed')
  expect(heardAt(story, 'a')).toBeNull()
  story.does(hear(first, 'tv-1'))
  expect(heardAt(story, 'a')).toBe(true)
  expect(story.does(hear(first, 'tv-1'))).toEqual([])
  expect(story.refusal(hear('nothing'))).toBe('unknown-announcement')
})

it.each([
  ['tengah', null],
  [null, null],
  ['belakang', 'not-allowed'],
])('[A3] only the speaker reports that it was heard: with none named, a display of %s', (zone, refusal) => {
  const { story, first } = threeCalls()
  story.does(say(first, null))
  expect(story.refusal(hear(first, 'tv-2', zone))).toBe(refusal)
})

it('[A4] what nobody heard is known at the counter', () => {
  const { story, first } = threeCalls()
  story.does(say(first))
  story.does(giveUp(first))
  expect([heardAt(story, 'a'), statusOf(story, first)]).toEqual([false, 'unheard'])
  expect(story.does(giveUp(first))).toEqual([])
  story.does(hear(first))
  expect(heardAt(story, 'a')).toBe(true)
  expect(story.does(giveUp(first))).toEqual([])
  expect(story.refusal(giveUp('nothing'))).toBe('unknown-announcement')
})

it('[A4] what nobody heard is known at the counter: of the newest call only', () => {
  const { story, first } = threeCalls()
  story.does(recall('loket-1'))
  story.does(say(first))
  story.does(hear(first))
  expect(heardAt(story, 'a')).toBeNull()
})

it('[A5] a retracted call leaves the queue', () => {
  const { story, first, second } = threeCalls()
  const told: Command[] = [say(first), recall('loket-1'), cancel('a')]
  for (const command of told) story.does(command)
  expect(story.hall.sounds.get('lantai-1')).toEqual([second])
  story.does(say(second))
  expect(statusOf(story, second)).toBe('playing')
})

it('[A5] a retracted call leaves the queue: also one of before a miss', () => {
  const { story, first, second } = threeCalls()
  story.does(miss('loket-1'))
  story.does(release('loket-1', 'a'))
  expect(story.hall.sounds.get('lantai-1')).toEqual([first, second])
  story.does(cancel('a'))
  expect(story.hall.sounds.get('lantai-1')).toEqual([second])
})

it('[A6] after a restart young calls are said again', () => {
  const { story, first, second, back } = threeCalls()
  story.does(say(first))
  story.does(say(back))
  story.does(hear(back, 'tv-1', 'belakang'))
  story.at('08:01').does(restart)
  expect([first, second, back].map((id) => statusOf(story, id))).toEqual(['pending', 'pending', 'heard'])
  expect(story.hall.sounds.get('lantai-1')).toEqual([first, second])
  story.does(say(first))
  story.at('08:01:01').does(restart)
  expect([first, second].map((id) => statusOf(story, id))).toEqual(['unheard', 'unheard'])
  expect([heardAt(story, 'a'), heardAt(story, 'b')]).toEqual([false, false])
  story.does(start('loket-1'))
})
