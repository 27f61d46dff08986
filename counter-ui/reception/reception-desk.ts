// What the parts of the reception's page share: the hall, the live views, and the visit on the screen.
import { signal, type Signal } from '@preact/signals'
import type { ReceptionView, ReceptionVisit } from '../../server/live/reception.ts'
import type { KioskView } from '../../server/live/kiosk.ts'
import type { Outcome, Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import type { Hall } from '../../screens/hall.ts'
import { connectLive, type Live } from '../../screens/live.ts'
import { sessionEnded } from '../session.ts'
import { visitPath } from './visit-questions.ts'

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
