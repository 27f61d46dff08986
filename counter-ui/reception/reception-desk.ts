// What the parts of the reception's page share: the hall, the live views, and the visit on the screen.
import { signal, type Signal, batch, type ReadonlySignal } from '@preact/signals'
import type { ReceptionView, ReceptionVisit } from '../../server/live/reception.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import { type Outcome, type Problem, fetchJson } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import type { Hall } from '../../screens/hall.ts'
import { connectLive, type Live } from '../../screens/live.ts'
import { sessionEnded, session } from '../session.ts'
import { visitPath } from './visit-questions.ts'
import { type Scan, watchScans } from '../../screens/scan.ts'

export interface ReceptionDesk {
  hall: Hall
  live: Live<ReceptionView>
  /** The services as the kiosk sees them: which take numbers now, and how many wait. */
  kiosk: Live<KioskView>
  /** The id of the visit on the screen; null for none. */
  shown: Signal<string | null>
  /** The server refused or did not answer the last action on a row; null: all went well. */
  problem: Signal<Problem | null>
  close(): void
}

/** Connects the page; close it when it goes. */
export function openReceptionDesk(hall: Hall): ReceptionDesk {
  const live = connectLive<ReceptionView>({
    topic: 'reception',
    onView: (view) => hall.seen(view.hall.plan),
  })
  const kiosk = connectLive<KioskView>({ topic: 'kiosk' })
  return {
    hall,
    live,
    kiosk,
    shown: signal<string | null>(null),
    problem: signal<Problem | null>(null),
    close() {
      live.close()
      kiosk.close()
    },
  }
}

export type VisitAction = 'print' | 'noted'

/** Does something for a visit; null when it was done, else why not. */
export async function actOn(visit: string, action: VisitAction): Promise<Problem | null> {
  const outcome = await send(visit, action)
  return outcome.ok ? null : outcome.problem
}

/** Says where the visitor waits, null: in the waiting areas; null when it was done, else why not. */
export async function waitAt(visit: string, place: string | null): Promise<Problem | null> {
  const outcome = await send(visit, 'place', { place })
  return outcome.ok ? null : outcome.problem
}

/** The result of asking for a slip: refused, or the person has no printer. */
interface Printed {
  problem: Problem | null
  noPrinter: boolean
}

/** Nothing to say about it: it is on its way, or was not asked for. */
export const NOT_PRINTED: Printed = { problem: null, noPrinter: false }

/** Asks for a visit's slip at the printer of the person signed in. */
export async function printSlip(visit: string): Promise<Printed> {
  const outcome = await send<{ slip: ReceptionVisit['slip'] }>(visit, 'print')
  if (!outcome.ok) return { problem: outcome.problem, noPrinter: false }
  return { problem: null, noPrinter: outcome.data.slip.why === 'no-such-printer' }
}

async function send<T>(visit: string, action: VisitAction | 'place', body?: object): Promise<Outcome<T>> {
  const outcome = await press<T>('POST', visitPath(visit, action), body)
  if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
  return outcome
}

// A USB scanner at the desk reads the QR code of a visitor's slip: it types the phone page's address, wherever the
// focus is. The page shows the visit, or says why not.

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
