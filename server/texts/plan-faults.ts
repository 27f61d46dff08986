// A fault of a plan as a sentence for whoever wrote the plan: at the start, in `/manage/`, in an answer.
import type { Fault, FaultCode } from '../hall/plan-faults/fault.ts'
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
