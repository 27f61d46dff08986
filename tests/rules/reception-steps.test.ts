// Rules G: what the reception does to the steps of a visit, and to its class.
import { describe, expect, it } from 'vitest'
import { MOST_STEPS } from '../../server/hall/visit/step.ts'
import { aheadOf } from '../../server/hall/next.ts'
import * as act from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { addStep, cancelStep, releaseStep, setPriority } from './steer-commands.ts'

describe('a step is added', () => {
  it('[G4] a visit that is not over can get another step', () => {
    const story = given(
      rulesPlan,
      '08:00',
      act.open('loket-5'),
      act.take('a', ['kk']),
      '08:10',
      act.take('b', ['bayar']),
    )
    story.does(addStep('a', 'bayar'))
    expect(story.statuses('a')).toEqual(['waiting', 'waiting'])
    expect(story.next('loket-5')).toBe('a')
    expect(story.does(act.callNext('loket-5'))).toMatchObject([{ visit: 'a', why: { credit: 10 } }])
  })

  it('[G4] a visit that is not over can get another step: the plan’s order holds for it', () => {
    const story = given(rulesPlan, act.take('a', ['ktp']), act.take('b', ['kk']))
    story.does(addStep('a', 'kk'))
    story.does(addStep('b', 'ktp'))
    expect([story.step('a', 'kk').status, story.step('a', 'ktp').status]).toEqual(['waiting', 'blocked'])
    expect([story.step('b', 'kk').status, story.step('b', 'ktp').status]).toEqual(['waiting', 'blocked'])
  })

  it('[G4] a visit that is not over can get another step: before all that waits, if asked for', () => {
    const story = given(rulesPlan, act.open('loket-5'), act.take('a', ['kk', 'ktp', 'skck']))
    story.does(addStep('a', 'bayar', true))
    expect(story.statuses('a')).toEqual(['blocked', 'blocked', 'blocked', 'waiting'])
    story.does(act.callNext('loket-5'))
    story.does(act.start('loket-5'))
    story.does(act.finish('loket-5'))
    expect(story.statuses('a')).toEqual(['waiting', 'blocked', 'waiting', 'done'])
  })

  it('[G4] a visit that is not over can get another step: what is asked for comes before the plan’s order', () => {
    const story = given(rulesPlan, act.take('a', ['kk']))
    story.does(addStep('a', 'ktp', true))
    expect(story.statuses('a')).toEqual(['blocked', 'waiting'])
  })

  it('[G4] a visit that is not over can get another step: a visitor at a counter stays there', () => {
    const story = given(rulesPlan, act.open('loket-1'), act.take('a', ['kk', 'skck']))
    story.does(act.callNext('loket-1'))
    story.does(act.start('loket-1'))
    story.does(addStep('a', 'bayar', true))
    expect(story.statuses('a')).toEqual(['serving', 'blocked', 'waiting'])
    expect(story.when(addStep('a', 'kk'))).toEqual({ refused: 'already-waiting', about: 'kk' })
    story.does(act.finish('loket-1'))
    story.does(addStep('a', 'kk'))
    expect(story.statuses('a')).toEqual(['done', 'blocked', 'waiting', 'waiting'])
  })

  it('[G4] a visit that is not over can get another step: also after the quota and after hours', () => {
    const story = given(rulesPlan, act.take('a', ['akta']), act.take('b', ['akta']), act.take('c', ['kk']))
    story.does({ type: 'set-operation', operation: 'regular' })
    story.at('22:00').does(addStep('c', 'akta'))
    expect(story.statuses('c')).toEqual(['waiting', 'waiting'])
  })

  it.each([
    ['paspor', { refused: 'unknown-service', about: 'paspor' }],
    ['tabungan', { refused: 'service-closed', about: 'tabungan' }],
    ['kredit', { refused: 'service-closed', about: 'kredit' }],
    ['kk', { refused: 'already-waiting', about: 'kk' }],
  ])('[G4] a visit that is not over can get another step: not for %s', (service, no) => {
    expect(given(rulesPlan, act.take('a', ['kk'])).when(addStep('a', service))).toEqual(no)
  })

  it('[G4] a visit that is not over can get another step: one that is over can’t, nor can yesterday’s', () => {
    const story = given(rulesPlan, '23:50', act.take('a', ['kk']), act.take('b', ['kk']), act.cancel('a'))
    expect(story.refusal(addStep('nobody', 'akta'))).toBe('unknown-visit')
    expect(story.refusal(addStep('a', 'akta'))).toBe('visit-over')
    story.does(act.open('loket-1'))
    story.does(act.callNext('loket-1'))
    story.does(act.start('loket-1'))
    story.nextDay('00:01')
    expect(story.refusal(addStep('b', 'akta'))).toBe('hall-closed')
  })

  it('[G4] a visit that is not over can get another step: up to what a visit can have', () => {
    const story = given(rulesPlan, act.take('a', ['kk', 'akta']))
    for (let count = 2; count < MOST_STEPS; count++) {
      story.does(cancelStep('a', story.step('a', 'akta').id))
      story.does(addStep('a', 'akta'))
    }
    expect(story.refusal(addStep('a', 'skck'))).toBe('too-many-steps')
  })
})

