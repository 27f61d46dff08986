// What was entered from paper in the figures: as a fact of its day, without any waiting.
import { expect, it } from 'vitest'
import type { PaperEntry } from '../../server/hall/event-parts.ts'
import type { Event, Recorded } from '../../server/hall/event.ts'
import { resultOf } from '../../server/reports/facts/fact.ts'
import { foldFacts } from '../../server/reports/facts/fold.ts'
import { open, take } from './commands.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'

const TODAY = '2026-11-24'
const at = (time: string) => Date.parse(`${TODAY}T${time}:00+08:00`)

const entry = (slip: number, more: Partial<PaperEntry> = {}): PaperEntry => ({
  number: `DAR001-0${slip}`,
  sheet: 1,
  slip,
  visit: `p${slip}`,
  step: `p${slip}.1`,
  service: 'kk',
  agency: 'dukcapil',
  counter: 'loket-1',
  zone: 'depan',
  priority: false,
  language: 'id',
  takenAt: at('08:10'),
  arrivedAt: at('08:10'),
  calledAt: at('08:20'),
  startedAt: at('08:21'),
  endedAt: at('08:31'),
  outcome: 'served',
  missing: [],
  phase: 'open',
  operation: 'trial',
  ...more,
})
const entered = (one: PaperEntry, of = TODAY): Event => ({
  type: 'paper-entered',
  of,
  number: one.number,
  entry: one,
})

/** The facts of a day with a visit of the machine and these events of paper. */
function factsWith(...events: Event[]) {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  const fold = foldFacts()
  for (const recorded of story.records) fold.follow(recorded)
  const last = story.records.at(-1) as Recorded
  for (const [nth, event] of events.entries())
    fold.follow({ ...last, seq: last.seq + 1 + nth, at: at('09:00'), event })
  return fold.facts(at('09:00'))
}

it('[PA11] paper has no waiting: all else of it counts', () => {
  const [visit, fact, ...more] = factsWith(entered(entry(3)))
  expect(more).toEqual([])
  expect(visit?.cameBy).toBe('ticket')
  expect(fact).toMatchObject({
    day: TODAY,
    number: 'DAR001-03',
    cameBy: 'paper',
    service: 'kk',
    agency: 'dukcapil',
    counter: 'loket-1',
    zone: 'depan',
    staff: null,
    takenAt: at('08:10'),
    waitsFrom: null,
    waitedSeconds: null,
    waitedOpenSeconds: null,
    calledAt: at('08:20'),
    startedAt: at('08:21'),
    endedAt: at('08:31'),
    walkSeconds: 60,
    servedSeconds: 600,
    outcome: 'served',
    end: null,
  })
})

it('[PA11] paper has no waiting: who was not served did not come when called, or left', () => {
  const gone = { outcome: 'not-served', startedAt: null, endedAt: null } as const
  const facts = factsWith(
    entered(entry(1, gone)),
    entered(entry(2, { ...gone, calledAt: null, counter: null, zone: null })),
    entered(entry(3, { outcome: 'incomplete', missing: ['surat-kk'], endedAt: null })),
  )
  expect(facts.slice(1).map(resultOf)).toEqual(['no-show', 'left', 'incomplete'])
  expect(facts.at(-1)).toMatchObject({ missing: ['surat-kk'], servedSeconds: null })
})

it('[PA4] what is entered counts for the day on which it happened: not for the one on which it is entered', () => {
  const one = entry(3)
  expect(factsWith(entered(one, '2026-11-20'))).toHaveLength(1)
  expect(
    factsWith(entered(one), {
      type: 'paper-taken-back',
      of: TODAY,
      number: one.number,
      reason: 'mistyped',
      note: null,
      entry: one,
    }),
  ).toHaveLength(1)
})
