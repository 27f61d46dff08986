// A fault of a plan as a sentence for whoever wrote the plan: at the start, in `/manage/`, in an answer.
import type { Fault, FaultCode } from '../hall/plan-faults/fault.ts'
import { faultsOf } from '../hall/plan-faults/plan-faults.ts'
import type { Language } from '../http/ground/language.ts'
import { en } from './plan-faults.en.ts'
import { id } from './plan-faults.id.ts'

/**
 * The place of a fault and what is wrong there, as one line without its end: `services[3].agency: …`. `language` is a
 * code like `en`; one without sentences gets Indonesian.
 */
export function describeFault<Code extends FaultCode>(fault: Fault<Code>, language: string): string {
  return `${fault.at}: ${faultSentence(fault, language)}`
}

/** What is wrong there, without the place: for where people see the place themselves. */
export function faultSentence<Code extends FaultCode>(fault: Fault<Code>, language: string): string {
  const { sentences } = language === 'en' ? en : id
  return sentences[fault.code](fault.detail)
}

// The faults of a plan in words. Loaded when somebody sends a plan: the code that checks shapes is large, and a
// hall's plan changes a few times a year.

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
