// A USB scanner at the desk reads the QR code of a visitor's slip: it types the phone page's address wherever the focus
// is. The field gets back what stood in it, and the page shows the visit.
import { signal, type ReadonlySignal } from '@preact/signals'
import type { ReceptionVisit } from '../../server/live/reception-views.ts'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { createScanReader } from '../../screens/scan.ts'
import { sessionEnded } from '../session.ts'

/** Keys of a scan follow one another faster than this, milliseconds; see screens/scan.ts. */
const BURST_MS = 60

/** `not-ours`: no slip of this hall; `unknown`: a slip, but of no visit of today. */
export type ScanFault = 'not-ours' | 'unknown' | Problem

export interface Scans {
  /** Why the last scan found nothing; null: it did, or there was none. */
  fault: ReadonlySignal<ScanFault | null>
  stop(): void
}

/** Listens for scans until `stop`; `found` gets the visit's id. */
export function startScans(found: (visit: string) => void): Scans {
  const fault = signal<ScanFault | null>(null)
  let before: { field: HTMLInputElement; value: string } | null = null
  let last = -Infinity

  const read = createScanReader()

  function key(event: KeyboardEvent): void {
    if (event.repeat) return
    const field = document.activeElement instanceof HTMLInputElement ? document.activeElement : null
    if (event.timeStamp - last > BURST_MS) before = field && { field, value: field.value }
    // What comes right after an Enter is the next scan, and may be in another field.
    last = event.key === 'Enter' ? -Infinity : event.timeStamp
    const token = read(event.key, event.timeStamp)
    // In a field, what is no slip is a person who types well.
    if (token === null || (token === '' && field)) return
    event.preventDefault()
    event.stopPropagation()
    void scanned(token)
  }

  async function scanned(token: string): Promise<void> {
    if (before) {
      before.field.value = before.value
      before.field.dispatchEvent(new Event('input', { bubbles: true }))
    }
    if (token === '') {
      fault.value = 'not-ours'
      return
    }
    const outcome = await fetchJson<{ visit: ReceptionVisit }>(`/api/reception/visits?token=${token}`)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    if (outcome.ok) found(outcome.data.visit.id)
    if (outcome.ok) fault.value = null
    else fault.value = outcome.problem.code === 'unknown-visit' ? 'unknown' : outcome.problem
  }

  addEventListener('keydown', key, true)
  return { fault, stop: () => removeEventListener('keydown', key, true) }
}
