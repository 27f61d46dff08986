// Why a slip did not come out, in words: for the reception, the supervisors, and the page of the printers.
import { isKey } from '../../screens/i18n.ts'
import { hallText, id } from './texts.ts'

/** `kertas habis`, for the end of a sentence; an unknown fault is called unknown. */
export function slipFaultText(why: string | null): string {
  const key = `slip-fault.${why ?? ''}` as const
  return hallText(isKey(id, key) ? key : 'slip-fault.other')
}
