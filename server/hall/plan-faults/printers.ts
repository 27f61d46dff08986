// Printers that contradict each other or the hall, and a logo that no slip could show.
import { longestSide, pngSize } from './png.ts'
import type { Fault, PrinterUser } from './fault.ts'
import { entries, fieldOf, idOf, type Part, type Parts, repeats } from './parts.ts'

/** Counters that a printer names and the hall has not. Kiosks are enrolled, not planned: nobody can say here. */
export function printersWithoutCounter({ all, printers }: Parts): Fault[] {
  const counters = new Set(all.counters.flatMap((part) => idOf(part) ?? []))
  return printers.flatMap(({ at, item }) =>
    entries(item.counters, `${at}.counters`)
      .filter(({ item: id }) => !counters.has(id))
      .map(({ at, item: id }): Fault => ({ at, code: 'unknown-id', detail: { kind: 'counter', id } })),
  )
}

/** Kiosks and counters with two printers, and a second printer of the reception: where a slip comes out must be plain. */
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

/** A logo that is no PNG, or one too large for a paper of a hand's width. */
export function wrongLogo(plan: unknown): Fault[] {
  const logo = fieldOf(fieldOf(plan, 'slip'), 'logo')
  if (typeof logo !== 'string') return []
  const size = pngSize(logo)
  if (!size) return [{ at: 'slip.logo', code: 'slip-logo-not-png', detail: {} }]
  if (Math.max(size.width, size.height) <= longestSide) return []
  return [{ at: 'slip.logo', code: 'slip-logo-too-large', detail: { ...size, most: longestSide } }]
}
