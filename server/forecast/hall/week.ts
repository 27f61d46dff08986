// How right the hall was over its last days, and what follows: where too few or too many waits fell inside the told
// range, ranges become wider or narrower by themselves. A visitor who was never called counts as *longer than*: the
// share is that of Kaplan and Meier (1958), else every long forecast would look wrong, because only the short waits of
// its kind have ended.

/** A wait that was told, and what came of it, all in minutes. */
export interface Judged {
  readonly day: string
  readonly service: string
  readonly agency: string
  readonly low: number
  readonly median: number
  readonly high: number
  /** How much the range had been widened when it was told. */
  readonly width: number
  readonly minutes: number
  /** Never called: it would have taken longer. */
  readonly isLonger: boolean
}

/** How right it was for a service, an agency, or the hall (`id` empty). */
export interface Mark {
  readonly of: 'service' | 'agency' | 'hall'
  readonly id: string
  readonly told: number
  readonly days: number
  /** Share of waits inside the told range. */
  readonly inside: number
  /** How much wider ranges are told from now on; 1: unchanged. */
  readonly width: number
}

/** How many days are looked at, and what a service needs for a mark of its own. */
export const WEEK = 7
const ENOUGH = { told: 50, days: 5 }
const BETWEEN = { least: 0.7, most: 0.9 }
const AIM = 0.8
const NARROWEST = 0.4
const WIDEST = 4

/** The marks for the last days, where enough was seen: for services, agencies, the hall. */
export function marksOf(judged: readonly Judged[]): Mark[] {
  const groups = new Map<string, { of: Mark['of']; id: string; waits: Judged[] }>()
  const add = (of: Mark['of'], id: string, wait: Judged) => {
    const key = JSON.stringify([of, id])
    const group = groups.get(key) ?? { of, id, waits: [] }
    groups.set(key, group)
    group.waits.push(wait)
  }
  for (const wait of judged) {
    add('service', wait.service, wait)
    add('agency', wait.agency, wait)
    add('hall', '', wait)
  }
  return [...groups.values()].flatMap(({ of, id, waits }) => {
    const days = new Set(waits.map(({ day }) => day)).size
    if (waits.length < ENOUGH.told || days < ENOUGH.days) return []
    const inside = insideOf(waits, ({ low, high }) => [low, high])
    return [{ of, id, told: waits.length, days, inside, width: widthOf(waits, inside) }]
  })
}

/** How much wider a service's ranges are told: by its own mark, else its agency’s, else the hall’s. */
export function widthFor(marks: readonly Mark[], service: string, agency: string): number {
  const find = (of: Mark['of'], id: string) => marks.find((mark) => mark.of === of && mark.id === id)
  return (find('service', service) ?? find('agency', agency) ?? find('hall', ''))?.width ?? 1
}

/** Whether so few or so many waits were inside that somebody should know. */
export function isOff({ inside }: Pick<Mark, 'inside'>): boolean {
  return inside < BETWEEN.least || inside > BETWEEN.most
}

function widthOf(waits: readonly Judged[], inside: number): number {
  const last = waits.at(-1)?.width ?? 1
  if (!isOff({ inside })) return last
  let [narrow, wide] = [NARROWEST, WIDEST]
  for (let step = 0; step < 12; step += 1) {
    const width = Math.sqrt(narrow * wide)
    const share = insideOf(waits, (wait) => widened(wait, width / wait.width))
    if (share < AIM) narrow = width
    else wide = width
  }
  return Math.round(Math.sqrt(narrow * wide) * 100) / 100
}

/** A range around its middle, widened by this factor. */
export function widened(
  { low, median, high }: { readonly low: number; readonly median: number; readonly high: number },
  width: number,
): [low: number, high: number] {
  return [Math.max(0, median - (median - low) * width), median + (high - median) * width]
}

/** The share of waits inside their ranges. */
export function insideOf(
  waits: readonly Judged[],
  rangeOf: (wait: Judged) => [low: number, high: number],
): number {
  // If the range begins at 0 minutes, nobody can fall below it.
  const notShorter = lasting(waits, (wait) => rangeOf(wait)[0], true)
  const longer = lasting(waits, (wait) => rangeOf(wait)[1], false)
  return Math.max(0, notShorter - longer)
}

/**
 * The share of waits that last at least as long as `limit` says for each (without `orAsLong`: longer). Waits are
 * compared by how far they go beyond their limit; those never called leave the sum where they ended.
 */
function lasting(waits: readonly Judged[], limit: (wait: Judged) => number, orAsLong: boolean): number {
  const beyond = waits.map((wait) => ({ by: wait.minutes - limit(wait), isCalled: !wait.isLonger }))
  // Those who were called leave before those only known to have waited as long.
  beyond.sort((a, b) => a.by - b.by || Number(b.isCalled) - Number(a.isCalled))
  let share = 1
  let left = beyond.length
  for (const { by, isCalled } of beyond) {
    if (orAsLong ? by >= 0 : by > 0) break
    if (isCalled) share *= 1 - 1 / left
    left -= 1
  }
  return share
}
