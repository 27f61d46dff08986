// What the figures of a day need of its plan: what everything was called, and when its agencies were to be open.
import type { Hall } from '../../hall/hall.ts'
import { instantOf, spansOn } from '../../hall/hours.ts'
import type { Plan, Text } from '../../hall/plan.ts'
import type { DayHours, NameOf } from './fact.ts'

/** Everything in the plan that has a name. */
export function namesIn({ agencies, services, counters, zones, reasons }: Plan): NameOf[] {
  const all = (kind: NameOf['kind'], things: readonly { id: string; name: Text }[] = [], of = '') =>
    things.map(({ id, name }): NameOf => ({ kind, id: `${of}${id}`, name }))
  return [
    ...all('agency', agencies),
    ...all('service', services),
    ...all('counter', counters),
    ...all('zone', zones),
    ...services.flatMap(({ id, requirements }) => all('requirement', requirements, `${id}/`)),
    ...all('reason', reasons.finish, 'finish/'),
    ...all('reason', reasons.call, 'call/'),
    ...all('reason', reasons.pause, 'pause/'),
  ]
}

/** The hours of the hall's day, of each agency that has a counter. */
export function hoursOf(hall: Pick<Hall, 'layout' | 'day' | 'startsAt' | 'endsAt'>): DayHours {
  const { layout, day, startsAt, endsAt } = hall
  const ids = new Set(layout.plan.counters.map(({ agency }) => agency))
  const pieces = (id: string) =>
    spansOn(layout, { of: 'agency', id }, day).map(({ from, to }) => ({
      from: instantOf(hall, from),
      to: instantOf(hall, to),
    }))
  const agencies = Object.fromEntries([...ids].map((id) => [id, pieces(id)]))
  return { day, timeZone: layout.plan.timeZone, startsAt, endsAt, agencies }
}
