// Rules A: what is announced, where, and who heard it.
import { expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import { whyNotReport } from '../../server/hall/sound/sound.ts'
import { makeShapeCheck } from '../../server/store/journal/check.ts'
import {
  callNext,
  cancel,
  checkSound,
  giveUp,
  hear,
  miss,
  open,
  pass,
  recall,
  release,
  restart,
  say,
  skipAnswered,
  start,
  take,
  undo,
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
  expect(story.hall.announcements.get(second)).toMatchObject({
    zone: 'tengah',
    number: 'S001',
    call: { visit: 'b' },
  })
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

it('[A4] the counter knows what nobody heard', () => {
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

it('[A4] the counter knows what nobody heard: of the newest call only', () => {
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

it('[A5] a retracted call leaves the queue: also one from before a miss', () => {
  const { story, first, second } = threeCalls()
  story.does(miss('loket-1'))
  story.does(release('loket-1', 'a'))
  expect(story.hall.sounds.get('lantai-1')).toEqual([first, second])
  story.does(cancel('a'))
  expect(story.hall.sounds.get('lantai-1')).toEqual([second])
})

it('[A6] after a restart recent calls are announced again', () => {
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

it('[A7] the speaker reports that it is ready and that it has begun', () => {
  const { story, first } = threeCalls()
  const why = (device: string, id = first) => whyNotReport(story.hall, id, device)?.refused ?? null
  expect([why('tv-1', 'nothing'), why('tv-1')]).toEqual(['unknown-announcement', 'not-allowed'])
  story.does(say(first, 'tv-1'))
  expect([why('tv-1'), why('tv-2')]).toEqual([null, 'not-allowed'])
  story.does(hear(first, 'tv-1'))
  expect(why('tv-1')).toBeNull()
})

it('[A8] a speaker that keeps silent passes the announcement on', () => {
  const { story, first, second } = threeCalls()
  expect(story.does(pass(first, 'tv-1', 'tv-2'))).toEqual([])
  story.does(say(first, 'tv-1'))
  expect(story.does(pass(first, 'tv-3', 'tv-2'))).toEqual([])
  story.does(pass(first, 'tv-1', 'tv-2'))
  expect(story.does(pass(first, 'tv-1', 'tv-3'))).toEqual([])
  expect(story.refusal(hear(first, 'tv-1'))).toBe('not-allowed')
  expect(statusOf(story, second)).toBe('pending')
  story.does(hear(first, 'tv-2'))
  expect(heardAt(story, 'a')).toBe(true)
  expect(story.does(pass(first, 'tv-2', 'tv-1'))).toEqual([])
  expect(story.refusal(pass('nothing', 'tv-1', 'tv-2'))).toBe('unknown-announcement')
})

it('[A9] when too many calls wait, several are announced in one sound', () => {
  const { story, first, second } = threeCalls()
  const again = recall('loket-1')
  story.does(again)
  // Not those behind somebody else's, and not one that is gone.
  expect(story.does(say(first, 'tv-1', [again.announcement]))).toEqual([])
  story.does(say(first, 'tv-1', [second]))
  expect([first, second, again.announcement].map((id) => statusOf(story, id))).toEqual([
    'playing',
    'playing',
    'pending',
  ])
  expect(story.does(say(second))).toEqual([])
  story.does(pass(first, 'tv-1', 'tv-2'))
  expect(story.does(hear(first, 'tv-2')).map(({ type }) => type)).toEqual([
    'announcement-heard',
    'announcement-heard',
  ])
  expect([heardAt(story, 'a'), heardAt(story, 'b')]).toEqual([null, true])
  expect(story.hall.sounds.get('lantai-1')).toEqual([again.announcement])
})

it('[A9] when too many calls wait, several are announced in one sound: passed on together, whichever is named', () => {
  const { story, first, second } = threeCalls()
  story.does(say(first, 'tv-1', [second]))
  story.does(pass(second, 'tv-1', 'tv-2'))
  expect(story.does(hear(first, 'tv-2')).map(({ type }) => type)).toEqual([
    'announcement-heard',
    'announcement-heard',
  ])
})

it('[A9] when too many calls wait, several are announced in one sound: unheard together, heard together later', () => {
  const { story, first, second } = threeCalls()
  story.does(say(first, 'tv-1', [second]))
  story.does(giveUp(first))
  expect([heardAt(story, 'a'), heardAt(story, 'b')]).toEqual([false, false])
  story.does(hear(first))
  expect([heardAt(story, 'a'), heardAt(story, 'b')]).toEqual([true, true])
})

it.each([
  ['the first', 'loket-1', 'a'],
  ['the second', 'loket-3', 'b'],
])('[A10] a retracted call ends the sound that it shares: %s', (_which, counter, gone) => {
  const { story, first, second } = threeCalls()
  const left = gone === 'a' ? second : first
  story.does(say(first, 'tv-1', [second]))
  if (counter === 'loket-3') story.does(undo(counter))
  else story.does(cancel(gone))
  expect(story.hall.sounds.get('lantai-1')).toEqual([left])
  expect(story.hall.announcements.get(left)).toMatchObject({
    status: 'pending',
    speaker: null,
    lead: null,
    also: [],
  })
  story.does(say(left))
  story.does(hear(left))
  expect(heardAt(story, gone === 'a' ? 'b' : 'a')).toBe(true)
})

it('[A10] a retracted call ends the sound that it shares: but takes nothing back of what was heard', () => {
  const { story, first, second } = threeCalls()
  story.does(say(first, 'tv-1', [second]))
  story.does(hear(first))
  story.does(cancel('a'))
  expect([statusOf(story, second), heardAt(story, 'b')]).toEqual(['heard', true])
})

it('[A11] in quiet hours nothing is announced', () => {
  const { story, first, second } = threeCalls()
  story.does(say(first, null, [second], true))
  expect(story.hall.announcements.get(second)).toMatchObject({ quiet: true, audio: null, speaker: null })
  story.does(giveUp(first))
  expect([heardAt(story, 'a'), heardAt(story, 'b')]).toEqual([false, false])
  const again = recall('loket-1')
  story.does(again)
  expect(story.hall.announcements.get(again.announcement)).toMatchObject({ quiet: false })
})

it('[A11] in quiet hours nothing is announced: the journal says so, in a form that its check knows', () => {
  const { story, first, second } = threeCalls()
  expect(story.does(say(first, null, [second], true))).toMatchObject([{ quiet: true }])
  const fault = makeShapeCheck()
  expect(story.records.map(({ event, by }) => fault(event, by)).filter((one) => one !== null)).toEqual([])
})

it('[A14] a call that is over before its turn is not announced', () => {
  const { story, first, second, back } = threeCalls()
  story.does(say(first))
  expect(story.does(skipAnswered('lantai-1'))).toEqual([])
  for (const command of [start('loket-1'), start('loket-3'), start('loket-5')]) story.does(command)
  // An announcement that is playing is played to its end.
  expect(story.does(skipAnswered('lantai-1'))).toEqual([
    { type: 'announcement-skipped', announcement: second },
  ])
  expect(Object.fromEntries(story.hall.sounds)).toEqual({ 'lantai-1': [first], 'lantai-2': [back] })
  // Nobody is told that it was not heard.
  expect(heardAt(story, 'b')).toBeNull()
  expect(story.does(skipAnswered('nowhere'))).toEqual([])
})

it('[A14] a call that is over before its turn is not announced: a test of the sound, and a current call, are', () => {
  const { story, first, second } = threeCalls()
  story.does(checkSound('tengah'))
  expect(story.does(skipAnswered('lantai-1'))).toEqual([])
  story.does(start('loket-3'))
  story.does(undo('loket-3'))
  expect(story.does(skipAnswered('lantai-1'))).toEqual([])
  expect(story.hall.sounds.get('lantai-1')?.slice(0, 2)).toEqual([first, second])
})

it('[A12] a manager can test the sound of a zone', () => {
  const { story, first, second } = threeCalls()
  expect(story.refusal(checkSound('nowhere'))).toBe('unknown-zone')
  const check = checkSound('tengah')
  story.does(check)
  expect(story.does(checkSound('depan'))).toEqual([])
  const { announcement } = check
  expect(story.hall.sounds.get('lantai-1')).toEqual([first, second, announcement])
  expect(story.does(say(announcement))).toEqual([])
  for (const id of [first, second]) {
    story.does(say(id))
    story.does(hear(id))
  }
  story.does(say(announcement))
  story.does(hear(announcement))
  expect(statusOf(story, announcement)).toBe('heard')
  story.does(checkSound('depan'))
  expect(story.hall.sounds.get('lantai-1')).toHaveLength(1)
})