describe('the slip of a visit that changed', () => {
  const asked = { type: 'slip-asked', visit: 'a', printer: 'printer-1' }

  it('[G9] the slip that says where to go comes out where the step was added', () => {
    const story = given(rulesPlan, act.take('a', ['kk']))
    expect(story.does(addStep('a', 'akta', false, 'printer-1'))[1]).toEqual(asked)
    expect(story.visit('a').slip).toMatchObject({ status: 'queued', copies: 1, noted: true })
    expect(story.does(addStep('a', 'skck', false, 'printer-1'))).toHaveLength(1)
    expect(story.does(addStep('a', 'bayar', false, 'printer-2'))[1]).toMatchObject({ printer: 'printer-2' })
  })

  it('[G9] the slip that says where to go comes out where the step was added: without a printer nothing is printed', () => {
    const story = given(rulesPlan, act.take('a', ['kk']))
    expect(story.does(addStep('a', 'akta'))).toHaveLength(1)
  })

  it('[G9] the slip that says where to go comes out where the step was added: not for what asks nobody to go anywhere', () => {
    const story = given(
      rulesPlan,
      act.open('loket-1'),
      act.take('a', ['kk', 'skck']),
      act.call('loket-1', 'a'),
    )
    story.does(act.hold('loket-1'))
    const commands = [setPriority('a', true), releaseStep('a', 'a.1'), cancelStep('a', 'a.1')]
    expect(commands.flatMap((command) => story.does(command)).map(({ type }) => type)).toEqual([
      'priority-set',
      'step-released',
      'step-cancelled',
    ])
  })
})

describe('a step is cancelled', () => {
  it('[G5] one step can be cancelled until it is being served', () => {
    const story = given(rulesPlan, act.take('a', ['kk', 'ktp', 'skck']))
    story.does(cancelStep('a', 'a.1'))
    expect(story.statuses('a')).toEqual(['cancelled', 'waiting', 'waiting'])
    expect(story.does(cancelStep('a', 'a.1'))).toEqual([])
    story.does(cancelStep('a', 'a.3'))
    expect(story.statuses('a')).toEqual(['cancelled', 'waiting', 'cancelled'])
  })

  it('[G5] one step can be cancelled until it is being served: on hold, missed and blocked ones too', () => {
    const story = given(rulesPlan, act.open('loket-1'), act.take('a', ['kk', 'ktp']), act.take('b', ['kk']))
    story.does(act.call('loket-1', 'a'))
    story.does(act.hold('loket-1', 5))
    story.does(act.call('loket-1', 'b'))
    story.does(act.miss('loket-1'))
    for (const [visit, step] of [
      ['a', 'a.2'],
      ['a', 'a.1'],
      ['b', 'b.1'],
    ] as const)
      story.does(cancelStep(visit, step))
    expect([story.statuses('a'), story.statuses('b')]).toEqual([['cancelled', 'cancelled'], ['cancelled']])
    expect(story.hall.dues).toEqual([])
  })

  it('[G5] one step can be cancelled until it is being served: a call is retracted', () => {
    const story = given(rulesPlan, act.open('loket-1'), act.take('a', ['kk', 'skck']), act.take('b', ['kk']))
    story.does(act.callNext('loket-1'))
    expect([...story.hall.sounds.values()].flat()).toHaveLength(1)
    story.does(cancelStep('a', 'a.1'))
    expect([story.present('loket-1'), story.statuses('a')]).toEqual([null, ['cancelled', 'waiting']])
    expect([...story.hall.sounds.values()].flat()).toEqual([])
    expect(story.does(act.callNext('loket-1'))).toMatchObject([{ visit: 'b' }])
  })

  it('[G5] one step can be cancelled until it is being served: not then, and no step that is not there', () => {
    const story = given(rulesPlan, act.open('loket-1'), act.take('a', ['kk', 'skck']))
    story.does(act.callNext('loket-1'))
    story.does(act.start('loket-1'))
    expect(story.when(cancelStep('a', 'a.1'))).toEqual({ refused: 'being-served', about: 'loket-1' })
    expect(story.refusal(cancelStep('a', 'a.3'))).toBe('unknown-step')
    expect(story.refusal(cancelStep('nobody', 'a.1'))).toBe('unknown-visit')
  })

  it('[G5] one step can be cancelled until it is being served: a come-back still comes back', () => {
    const story = given(rulesPlan, act.open('loket-1'), act.take('a', ['kk']))
    story.does(act.callNext('loket-1'))
    story.does(act.refer('loket-1', 'bayar', true))
    story.does(cancelStep('a', 'a.2'))
    expect(story.statuses('a')).toEqual(['done', 'cancelled', 'waiting'])
  })
})

