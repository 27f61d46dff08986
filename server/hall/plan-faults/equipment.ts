// Impossible things in a plan's printers, slips, voice and media.
import { Check } from 'typebox/value'
import { MediaRules, type Schedule, VoiceRules } from '../equipment.ts'
import type { Fault, PrinterUser } from './fault.ts'
import { entries, fieldOf, idOf, type Part, type Parts, repeats } from './parts.ts'
import { longestSide, pngSize } from './png.ts'
import { isDay } from './times.ts'

/**
 * Counters that a printer names but the hall does not have. Kiosks are enrolled, not planned, so they can't be
 * checked here.
 */
export function printersWithoutCounter({ all, printers }: Parts): Fault[] {
  const counters = new Set(all.counters.flatMap((part) => idOf(part) ?? []))
  return printers.flatMap(({ at, item }) =>
    entries(item.counters, `${at}.counters`)
      .filter(({ item: id }) => !counters.has(id))
      .map(({ at, item: id }): Fault => ({ at, code: 'unknown-id', detail: { kind: 'counter', id } })),
  )
}

/**
 * Kiosks and counters with two printers, and a second printer of the reception: where a slip comes out must be plain.
 */
export function twoPrinters({ printers }: Parts): Fault[] {
  const of = (user: PrinterUser, list: 'kiosks' | 'counters'): Fault[] =>
    repeats(
      printers.flatMap(({ at, item }) => entries(item[list], `${at}.${list}`)),
      ({ item }) => item,
    ).map(({ at, key, first }): Fault => ({ at, code: 'two-printers', detail: { user, id: key, first } }))
  const receptions = printers
    .filter(({ item }) => item.reception)
    .map(({ at }): Part<string> => ({ at: `${at}.reception`, item: '' }))
  return [
    ...of('kiosk', 'kiosks'),
    ...of('counter', 'counters'),
    ...repeats(receptions, ({ item }) => item).map(({ at, first }): Fault => ({
      at,
      code: 'two-receptions',
      detail: { first },
    })),
  ]
}

/** Logos that are not PNG, and those too large for a paper roll. */
export function wrongLogos(plan: unknown, { agencies }: Parts): Fault[] {
  return [
    ...wrongLogo('slip.logo', fieldOf(fieldOf(plan, 'slip'), 'logo'), 'slip-logo'),
    ...agencies.flatMap(({ at, item }) => wrongLogo(`${at}.logo`, item.logo, 'logo')),
  ]
}

function wrongLogo(at: string, logo: unknown, code: 'logo' | 'slip-logo'): Fault[] {
  if (typeof logo !== 'string') return []
  const size = pngSize(logo)
  if (!size) return [{ at, code: `${code}-not-png`, detail: {} }]
  if (Math.max(size.width, size.height) <= longestSide) return []
  return [{ at, code: `${code}-too-large`, detail: { ...size, most: longestSide } }]
}

/** Faults of `plan.voice`, as far as its shape is right. */
export function wrongVoice(plan: unknown): Fault[] {
  const voice = fieldOf(plan, 'voice')
  if (!Check(VoiceRules, voice)) return []
  const { languages = [], command, pronounce = [], quiet = [] } = voice
  const lists: Part<string>[][] = [
    entries(languages, 'voice.languages'),
    entries(command?.languages ?? [], 'voice.command.languages'),
    pronounce.map(({ written }, nth) => ({ at: `voice.pronounce[${nth}].written`, item: written })),
  ]
  return [
    ...lists.flatMap((list) =>
      repeats(list, ({ item }) => item).map(({ at, key, first }): Fault => ({
        at,
        code: 'listed-twice',
        detail: { id: key, first },
      })),
    ),
    ...entries(quiet, 'voice.quiet')
      .filter(({ item }) => item.from === item.to)
      .map(({ at, item }): Fault => ({ at, code: 'quiet-without-end', detail: { time: item.from } })),
  ]
}

/** Faults of `plan.media`, as far as its shape is right. */
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
