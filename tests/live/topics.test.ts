// Which screens an event touches in cases that are easy to forget. That all of them are touched is proved by
// tests/property/screens.test.ts; here is why these are.
import { expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import type { Context } from '../../server/live/context.ts'
import { both, touched } from '../../server/live/topics.ts'
import { concerns, viewOf } from '../../server/live/view-of.ts'
import {
  askSlip,
  call,
  choosePlace,
  close,
  finish,
  giveUp,
  handOver,
  hear,
  note,
  open,
  pass,
  say,
  slipFailed,
  start,
  take,
} from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { seen } from '../rules/seen.ts'
import {
  answerHelp,
  askHelp,
  reopen,
  setDesk,
  setPhase,
  setPriority,
  setQuota,
} from '../rules/steer-commands.ts'

const people = ['ayu', 'budi', 'citra', 'gita'].map((id) => {
  const agency = id === 'citra' ? 'polres' : 'dukcapil'
  return { id, username: id, name: id, role: 'officer' as const, agency, signedIn: true }
})

function contextOf({ hall, time }: Story): Context {
  return { ...seen(hall, time.now), people: () => people, staff: (id) => ({ username: id, name: id }) }
}

/** Which of these topics a command changes, and which of them are computed again. */
function changedBy(story: Story, command: Command, topics: readonly string[]) {
  const view = (topic: string) => JSON.stringify(viewOf(contextOf(story), topic)?.view)
  const before = topics.map(view)
  const known = story.records.length
  story.does(command)
  const change = story.records
    .slice(known)
    .map((record) => touched(story.hall, record))
    .reduce(both)
  return {
    changed: topics.filter((topic, index) => view(topic) !== before[index]),
    touched: topics.filter((topic) => concerns(contextOf(story), topic, change)),
  }
}

it('how many somebody served today is shown at every counter that the person holds', () => {
  const story = given(
    rulesPlan,
    '08:00',
    open('loket-1', 'made'),
    open('loket-3', 'made', true),
    take('a', ['kk']),
  )
  story.does({ ...call('loket-1', 'a'), staff: 'made' })
  story.does({ ...start('loket-1'), staff: 'made' })
  const topics = ['counter:loket-3']
  const done = changedBy(story.at('08:05'), { ...finish('loket-1'), staff: 'made' }, topics)
  expect(done).toEqual({ changed: topics, touched: topics })
  // A step that is opened again was served by nobody yet.
  expect(changedBy(story, reopen('a', 'a.1'), topics)).toEqual({ changed: topics, touched: topics })
})

it.each([
  ['who comes to a counter', open('loket-2'), ['counter:loket-1']],
  ['who leaves one', close('loket-1'), ['counter:loket-2']],
  ['who takes over', handOver('loket-1', 'gita'), ['counter:loket-2']],
])(
  '%s is one colleague less or more for the others of the agency, whatever they serve',
  (_, command, topics) => {
    const desks = [setDesk('loket-1', 'akta'), setDesk('loket-2', 'kk')]
    const story = given(rulesPlan, '08:00', ...desks, open('loket-1'))
    if (command.type !== 'open-counter') story.does(open('loket-2'))
    expect(changedBy(story, command, topics)).toEqual({ changed: topics, touched: topics })
  },
)

it('a counter shows what becomes of its visitor, even if it serves something else by now', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk', 'bayar']), call('loket-1', 'a'))
  const topics = ['counter:loket-1']
  expect(changedBy(story.does(setDesk('loket-1', 'akta')) && story, setPriority('a', true), topics)).toEqual({
    changed: topics,
    touched: topics,
  })
})

it('who is moved from a service that was stopped before leaves its counters, and comes to others', () => {
  const story = given(rulesPlan, '08:00', open('loket-3'), open('loket-5'), take('a', ['skck']))
  story.does(setPhase('skck', 'paused', { waiting: 'serve' }))
  const topics = ['counter:loket-3', 'counter:loket-5', 'kiosk', 'agency:polres', 'agency:bank']
  const done = changedBy(story, setPhase('skck', 'paused', { waiting: 'move', to: 'bayar' }), topics)
  expect(done).toEqual({ changed: topics, touched: topics })
})

it('where a visitor waits is shown to the visitor and to who looks at the visit, and concerns nobody else', () => {
  const name = { id: 'Kantin', en: 'Cafe' }
  const plan = { ...rulesPlan, places: [{ id: 'kantin', name, minutes: 5 }] }
  const story = given(plan, '08:00', open('loket-1'), take('a', ['kk']), take('b', ['kk']))
  const own = ['visit:token-a', 'reception:a']
  const all = [...own, 'visit:token-b', 'counter:loket-1', 'kiosk', 'board:all']
  expect(changedBy(story, choosePlace('a', 'kantin'), all)).toEqual({ changed: own, touched: own })
})