describe('the class of a visit', () => {
  const twoWait = (rates = rulesPlan.rates) =>
    given(
      { ...rulesPlan, rates },
      '08:00',
      act.open('loket-1'),
      act.take('a', ['kk']),
      '08:20',
      act.take('b', ['kk', 'skck']),
      '08:50',
    )

  it('[G7] a visit gains or loses priority as if it had arrived that way', () => {
    const story = twoWait()
    expect(story.next('loket-1')).toBe('a')
    story.does(setPriority('b', true))
    expect(story.visit('b').priority).toBe(true)
    expect(story.does(act.callNext('loket-1'))).toMatchObject([
      { visit: 'b', why: { rule: 'credit', credit: 90, over: { number: 'A001', credit: 50 } } },
    ])
    story.does(setPriority('b', false))
    story.does(act.putBack('loket-1'))
    expect(story.next('loket-1')).toBe('a')
  })

  it('[G7] a visit gains or loses priority as if it had arrived that way: all waiting steps, and how many are ahead', () => {
    const story = twoWait()
    const ahead = (visit: string) => aheadOf(story.hall, story.visit(visit), 0, story.time.now)
    expect([ahead('a'), ahead('b')]).toEqual([0, 1])
    story.does(setPriority('b', true))
    expect([ahead('a'), ahead('b')]).toEqual([1, 0])
    expect(story.does(setPriority('b', true))).toEqual([])
  })

  it('[G7] a visit gains or loses priority as if it had arrived that way: on hold, missed and blocked too', () => {
    const story = given(rulesPlan, '08:00', act.open('loket-1'), act.take('a', ['kk', 'ktp', 'akta']))
    story.does(act.callNext('loket-1'))
    story.does(act.hold('loket-1', 5))
    story.does(act.call('loket-1', 'a'))
    story.does(act.miss('loket-1'))
    expect(story.statuses('a')).toEqual(['held', 'blocked', 'missed'])
    story.does(setPriority('a', true))
    expect(story.statuses('a')).toEqual(['held', 'blocked', 'missed'])
    expect(story.hall.dues).toHaveLength(1)
    story.does(act.take('b', ['kk']))
    story.at('08:05').does(act.releaseDue)
    expect(story.does(act.callNext('loket-1'))).toMatchObject([{ visit: 'a', why: { credit: 15 } }])
  })

  it.each([
    { regular: 1, priority: 1 },
    { regular: 2, priority: 1 },
  ])(
    '[G7] a visit gains or loses priority as if it had arrived that way: not where it would change nothing for the better, %o',
    (rates) => expect(twoWait(rates).when(setPriority('b', true))).toEqual({ refused: 'no-priority' }),
  )

  it('[G7] a visit gains or loses priority as if it had arrived that way: no visit that is over', () => {
    const story = twoWait()
    story.does(act.cancel('b'))
    expect(story.refusal(setPriority('b', true))).toBe('visit-over')
    expect(story.refusal(setPriority('nobody', true))).toBe('unknown-visit')
    story.does(act.callNext('loket-1'))
    story.does(act.start('loket-1'))
    expect(story.nextDay('00:01').refusal(setPriority('a', true))).toBe('hall-closed')
  })
})

