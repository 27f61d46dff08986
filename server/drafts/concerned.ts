// Whom a plan would affect if it went live now: people waiting for what it no longer has, counters that go, devices
// and accounts left behind; and which parts of it would wait for the next day.
import type { Hall } from '../hall/hall.ts'
import type { Plan } from '../hall/plan.ts'
import { insteadToday } from '../hall/service/revision.ts'
import { isEnded } from '../hall/visit.ts'

/** A service that no counter would serve; each figure counts steps. */
export interface ConcernedService {
  readonly service: string
  readonly waiting: number
  readonly blocked: number
  readonly held: number
  readonly missed: number
  readonly called: number
  readonly serving: number
  /** How many of them are from the day before. */
  readonly carried: number
}

export interface Concerned {
  readonly services: ConcernedService[]
  /** Counters that leave the plan or their agency, with the number being served there. */
  readonly counters: {
    readonly counter: string
    readonly open: boolean
    readonly number: string | null
  }[]
  /** Devices in zones that are gone, by id. */
  readonly devices: string[]
  /** Agencies that are gone. */
  readonly agencies: string[]
  /** What would begin only with the next day (S29, S30): prefixes, and the time zone, null if that stays. */
  readonly tomorrow: {
    readonly prefixes: { readonly service: string; readonly from: string; readonly to: string }[]
    readonly timeZone: string | null
  }
}

/** `devices`: all enrolled devices, with their zones. */
export function concernedBy(
  { layout, visits, counters, day, numbers }: Hall,
  after: Plan,
  devices: readonly { readonly id: string; readonly zone: string | null }[],
): Concerned {
  const served = new Set(after.counters.flatMap(({ services }) => services))
  const found = new Map<string, { -readonly [Key in keyof ConcernedService]: ConcernedService[Key] }>()
  for (const [id, desks] of layout.countersOf) {
    if (served.has(id)) continue
    const isKnown = after.services.some((service) => service.id === id)
    if (isKnown && desks.length === 0) continue
    found.set(id, {
      service: id,
      waiting: 0,
      blocked: 0,
      held: 0,
      missed: 0,
      called: 0,
      serving: 0,
      carried: 0,
    })
  }
  for (const visit of visits.values())
    for (const step of visit.steps) {
      const one = found.get(step.service)
      if (!one || isEnded(step)) continue
      one[step.status] += 1
      if (visit.day !== day) one.carried += 1
    }
  const agencyOf = new Map(after.counters.map(({ id, agency }) => [id, agency]))
  const zones = new Set(after.zones.map(({ id }) => id))
  const { prefixes = {}, timeZone } = insteadToday({ layout, numbers }, after) ?? {}
  const prefixOf = new Map(after.services.map(({ id, prefix }) => [id, prefix]))
  const agencies = new Set(after.agencies.map(({ id }) => id))
  return {
    services: [...found.values()],
    counters: layout.plan.counters
      .filter(({ id, agency }) => agencyOf.get(id) !== agency)
      .map(({ id }) => {
        const counter = counters.get(id)
        const number = visits.get(counter?.current?.visit ?? '')?.number ?? null
        return { counter: id, open: counter !== undefined && counter.state !== 'closed', number }
      }),
    devices: devices.filter(({ zone }) => zone !== null && !zones.has(zone)).map(({ id }) => id),
    agencies: [...layout.agencies.keys()].filter((id) => !agencies.has(id)),
    tomorrow: {
      prefixes: Object.entries(prefixes).map(([service, from]) => ({
        service,
        from,
        to: prefixOf.get(service) ?? from,
      })),
      timeZone: timeZone === undefined ? null : after.timeZone,
    },
  }
}
