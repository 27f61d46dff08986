// Minimal views of a counter for the tests of the panel.
import type { QueueRow } from '../../server/live/counter-visits.ts'
import type { CounterView } from '../../server/live/counter.ts'

export type Current = NonNullable<CounterView['current']>

/** Ayu's open counter with nobody waiting, plus what is `changed`. */
export function counterView(changed: Partial<CounterView> = {}): CounterView {
  return {
    hall: {
      plan: 1,
      day: '2026-11-24',
      operation: 'trial',
      clockOffset: 0,
      clockSuspect: false,
      clock: 'right',
    },
    counter: {
      id: 'loket-1',
      state: 'open',
      staff: { username: 'ayu', name: 'Ayu' },
      reason: null,
      pausedUntil: null,
    },
    afterHours: false,
    current: null,
    next: [],
    later: [],
    waiting: 0,
    held: [],
    missed: [],
    undo: null,
    help: null,
    messages: [],
    colleagues: [],
    printer: null,
    voice: 'speaks',
    today: { served: 0, averageSeconds: null },
    ...changed,
  }
}

/** Somebody who is called here. */
export function current(changed: Partial<Current> = {}): Current {
  return {
    call: 'call-1',
    number: 'A001',
    day: '2026-11-24',
    visit: 'visit-1',
    step: 'visit-1.1',
    service: 'kk',
    status: 'called',
    heard: null,
    quiet: false,
    calls: 1,
    calledAt: '2026-11-24T01:00:00.000Z',
    startedAt: null,
    priority: false,
    comeToMe: false,
    language: 'id',
    waitedSeconds: 600,
    missing: [],
    note: null,
    referredFrom: null,
    returns: false,
    words: null,
    told: null,
    reopened: null,
    secondCall: false,
    reason: null,
    why: { rule: 'credit', credit: 10, over: null },
    steps: [{ id: 'visit-1.1', service: 'kk', status: 'called', outcome: null, counter: 'loket-1' }],
    ...changed,
  }
}

/** Somebody who waits. */
export function row(changed: Partial<QueueRow> = {}): QueueRow {
  return {
    visit: 'visit-2',
    step: 'visit-2.1',
    number: 'A002',
    service: 'kk',
    priority: false,
    comeToMe: false,
    waitedSeconds: 60,
    callableFrom: null,
    because: null,
    credit: 1,
    notTaken: false,
    returns: false,
    back: false,
    secondCall: false,
    reason: null,
    ...changed,
  }
}
