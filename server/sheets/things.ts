// The things of a plan as rows: taken out of it, and put back in order. What is nested in the plan (a requirement in
// its service) is a row with both ids. The plan may be unfinished; entries that are not objects are left out.
import { fieldAt, isTable, type Table, tablesAt, withField, wordAt } from './table.ts'

export interface Thing {
  /** Unique within its kind. */
  readonly id: string
  readonly value: Table
}

export interface Things {
  readonly take: (plan: Table) => Thing[]
  /** The plan with these instead, and the place of each in it: `services[3]`. */
  readonly give: (
    plan: Table,
    things: readonly Thing[],
  ) => { readonly plan: Table; readonly places: readonly string[] }
  /** The id of a new thing, made from an unused one. */
  readonly newId: (fresh: string, value: Table) => string
}

const plainId = (fresh: string) => fresh

/** A list of things that have an id; an optional list is left out as long as it is empty. */
export function listOf(at: string, need?: 'optional'): Things {
  return {
    take: (plan) => tablesAt(plan, at).map((value) => ({ id: wordAt(value, 'id'), value })),
    give(plan, things) {
      const isThere = need !== 'optional' || fieldAt(plan, at) !== undefined || things.length > 0
      return {
        plan: isThere
          ? withField(
              plan,
              at,
              things.map(({ value }) => value),
            )
          : plan,
        places: things.map((_, nth) => `${at}[${nth}]`),
      }
    },
    newId: plainId,
  }
}

/** The plan's own fields, as one thing. */
export const hallOf: Things = {
  take: (plan) => [{ id: '', value: plan }],
  give: (plan, things) => ({ plan: things[0]?.value ?? plan, places: [''] }),
  newId: plainId,
}

/** A list of days, each known by its day. */
export function daysOf(at: string, need?: 'optional'): Things {
  return {
    take: (plan) => tablesAt(plan, at).map((value) => ({ id: wordAt(value, 'day'), value })),
    give: listOf(at, need).give,
    newId: (fresh, value) => wordAt(value, 'day') || fresh,
  }
}

/** Accounts, known by their user name. */
export const staffOf: Things = {
  take: (doc) => tablesAt(doc, 'staff').map((value) => ({ id: wordAt(value, 'username'), value })),
  give: (doc, things) => listOf('staff').give(doc, things),
  newId: (fresh, value) => wordAt(value, 'username') || fresh,
}

const without = (table: Table, key: string) =>
  Object.fromEntries(Object.entries(table).filter(([one]) => one !== key))

/** Each with the service that asks for it. */
export const requirementsOf: Things = {
  take: (plan) =>
    tablesAt(plan, 'services').flatMap((service) =>
      tablesAt(service, 'requirements').map((one) => ({
        id: `${wordAt(service, 'id')}/${wordAt(one, 'id')}`,
        value: { ...one, service: wordAt(service, 'id') },
      })),
    ),
  give(plan, things) {
    const places = new Map<Thing, string>()
    const groups = grouped(things, ({ value }) => wordAt(value, 'service'))
    const services = listAt(plan, 'services').map((service, nth) => {
      if (!isTable(service)) return service
      const own = groups.get(wordAt(service, 'id')) ?? []
      own.forEach((one, at) => places.set(one, `services[${nth}].requirements[${at}]`))
      return { ...service, requirements: own.map(({ value }) => without(value, 'service')) }
    })
    const isThere = fieldAt(plan, 'services') !== undefined
    return {
      plan: isThere ? { ...plan, services } : plan,
      places: things.map((one) => places.get(one) ?? '?'),
    }
  },
  newId: (fresh, value) => `${wordAt(value, 'service')}/${fresh}`,
}

/** The standard of every service. */
export const standardsOf: Things = {
  take: (plan) =>
    tablesAt(plan, 'services').map((service) => {
      const id = wordAt(service, 'id')
      const standard = fieldAt(service, 'standard')
      return { id, value: { service: id, ...(standard !== undefined && { standard }) } }
    }),
  give(plan, things) {
    const byService = new Map(things.map((one) => [one.id, one]))
    const places = new Map<string, string>()
    const services = listAt(plan, 'services').map((service, nth) => {
      const own = isTable(service) ? byService.get(wordAt(service, 'id')) : undefined
      if (!isTable(service) || own === undefined) return service
      places.set(own.id, `services[${nth}]`)
      return withField(service, 'standard', fieldAt(own.value, 'standard'))
    })
    const isThere = fieldAt(plan, 'services') !== undefined
    return {
      plan: isThere ? { ...plan, services } : plan,
      places: things.map(({ id }) => places.get(id) ?? '?'),
    }
  },
  newId: (_fresh, value) => wordAt(value, 'service'),
}

const reasonLists = ['pause', 'hold', 'call', 'finish'] as const

/** Each with the list that it is in. */
export const reasonsOf: Things = {
  take: (plan) =>
    reasonLists.flatMap((list) =>
      tablesAt(plan, `reasons.${list}`).map((one) => ({
        id: `${list}/${wordAt(one, 'id')}`,
        value: { ...one, list },
      })),
    ),
  give(plan, things) {
    const groups = grouped(things, ({ value }) => wordAt(value, 'list'))
    const places = new Map<Thing, string>()
    const reasons = reasonLists.reduce(
      (table: Table, list) => {
        const own = groups.get(list) ?? []
        own.forEach((one, at) => places.set(one, `reasons.${list}[${at}]`))
        const isNeeded = list === 'pause' || list === 'hold'
        const isThere = isNeeded || own.length > 0 || fieldAt(plan, `reasons.${list}`) !== undefined
        return isThere
          ? withField(
              table,
              list,
              own.map(({ value }) => without(value, 'list')),
            )
          : table
      },
      isTable(plan.reasons) ? plan.reasons : {},
    )
    return {
      plan: withField(plan, 'reasons', reasons),
      places: things.map((one) => places.get(one) ?? '?'),
    }
  },
  newId: (fresh, value) => `${wordAt(value, 'list')}/${fresh}`,
}

function listAt(plan: Table, at: string): unknown[] {
  const list = fieldAt(plan, at)
  return Array.isArray(list) ? list : []
}

function grouped<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = by(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}
