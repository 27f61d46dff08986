// Which screens an event wakes: for an undo those that its action had touched, and no others; and all whose calls are
// announced in one sound.
import { expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import type { Recorded } from '../../server/hall/event.ts'
import { touched } from '../../server/live/topics.ts'
import { callNext, cancel, finish, handOver, open, refer, say, start, take, undo } from '../rules/commands.ts'
import { cancelStep } from '../rules/steer-commands.ts'
import { given, type Story } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

/** Somebody waits at the first counter, and somebody else at one that has nothing to do with it. */
const story = (...more: Command[]) =>
  given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    open('loket-6'),
    take('a', ['kk']),
    take('b', ['bayar']),
    '08:05',
    ...more,
  )

function wakes(told: Story) {
  const { counters, services, visits, boards, kiosk } = touched(told.hall, told.records.at(-1) as Recorded)
  if (counters === 'all' || services === 'all') throw new Error('an undo wakes everybody')
  return { counters, services, visits: [...visits], boards, kiosk }
}

it.each([
  ['call', [callNext('loket-1'), undo('loket-1')]],
  ['start', [callNext('loket-1'), start('loket-1'), undo('loket-1')]],
  ['finish', [callNext('loket-1'), start('loket-1'), finish('loket-1'), undo('loket-1')]],
])('a %s that is taken back wakes its own counter and visit, not the ones far away', (_what, more) => {
  const { counters, services, visits, boards, kiosk } = wakes(story(...more))
  expect(visits).toEqual(['a'])
  expect(counters).toContain('loket-1')
  expect(counters).not.toContain('loket-6')
  expect(services).toContain('kk')
  expect(services).not.toContain('bayar')
  expect([boards, kiosk]).toEqual([true, true])
})

it('an undone referral wakes the services it had been sent to, although no step of it is left', () => {
  const referred = story(callNext('loket-1'), start('loket-1'), refer('loket-1', 'bayar'), undo('loket-1'))
  const { counters, services } = wakes(referred)
  expect(referred.hall.visits.get('a')?.steps.map(({ service }) => service)).toEqual(['kk'])
  expect(counters).toContain('loket-6')
  expect(services).toContain('bayar')
})

it('an undone handover wakes the counter and its colleagues', () => {
  const { counters, visits } = wakes(story(handOver('loket-1', 'komang'), undo('loket-1')))
  expect(visits).toEqual([])
  expect(counters).toContain('loket-1')
  expect(counters).toContain('loket-2')
})

/** Two counters of one sound have called, and both calls are shown silently: the plan has quiet hours. */
function quietTogether() {
  const told = given(
    rulesPlan,
    '08:00',
    open('loket-1'),
    open('loket-3'),
    take('a', ['kk']),
    take('b', ['skck']),
    '08:05',
    callNext('loket-1'),
    callNext('loket-3'),
  )
  const [first = '', second = ''] = told.hall.sounds.get('lantai-1') ?? []
  told.does(say(first, null, [second], true))
  return { told, isQuiet: () => told.hall.announcements.get(second)?.quiet }
}

it('a silent announcement wakes the counters of all its calls', () => {
  const { told, isQuiet } = quietTogether()
  expect(isQuiet()).toBe(true)
  expect([...wakes(told).counters].sort()).toEqual(['loket-1', 'loket-3'])
})

it.each([
  ['an undo', undo('loket-1')],
  ['a cancelled visit', cancel('a')],
  ['a cancelled step', cancelStep('a', 'a.1')],
])('%s wakes also the counters whose calls are to be said again', (_what, command) => {
  const { told, isQuiet } = quietTogether()
  told.does(command)
  expect(isQuiet()).toBe(false)
  expect(wakes(told).counters).toContain('loket-3')
})
