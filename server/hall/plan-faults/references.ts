// What the parts of a plan say about each other: ids that do not exist, services that nobody serves, prefixes shared
// by two agencies, services that follow each other in a circle.
import type { Service, Zone } from '../plan.ts'
import type { Fault, Kind } from './fault.ts'
import { entries, fieldOf, idOf, type Part, type Parts, repeats } from './parts.ts'

/** The most services that one visit can begin with. */
const servicesPerVisit = 8

/** Ids of agencies, zones and services that no part of the plan has, wherever they are named. */
export function unknownIds(parts: Parts): Fault[] {
  const { all, services, counters, bundles, zones, places, quotas, periods, holidays, days } = parts
  const known = {
    agency: idsOf(all.agencies),
    zone: idsOf(all.zones),
    service: idsOf(all.services),
  } satisfies Partial<Record<Kind, ReadonlySet<string>>>
  const unknown = (kind: keyof typeof known, references: readonly Part<string>[]): Fault[] =>
    references
      .filter(({ item }) => !known[kind].has(item))
      .map(({ at, item }) => ({ at, code: 'unknown-id', detail: { kind, id: item } }))
  return [
    ...services.flatMap(({ at, item }) => [
      ...unknown('agency', [{ at: `${at}.agency`, item: item.agency }]),
      ...unknown('service', entries(item.after, `${at}.after`)),
      ...unknown('service', issuersOf(at, item)),
    ]),
    ...counters.flatMap(({ at, item }) => [
      ...unknown('agency', [{ at: `${at}.agency`, item: item.agency }]),
      ...unknown('zone', [{ at: `${at}.zone`, item: item.zone }]),
      ...unknown('service', entries(item.services, `${at}.services`)),
    ]),
    ...zones.flatMap(({ at, item }) => unknown('zone', boardsOf(at, item))),
    ...places.flatMap(({ at, item }) =>
      unknown(
        'zone',
        Object.keys(item.zones ?? {}).map((zone) => ({ at: `${at}.zones.${zone}`, item: zone })),
      ),
    ),
    ...[...bundles, ...quotas].flatMap(({ at, item }) =>
      unknown('service', entries(item.services, `${at}.services`)),
    ),
    ...periods.flatMap(({ at, item }) => unknown('agency', entries(item.agencies ?? [], `${at}.agencies`))),
    ...[...holidays, ...days].flatMap(({ at, item }) =>
      unknown('agency', entries(item.open ?? [], `${at}.open`)),
    ),
  ]
}

/** Services that a counter of another agency serves. */
export function foreignServices({ all, services, counters }: Parts): Fault[] {
  const agencies = idsOf(all.agencies)
  const agencyOf = new Map(services.map(({ item }) => [item.id, item.agency]))
  return counters.flatMap(({ at, item }) =>
    entries(item.services, `${at}.services`).flatMap(({ at, item: service }): Fault[] => {
      const agency = agencyOf.get(service)
      if (agency === undefined || agency === item.agency) return []
      // An unknown agency is a fault of its own; nobody can say whether something belongs to it.
      if (!agencies.has(agency) || !agencies.has(item.agency)) return []
      return [{ at, code: 'foreign-service', detail: { service, agency, counterAgency: item.agency } }]
    }),
  )
}

/**
 * Services that take tickets although no counter serves them. Misshapen counters might serve them: then nobody can
 * say.
 */
export function unservedServices({ all, services, counters }: Parts): Fault[] {
  if (all.counters.length !== counters.length) return []
  const served = new Set(counters.flatMap(({ item }) => item.services))
  return services
    .filter(({ item }) => takesTickets(item) && !served.has(item.id))
    .map(({ at, item }) => ({
      at,
      code: 'service-without-counter',
      detail: { service: item.id, status: item.phase.status },
    }))
}