it('a call that is shown alone, as the plan wants no sound, is no fault at its counter', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  const called = call('loket-1', 'a')
  story.does(called)
  const topics = ['counter:loket-1', 'agency:dukcapil']
  const done = changedBy(story, say(called.announcement, null, [], true), topics)
  expect(done).toEqual({ changed: topics, touched: topics })
})

it('a zone in which nobody hears the calls concerns every agency that has a counter there', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  const called = call('loket-1', 'a')
  for (const command of [called, say(called.announcement)]) story.does(command)
  const { touched: looked } = changedBy(story, giveUp(called.announcement), ['agency:polres', 'reception'])
  expect(looked).toEqual(['agency:polres', 'reception'])
})

it('a silent alarm is at the reception as soon as it is given and answered', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'))
  const topics = ['reception', 'counter:loket-1', 'agency:dukcapil']
  for (const command of [askHelp('loket-1', true), answerHelp('loket-1')])
    expect(changedBy(story, command, topics)).toEqual({ changed: topics, touched: topics })
})

it('whether a call was heard is shown at the counter that called, on the boards and at the reception', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), open('loket-3'), take('a', ['kk']))
  const called = call('loket-1', 'a')
  for (const command of [called, say(called.announcement)]) story.does(command)
  const topics = ['counter:loket-1', 'board:depan']
  const all = [...topics, 'counter:loket-3', 'kiosk', 'reception']
  const { changed, touched: looked } = changedBy(story, hear(called.announcement), all)
  expect(changed).toEqual(topics)
  expect(looked).toEqual([...topics, 'reception'])
})

it('what holds for everybody is looked at on every screen', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  const topics = ['kiosk', 'board:all', 'counter:loket-6', 'agency:bank', 'reception', 'visit:token-a']
  expect(changedBy(story, setQuota('kk', 1), topics).touched).toEqual(topics)
})

it('two changes at once touch what either of them touches, and wait only where both may', () => {
  const story = given(rulesPlan, '08:00', open('loket-1'))
  const touchedBy = (command: Command) => {
    const known = story.records.length
    story.does(command)
    return story.records.slice(known).map((record) => touched(story.hall, record))
  }
  const [ticket, other] = [...touchedBy(take('a', ['kk'])), ...touchedBy(take('b', ['kk']))]
  const [help] = touchedBy(askHelp('loket-1', true))
  const [quota] = touchedBy(setQuota('kk', 9))
  if (!ticket || !other || !help || !quota) throw new Error('nothing touched')
  const sum = [both(ticket, other), both(ticket, help), both(help, ticket)]
  expect(sum.map(({ reception, atOnce, kiosk, visits }) => [reception, atOnce, kiosk, [...visits]])).toEqual([
    [false, false, true, ['a', 'b']],
    [true, false, true, ['a']],
    [true, false, true, ['a']],
  ])
  const all = { counters: 'all', services: 'all' }
  expect([both(ticket, quota), both(quota, ticket)]).toMatchObject([all, all])
})

it('a change of calls, of who is said and of a call for help waits for no pace; a ticket, its slip and its place do', () => {
  const places = [{ id: 'kantin', name: { id: 'Kantin', en: 'Cafe' }, minutes: 5 }]
  const story = given({ ...rulesPlan, places }, '08:00', open('loket-1'))
  const called = call('loket-1', 'a')
  const { announcement } = called
  const changes = [
    take('a', ['kk']),
    choosePlace('a', 'kantin'),
    take('b', ['kk'], { printer: 'printer-1' }),
    slipFailed('b'),
    note('b'),
    askSlip('b'),
    called,
    say(announcement),
    pass(announcement, 'tv-1', 'tv-2'),
    hear(announcement, 'tv-2'),
    start('loket-1'),
    finish('loket-1'),
    reopen('a', 'a.1'),
    askHelp('loket-1', true),
    setQuota('kk', 1),
  ].map((command) => {
    const known = story.records.length
    story.does(command)
    const { atOnce, boards, kiosk, reception } = story.records
      .slice(known)
      .map((record) => touched(story.hall, record))
      .reduce(both)
    return [command.type, atOnce, boards, kiosk, reception === true]
  })
  expect(changes).toEqual([
    ['take-visit', false, true, true, false],
    ['choose-place', false, false, false, false],
    ['take-visit', false, true, true, false],
    ['fail-slip', false, true, true, false],
    ['note-number', false, true, true, false],
    ['ask-slip', false, true, true, false],
    ['call', true, true, true, false],
    ['start-announcement', true, true, false, false],
    ['pass-announcement', true, true, false, false],
    ['hear-announcement', true, true, false, true],
    ['start', true, true, true, false],
    ['finish', true, true, true, false],
    ['reopen-step', true, true, true, false],
    ['ask-help', true, false, false, true],
    ['set-quota', true, true, true, false],
  ])
})
