// The queue for one person, in the same words before and after taking the number: how many are ahead, about how long,
// and that no counter is open, if so.
import { formatNumber } from '../screens/format.ts'
import { pick } from '../screens/i18n.ts'
import type { LiveService } from './standing.ts'
import { kioskText } from './texts/index.ts'

/** `when` undefined: nothing is known, or not yet. */
export type Line = { ahead: number; when?: LiveService['when'] | undefined }

/** `8 orang sebelum Anda`; empty if nobody is ahead. */
export function beforeText({ ahead }: Line): string {
  if (ahead === 0) return ''
  return ahead === 1 ? kioskText('aheadOne') : kioskText('ahead', { count: formatNumber(ahead) })
}

/** `10–20 menit`, or that no counter is open, in the server's words. */
export function whenText({ when }: Line): string {
  return when ? pick(when) : ''
}