/** Services with the prefix of an earlier service of another agency: nobody could tell their numbers apart. */
export function sharedPrefixes({ services }: Parts): Fault[] {
  const holders = new Map<string, Part<Service>>()
  return services.flatMap((part): Fault[] => {
    const { prefix, agency } = part.item
    const holder = holders.get(prefix)
    if (holder === undefined) holders.set(prefix, part)
    if (holder === undefined || holder.item.agency === agency) return []
    const detail = { prefix, agency, other: holder.item.agency, first: holder.at }
    return [{ at: `${part.at}.prefix`, code: 'prefix-shared', detail }]
  })
}

/** Services with the prefix of the emergency numbers: a number called out must not belong to two people. */
export function prefixesOfPaper(plan: unknown, { services }: Parts): Fault[] {
  const reserved = fieldOf(fieldOf(plan, 'paper'), 'prefix')
  return services
    .filter(({ item }) => item.prefix === reserved)
    .map(({ at, item }) => ({ at: `${at}.prefix`, code: 'prefix-of-paper', detail: { prefix: item.prefix } }))
}

/** Papers that a service requires and itself issues: a visitor without them could never be served. */
export function ownPapers({ services }: Parts): Fault[] {
  return services.flatMap(({ at, item }) =>
    item.requirements.flatMap(({ id, issuedBy }, index): Fault[] =>
      issuedBy === item.id
        ? [
            {
              at: `${at}.requirements[${index}].issuedBy`,
              code: 'issued-by-itself',
              detail: { service: item.id, requirement: id },
            },
          ]
        : [],
    ),
  )
}

/** Bundles with more services than one visit can begin with. */
export function longBundles({ bundles }: Parts): Fault[] {
  return bundles
    .filter(({ item }) => item.services.length > servicesPerVisit)
    .map(({ at, item }) => ({
      at: `${at}.services`,
      code: 'bundle-too-long',
      detail: { services: item.services.length, most: servicesPerVisit },
    }))
}

/** Zones on whose boards an arrow leads to a zone; `all` is not a zone but the boards of the whole hall. */
const boardsOf = (at: string, { arrows = {} }: Zone): Part<string>[] =>
  Object.keys(arrows).flatMap((item) => (item === 'all' ? [] : [{ at: `${at}.arrows.${item}`, item }]))

const idsOf = (parts: readonly Part<unknown>[]): ReadonlySet<string> =>
  new Set(parts.flatMap((part) => idOf(part) ?? []))

const takesTickets = ({ phase }: Service): boolean => phase.status === 'open' || phase.status === 'trial'

const issuersOf = (at: string, { requirements }: Service): Part<string>[] =>
  requirements.flatMap(({ issuedBy }, index) =>
    issuedBy === null ? [] : [{ at: `${at}.requirements[${index}].issuedBy`, item: issuedBy }],
  )

/** Of a circle longer than this only the two ends are named. */
const longest = 12

type Place = { readonly service: string; readonly at: string; next: number }

/**
 * Every circle in `after`, at the entry that closes it. Without those entries no circle is left; the walk takes as
 * many steps as the plan has entries.
 */
export function circles({ services }: Parts): Fault[] {
  const after = new Map(services.map(({ at, item }) => [item.id, { at, services: item.after }]))
  const faults: Fault[] = []
  const done = new Set<string>()
  for (const start of after.keys()) {
    // A path of its own instead of recursion: a plan from outside must not overflow the stack.
    const path: Place[] = []
    const depth = new Map<string, number>()
    const enter = (service: string) => {
      const at = after.get(service)?.at
      if (at === undefined || done.has(service)) return
      depth.set(service, path.length)
      path.push({ service, at, next: 0 })
    }
    enter(start)
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const index = here.next++
      const earlier = after.get(here.service)?.services[index]
      if (earlier === undefined) {
        done.add(here.service)
        depth.delete(here.service)
        path.pop()
        continue
      }
      const from = depth.get(earlier)
      if (from === undefined) enter(earlier)
      else faults.push(circleFault(`${here.at}.after[${index}]`, path, from))
    }
  }
  return faults
}

