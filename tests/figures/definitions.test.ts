// The definitions of docs/figures.md, each in a story of its own.
import { expect, it } from 'vitest'
import { eventSchemas } from '../../server/hall/event.ts'
import { resultOf } from '../../server/reports/facts/fact.ts'
import { foldFacts } from '../../server/reports/facts/fold.ts'
import { about } from '../../server/reports/facts/said.ts'
import { stayOf, stepFigures, visitFigures } from '../../server/reports/figures.ts'
import {
  call,
  callNext,
  cancel,
  delay,
  finish,
  giveUp,
  hear,
  hold,
  miss,
  open,
  printed,
  putBack,
  recall,
  refer,
  say,
  serve,
  slipFailed,
  start,
  take,
  undo,
} from '../rules/commands.ts'
import { given, type Story } from '../rules/given.ts'
import { regularPlan, rulesPlan } from '../rules/rules-plan.ts'
import { addStep, cancelStep, reopen, setPriority } from '../rules/steer-commands.ts'
import { aFact } from './a-fact.ts'
import { factOf, factsAtClose, factsNow } from './facts-of.ts'

const results = (story: Story) => factsNow(story).map((fact) => [fact.step, resultOf(fact)])
const spansOf = (story: Story) => {
  const fold = foldFacts()
  for (const recorded of story.records) fold.follow(recorded)
  return fold.spans(story.time.now)
}
/** Takes a ticket at 09:00 and is served at loket-1 from then on. */
const served = (...services: string[]) =>
  given(
    rulesPlan,
    '09:00',
    open('loket-1'),
    open('loket-5'),
    take('a', services),
    callNext('loket-1'),
    start('loket-1'),
  )

it('[FG1] steps count for an agency, visits for the hall', () => {
  const story = given(rulesPlan, '09:00', take('a', ['kk', 'bayar']), take('b', ['kk']))
  expect(stepFigures(factsNow(story)).taken).toBe(3)
  expect(visitFigures(factsNow(story)).visits).toBe(2)
})

it('[FG2] what was taken is the sum of what became of it: also what joined the visit later, in the hour of its ticket', () => {
  const story = served('kk')
  story.at('10:30').does(refer('loket-1', 'bayar', true))
  story.does(addStep('a', 'akta'))
  expect(factsNow(story).map(({ step, hour, cameBy, from }) => [step, hour, cameBy, from])).toEqual([
    ['a.1', 9, 'ticket', null],
    ['a.2', 9, 'referred', 'a.1'],
    ['a.3', 9, 'come-back', 'a.1'],
    ['a.4', 9, 'ticket', null],
  ])
  story.does(cancelStep('a', 'a.4'))
  expect(stepFigures(factsNow(story))).toMatchObject({ taken: 4, referred: 1, left: 1, open: 2 })
})

it('[FG2] what was taken is the sum of what became of it: what an undo took away never was', () => {
  const story = served('kk')
  story.does(refer('loket-1', 'bayar', true))
  story.does(undo('loket-1'))
  expect(results(story)).toEqual([['a.1', 'open']])
})

it('[FG3] how a step came about is kept: a return, from the step that sent the visitor home', () => {
  const story = served('kk')
  story.does(finish('loket-1', null, [], { comeBack: true }))
  expect(factOf(story, 'a.2')).toMatchObject({ cameBy: 'return', from: 'a.1', returns: true })
})

it('[FG4] a step called but never served is a no-show', () => {
  const story = given(
    rulesPlan,
    '09:00',
    open('loket-1'),
    take('a', ['kk']),
    take('b', ['kk']),
    take('c', ['kk']),
  )
  story.does(callNext('loket-1'))
  story.does(miss('loket-1'))
  story.does(callNext('loket-1'))
  story.does(cancel('b'))
  story.does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.does(hold('loket-1'))
  story.nextDay('08:00')
  expect(factsAtClose(story).map((fact) => [fact.step, resultOf(fact), fact.end])).toEqual([
    ['a.1', 'no-show', 'day'],
    ['b.1', 'no-show', 'visitor'],
    ['c.1', 'no-show', 'day'],
  ])
})

it('[FG5] a step that waited but was never called has left: also who did not come back with the paper', () => {
  const story = served('kk')
  story.does(finish('loket-1', null, [], { comeBack: true }))
  story.does(take('b', ['kk']))
  story.nextDay('08:00')
  expect(factsAtClose(story).map((fact) => [fact.step, resultOf(fact)])).toEqual([
    ['a.1', 'incomplete'],
    ['a.2', 'left'],
    ['b.1', 'left'],
  ])
})

