// The report of availability: for how many minutes of the plan's hours the server and each kiosk, display and printer
// were alive. A minute counts if any span of theirs reaches into it.
import { hallDay } from '../hall/hours.ts'
import type { Plan } from '../hall/plan.ts'
import { nextDay, spanOf } from '../time-zone.ts'
import type { AvailabilityRow, Name, Period } from './question.ts'
import type { AliveSpan, WatchedKind } from './watch/alive.ts'

/** A known kiosk or display; times are milliseconds since 1970. */
export interface WatchedDevice {
  readonly id: string
  readonly kind: 'kiosk' | 'display'
  readonly zone: string | null
  readonly label: string | null
  readonly enrolledAt: number
  /** Null: it is still enrolled. */
  readonly revokedAt: number | null
}

export interface AvailabilityGround {
  readonly spans: readonly AliveSpan[]
  readonly devices: readonly WatchedDevice[]
  /** When the first sign of life was recorded; null: none was. Nobody knows about the time before. */
  readonly since: number | null
  /** The plan in force at the end of a day; null: there was none yet. */
  readonly planOf: (day: string) => Plan | null
  readonly now: number
  /** A single agency, with its zones and counters; null: all. */
  readonly own: string | null
}

/** Whole minutes since 1970, `to` not included. */
interface Minutes {
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

export function availabilityOf({ from, to }: Period, ground: AvailabilityGround): AvailabilityRow[] {
  const { spans, since, planOf, now, own } = ground
  const hours: Minutes[] = []
  const ofPrinters = new Map<string, { hours: Minutes[]; name: Name }>()
  let zones: ReadonlySet<string> | null = null
  for (const day of daysOf({ from, to }, since, now)) {
    const plan = planOf(day)
    if (!plan || since === null) continue
    const today = hoursOf(plan, day, since, now)
    hours.push(...today)
    if (own !== null) zones = zonesOf(plan, own)
    for (const { id, name, counters } of plan.printers ?? []) {
      if (own !== null && !plan.counters.some((one) => one.agency === own && counters.includes(one.id)))
        continue
      const known = ofPrinters.get(id) ?? { hours: [], name: nameOf(name) }
      ofPrinters.set(id, { hours: known.hours, name: nameOf(name) })
      known.hours.push(...today)
    }
  }
  const lives = livesOf(spans)
  const row = (
    kind: WatchedKind,
    id: string,
    name: Name | null,
    mine: readonly Minutes[],
  ): AvailabilityRow => {
    const minutes = lengthOf(mine)
    const alive = lengthOf(common(mine, lives.get(`${kind} ${id}`) ?? []))
    return { kind, id, name, minutes, alive, share: minutes === 0 ? null : alive / minutes }
  }
  const devices = ground.devices
    .filter(({ zone }) => zone === null || zones === null || zones.has(zone))
    .map(({ id, kind, label, enrolledAt, revokedAt }) => {
      const known = { from: Math.ceil(enrolledAt / MINUTE), to: Math.floor((revokedAt ?? now) / MINUTE) }
      const name = label === null ? null : { id: label, en: label }
      return row(kind, id, name, common(hours, [known]))
    })
    // About one that was there only at other times there is nothing to say.
    .filter(({ minutes }) => minutes > 0)
  const printers = [...ofPrinters].map(([id, { name, hours: mine }]) => row('printer', id, name, mine))
  return [row('server', '', null, hours), ...devices, ...printers]
}

/** The hall's hours of a day that have passed, as far as anything is known about them. */
function hoursOf(plan: Plan, day: string, since: number, now: number): Minutes[] {
  const { endsAt } = spanOf(plan.timeZone, day)
  const instant = (minute: number) => endsAt - (24 * 60 - minute) * MINUTE
  const known = { from: Math.floor(since / MINUTE), to: Math.floor(now / MINUTE) }
  const spans = hallDay(plan, day).spans.map((span) => ({
    from: Math.floor(instant(span.from) / MINUTE),
    to: Math.floor(instant(span.to) / MINUTE),
  }))
  return common(
    spans.sort((a, b) => a.from - b.from),
    [known],
  )
}

function zonesOf({ counters }: Plan, agency: string): Set<string> {
  return new Set(counters.filter((one) => one.agency === agency).map(({ zone }) => zone))
}

/** By kind and id: the minutes into which a span reaches, in order and disjoint. */
function livesOf(spans: readonly AliveSpan[]): Map<string, Minutes[]> {
  const lives = new Map<string, Minutes[]>()
  for (const { kind, id, from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const key = `${kind} ${id}`
    const own = lives.get(key) ?? []
    lives.set(key, own)
    const minutes = { from: Math.floor(from / MINUTE), to: Math.floor(Math.max(from, to - 1) / MINUTE) + 1 }
    const last = own.at(-1)
    if (last && minutes.from <= last.to)
      own[own.length - 1] = { from: last.from, to: Math.max(last.to, minutes.to) }
    else own.push(minutes)
  }
  return lives
}

/** What two lists have in common, each in order and disjoint. */
function common(one: readonly Minutes[], other: readonly Minutes[]): Minutes[] {
  const both: Minutes[] = []
  let at = 0
  for (const { from, to } of one) {
    while ((other[at]?.to ?? Infinity) <= from) at += 1
    for (let here = at; here < other.length; here += 1) {
      const piece = other[here]
      if (!piece || piece.from >= to) break
      both.push({ from: Math.max(from, piece.from), to: Math.min(to, piece.to) })
    }
  }
  return both.filter((piece) => piece.from < piece.to)
}

const lengthOf = (minutes: readonly Minutes[]) => minutes.reduce((sum, { from, to }) => sum + to - from, 0)

/** The days of a period about which anything can be known, in any time zone. */
function* daysOf({ from, to }: Period, since: number | null, now: number): Generator<string> {
  if (since === null) return
  const label = (at: number) => new Date(at).toISOString().slice(0, 10)
  const [first, last] = [label(since - DAY), label(now + DAY)]
  for (let day = from > first ? from : first; day <= to && day <= last; day = nextDay(day)) yield day
}

const nameOf = (name: Plan['name']): Name => ({ id: name.id, en: name.en })