function circleFault(at: string, path: readonly Place[], from: number): Fault {
  const length = path.length - from
  const names = (part: readonly Place[]) => part.map(({ service }) => service)
  if (length === 1) return { at, code: 'after-itself', detail: { service: names(path.slice(-1)).join() } }
  const circle =
    length <= longest
      ? names(path.slice(from))
      : [...names(path.slice(from, from + longest / 2)), '…', ...names(path.slice(-longest / 2))]
  return { at, code: 'circle-of-services', detail: { circle } }
}

// Things that a plan has twice or not at all: ids, labels, holidays, entries of a list; and empty parts.

/** Everything with an id, a label or a day that an earlier thing of its kind has. */
export function duplicates(parts: Parts): Fault[] {
  const { all } = parts
  return [
    ...ofKind('agency', all.agencies),
    ...ofKind('zone', all.zones),
    ...ofKind('place', all.places),
    ...ofKind('service', all.services),
    ...parts.services.flatMap(({ at, item }) =>
      ofKind('requirement', entries(item.requirements, `${at}.requirements`)),
    ),
    ...ofKind('counter', all.counters),
    ...ofKind('bundle', all.bundles),
    ...ofKind('elsewhere', all.elsewhere),
    ...ofKind('printer', all.printers),
    ...ofKind('period', all.periods),
    ...ofKind('quota', all.quotas),
    ...ofKind('pause-reason', all.pauseReasons),
    ...ofKind('hold-reason', all.holdReasons),
    ...ofKind('call-reason', all.callReasons),
    ...ofKind('finish-reason', all.finishReasons),
    ...repeats(parts.counters, ({ item }) => item.label).map(({ at, key, first }): Fault => ({
      at: `${at}.label`,
      code: 'duplicate-label',
      detail: { label: key, first },
    })),
    ...repeats(parts.holidays, ({ item }) => item.day).map(({ at, key, first }): Fault => ({
      at: `${at}.day`,
      code: 'duplicate-holiday',
      detail: { day: key, first },
    })),
    ...repeats(parts.days, ({ item }) => item.day).map(({ at, key, first }): Fault => ({
      at: `${at}.day`,
      code: 'duplicate-day',
      detail: { day: key, first },
    })),
  ]
}

/**
 * Every repeated entry of a list: languages, services of a counter or a bundle, what a service comes after, files of a
 * standard under the same component.
 */
export function listedTwice(parts: Parts): Fault[] {
  const lists: Part<string>[][] = [
    parts.languages,
    ...parts.services.map(({ at, item }) => entries(item.after, `${at}.after`)),
    ...parts.counters.map(({ at, item }) => entries(item.services, `${at}.services`)),
    ...[...parts.bundles, ...parts.quotas].map(({ at, item }) => entries(item.services, `${at}.services`)),
    ...parts.periods.map(({ at, item }) => entries(item.agencies ?? [], `${at}.agencies`)),
    ...[...parts.holidays, ...parts.days].map(({ at, item }) => entries(item.open ?? [], `${at}.open`)),
  ]
  const files = parts.services.flatMap(({ at, item: { standard } }) =>
    repeats(
      entries(standard?.files ?? [], `${at}.standard.files`),
      ({ item: { component, id } }) => `${component} ${id}`,
    ),
  )
  return [...lists.flatMap((list) => repeats(list, ({ item }) => item)), ...files].map(
    ({ at, key, first }): Fault => ({ at, code: 'listed-twice', detail: { id: key, first } }),
  )
}

/** Parts without which a hall cannot open, and empty bundles. */
export function emptyParts(plan: unknown, parts: Parts): Fault[] {
  const needed = ['agencies', 'zones', 'services', 'counters'].map((at) => ({ at, item: fieldOf(plan, at) }))
  const bundles = parts.bundles.map(({ at, item }) => ({ at: `${at}.services`, item: item.services }))
  return [...needed, ...bundles]
    .filter(({ item }) => Array.isArray(item) && item.length === 0)
    .map(({ at }) => ({ at, code: 'part-empty', detail: {} }))
}

function ofKind(kind: Kind, things: readonly Part<unknown>[]): Fault[] {
  return repeats(things, idOf).map(({ at, key, first }) => ({
    at: `${at}.id`,
    code: 'duplicate-id',
    detail: { kind, id: key, first },
  }))
}
