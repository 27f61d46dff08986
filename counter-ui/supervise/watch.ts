// What the parts of the supervisors' page share: the hall, the live view of an agency or of all, and the open dialog.
import { signal, type Signal } from '@preact/signals'
import type { AgencyService, AgencyView } from '../../server/live/agency.ts'
import type { Method, Outcome, Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import type { Hall } from '../../screens/hall.ts'
import { connectLive, type Live } from '../../screens/live.ts'
import { sessionEnded, type Staff } from '../session.ts'

/** What can be done at a counter, and with a service: each a form of its dialog. */
export type CounterDoing = 'assign' | 'services' | 'message' | 'close'
export type ServiceDoing = 'status' | 'quota'

/**
 * What a dialog is about: a counter, a service, a visit, or the slips that nobody took. `doing`: the form that it begins
 * with.
 */
export type Subject =
  | { kind: 'counter'; id: string; doing?: CounterDoing }
  | { kind: 'service'; id: string; doing?: ServiceDoing }
  | { kind: 'visit'; id: string }
  | { kind: 'slips' }

/** All agencies at once: for the manager. */
export const ALL = 'all'

export interface Watch {
  hall: Hall
  me: Staff
  /** An agency's id, or `all`. */
  agency: string
  live: Live<AgencyView>
  subject: Signal<Subject | null>
  /** The server refused or did not answer the last press on the page itself; null: all went well. */
  problem: Signal<Problem | null>
  close(): void
}

/** Connects to an agency; close it when the page goes, or shows another one. */
export function openWatch(hall: Hall, me: Staff, agency: string): Watch {
  const live = connectLive<AgencyView>({
    topic: `agency:${agency}`,
    onView: (view) => hall.seen(view.hall.plan),
  })
  return {
    hall,
    me,
    agency,
    live,
    subject: signal<Subject | null>(null),
    problem: signal<Problem | null>(null),
    close: () => live.close(),
  }
}

/** Sends a command from the page and notices if the session has ended. */
export async function order<T>(method: Method, path: string, body?: object): Promise<Outcome<T>> {
  const outcome = await press<T>(method, path, body)
  if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
  return outcome
}

/** The address of a command about a counter or a service. */
export function orderPath(kind: 'counters' | 'services', id: string, what: string): string {
  return `/api/${kind}/${encodeURIComponent(id)}/${what}`
}

// What a part of the page is drawn from.

export interface ViewAt {
  watch: Watch
  view: AgencyView
  /** The hall's time, milliseconds since 1970. */
  now: number
  /** Whether the connection is live: what is shown is true, and commands can be given. */
  isTrue: boolean
}

export interface ServiceAt extends ViewAt {
  service: AgencyService
}

export interface ServiceFormProps {
  at: ServiceAt
  onDone: () => void
  onBack: () => void
}
