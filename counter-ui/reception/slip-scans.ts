// A USB scanner at the desk reads the QR code of a visitor's slip: it types the phone page's address, wherever the
// focus is. The page shows the visit, or says why not.
import { batch, signal, type ReadonlySignal } from '@preact/signals'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { type Scan, watchScans } from '../../screens/scan.ts'
import { session, sessionEnded } from '../session.ts'

/** `torn`: read in part; `not-ours`: no slip of this hall; `unknown`: a slip, but of no visit of today. */
export type ScanFault = 'torn' | 'not-ours' | 'unknown' | Problem

/** Why a scan changes nothing on the page at this moment. */
type BadMoment = 'signed-out' | 'busy' | 'dialog'

export interface Scans {
  /** Why the last scan found nothing; null: it did, or there was none. */
  fault: ReadonlySignal<ScanFault | null>
  /** What prevented the last scan at that moment; `nth` counts the scans. */
  moment: ReadonlySignal<{ why: BadMoment | null; nth: number }>
  momentOver(): void
  /** From now on `found` gets the id of each visit that is scanned; call the result to end that. */
  listen(found: (visit: string) => void): () => void
  stop(): void
}

/** Listens for scans until `stop`, even with nobody signed in: there the letters would become a user name. */
export function startScans(): Scans {
  const fault = signal<ScanFault | null>(null)
  const moment = signal<{ why: BadMoment | null; nth: number }>({ why: null, nth: 0 })
  let hears: ((visit: string) => void) | null = null
  /** Of two scans the later one counts, whichever is answered first. */
  let turn = 0

  function say(why: BadMoment | null): void {
    if (why !== null || moment.value.why !== null) moment.value = { why, nth: moment.value.nth + 1 }
  }

  async function scanned(scan: Scan): Promise<void> {
    turn += 1
    const mine = turn
    const why = whyNotNow(hears !== null)
    say(why)
    if (why !== null) return
    if (scan.what !== 'visit') {
      fault.value = scan.what === 'torn' ? 'torn' : 'not-ours'
      return
    }
    const outcome = await fetchJson<{ visit: ReceptionVisit }>(`/api/reception/visits?token=${scan.token}`)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
    if (mine !== turn || !hears) return
    // A question has come up since: its subject stays visible.
    const late = outcome.ok ? whyNotNow(true) : null
    if (late !== null) return say(late)
    batch(() => {
      if (outcome.ok && hears) hears(outcome.data.visit.id)
      if (outcome.ok) fault.value = null
      else fault.value = outcome.problem.code === 'unknown-visit' ? 'unknown' : outcome.problem
    })
  }

  const stop = watchScans((scan) => void scanned(scan))
  return {
    fault,
    moment,
    momentOver: () => say(null),
    listen(found) {
      hears = found
      fault.value = null
      return () => {
        hears = null
      }
    },
    stop,
  }
}

function whyNotNow(isListening: boolean): BadMoment | null {
  if (session.value.state === 'out') return 'signed-out'
  if (!isListening || document.querySelector('[aria-busy="true"]')) return 'busy'
  return document.querySelector('[role="dialog"]') ? 'dialog' : null
}
