// A hall of one's own takes the place of the open one: the sample hall, or the rehearsal. What goes is put aside
// whole, what stays is taken along, and numbers start at 1. Nobody loses a number without being named first.
import type { Access } from '../access/access.ts'
import type { AccessLog } from '../access/log.ts'
import type { Clock } from '../clock.ts'
import type { Drafts } from '../drafts/drafts.ts'
import type { Hall } from '../hall/hall.ts'
import type { Plan } from '../hall/plan.ts'
import { isEnded } from '../hall/visit.ts'
import { keepSealed, type SettleLog } from '../settle.ts'
import { isOfDisk } from '../store/errors.ts'
import type { NextHall, openNext } from '../store/next-hall.ts'
import type { Store } from '../store/store.ts'
import { openFirstDay } from './first-day.ts'
import type { Turn, Worked } from './turn.ts'

/** `plan`: the plan stays, the rehearsal is over. */
export const beginnings = ['empty', 'sample', 'draft', 'plan'] as const
export type Beginning = (typeof beginnings)[number]

export interface BeginOrder {
  readonly from: Beginning
  /** The hall's name; null: as the plan says. */
  readonly name: string | null
  /** IANA name; null: as before. */
  readonly timeZone: string | null
  /** Whether the accounts of agencies that the new plan has stay. */
  readonly keepAccounts: boolean
  /** The numbers that the manager saw would end. */
  readonly ends: ReadonlySet<string>
  /** The manager, by staff id. */
  readonly by: string
}

/** Refused: nothing has changed. `numbers`: who is in the hall. */
export type Begun =
  | { readonly aside: string }
  | { readonly refused: 'people-waiting'; readonly numbers: readonly string[] }
  | { readonly refused: 'plan-faults'; readonly plan: unknown }
  | { readonly refused: 'clock-suspect' | 'storage-unavailable' | 'stopping' }

export interface BeginGround {
  readonly hall: Hall
  readonly store: Pick<Store, 'record'>
  readonly access: Access
  readonly drafts: Pick<Drafts, 'whole'>
  readonly turn: Turn
  readonly clock: Clock
  readonly open: (after: number) => ReturnType<typeof openNext>
  readonly log: SettleLog
}

export interface Begin {
  /** The numbers of those who are in the hall. */
  inHall(): string[]
  /** What tells this hall from the ones before and after it. */
  id(): string
  begin(order: BeginOrder): Promise<Begun>
}

export function openBegin(ground: BeginGround): Begin {
  const { hall, store, turn, clock } = ground

  async function begin(order: BeginOrder): Promise<Begun> {
    const plan = await planFor(order, ground)
    if ('faulty' in plan) return { refused: 'plan-faults', plan: plan.faulty }
    return (await turn.take(() => make(order, plan))) ?? { refused: 'stopping' }
  }

  async function make(order: BeginOrder, plan: Plan): Promise<Worked<Begun>> {
    const refuse = (answer: Begun) => ({ turned: false, answer })
    const numbers = inHall(hall)
    if (numbers.some((one) => !order.ends.has(one))) return refuse({ refused: 'people-waiting', numbers })
    if (clock.time(hall).suspect) return refuse({ refused: 'clock-suspect' })
    let next: NextHall | undefined
    try {
      next = await ground.open(hall.seq)
      next.carry({
        agencies: order.keepAccounts ? plan.agencies.map(({ id }) => id) : [],
        places: placesOf(plan),
        draft: order.from === 'plan',
        by: `staff:${order.by}`,
        at: clock.time(hall).now,
      })
      await openWhole(next, plan, order, ground)
      next.commit()
      return { turned: true, answer: { aside: next.aside } }
    } catch (error) {
      next?.drop()
      if (!isOfDisk(error)) throw error
      ground.log.error({ err: error }, 'no new hall could be made: the old one goes on')
      return refuse({ refused: 'storage-unavailable' })
    }
  }

  return {
    inHall: () => inHall(hall),
    id() {
      for (const { link } of store.record.rows(0)) return link.slice(0, 12)
      return ''
    },
    begin,
  }
}

/** Whether this hall was begun by somebody: the first line of its access log says so. */
export function isBegun(log: Pick<AccessLog, 'read'>): boolean {
  const all = { from: 0, to: Number.MAX_SAFE_INTEGER, since: 0, until: Number.MAX_SAFE_INTEGER }
  for (const { action } of log.read({ ...all, before: Number.MAX_SAFE_INTEGER }))
    return action === 'hall-begun'
  return false
}

/** The numbers of visits that have not ended, in the order in which they were taken. */
export function inHall({ visits, yesterday }: Hall): string[] {
  const earlier = [...(yesterday?.visits.values() ?? [])].filter(({ steps }) =>
    steps.some(({ status }) => status === 'serving'),
  )
  const today = [...visits.values()].filter(({ steps }) => steps.some((step) => !isEnded(step)))
  return [...earlier, ...today].map(({ number }) => number)
}

function placesOf({ zones, agencies, counters }: Plan) {
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  return { zones: ids(zones), of: ids([...zones, ...agencies, ...counters]) }
}

/** The plan that it begins with; a draft may have faults. */
async function planFor(
  { from, name, timeZone }: BeginOrder,
  { hall, drafts }: BeginGround,
): Promise<Plan | { readonly faulty: unknown }> {
  const { base } = hall.layout
  const renamed = (plan: Plan): Plan => ({
    ...plan,
    ...(name !== null && { name: inAll(plan.languages, name) }),
    ...(timeZone !== null && { timeZone }),
  })
  // An empty hall may be rehearsed too; only a draft has to be complete.
  if (from === 'plan') return renamed(base)
  if (from === 'draft') {
    const { planFaults } = await import('../hall/plan-faults/plan-faults.ts')
    const plan = drafts.whole()
    return planFaults(plan).length > 0 ? { faulty: plan } : renamed(plan as Plan)
  }
  const { emptyPlan, samplePlan } = await import('../halls/own.ts')
  const own = { name: name ?? base.name.id, timeZone: timeZone ?? base.timeZone, printers: base.printers }
  return from === 'empty' ? emptyPlan(own) : samplePlan(own)
}

function inAll(languages: readonly string[], name: string): Plan['name'] {
  return { id: name, en: name, ...Object.fromEntries(languages.map((language) => [language, name])) }
}

/** Opens its first day, which carries the plan, records who began it, and seals both. @throws StorageError */
async function openWhole(
  { store, sealing, aside }: NextHall,
  plan: Plan,
  { from, by }: BeginOrder,
  { hall: old, clock, log, access }: BeginGround,
): Promise<void> {
  const { hall, dispatch, now } = await openFirstDay({ store, plan, old, clock, log })
  const { name } = access.staff.byId(by) ?? { name: '' }
  const detail = { from, aside, name }
  store.access.log(now).write({ by: `staff:${by}`, action: 'hall-begun', about: null, agency: null, detail })
  await keepSealed({ hall, dispatch, store, sealing, log, now, changed: () => {} })
  await sealing.stop()
}
