// A step of a visit as its page gets it: waiting, with three before it, unless said otherwise.
import type { VisitStep } from '../../kiosk-ui/phone/visit-standing.ts'

/** 09.00 in Makassar. */
export const now = Date.parse('2026-11-24T01:00:00Z')

let made = 0

export function step(more: Partial<VisitStep> = {}): VisitStep {
  return {
    id: `step-${(made += 1)}`,
    service: 'kk',
    status: 'waiting',
    ahead: 3,
    counter: null,
    calls: 0,
    secondCall: false,
    forecast: { lowMinutes: 10, highMinutes: 25 },
    when: { id: '10–25 menit', en: '10–25 min' },
    openCounters: 1,
    callableFrom: null,
    missing: [],
    outcome: null,
    ...more,
  }
}

/** This many minutes from now, as in a view. */
export function inMinutes(minutes: number): string {
  return new Date(now + minutes * 60_000).toISOString()
}
