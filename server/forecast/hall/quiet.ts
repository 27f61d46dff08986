// When people lately waited least, for anyone who may as well come another time: by hour of the day, and by weekday
// and hour.
import type { Hall } from '../../hall/hall.ts'
import { dayAfter, spansOn, weekdayOf } from '../../hall/hours.ts'
import type { Fact } from '../../reports/facts/fact.ts'

/** What is usual for somebody who takes a number on this weekday in this hour. */
interface UsualWait {
  /** 1 is Monday. */
  readonly weekday: number
  readonly hour: number
  /** The median. */
  readonly minutes: number
}

/** For one service. */
export interface Quiet {
  /** The hour of the day (0–23) in which people waited least. */
  readonly hour: number
  /** Median waits by hour, minutes; only for hours in which enough people came. */
  readonly waits: ReadonlyMap<number, number>
  /** The same by weekday, where enough is known. */
  readonly times: readonly UsualWait[]
}

/** How many people make an hour's median; and for one weekday, how many people on how many days. */
const ENOUGH = 10
const ENOUGH_OF_WEEKDAY = 5
const ENOUGH_DAYS = 2
/**
 * If more than this share was not called at all, nobody is advised to come then: the waits of the others mean nothing.
 */
const NOT_CALLED = 0.2
const WEEK_DAYS = 7
/** This many minutes more are no reason to come on a later day. */
const ALIKE = 5

interface Cell {
  readonly waits: number[]
  readonly days: Set<string>
  uncalled: number
}

/** Gathers how long people waited. */
export class WaitsByHour {
  private readonly services = new Map<string, Map<string, Cell>>()

  add({ day, service, hour, waitedSeconds, uncalledSeconds, cameBy }: Fact): void {
    if (cameBy !== 'ticket' || (waitedSeconds === null && uncalledSeconds === null)) return
    const cells = this.services.get(service) ?? new Map<string, Cell>()
    this.services.set(service, cells)
    for (const key of [`${hour}`, `${hour} ${weekdayOf(day)}`]) {
      const cell = cells.get(key) ?? { waits: [], days: new Set(), uncalled: 0 }
      cells.set(key, cell)
      cell.days.add(day)
      if (waitedSeconds === null) cell.uncalled += 1
      else cell.waits.push(waitedSeconds / 60)
    }
  }

  /** By service, without those about which too little is known. */
  result(): Map<string, Quiet> {
    const found = new Map<string, Quiet>()
    for (const [service, cells] of this.services) {
      const waits = new Map<number, number>()
      const times: UsualWait[] = []
      for (const [key, { waits: all, days, uncalled }] of cells) {
        const [hour = 0, weekday] = key.split(' ').map(Number)
        const least = weekday === undefined ? ENOUGH : ENOUGH_OF_WEEKDAY
        if (all.length < least || uncalled > NOT_CALLED * (all.length + uncalled)) continue
        if (weekday === undefined) waits.set(hour, medianOf(all))
        else if (days.size >= ENOUGH_DAYS) times.push({ weekday, hour, minutes: medianOf(all) })
      }
      const [first] = [...waits].toSorted(([, a], [, b]) => a - b)
      if (first && waits.size > 1) found.set(service, { hour: first[0], waits, times })
    }
    return found
  }
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
}

/**
 * A time within a week at which it usually takes at most `most` minutes: the soonest of the best. Today only after
 * `after` (milliseconds since 1970), when those who wait now will have been called; null: not today.
 */
export function bestTime(
  { layout, day, startsAt }: Pick<Hall, 'layout' | 'day' | 'startsAt'>,
  service: string,
  { times }: Quiet,
  { most, after }: { readonly most: number; readonly after: number | null },
): { readonly day: string; readonly minute: number; readonly minutes: number } | null {
  const found = []
  for (let ahead = after === null ? 1 : 0; ahead <= WEEK_DAYS; ahead += 1) {
    const label = dayAfter(day, ahead)
    const spans = spansOn(layout, { of: 'service', id: service }, label)
    for (const { weekday, hour, minutes } of times) {
      if (weekday !== weekdayOf(label) || minutes > most) continue
      const span = spans.find(({ from, to }) => from < 60 * hour + 60 && to > 60 * hour)
      const minute = Math.max(60 * hour, span?.from ?? 0)
      if (span && (ahead > 0 || startsAt + minute * MINUTE > (after ?? 0)))
        found.push({ day: label, minute, minutes })
    }
  }
  const least = Math.min(...found.map(({ minutes }) => minutes))
  return found.find(({ minutes }) => minutes <= least + ALIKE) ?? null
}

const MINUTE = 60_000
