// The newest view's queues one by one: each kiosk in the hall changes some of them every few seconds, and on a slow
// PC a page that redraws all its tiles for each change is busy just when somebody taps.
import { computed, type ReadonlySignal } from '@preact/signals'
import type { KioskView } from '../server/live/kiosk.ts'
import type { LiveService } from './standing.ts'
import { formatNumber } from '../screens/format.ts'
import { pick } from '../screens/i18n.ts'
import { kioskText } from './texts/index.ts'

export interface Lines {
  /** A service's queue; readers are notified only when that queue changes; undefined while nothing true is known. */
  of(service: string): LiveService | undefined
  /** Whether the hall is open, and its day; notified in the same way. */
  hall(): Pick<KioskView, 'open' | 'hall'> | null
}

/** `view`: the newest view while it is true, null otherwise. */
export function createLines(view: () => KioskView | null): Lines {
  const byId = computed(() => {
    const now = view()
    return new Map(now ? now.services.map((one) => [one.id, one] as const) : [])
  })
  const lines = new Map<string, ReadonlySignal<LiveService | undefined>>()
  const hall = steady(() => {
    const now = view()
    return now && { open: now.open, hall: now.hall }
  })
  return {
    of(service) {
      const line = lines.get(service) ?? steady(() => byId.value.get(service))
      lines.set(service, line)
      return line.value
    },
    hall: () => hall.value,
  }
}

/** Keeps the same object as long as the content is the same. */
function steady<T>(read: () => T): ReadonlySignal<T> {
  let last: { value: T; text: string | undefined } | null = null
  return computed(() => {
    const value = read()
    const text = JSON.stringify(value)
    if (!last || last.text !== text) last = { value, text }
    return last.value
  })
}

// The queue for one person, in the same words before and after taking the number: how many are ahead, about how long,
// and that no counter is open, if so.

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