it('[FG6] what the house ended counts as dropped', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['akta']), take('b', ['kk', 'ktp']))
  story.does(closes('akta'))
  story.does(cancel('b'))
  story.does(serve('loket-1', 'c', ['kk']))
  story.does(undo('loket-1'))
  expect(factsNow(story).map((fact) => [fact.step, resultOf(fact), fact.end, fact.blocked])).toEqual([
    ['a.1', 'dropped', 'closed', false],
    ['b.1', 'left', 'visitor', false],
    ['b.2', 'dropped', 'visitor', true],
    ['c.1', 'dropped', 'undone', false],
  ])
})
const closes = (service: string) =>
  ({
    type: 'set-phase',
    service,
    status: 'paused',
    until: null,
    reason: null,
    expected: null,
    where: null,
    waiting: 'end',
    to: null,
  }) as const

it('[FG7] incomplete means sent home because something was missing', () => {
  const story = given(rulesPlan, '09:00', open('loket-3'), take('a', ['skck'], { missing: ['kartu'] }))
  story.does(callNext('loket-3'))
  story.does(start('loket-3'))
  story.does(finish('loket-3', null, ['foto']))
  expect(factOf(story, 'a.1')).toMatchObject({ outcome: 'incomplete', missing: ['foto'], lacks: ['kartu'] })
  const facts = [
    ...Array.from({ length: 3 }, () => aFact()),
    ...Array.from({ length: 2 }, () => aFact({ outcome: 'incomplete' })),
  ]
  expect(stepFigures(facts).incompleteShare).toBe(0.4)
})

it('[FG8] the class is the one at the end', () => {
  const story = served('kk', 'bayar')
  story.does(finish('loket-1'))
  story.does(setPriority('a', true))
  expect(factsNow(story).map(({ priority }) => priority)).toEqual([true, true])
})

it('[FG10] the stay ends with the last step that was served or incomplete', () => {
  const step = (outcome: 'served' | 'incomplete' | 'referred' | null, endedAt: number) =>
    aFact({ takenAt: 0, outcome, endedAt, status: outcome === null ? 'expired' : 'done' })
  expect(stayOf([step('served', 60_000), step('incomplete', 120_000), step('referred', 400_000)])).toBe(120)
  expect(stayOf([step('served', 100 * 3_600_000), step(null, 200 * 3_600_000)])).toBe(360_000)
  expect(stayOf([step('referred', 60_000), step(null, 90_000)])).toBeNull()
})

it('[FG11] waiting is from when a step began to wait to its first call: put back, it stays what it was', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk']))
  story.at('09:10').does(callNext('loket-1'))
  story.at('09:12').does(putBack('loket-1'))
  story.at('09:40').does(callNext('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ waitedSeconds: 600, calls: 2, uncalledSeconds: null })
})

it('[FG12] time in which the visitor could not be called is not waiting: without the slip', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk'], { printer: 'printer-1' }))
  story.at('09:03').does(printed('a'))
  story.at('09:10').does(callNext('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ waitedSeconds: 420, slipSeconds: 180 })
})

it('[FG12] time in which the visitor could not be called is not waiting: late, as long as was said', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk']))
  story.at('09:02').does(delay('a'))
  story.at('09:10').does(callNext('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ waitedSeconds: 300, asideSeconds: 300 })
})

it('[FG12] time in which the visitor could not be called is not waiting: blocked behind another step', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), open('loket-5'), take('a', ['bayar']))
  story.at('09:05').does(addStep('a', 'kk', true))
  story.at('09:15').does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.at('09:20').does(finish('loket-1'))
  story.at('09:30').does(callNext('loket-5'))
  expect(factOf(story, 'a.1')).toMatchObject({
    waitedSeconds: (5 + 9) * 60,
    asideSeconds: 600,
    elsewhereSeconds: 300,
    walkingSeconds: 60,
  })
})

it('[FG12] time in which the visitor could not be called is not waiting: nobody walks within a zone', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), open('loket-2'), take('a', ['akta', 'kk']))
  story.does(call('loket-1', 'a'))
  story.does(start('loket-1'))
  story.at('09:10').does(finish('loket-1'))
  story.does(callNext('loket-2'))
  expect(factOf(story, 'a.2')).toMatchObject({ waitedSeconds: 0, walkingSeconds: 0, elsewhereSeconds: 600 })
})