describe('visitors who were set aside', () => {
  it('[G8] the reception lets back visitors who are on hold or missed', () => {
    const story = given(
      rulesPlan,
      '08:00',
      act.open('loket-1'),
      act.take('a', ['kk', 'skck']),
      act.take('b', ['kk']),
    )
    story.does(act.call('loket-1', 'a'))
    story.does(act.hold('loket-1', 30))
    story.does(act.call('loket-1', 'b'))
    story.does(act.miss('loket-1'))
    story.at('08:10').does(releaseStep('a', 'a.1'))
    story.does(releaseStep('b', 'b.1'))
    expect(story.hall.dues).toEqual([])
    expect([story.step('a', 'kk'), story.step('b', 'kk')]).toMatchObject([
      { status: 'waiting', callableFrom: story.time.now },
      { status: 'waiting', callableFrom: story.time.now + 300_000 },
    ])
    expect(story.does(act.callNext('loket-1'))).toMatchObject([{ visit: 'a', why: { credit: 10 } }])
  })

  it('[G8] the reception lets back visitors who are on hold or missed: one who turns up before the second call', () => {
    const story = given({ ...rulesPlan, secondCallSeconds: 90 }, act.open('loket-1'), act.take('a', ['kk']))
    story.does(act.callNext('loket-1'))
    story.does(act.miss('loket-1'))
    expect(story.next('loket-1')).toBeNull()
    story.does(releaseStep('a', 'a.1'))
    expect(story.next('loket-1')).toBe('a')
    expect(story.refusal(releaseStep('a', 'a.1'))).toBe('nothing-to-release')
  })

  it('[G8] the reception lets back visitors who are on hold or missed: nobody else', () => {
    const story = given(rulesPlan, act.take('a', ['kk', 'ktp']), act.take('b', ['kk']), act.cancel('b'))
    for (const [visit, step] of [
      ['a', 'a.1'],
      ['a', 'a.2'],
      ['b', 'b.1'],
    ] as const)
      expect(story.refusal(releaseStep(visit, step))).toBe('nothing-to-release')
    expect(story.refusal(releaseStep('a', 'a.3'))).toBe('unknown-step')
    expect(story.refusal(releaseStep('nobody', 'a.1'))).toBe('unknown-visit')
  })
})

describe('and the counter’s undo', () => {
  const after = (action: Parameters<typeof given>[1]) =>
    given(
      rulesPlan,
      '08:00',
      act.open('loket-1'),
      act.take('a', ['kk', 'skck']),
      act.callNext('loket-1'),
      action,
    )

  it('[G6] what the reception did to a visit stands in the way of an undo', () => {
    const added = after(act.hold('loket-1'))
    added.does(addStep('a', 'bayar'))
    expect(added.when(act.undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'changed' })
    const cancelled = after(act.hold('loket-1'))
    cancelled.does(cancelStep('a', 'a.2'))
    expect(cancelled.when(act.undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'cancelled' })
    const released = after(act.miss('loket-1'))
    released.does(releaseStep('a', 'a.1'))
    expect(released.when(act.undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'released' })
    const changed = after(act.start('loket-1'))
    changed.does(setPriority('a', true))
    expect(changed.when(act.undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'changed' })
  })

  it('[G6] what the reception did to a visit stands in the way of an undo: also of a call that it took away', () => {
    const story = after(act.recall('loket-1'))
    story.does(cancelStep('a', 'a.1'))
    expect(story.when(act.undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'cancelled' })
    expect(story.present('loket-1')).toBeNull()
    const whole = after(act.recall('loket-1'))
    whole.does(act.cancel('a'))
    expect(whole.when(act.undo('loket-1'))).toEqual({ refused: 'not-undoable', about: 'cancelled' })
  })

  it('[G6] what the reception did to a visit stands in the way of an undo: but not of one with another visit', () => {
    const story = after(act.start('loket-1'))
    story.does(act.take('b', ['kk']))
    story.does(addStep('b', 'skck'))
    story.does(act.undo('loket-1'))
    expect(story.statuses('a')).toEqual(['called', 'waiting'])
  })
})
