// For how long each counter could have called: open, nobody there, and somebody callable. This is the officer's own
// time (the last file put away, a question answered), and a replay keeps it. If a colleague calls the only person
// waiting, it stops, and goes on with the next visitor.
import type { Event } from '../hall/event.ts'
import type { Hall } from '../hall/hall.ts'
import { callableAt } from '../hall/next.ts'
import type { Visit } from '../hall/visit.ts'
import { Agenda } from './stage.ts'

/** After these events a counter that could call still can. */
const ADDS_ONLY: ReadonlySet<string> = new Set(['visit-taken', 'slip-printed', 'number-noted'])

export class Readiness {
  private readonly hall: Hall
  private readonly changed: (counter: string) => void
  /** By counter: since when it can call; and for how long it could before that, since its last call, milliseconds. */
  private readonly ready = new Map<string, number>()
  private readonly before = new Map<string, number>()
  /** When somebody's walk, late return or pause ends: the services that they wait for. */
  private readonly wakes = new Agenda<readonly string[]>()

  /** `changed`: this counter can now call, or no longer can. */
  constructor(hall: Hall, changed: (counter: string) => void = () => {}) {
    this.hall = hall
    this.changed = changed
  }

  /** Since when the counter can call, milliseconds since 1970; undefined: it can't. */
  since(counter: string): number | undefined {
    return this.ready.get(counter)
  }

  /** For how long the counter could have called since its last call, without the present span; milliseconds. */
  couldBefore(counter: string): number {
    return this.before.get(counter) ?? 0
  }

  /** Call it after each event, once the hall has evolved. */
  follow(event: Event, now: number): void {
    const visit = this.hall.visits.get(visitIn(event) ?? '')
    if (!visit) {
      if (changesDesks(event)) for (const counter of this.hall.counters.keys()) this.look(counter, now)
      return
    }
    const services = new Set(visit.steps.map(({ service }) => service))
    const addsOnly = ADDS_ONLY.has(event.type)
    this.lookAt(services, now, addsOnly)
    if ('counter' in event && event.counter !== null) this.look(event.counter, now)
    if (event.type === 'called') this.before.delete(event.counter)
    this.wakeFor(visit, now)
  }

  /** When somebody may become callable through time alone; Infinity: nobody will. */
  nextWake(): number {
    return this.wakes.next()
  }

  /** Checks again everything that was due until now. */
  wake(now: number): void {
    while (this.wakes.next() <= now) {
      const { at, what } = this.wakes.take() as { at: number; what: readonly string[] }
      this.lookAt(what, Math.max(at, this.hall.at), true)
    }
  }

  private lookAt(services: Iterable<string>, now: number, addsOnly: boolean): void {
    const { countersOf } = this.hall.layout
    for (const service of services) {
      for (const { id } of countersOf.get(service) ?? []) {
        if (!addsOnly || !this.ready.has(id)) this.look(id, now)
      }
    }
  }

  private look(id: string, now: number): void {
    const counter = this.hall.counters.get(id)
    const isFree = counter?.state === 'open' && counter.current === null
    const can = isFree && callableAt(this.hall, id, now, 1).length > 0
    if (can === this.ready.has(id)) return
    if (can) this.ready.set(id, now)
    else {
      this.before.set(id, this.couldBefore(id) + now - (this.ready.get(id) ?? now))
      this.ready.delete(id)
    }
    this.changed(id)
  }

  private wakeFor({ steps, walk }: Visit, now: number): void {
    const waiting = steps.filter((step) => step.status === 'waiting')
    if (waiting.length === 0) return
    const services = waiting.map(({ service }) => service)
    const instants = waiting.flatMap(({ callableFrom, comeBack }) => [callableFrom, comeBack?.until ?? 0])
    for (const at of new Set([...instants, walk?.until ?? 0])) if (at > now) this.wakes.add(at, services)
  }
}

function visitIn(event: Event): string | null {
  if (event.type === 'undone') return event.action && 'visit' in event.action ? event.action.visit : null
  return 'visit' in event ? event.visit : null
}

/** Whether it may change what counters can do, whoever is waiting. */
function changesDesks({ type }: Event): boolean {
  return (
    type.startsWith('counter-') ||
    type === 'staff-assigned' ||
    type === 'handed-over' ||
    type === 'undone' ||
    type === 'desk-set' ||
    type === 'phase-changed' ||
    type === 'plan-revised' ||
    type === 'day-opened'
  )
}