it('[FG13] waiting without breaks and closed hours is given beside it', () => {
  for (const plan of [rulesPlan, regularPlan]) {
    const story = given(plan, '11:30', open('loket-1'), take('a', ['kk']))
    story.at('13:10').does(callNext('loket-1'))
    expect(factOf(story, 'a.1')).toMatchObject({
      waitedSeconds: 6000,
      waitedOpenSeconds: 2400,
      restSeconds: 3600,
    })
  }
  const sunday = given(rulesPlan, '09:00').nextDay('09:00', 5)
  for (const command of [open('loket-1'), take('a', ['kk'])]) sunday.does(command)
  sunday.at('09:10').does(callNext('loket-1'))
  expect(factOf(sunday, 'a.1')).toMatchObject({ waitedSeconds: 600, waitedOpenSeconds: 600 })
})

it('[FG14] what was undone never was', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk']))
  story.at('09:10').does(callNext('loket-1'))
  const [called] = story.records.slice(-1)
  if (called?.event.type !== 'called') throw new Error('nobody was called')
  story.does(say(called.event.announcement))
  story.does(giveUp(called.event.announcement))
  story.at('09:10:20').does(undo('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({
    calledAt: null,
    counter: null,
    calls: 0,
    notHeard: 0,
    uncalledSeconds: 620,
  })
  story.at('09:15').does(callNext('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ waitedSeconds: 900, calls: 1 })
})

it('[FG14] what was undone never was: but a slip that came out meanwhile did', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk', 'bayar']), callNext('loket-1'))
  story.does({ type: 'ask-slip', visit: 'a', printer: 'printer-1' })
  story.does(start('loket-1'))
  story.does(slipFailed('a'))
  story.does(undo('loket-1'))
  expect(factsNow(story)).toMatchObject([{ startedAt: null, slipsFailed: 1 }, { slipsFailed: 0 }])
})

it('[FG15] the walk is from the call that led to the start', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  story.at('09:01').does(recall('loket-1'))
  story.at('09:02').does(start('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ walkSeconds: 120, calls: 2 })
})

it('[FG16] service time is the sum of all spans of serving: also before it was reopened', () => {
  const story = served('kk')
  story.at('09:10').does(finish('loket-1'))
  story.at('09:20').does(reopen('a', 'a.1'))
  story.does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.at('09:23').does(finish('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ servedSeconds: 780, outcome: 'served', calls: 2 })
})

it('[FG17] a visit counts for the day on which it began', () => {
  const story = given(rulesPlan, '23:50', open('loket-1'), take('a', ['kk']))
  story.at('23:55').does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.nextDay('00:00').nextDay('00:00', 1)
  expect(factsNow(story)).toMatchObject([{ day: '2026-11-24', hour: 23, waitedSeconds: 300 }])
})

it('[FG18] when the clock is set right, all times move with it', () => {
  const story = given(rulesPlan, '10:00', open('loket-1'), take('a', ['kk']), '10:10', callNext('loket-1'))
  story.setClockBack(60)
  story.at('09:15').does(start('loket-1'))
  expect(factOf(story, 'a.1')).toMatchObject({ waitedSeconds: 600, walkSeconds: 300 })
  expect(spansOf(story)).toMatchObject([{ counter: 'loket-1', from: story.hall.startsAt + 9 * 3_600_000 }])
})

it('[FG19] a day that is reopened has its facts only once', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk']))
  story.nextDay('08:00').reopensDay('09:20')
  story.does(callNext('loket-1'))
  expect(factsNow(story)).toMatchObject([{ step: 'a.1', waitedSeconds: 1200, end: null, status: 'called' }])
  expect(spansOf(story)).toMatchObject([{ counter: 'loket-1', to: story.time.now }])
})

it('[FG23] a counter is occupied while somebody is served there: with spans by who was there', () => {
  const story = served('kk')
  story.at('09:10').does(finish('loket-1'))
  story.at('09:20').does({
    type: 'pause-counter',
    counter: 'loket-1',
    staff: 'ayu',
    reason: { code: 'rapat' },
    minutes: null,
  })
  story.nextDay('08:00')
  const at = (minutes: number) => story.hall.startsAt - 86_400_000 + (9 * 60 + minutes) * 60_000
  const fold = foldFacts()
  const close = story.records.findLastIndex(({ event }) => event.type === 'day-closed')
  for (const recorded of story.records.slice(0, close + 1)) fold.follow(recorded)
  expect(fold.spans(story.time.now).filter(({ counter }) => counter === 'loket-1')).toMatchObject([
    { state: 'open', staff: 'ayu', from: at(0), to: at(20), servingSeconds: 600, idleSeconds: 0 },
    { state: 'paused', reason: 'rapat', from: at(20), to: at(6 * 60 + 30), servingSeconds: 0 },
  ])
})

it('[FG25] a counter is idle while it is open, free and could call somebody', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), open('loket-5'))
  story.at('09:10').does(take('a', ['kk', 'bayar']))
  story.at('09:15').does(callNext('loket-1'))
  story.does(start('loket-1'))
  story.at('09:20').does(finish('loket-1'))
  story.at('09:30')
  expect(spansOf(story).map(({ counter, idleSeconds }) => [counter, idleSeconds])).toEqual([
    ['loket-1', 300],
    ['loket-5', (5 + 9) * 60],
  ])
})

