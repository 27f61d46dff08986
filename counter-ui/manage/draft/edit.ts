// Changes of a plan that the forms make, each a function from plan to plan.
import type { Phase, Plan, ServiceStatus } from '../../../server/hall/plan.ts'

/** The lists of things that have ids. */
export type ListName =
  | 'agencies'
  | 'zones'
  | 'places'
  | 'services'
  | 'counters'
  | 'bundles'
  | 'elsewhere'
  | 'printers'
  | 'periods'
  | 'quotas'
export type Thing<L extends ListName> = NonNullable<Plan[L]>[number]

export type Change = (plan: Plan) => Plan

export function thingsOf<L extends ListName>(plan: Plan, list: L): readonly Thing<L>[] {
  return (plan[list] ?? []) as readonly Thing<L>[]
}

/** `all` becomes that list. */
const withList = <L extends ListName>(plan: Plan, list: L, all: readonly Thing<L>[]): Plan => ({
  ...plan,
  [list]: all,
})

/** Changes a field of the hall itself; undefined removes it. */
export function setField<K extends keyof Plan>(field: K, value: Plan[K] | undefined): Change {
  return (plan) => put(plan, field, value)
}

/** Changes a field of these things; undefined removes it. */
export function setOf<L extends ListName, K extends keyof Thing<L>>(
  list: L,
  ids: Iterable<string>,
  field: K,
  value: Thing<L>[K] | undefined,
): Change {
  return changeOf(list, ids, (thing) => put(thing, field, value))
}

/** Changes each of these things. */
export function changeOf<L extends ListName>(
  list: L,
  ids: Iterable<string>,
  change: (thing: Thing<L>, plan: Plan) => Thing<L>,
): Change {
  const chosen = new Set(ids)
  return (plan) =>
    withList(
      plan,
      list,
      thingsOf(plan, list).map((thing) => (chosen.has(thing.id) ? change(thing, plan) : thing)),
    )
}

/** Adds things at the end, or after the one with the id `after`. */
export function add<L extends ListName>(list: L, things: readonly Thing<L>[], after?: string): Change {
  return (plan) => {
    const all = thingsOf(plan, list)
    const place = after === undefined ? all.length : all.findIndex(({ id }) => id === after) + 1
    return withList(plan, list, [...all.slice(0, place), ...things, ...all.slice(place)])
  }
}

/** Removes things, and references to them in the rest of the plan that would be meaningless without them. */
export function remove(list: ListName, ids: Iterable<string>): Change {
  const gone = new Set(ids)
  const stay = (id: string) => !gone.has(id)
  return (plan) => {
    const left = withList(
      plan,
      list,
      thingsOf(plan, list).filter(({ id }) => stay(id)),
    )
    if (list === 'services') return withoutServices(left, stay)
    if (list === 'counters' && left.printers)
      return {
        ...left,
        printers: left.printers.map((one) => keepOf(one, 'counters', stay)),
      }
    if (list === 'zones')
      return {
        ...left,
        zones: left.zones.map((zone) => withoutZones(zone, 'arrows', stay)),
        ...(left.places && { places: left.places.map((place) => withoutZones(place, 'zones', stay)) }),
      }
    return left
  }
}

function withoutServices(plan: Plan, stay: (id: string) => boolean): Plan {
  return {
    ...plan,
    counters: plan.counters.map((one) => keepOf(one, 'services', stay)),
    bundles: plan.bundles.map((one) => keepOf(one, 'services', stay)),
    services: plan.services.map((one) => {
      const left = keepOf(one, 'after', stay)
      const isIssued = left.requirements.some(({ issuedBy }) => issuedBy !== null && !stay(issuedBy))
      if (!isIssued) return left
      return {
        ...left,
        requirements: left.requirements.map((paper) =>
          paper.issuedBy === null || stay(paper.issuedBy) ? paper : { ...paper, issuedBy: null },
        ),
      }
    }),
  }
}

/** `field` has entries by zone; `all` stands for the boards of the whole hall. */
function withoutZones<T extends object, K extends keyof T>(
  thing: T,
  field: K,
  stay: (id: string) => boolean,
): T {
  const all = Object.entries(thing[field] ?? {})
  const left = all.filter(([zone]) => zone === 'all' || stay(zone))
  if (left.length === all.length) return thing
  return put(thing, field, left.length > 0 ? (Object.fromEntries(left) as T[K]) : undefined)
}

