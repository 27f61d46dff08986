// A step as it comes into a visit: nobody has called it, and nothing was said of it yet.
import { type Blocked, core, type Waiting } from './visit.ts'

/** A new step that waits from `at` on. Every ticket passes here, so it is made in one piece. */
export function waitingStep(id: string, service: string, missing: readonly string[], at: number): Waiting {
  return {
    id,
    service,
    missing,
    after: [],
    referred: null,
    comeBack: null,
    returns: null,
    reopened: null,
    secondCall: false,
    waitedMs: 0,
    firstCalledAt: null,
    calledBy: null,
    calls: 0,
    status: 'waiting',
    since: at,
    callableFrom: at,
  }
}

/** A new step that stands after these; one that stands after nothing begins to wait as the visitor leaves. */
export function blockedStep(
  id: string,
  service: string,
  after: readonly string[],
  missing: readonly string[] = [],
): Blocked {
  return { ...core(waitingStep(id, service, missing, 0)), after, status: 'blocked' }
}
