// What a start found missing or altered, as everybody must be told, and the numbers that must not be given twice.
import type { JournalReader } from './read.ts'

export interface Damage {
  /**
   * `missing`: events that were once there; `altered`: their text is not what was written; `unsealed`: there is no
   * seal, so nobody can tell whether the last events are there; `unguarded`: what keeps events from being changed is
   * gone.
   */
  readonly kind: 'missing' | 'altered' | 'unsealed' | 'unguarded'
  /** How many events; null if nobody can tell. */
  readonly count: number | null
  /** The time that it concerns, milliseconds since 1970; null if nobody can tell. */
  readonly from: number | null
  readonly to: number | null
}

/** Where the prefixes of a day must at least continue, so that nobody holds a number twice. */
export interface Floors {
  readonly day: string
  readonly numbers: Readonly<Record<string, number>>
}

/**
 * How many numbers of a prefix may have been given since the seal was written: more than a hall can give in a second.
 */
const LAG = 20

/** Floors above anything that these numbers could have grown to. */
export function floorsAbove(day: string, numbers: Readonly<Record<string, number>>): Floors {
  return {
    day,
    numbers: Object.fromEntries(Object.entries(numbers).map(([prefix, last]) => [prefix, last + LAG])),
  }
}

/** The floors that follow from both: those of the later day, and for the same day the higher ones. */
export function higherFloors(one: Floors | null, other: Floors | null): Floors | null {
  if (!one || !other) return one ?? other
  if (one.day !== other.day) return one.day > other.day ? one : other
  return { day: one.day, numbers: highest(one.numbers, other.numbers) }
}

/** The higher number for each prefix. */
export function highest(
  one: Readonly<Record<string, number>>,
  other: Readonly<Record<string, number>>,
): Record<string, number> {
  const both = new Map(Object.entries(one))
  for (const [prefix, last] of Object.entries(other)) both.set(prefix, Math.max(both.get(prefix) ?? 0, last))
  return Object.fromEntries(both)
}

/** The list, plus what is new in the other one. */
export function withNew(list: readonly Damage[], more: readonly Damage[]): Damage[] {
  const isNew = (one: Damage) => !list.some((known) => isSame(known, one))
  return [...list, ...more.filter(isNew)]
}

function isSame(one: Damage, other: Damage): boolean {
  return (
    one.kind === other.kind && one.count === other.count && one.from === other.from && one.to === other.to
  )
}

/** The highest running number of each prefix on a day; empty for a day that was never open. @throws StorageError */
export function numbersTaken(
  journal: Pick<JournalReader, 'eventsOfDayLabel'>,
  day: string,
): Record<string, number> {
  const numbers = new Map<string, number>()
  const stand = (prefix: string, running: number) =>
    numbers.set(prefix, Math.max(numbers.get(prefix) ?? 0, running))
  for (const { event } of journal.eventsOfDayLabel(day)) {
    if (event.type === 'visit-taken') stand(event.prefix, event.running)
    if (event.type === 'day-opened' || event.type === 'numbers-raised')
      for (const [prefix, running] of Object.entries(event.numbers)) stand(prefix, running)
  }
  return Object.fromEntries(numbers)
}