/** The same object if nothing goes, so that what does not change is not redrawn. */
function keepOf<T extends object, K extends keyof T>(thing: T, field: K, stay: (id: string) => boolean): T {
  const all = thing[field] as readonly string[]
  return all.every(stay) ? thing : { ...thing, [field]: all.filter(stay) }
}

/** Moves a thing this many places up (negative) or down, as far as there is room. */
export function move(list: ListName, id: string, by: number): Change {
  return (plan) => {
    const all = thingsOf(plan, list)
    const from = all.findIndex((one) => one.id === id)
    return from < 0 ? plan : moveTo(list, id, from + by)(plan)
  }
}

/** Moves a thing to this place of its list, counted from 0. */
export function moveTo(list: ListName, id: string, place: number): Change {
  return (plan) => {
    const all = thingsOf(plan, list)
    const thing = all.find((one) => one.id === id)
    if (!thing) return plan
    const others = all.filter((one) => one !== thing)
    const to = Math.max(0, Math.min(others.length, place))
    return withList(plan, list, [...others.slice(0, to), thing, ...others.slice(to)])
  }
}

/** An id for a new thing of this list. `names`: what it is called, in the hall's first language. */
export function idFor(plan: Plan, list: ListName, name: string): string {
  return newId(
    name,
    thingsOf(plan, list).map(({ id }) => id),
  )
}

/** `thing` with that field, or without it if `value` is undefined. */
export function put<T extends object, K extends keyof T>(thing: T, field: K, value: T[K] | undefined): T {
  if (value !== undefined) return { ...thing, [field]: value }
  return Object.fromEntries(Object.entries(thing).filter(([key]) => key !== field)) as T
}

// Ids of things that the forms add: made here, never shown, never reused.

/** The part from the name, so that a log or an export can be read; the rest of the 64 characters is for the tail. */
const LONGEST = 40
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const TAIL = 8

/**
 * An id for a new thing of this name, `pembuatan-ktp-x3k9m2ab`. Its tail is random, one of 10¹² (the browser's own
 * randomness), so that removed things need not be remembered. `taken`: the plan's ids, in case it is one anyway.
 */
export function newId(name: string, taken: Iterable<string>): string {
  const all = new Set(taken)
  for (;;) {
    const id = `${slugOf(name)}-${tail()}`
    if (!all.has(id)) return id
  }
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replaceAll(' ', '-')
    .slice(0, LONGEST)
    .replace(/-+$/, '')
  return slug || 'x'
}

function tail(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(TAIL))
  // 32 letters: every byte gives one, each equally often.
  return [...bytes].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

// Changes of services and agencies that touch more than one field.

/** Moves these services to another agency; counters of other agencies no longer serve them. */
export function moveServices(ids: Iterable<string>, agency: string): Change {
  const moved = new Set(ids)
  return (plan) => {
    const next = changeOf('services', moved, (service) => put(service, 'agency', agency))(plan)
    const counters = next.counters.map((counter) => {
      const left = counter.services.filter((id) => counter.agency === agency || !moved.has(id))
      return left.length === counter.services.length ? counter : { ...counter, services: left }
    })
    return { ...next, counters }
  }
}

/** Removes agencies together with their services and counters. */
export function removeOwn(agencies: readonly string[]): Change {
  const gone = new Set(agencies)
  const own = (things: readonly { id: string; agency: string }[]) =>
    things.flatMap(({ id, agency }) => (gone.has(agency) ? [id] : []))
  return (plan: Plan) => remove('counters', own(plan.counters))(remove('services', own(plan.services))(plan))
}

/** A phase with this status, keeping what the previous one said as far as it fits. */
export function phaseAs(status: ServiceStatus, before: Phase): Phase {
  if (before.status === status) return before
  const where = 'where' in before ? before.where : undefined
  switch (status) {
    case 'open':
    case 'trial':
      return { status }
    case 'soon':
      return { status, expected: null, ...(where && { where }) }
    case 'paused':
      return { status, until: null, reason: null }
    case 'elsewhere':
      return { status, where: where ?? { id: '', en: '' } }
  }
}
