// A plausible fact for tests, with what the test says about it: taken, called after seven minutes, served.
import type { CounterSpan, Fact } from '../../server/reports/facts/fact.ts'

const TAKEN = 1_795_500_000_000

export function aFact(given: Partial<Fact> = {}): Fact {
  return {
    day: '2026-11-24',
    visit: 'v1',
    step: 'v1.1',
    number: 'A001',
    service: 'ktp-el',
    agency: 'dukcapil',
    zone: 'depan',
    counter: 'loket-1',
    staff: 'ayu',
    priority: false,
    comeToMe: false,
    language: 'id',
    cameBy: 'ticket',
    from: null,
    takenAt: TAKEN,
    hour: 9,
    waitsFrom: TAKEN,
    waitedSeconds: 415.5,
    waitedOpenSeconds: 415.5,
    uncalledSeconds: null,
    elsewhereSeconds: 0,
    walkingSeconds: 0,
    asideSeconds: 0,
    slipSeconds: 0,
    restSeconds: 0,
    calledAt: TAKEN + 415_500,
    leadingCallAt: TAKEN + 415_500,
    startedAt: TAKEN + 430_000,
    endedAt: TAKEN + 900_000,
    walkSeconds: 14.5,
    servedSeconds: 470,
    calls: 1,
    notHeard: 0,
    slipsFailed: 0,
    status: 'done',
    outcome: 'served',
    missing: [],
    documents: null,
    lacks: [],
    reason: null,
    callReason: null,
    returns: false,
    end: null,
    blocked: false,
    levelSeconds: 900,
    phase: 'open',
    operation: 'regular',
    ...given,
  }
}

/** One that was never called and that the visitor ended, after this many seconds. */
export function leftAfter(uncalledSeconds: number, given: Partial<Fact> = {}): Fact {
  return aFact({
    zone: null,
    counter: null,
    staff: null,
    waitedSeconds: null,
    waitedOpenSeconds: null,
    uncalledSeconds,
    calledAt: null,
    leadingCallAt: null,
    startedAt: null,
    walkSeconds: null,
    servedSeconds: null,
    calls: 0,
    endedAt: TAKEN + uncalledSeconds * 1000,
    status: 'cancelled',
    outcome: null,
    end: 'visitor',
    ...given,
  })
}

export function aSpan(given: Partial<CounterSpan> = {}): CounterSpan {
  return {
    day: '2026-11-24',
    counter: 'loket-1',
    agency: 'dukcapil',
    zone: 'depan',
    staff: 'ayu',
    state: 'open',
    reason: null,
    from: TAKEN,
    to: TAKEN + 3_600_000,
    servingSeconds: 1800,
    idleSeconds: 60,
    ...given,
  }
}
