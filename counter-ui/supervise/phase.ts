// A service's status while it is being set: the form's content, and the body that is sent.
import type { ServiceStatus } from '../../server/hall/plan.ts'

export const STATUSES = ['open', 'trial', 'paused', 'soon', 'elsewhere'] as const satisfies ServiceStatus[]

/** What happens to the people waiting. */
export const WAITING = ['serve', 'move', 'end'] as const
type Waiting = (typeof WAITING)[number]

export interface PhaseWish {
  status: ServiceStatus
  /** What happens to the people waiting; null while nobody has chosen. */
  waiting: Waiting | null
  /** The service that they wait for instead. */
  to: string
}

/** Whether a service with this status takes visitors. */
export function takesVisitors(status: ServiceStatus): boolean {
  return status === 'open' || status === 'trial'
}

/** What to send, from the choice and the fields; null until somebody has said what happens to the people waiting. */
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

// Converts between the hall's wall clock and the server's instants.

/** The wall clock of `timeZone` at an instant (milliseconds since 1970), as if it were UTC. */
function wallAt(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
}

/** The instant, ISO 8601 in UTC, at which the hall's clocks show `2026-11-24T13:00`. */
export function instantOf(wall: string, timeZone: string): string {
  const wanted = Date.parse(`${wall.slice(0, 16)}:00Z`)
  // Once more, for a clock change between the guess and the instant.
  let instant = wanted
  for (let time = 0; time < 2; time += 1) instant -= wallAt(instant, timeZone) - wanted
  return new Date(instant).toISOString()
}

/** What the hall's clocks show at an instant (milliseconds since 1970), in the form of a date and time field. */
export function wallOf(instant: number, timeZone: string): string {
  return new Date(wallAt(instant, timeZone)).toISOString().slice(0, 16)
}
