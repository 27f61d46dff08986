// Why a slip did not come out, in words: for the reception, the supervisors, and the page of the printers.
import { s } from './texts/index.ts'
import { lookUp } from '../../screens/look-up.ts'

const WHY = {
  'paper-out': 'whyPaperOut',
  'cover-open': 'whyCoverOpen',
  offline: 'whyOffline',
  unreachable: 'whyUnreachable',
  error: 'whyError',
  timeout: 'whyTimeout',
  restart: 'whyRestart',
  'no-such-printer': 'whyNoPrinter',
} as const

/** `kertas habis`, for the end of a sentence; a fault that nobody knows is said to be unknown. */
export function slipFaultText(why: string | null): string {
  return s(lookUp(WHY, why ?? '') ?? 'whyUnknown')
}
