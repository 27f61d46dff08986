// A plausible fact for tests, with what the test says about it.
import type { Database } from 'better-sqlite3'
import type { Fact } from '../../server/hall/day/facts.ts'
import { insertFacts } from '../../server/store/tables/facts.ts'

export function fact(given: Partial<Fact>): Fact {
  return {
    day: '2026-11-24',
    visit: 'v1',
    step: 'v1.1',
    number: 'A001',
    service: 'ktp-el',
    agency: 'dukcapil',
    counter: 'loket-1',
    staff: 'ayu',
    priority: true,
    comeToMe: false,
    language: 'id',
    takenAt: 1_795_500_000_000,
    waitedSeconds: 415.5,
    calledAt: 1_795_500_415_500,
    startedAt: 1_795_500_430_000,
    endedAt: 1_795_500_900_000,
    servedSeconds: 470,
    calls: 2,
    status: 'done',
    outcome: 'incomplete',
    missing: ['buku-nikah'],
    reason: null,
    callReason: null,
    returns: false,
    ...given,
  }
}

/** Facts as an append writes them. */
export function writeFacts(db: Database, facts: readonly Fact[]): void {
  db.transaction(() => insertFacts(db, facts))()
}
