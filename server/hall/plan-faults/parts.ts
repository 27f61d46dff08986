// The parts of a plan that may be faulty: each that has its proper shape, with its place. One misspelt field must not
// hide contradictions elsewhere, so whatever can be read is read, and only the misshapen part is left out.
import type { Static, TSchema } from 'typebox'
import { Check } from 'typebox/value'
import { Agency, Bundle, Counter, Elsewhere, Place, Plan, Service, Week, Zone } from '../plan.ts'
import { Holiday, MOST_PERIODS, Period, Quota, SingleDay } from '../times.ts'
import { Printer, Text } from '../equipment.ts'

/** An object of the plan and its place, `services[3]`. */
export interface Part<T> {
  readonly at: string
  readonly item: T
}

const shape = Plan.properties
const reasons = shape.reasons.properties
const Language = shape.languages.items

export type Parts = ReturnType<typeof partsOf>

/** Reads what can be read of `plan`, which may be anything. `isWhole`: it is known to have the shape of a plan. */
export function partsOf(plan: unknown, isWhole = false) {
  const readable = isWhole ? present : fitting
  const slip = fieldOf(plan, 'slip')
  const all = {
    languages: listAt(plan, 'languages'),
    agencies: listAt(plan, 'agencies'),
    zones: listAt(plan, 'zones'),
    places: listAt(plan, 'places'),
    services: listAt(plan, 'services'),
    counters: listAt(plan, 'counters'),
    bundles: listAt(plan, 'bundles'),
    elsewhere: listAt(plan, 'elsewhere'),
    printers: listAt(plan, 'printers'),
    holidays: listAt(plan, 'holidays'),
    periods: listAt(plan, 'periods'),
    days: listAt(plan, 'days'),
    quotas: listAt(plan, 'quotas'),
    pauseReasons: listAt(fieldOf(plan, 'reasons'), 'pause', 'reasons.pause'),
    holdReasons: listAt(fieldOf(plan, 'reasons'), 'hold', 'reasons.hold'),
    callReasons: listAt(fieldOf(plan, 'reasons'), 'call', 'reasons.call'),
    finishReasons: listAt(fieldOf(plan, 'reasons'), 'finish', 'reasons.finish'),
  }
  return {
    /** Every part, misshapen ones too. */
    all,
    /** The plan's own name and address, its time zone and its week. */
    name: readable(shape.name, [{ at: 'name', item: fieldOf(plan, 'name') }]),
    address: readable(shape.address, [{ at: 'address', item: fieldOf(plan, 'address') }]),
    timeZone: readable(shape.timeZone, [{ at: 'timeZone', item: fieldOf(plan, 'timeZone') }]),
    hours: readable(Week, [{ at: 'hours', item: fieldOf(plan, 'hours') }]),
    languages: readable(Language, all.languages),
    agencies: readable(Agency, all.agencies),
    zones: readable(Zone, all.zones),
    places: readable(Place, all.places),
    services: readable(Service, all.services),
    counters: readable(Counter, all.counters),
    bundles: readable(Bundle, all.bundles),
    elsewhere: readable(Elsewhere, all.elsewhere),
    printers: readable(Printer, all.printers),
    /** The lines at the top and bottom of every slip. */
    slipLines: [...listAt(slip, 'header', 'slip.header'), ...listAt(slip, 'footer', 'slip.footer')].flatMap(
      (part) => fitting(Text, [part]),
    ),
    /** What the boards say at the bottom. */
    mediaLines: listAt(fieldOf(plan, 'media'), 'lines').flatMap(({ item }, nth) =>
      fitting(Text, [{ at: `media.lines[${nth}].text`, item: fieldOf(item, 'text') }]),
    ),
    holidays: readable(Holiday, all.holidays),
    // One more than allowed: anything beyond that is too many anyway, and each takes time.
    periods: readable(Period, all.periods.slice(0, MOST_PERIODS + 1)),
    days: readable(SingleDay, all.days),
    quotas: readable(Quota, all.quotas),
    pauseReasons: readable(reasons.pause.items, all.pauseReasons),
    holdReasons: readable(reasons.hold.items, all.holdReasons),
    callReasons: readable(reasons.call.items, all.callReasons),
    finishReasons: readable(reasons.finish.items, all.finishReasons),
  }
}

/** The id of a part, undefined where it has none. */
export function idOf({ item }: Part<unknown>): string | undefined {
  const id = fieldOf(item, 'id')
  return typeof id === 'string' ? id : undefined
}

/** The parts whose key an earlier one has, with the place of the first. Parts without a key are skipped. */
export function repeats<T>(
  parts: readonly Part<T>[],
  key: (part: Part<T>) => string | undefined,
): { at: string; key: string; first: string }[] {
  const seen = new Map<string, string>()
  return parts.flatMap((part) => {
    const value = key(part)
    if (value === undefined) return []
    const first = seen.get(value)
    if (first !== undefined) return [{ at: part.at, key: value, first }]
    seen.set(value, part.at)
    return []
  })
}

/** The entries of a list within a part, each as a part of its own. */
export function entries<T>(list: readonly T[], at: string): Part<T>[] {
  return list.map((item, index) => ({ at: `${at}[${index}]`, item }))
}

function listAt(value: unknown, field: string, at = field): Part<unknown>[] {
  const list = fieldOf(value, field)
  return Array.isArray(list) ? entries<unknown>(list, at) : []
}

/** A field of any value: undefined if it does not exist. */
export function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? Reflect.get(value, field)
    : undefined
}

function fitting<S extends TSchema>(schema: S, parts: readonly Part<unknown>[]): Part<Static<S>>[] {
  return parts.flatMap(({ at, item }) => (Check(schema, item) ? [{ at, item }] : []))
}

/** The same for a plan that was checked as a whole, which lacks only what may be missing. */
function present<S extends TSchema>(_schema: S, parts: readonly Part<unknown>[]): Part<Static<S>>[] {
  return parts.filter(({ item }) => item !== undefined) as Part<Static<S>>[]
}
