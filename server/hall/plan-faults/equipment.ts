// What a plan says of its media that can't be: a file twice, a zone that nobody has, days and hours that never come.
import { Check } from 'typebox/value'
import { MediaRules, type Schedule } from '../plan-media.ts'
import type { Fault } from './fault.ts'
import { entries, fieldOf, idOf, type Part, type Parts, repeats } from './parts.ts'
import { isDay } from './times.ts'

/** Faults of `plan.media`, as far as it has its shape. */
export function wrongMedia(plan: unknown, { all }: Parts): Fault[] {
  const media = fieldOf(plan, 'media')
  if (!Check(MediaRules, media)) return []
  const zones = new Set(all.zones.flatMap((zone) => idOf(zone) ?? []))
  const files = entries(media.files ?? [], 'media.files')
  const scheduled: Part<Schedule>[] = [...files, ...entries(media.lines ?? [], 'media.lines')]
  return [
    ...repeats(files, ({ item }) => item.file).map(({ at, key, first }) =>
      twice(`${at}.file`, key, `${first}.file`),
    ),
    ...scheduled.flatMap((part) => [...wrongDays(part), ...wrongHours(part), ...wrongZones(part, zones)]),
  ]
}

const twice = (at: string, id: string, first: string): Fault => ({
  at,
  code: 'listed-twice',
  detail: { id, first },
})

function wrongDays({ at, item: { from, to, days = [] } }: Part<Schedule>): Fault[] {
  const unreal = (['from', 'to'] as const).flatMap((end): Fault[] => {
    const day = end === 'from' ? from : to
    return day === undefined || isDay(day)
      ? []
      : [{ at: `${at}.${end}`, code: 'day-unreal', detail: { day } }]
  })
  const backwards: Fault[] =
    from !== undefined && to !== undefined && to < from
      ? [{ at: `${at}.to`, code: 'days-backwards', detail: { from, to } }]
      : []
  const weekdays = repeats(entries(days, `${at}.days`), ({ item }) => String(item))
  return [...unreal, ...backwards, ...weekdays.map((each) => twice(each.at, each.key, each.first))]
}

function wrongHours({ at, item: { hours } }: Part<Schedule>): Fault[] {
  return hours && hours.from === hours.to
    ? [{ at: `${at}.hours`, code: 'hours-without-end', detail: { time: hours.from } }]
    : []
}

function wrongZones({ at, item }: Part<Schedule>, known: ReadonlySet<string>): Fault[] {
  const zones = entries(item.zones ?? [], `${at}.zones`)
  return [
    ...zones
      .filter((zone) => !known.has(zone.item))
      .map((zone): Fault => ({
        at: zone.at,
        code: 'unknown-id',
        detail: { kind: 'zone', id: zone.item },
      })),
    ...repeats(zones, (zone) => zone.item).map((each) => twice(each.at, each.key, each.first)),
  ]
}
