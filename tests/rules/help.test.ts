// Rules F: calls for help from a counter, and messages to it.
import { expect, it } from 'vitest'
import { alarms, helpShown, MOST_UNREAD } from '../../server/hall/counter/help.ts'
import { callNext, close, open, pause, signOut, take, undo } from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { answerHelp, askHelp, readMessage, sendMessage } from './steer-commands.ts'

const at1 = (...more: Parameters<typeof given>[1][]) => given(rulesPlan, '08:00', open('loket-1'), ...more)
const counter = (story: Story, id = 'loket-1') => {
  const found = story.hall.counters.get(id)
  if (!found) throw new Error(`no counter ${id}`)
  return found
}

it('[F1] the person who holds a counter can call for help there', () => {
  const story = at1()
  expect(story.refusal(askHelp('loket-2'))).toBe('counter-not-open')
  expect(story.refusal({ ...askHelp('loket-1'), staff: 'budi' })).toBe('counter-taken')
  expect(story.refusal(askHelp('loket-99'))).toBe('unknown-counter')
  story.does(askHelp('loket-1'))
  expect(counter(story).help).toMatchObject({ staff: 'ayu', alarm: false, answered: null })
})

it('[F1] the person who holds a counter can call for help there: also while it is paused', () => {
  const story = at1(pause('loket-1'), askHelp('loket-1'))
  expect(counter(story).help).not.toBeNull()
})

it('[F2] a call for help is not made twice, but it may become an alarm', () => {
  const story = at1()
  story.does(askHelp('loket-1'))
  const first = counter(story).help
  expect(story.at('08:05').does(askHelp('loket-1'))).toEqual([])
  expect(counter(story).help).toBe(first)
  expect(story.does(askHelp('loket-1', true))).toHaveLength(1)
  expect(story.does(askHelp('loket-1'))).toEqual([])
  expect(counter(story).help?.alarm).toBe(true)
  story.does(answerHelp('loket-1'))
  story.does(askHelp('loket-1'))
  expect(counter(story).help).toMatchObject({ alarm: false, answered: null })
})

it('[F3] a call for help is answered once', () => {
  const story = at1()
  expect(story.refusal(answerHelp('loket-1'))).toBe('no-help-asked')
  story.does(askHelp('loket-1'))
  story.does(answerHelp('loket-1'))
  expect(story.does(answerHelp('loket-1', 'manager'))).toEqual([])
  expect(counter(story).help?.answered?.staff).toBe('spv')
  expect(helpShown(counter(story), story.at('08:04:59').time.now)).not.toBeNull()
  expect(helpShown(counter(story), story.at('08:05').time.now)).toBeNull()
})

it('[F4] a supervisor of the agency or a manager answers a call for help, any of the staff an alarm', () => {
  const story = at1(askHelp('loket-1'))
  expect(story.refusal(answerHelp('loket-1', 'dewi', false))).toBe('not-allowed')
  story.does(askHelp('loket-1', true))
  story.does(answerHelp('loket-1', 'dewi', false))
  expect(counter(story).help?.answered?.staff).toBe('dewi')
})

it('[F4] a supervisor of the agency or a manager answers a call for help, any of the staff an alarm: the caller may withdraw a call, but no alarm', () => {
  const story = at1(askHelp('loket-1'), answerHelp('loket-1', 'ayu', false))
  expect(counter(story).help?.answered?.staff).toBe('ayu')
  story.does(askHelp('loket-1', true))
  expect(story.refusal(answerHelp('loket-1', 'ayu', false))).toBe('not-allowed')
})

it('[F5] an alarm stays until it is answered', () => {
  const story = at1(askHelp('loket-1', true), signOut('ayu'), close('loket-1', 'spv', true))
  expect(alarms(story.hall, story.time.now)).toMatchObject([{ counter: { id: 'loket-1' } }])
  story.does(answerHelp('loket-1', 'dewi', false))
  expect(alarms(story.hall, story.at('08:10').time.now)).toEqual([])
  story.does(open('loket-1', 'budi'))
  story.does({ ...askHelp('loket-1'), staff: 'budi' })
  story.does(close('loket-1', 'budi'))
  expect(counter(story).help).toBeNull()
})

it('[F6] help and messages change no line and no undo', () => {
  const story = at1(take('a', ['kk']), callNext('loket-1'), askHelp('loket-1', true), sendMessage('loket-1'))
  story.does(undo('loket-1'))
  expect(story.statuses('a')).toEqual(['waiting'])
  expect(counter(story)).toMatchObject({ help: { alarm: true }, messages: [{ readAt: null }] })
})

it('[F7] a message stays at the counter until the person who holds it has read it', () => {
  const story = at1()
  story.does(sendMessage('loket-1', 'one'))
  story.does(sendMessage('loket-1', 'two'))
  story.does(close('loket-1'))
  expect(story.refusal(readMessage('loket-1', 'one'))).toBe('counter-not-open')
  story.at('08:30').does(open('loket-1'))
  expect(story.refusal(readMessage('loket-1', 'three'))).toBe('unknown-message')
  expect(story.refusal({ ...readMessage('loket-1', 'one'), staff: 'budi' })).toBe('counter-taken')
  story.does(readMessage('loket-1', 'one'))
  expect(story.does(readMessage('loket-1', 'one'))).toEqual([])
  expect(counter(story).messages).toMatchObject([
    { id: 'two', readAt: null },
    { id: 'one', staff: 'spv', readAt: story.time.now },
  ])
})

it('[F7] a message stays at the counter until the person who holds it has read it: no longer than the day', () => {
  const story = at1(sendMessage('loket-1'), askHelp('loket-1'))
  story.nextDay('08:00')
  expect(counter(story)).toMatchObject({ help: null, messages: [] })
})

it('[F8] at most 20 messages wait unread at a counter', () => {
  const story = at1()
  for (let sent = 1; sent <= MOST_UNREAD; sent++) story.does(sendMessage('loket-1', `m${sent}`))
  expect(story.refusal(sendMessage('loket-1'))).toBe('too-many-messages')
  story.does(readMessage('loket-1', 'm7'))
  story.does(sendMessage('loket-1'))
  expect(story.refusal(sendMessage('loket-99'))).toBe('unknown-counter')
})

it('[T3] all waiting moves with the clock: calls for help and messages too', () => {
  const story = at1(askHelp('loket-1'), answerHelp('loket-1'), sendMessage('loket-1', 'm'))
  story.does(readMessage('loket-1', 'm'))
  const before = story.time.now
  story.at('09:00').does(take('a', ['kk']))
  story.setClockBack(60)
  expect(counter(story)).toMatchObject({
    help: { at: before - 3_600_000, answered: { at: before - 3_600_000 } },
    messages: [{ at: before - 3_600_000, readAt: before - 3_600_000 }],
  })
})
