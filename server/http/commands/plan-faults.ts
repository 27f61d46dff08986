// The faults of a plan in words. Loaded when somebody sends a plan: the code that checks shapes is large, and a
// hall's plan changes a few times a year.
import { faultsOf } from '../../hall/plan-faults/plan-faults.ts'
import { describeFault } from '../../texts/plan-faults.ts'
import type { Language } from '../ground/language.ts'

/** Every fault with its place, its code and a sentence; none if the plan can be used. */
export function namedFaults(
  plan: unknown,
  language: Language,
): { at: string; code: string; detail: string }[] {
  return faultsOf(plan).map((fault) => ({
    at: fault.at,
    code: fault.code,
    detail: describeFault(fault, language),
  }))
}
