// Things that a plan has twice or not at all: ids, labels, holidays, entries of a list; and empty parts.
import type { Fault, Kind } from './fault.ts'
import { entries, fieldOf, idOf, type Part, type Parts, repeats } from './parts.ts'

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
