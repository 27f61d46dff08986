// A service's status as it is being set: what the form holds, and the body that is sent.
import type { ServiceStatus } from '../../server/hall/plan.ts'
import { instantOf } from './wall-time.ts'

export const STATUSES = ['open', 'trial', 'paused', 'soon', 'elsewhere'] as const satisfies ServiceStatus[]

/** What becomes of those who wait. */
export const WAITING = ['serve', 'move', 'end'] as const
export type Waiting = (typeof WAITING)[number]

export interface PhaseWish {
  status: ServiceStatus
  /** What becomes of those who wait; null while nobody chose. */
  waiting: Waiting | null
  /** The service that they wait for then. */
  to: string
}

/** Whether a service with this status takes visitors. */
export function takesVisitors(status: ServiceStatus): boolean {
  return status === 'open' || status === 'trial'
}

/** What is sent, from the wish and the fields; null while it is not said what becomes of those who wait. */
export function phaseBody(
  { status, waiting, to }: PhaseWish,
  fields: FormData,
  timeZone: string,
  somebodyWaits: boolean,
): Record<string, string> | null {
  const said = (name: string) => String(fields.get(name) ?? '').trim()
  const body: Record<string, string> = { status }
  const add = (name: 'reason' | 'until' | 'expected' | 'where', value: string) => {
    if (value !== '') body[name] = value
  }
  if (status === 'paused') {
    add('reason', said('reason') || said('words'))
    const until = said('until')
    if (until !== '') add('until', instantOf(until, timeZone))
  }
  if (status === 'soon') add('expected', said('expected'))
  if (status === 'elsewhere' || status === 'soon') add('where', said('where'))
  if (takesVisitors(status) || !somebodyWaits) return body
  if (waiting === null || (waiting === 'move' && to === '')) return null
  body['waiting'] = waiting
  if (waiting === 'move') body['to'] = to
  return body
}
