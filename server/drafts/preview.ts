// The hall as it would be with another plan: a day of its own with a few made-up visitors, so that screens have
// something to show. None of it is recorded, and the real hall does not know about it.
import { Changes } from '../hall/changes.ts'
import type { Command, Time } from '../hall/command.ts'
import { decide, evolve } from '../hall/rules.ts'
import { emptyHall, type Hall } from '../hall/hall.ts'
import { layOut } from '../hall/layout.ts'
import { type Plan, takesVisitors } from '../hall/plan.ts'
import { isRefusal } from '../hall/refusal.ts'

/** Visitors for each service shown; more would show nothing new. */
const EACH = 2
/** How many services have visitors. */
const SERVICES = 6
/** The token of the visitor whose phone is shown; no real token is that short. */
export const phoneOfPreview = 'preview'

/** The day that is previewed and the moment shown, in milliseconds since 1970. */
export interface PreviewDay {
  readonly day: string
  readonly startsAt: number
  readonly endsAt: number
  readonly at: number
}

/** `plan` must be without faults. */
export function previewHall(plan: Plan, { day, startsAt, endsAt, at }: PreviewDay): Hall {
  const hall = emptyHall(layOut(plan))
  const changes = new Changes()
  let made = 0
  const fresh = () => `preview-${++made}`
  /** What the plan refuses at this moment, for example outside its hours, does not happen here either. */
  const does = (command: Command, now: number): void => {
    const minute = Math.floor((now - startsAt) / 60_000)
    const time: Time = { now, minute, suspect: false, system: now, state: 'right', held: false }
    const events = decide(hall, { command, time, meant: undefined })
    if (isRefusal(events)) return
    for (const event of events) {
      const seq = hall.seq + 1
      evolve(hall, changes, { seq, at: now, day, by: 'system:start', key: null, hash: null, event })
    }
    changes.keep()
  }
  const since = (minutes: number) => Math.max(startsAt, at - minutes * 60_000)
  does({ type: 'open-day', day, startsAt, endsAt, numbers: {}, plan }, startsAt)
  const shown = plan.services.filter((service) => takesVisitors(service.phase)).slice(0, SERVICES)
  const counters = shown.flatMap(
    ({ id }) => plan.counters.find(({ services }) => services.includes(id)) ?? [],
  )
  for (const { id } of new Set(counters))
    does({ type: 'open-counter', counter: id, staff: 'preview', mayHoldSeveral: true }, since(30))
  for (let nth = 0; nth < EACH; nth += 1)
    for (const { id } of shown) {
      const visit = fresh()
      does({ type: 'take-visit', visit, token: visit, services: [id], ...ticket }, since(20 - nth * 5))
    }
  const first = shown[0]
  // With two services a slip and a phone have more to show.
  const pair = [first, shown.find(({ agency }) => first && agency !== first.agency) ?? shown[1]]
  const services = pair.flatMap((service) => (service ? [service.id] : []))
  does({ type: 'take-visit', visit: 'preview-phone', token: phoneOfPreview, services, ...ticket }, since(5))
  for (const { id } of new Set(counters))
    does({ type: 'call-next', counter: id, staff: 'preview', call: fresh(), announcement: fresh() }, since(1))
  return hall
}

const ticket = { missing: [], priority: false, comeToMe: false, language: null, printer: null } as const
