// The facts in their table, and rebuilt from the journal.
import { describe, expect, it } from 'vitest'
import { factsOfDay } from '../../server/hall/day/facts.ts'
import { fold } from '../../server/hall/evolve.ts'
import type { Recorded } from '../../server/hall/event.ts'
import { makeJournal } from '../../server/store/journal/append.ts'
import { factsFromJournal, readFacts, replaceFacts } from '../../server/store/tables/facts.ts'
import { fact, writeFacts } from './fact.ts'
import { golden, open } from './helper.ts'

const expired = fact({
  step: 'v1.2',
  counter: null,
  staff: null,
  priority: false,
  comeToMe: true,
  calledAt: null,
  startedAt: null,
  endedAt: 1_795_530_000_000,
  servedSeconds: null,
  calls: 0,
  status: 'expired',
  outcome: null,
  missing: [],
})

function factsOf(events: readonly Recorded[]) {
  const first = events[0]?.event
  if (first?.type !== 'day-opened') throw new Error('a day begins with its opening')
  return factsOfDay(fold(events, first.plan))
}

describe('facts', () => {
  it('come back as they were written', () => {
    const db = open()
    const other = fact({ day: '2026-11-25', reason: 'tidak-berhak', callReason: 'di-loket', returns: true })
    writeFacts(db, [fact({}), expired, other])
    expect(readFacts(db, '2026-11-24')).toEqual([fact({}), expired])
    expect(readFacts(db, '2026-11-25')).toEqual([other])
  })

  it('are one row per step: the last one written counts', () => {
    const db = open()
    writeFacts(db, [fact({ status: 'serving', outcome: null }), expired])
    writeFacts(db, [fact({})])
    expect(readFacts(db, '2026-11-24')).toEqual([fact({}), expired])
  })

  it('of one day are replaced whole, of another not at all', () => {
    const db = open()
    const other = fact({ day: '2026-11-25' })
    writeFacts(db, [fact({}), expired, other])
    replaceFacts(db, '2026-11-24', [expired])
    expect(readFacts(db, '2026-11-24')).toEqual([expired])
    expect(readFacts(db, '2026-11-25')).toEqual([other])
  })
})

function journal() {
  const made = makeJournal(open())
  made.append({ records: golden })
  return made
}

describe('factsFromJournal', () => {
  it('finds the end of a service over midnight in the day after', () => {
    const facts = factsFromJournal(journal(), '2026-11-23', factsOf) ?? []
    expect(facts.map(({ visit, status, outcome }) => [visit, status, outcome])).toEqual([
      ['v1', 'done', 'served'],
      ['v2', 'expired', null],
    ])
    // Its service time is unknown: it was ended on another day.
    expect(facts[0]?.servedSeconds).toBeNull()
  })

  it('counts every step of a day, and those of the day before not', () => {
    const facts = factsFromJournal(journal(), '2026-11-24', factsOf) ?? []
    expect(new Set(facts.map(({ visit }) => visit))).toEqual(new Set(['v3', 'v4', 'v5', 'v6', 'v7']))
    expect(facts.filter(({ outcome }) => outcome === 'incomplete')).toMatchObject([
      { number: 'A002', service: 'kartu-keluarga', agency: 'dukcapil', missing: ['buku-nikah'] },
    ])
    expect(facts).toHaveLength(10)
  })

  it('has none of a day that is open or never was', () => {
    expect(factsFromJournal(journal(), '2026-11-25', factsOf)).toBeNull()
    expect(factsFromJournal(journal(), '2026-11-22', factsOf)).toBeNull()
  })
})
