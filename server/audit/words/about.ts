// What an event is about: which visit, counter, services, agencies. This goes by the names of the fields, which are
// the same in all events, so that a new type of event needs no line here.
import type { Recorded } from '../../hall/event.ts'
import type { Plan } from '../../hall/plan.ts'
import type { KnownNames } from './names.ts'

/** Ids; null if the event is about none. `staff`: the person it was done to, as opposed to who did it. */
export interface About {
  readonly visit: string | null
  readonly counter: string | null
  readonly staff: readonly string[]
  /** Agencies that it concerns; `hall`: all of them. */
  readonly agencies: readonly string[] | 'hall'
}

type Fields = Readonly<Record<string, unknown>>

/** Follows the events of a day in their order; `names` must have seen each event before this is asked about it. */
export class Abouts {
  private readonly names: KnownNames
  private agencyOfCounter = new Map<string, string>()
  private agencyOfService = new Map<string, string>()
  /** By visit: the agencies that it goes to. */
  private readonly agencies = new Map<string, Set<string>>()
  private readonly announced = new Map<string, { readonly visit: string; readonly counter: string }>()

  constructor(names: KnownNames) {
    this.names = names
  }

  /** Call it with every event, in order and complete. */
  of({ event }: Recorded): About {
    if ('plan' in event) this.learnPlan(event.plan)
    if (event.type === 'day-opened')
      for (const { visit, service } of event.carried) this.goesTo(visit, this.agenciesOf({ service }, null))
    const fields: Fields = event
    const said = this.announced.get(text(fields['announcement']) ?? '')
    const counter = text(fields['counter']) ?? said?.counter ?? null
    const action = event.type === 'undone' ? event.action : undefined
    const undone = action && 'visit' in action ? action.visit : null
    const visit = text(fields['visit']) ?? said?.visit ?? undone
    const announcement = text(fields['announcement'])
    if (announcement !== null && visit !== null && counter !== null)
      this.announced.set(announcement, { visit, counter })
    if (event.type === 'day-opened' || event.type === 'day-closed' || event.type === 'day-reopened')
      return { visit, counter, staff: [], agencies: 'hall' }
    if (event.type === 'paper-entered' || event.type === 'paper-taken-back') {
      const { entry } = event
      return { visit: entry.visit, counter: entry.counter, staff: [], agencies: [entry.agency] }
    }

    const own = this.agenciesOf(fields, counter)
    if (visit !== null) this.goesTo(visit, own)
    // An event about the visit itself concerns every agency it goes to.
    const asSuch = visit !== null && counter === null && text(fields['step']) === null
    const staff = [text(fields['staff']), text(fields['from'])].filter((id) => id !== null)
    return { visit, counter, staff, agencies: asSuch ? [...(this.agencies.get(visit) ?? [])] : own }
  }

  private agenciesOf(fields: Fields, counter: string | null): string[] {
    const step = text(fields['step'])
    const services = [
      text(fields['service']),
      text(fields['to']),
      step === null ? null : (this.names.serviceOf(step) ?? null),
      ...list(fields['also']),
      ...list(fields['services']),
      ...newSteps(fields['steps']),
    ]
    const found = [
      counter === null ? undefined : this.agencyOfCounter.get(counter),
      ...services.map((id) => (id === null ? undefined : this.agencyOfService.get(id))),
    ]
    return [...new Set(found.filter((agency) => agency !== undefined))]
  }

  private goesTo(visit: string, agencies: readonly string[]): void {
    const known = this.agencies.get(visit)
    if (known) for (const agency of agencies) known.add(agency)
    else this.agencies.set(visit, new Set(agencies))
  }

  private learnPlan({ counters, services }: Plan): void {
    this.agencyOfCounter = new Map(counters.map(({ id, agency }) => [id, agency]))
    this.agencyOfService = new Map(services.map(({ id, agency }) => [id, agency]))
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function list(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** The services of a ticket's steps. */
function newSteps(value: unknown): (string | null)[] {
  if (!Array.isArray(value)) return []
  return value.map((step: unknown) =>
    typeof step === 'object' && step !== null && 'service' in step ? text(step.service) : null,
  )
}