it('[FG26] a call is not heard if none of its announcements was confirmed', () => {
  const story = given(rulesPlan, '09:00', open('loket-1'), take('a', ['kk']), callNext('loket-1'))
  const announced = () => {
    const { event } = story.records.findLast((one) => 'announcement' in one.event) ?? {}
    return event && 'announcement' in event ? event.announcement : ''
  }
  const first = announced()
  story.does(say(first))
  story.does(giveUp(first))
  expect(factOf(story, 'a.1').notHeard).toBe(1)
  story.does(recall('loket-1'))
  const second = announced()
  story.does(say(second))
  story.does(hear(second))
  expect(factOf(story, 'a.1').notHeard).toBe(0)
})

it('[FG27] paper waits for nothing', () => {
  const hour = 3_600_000
  const story = given(rulesPlan, '09:00')
  const { day, startsAt } = story.hall
  const entry = {
    number: 'DAR001-01',
    sheet: 1,
    slip: 1,
    visit: 'p1',
    step: 'p1.1',
    service: 'kk',
    agency: 'dukcapil',
    counter: 'loket-1',
    zone: 'depan',
    priority: false,
    language: 'id',
    missing: [],
    phase: 'open',
    operation: 'trial' as const,
    outcome: 'served' as const,
    takenAt: startsAt + 9 * hour,
    arrivedAt: startsAt + 9 * hour,
    calledAt: startsAt + 10 * hour,
    startedAt: startsAt + 10 * hour,
    endedAt: startsAt + 11 * hour,
  }
  const fold = foldFacts()
  const event = { type: 'paper-entered', of: day, number: entry.number, entry } as const
  const next = {
    seq: story.records.length + 1,
    at: startsAt + 12 * hour,
    day,
    by: 'staff:s',
    key: null,
    hash: null,
    event,
  } as const
  for (const recorded of [...story.records, next]) fold.follow(recorded)
  const facts = fold.facts(next.at)
  expect(facts).toMatchObject([
    { cameBy: 'paper', hour: 9, waitedSeconds: null, servedSeconds: 3600, calls: 1 },
  ])
  expect(stepFigures(facts)).toMatchObject({ taken: 1, served: 1 })
  const gone = { ...event, type: 'paper-taken-back', reason: 'mistyped', note: null } as const
  fold.follow({ ...next, seq: next.seq + 1, event: gone })
  expect(fold.facts(next.at)).toEqual([])
})

it('[FG34] documents handed over are those that somebody noted at finish', () => {
  const story = given(
    rulesPlan,
    '09:00',
    open('loket-1'),
    take('a', ['kk']),
    take('b', ['kk']),
    take('c', ['kk']),
  )
  for (const documents of [2, null, 20]) {
    story.does(callNext('loket-1'))
    story.does(start('loket-1'))
    story.does(finish('loket-1', null, [], { documents }))
  }
  expect(factsNow(story).map(({ documents }) => documents)).toEqual([2, null, 20])
  expect(stepFigures(factsNow(story)).documents).toBe(22)
  story.does(undo('loket-1'))
  expect(stepFigures(factsNow(story)).documents).toBe(2)
})

it('[FG31] every type of event has been considered', () => {
  expect(Object.keys(about).sort()).toEqual(Object.keys(eventSchemas).sort())
})
