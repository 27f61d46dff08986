// The lines of the newest view one by one: each kiosk in the hall changes some of them every few seconds, and on a slow PC a
// page that draws all its tiles for each of them is busy just when somebody taps.
import { computed, type ReadonlySignal } from '@preact/signals'
import type { KioskView } from '../server/live/kiosk.ts'
import type { LiveService } from './standing.ts'

export interface Lines {
  /** A service's line, and who reads it is told only when that line has changed; undefined while nothing true is known. */
  of(service: string): LiveService | undefined
  /** Whether the hall is open, and its day, likewise. */
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

/** What was read last stays the very same as long as it says the same. */
function steady<T>(read: () => T): ReadonlySignal<T> {
  let last: { value: T; text: string | undefined } | null = null
  return computed(() => {
    const value = read()
    const text = JSON.stringify(value)
    if (!last || last.text !== text) last = { value, text }
    return last.value
  })
}
