// The report of visits: how many, how long they stayed, and their way through the agencies. A visit is one person's stay,
// whatever number of steps it has.
import type { DayWords, StepColumns, VisitColumns } from './columns.ts'
import { results, ways } from './columns.ts'
import { filterOf, inOrder, Keys } from './steps.ts'
import type { Filters, VisitDimension } from './question.ts'
import { mostReferred, type Referral, type Spread } from './figures.ts'
import { NONE, Values } from './values.ts'

export interface VisitsDay extends DayWords {
  readonly day: string
  readonly size: number
  readonly steps: StepColumns
  readonly visits: VisitColumns
}

const SERVED = results.indexOf('served')
const INCOMPLETE = results.indexOf('incomplete')
const REFERRED = results.indexOf('referred')
const CAME_REFERRED = ways.indexOf('referred')
const CAME_BACK = ways.indexOf('come-back')

export interface Visits {
  readonly visits: number
  readonly several: number
  readonly oneRoof: number
  readonly once: number
  readonly stay: Spread | null
  readonly pairs: { readonly from: string; readonly to: string; readonly visits: number }[]
  readonly referrals: readonly Referral[]
  readonly rows?: { readonly key: string | number | null; readonly visits: number }[]
}

/** Counts visits day by day: those with a step that passes the filters, each with all its steps. */
export class VisitsCount {
  private visits = 0
  private several = 0
  private oneRoof = 0
  private once = 0
  private readonly stay = new Values()
  private readonly pairs = new Map<string, number>()
  private readonly referrals = new Map<string, { -readonly [Part in keyof Referral]: Referral[Part] }>()
  private readonly filters: Filters
  private readonly own: string | null
  private readonly keys: Keys | null
  private readonly byKey = new Map<number, number>()

  /**
   * @param own of the pairs and referrals only those with this agency; null: all @param by what else visits are
   * counted by; null: nothing
   */
  constructor(filters: Filters, own: string | null, by: VisitDimension | null = null) {
    this.filters = filters
    this.own = own
    this.keys = by && new Keys(by)
  }

  add(day: VisitsDay): void {
    const { size, steps, visits } = day
    const passes = filterOf(this.filters, day)
    const chosen = new Uint8Array(size)
    const end = new Uint32Array(size)
    /** The agency that served a visit, by its code. */
    const servedBy = new Uint16Array(size)
    const way = new Map<number, number[]>()
    /** A step of the visit was neither served nor sent on. */
    const isUnsettled = new Uint8Array(size)
    /** All steps of a visit have the ticket's hour and day; its class is the one at the end. */
    const key = this.keys?.on(day) ?? null
    const firstRow = new Uint32Array(size)
    let last = -1
    for (let row = 0; row < size; row += 1) {
      const visit = visits.visit[row] ?? 0
      if (visit > last) firstRow[visit] = row
      last = Math.max(last, visit)
      if (passes === null || passes[row] === 1) chosen[visit] = 1
      const result = steps.result[row]
      if (result !== SERVED && result !== REFERRED) isUnsettled[visit] = 1
      if (result !== SERVED && result !== INCOMPLETE) continue
      const ended = visits.endedAt[row] ?? NONE
      // One more, as 0 is a visit without an end.
      if (ended !== NONE) end[visit] = Math.max(end[visit] ?? 0, ended - (visits.takenAt[row] ?? 0) + 1)
      if (result !== SERVED) continue
      const agency = steps.agency[row] ?? 0
      if (servedBy[visit] === 0) servedBy[visit] = agency
      else if (servedBy[visit] !== agency) way.set(visit, [])
    }
    for (let visit = 0; visit <= last; visit += 1) {
      if (chosen[visit] === 0) continue
      this.visits += 1
      if (key) {
        const nth = key(firstRow[visit] ?? 0)
        this.byKey.set(nth, (this.byKey.get(nth) ?? 0) + 1)
      }
      const stayed = end[visit] ?? 0
      if (stayed > 0) this.stay.add(stayed - 1)
    }
    this.addReferrals(day, chosen)
    if (way.size === 0) return
    for (let row = 0; row < size; row += 1)
      if (steps.result[row] === SERVED) way.get(visits.visit[row] ?? 0)?.push(row)
    for (const [visit, served] of way) {
      if (chosen[visit] === 0) continue
      if (isUnsettled[visit] === 0) this.oneRoof += 1
      this.goAround(day, served)
    }
  }

  private addReferrals({ size, steps, visits, words }: VisitsDay, chosen: Uint8Array): void {
    const isLeft = new Uint8Array(size)
    for (let row = 0; row < size; row += 1) {
      const from = visits.from[row] ?? NONE
      if (from !== NONE && steps.came[row] === CAME_BACK) isLeft[from] = 1
    }
    const nameAt = (list: readonly string[], code = 0) => list[code - 1] ?? ''
    const agencyAt = (row: number) => nameAt(words.agency, steps.agency[row])
    for (let row = 0; row < size; row += 1) {
      const sender = visits.from[row] ?? NONE
      if (sender === NONE || steps.came[row] !== CAME_REFERRED || chosen[visits.visit[row] ?? 0] === 0)
        continue
      if (this.own !== null && agencyAt(row) !== this.own && agencyAt(sender) !== this.own) continue
      const [from, to] = [sender, row].map((at) => nameAt(words.service, steps.service[at]))
      const key = JSON.stringify([from, to])
      const known = this.referrals.get(key) ?? { from: from ?? '', to: to ?? '', referred: 0, comeBack: 0 }
      this.referrals.set(key, known)
      known.referred += 1
      known.comeBack += isLeft[sender] ?? 0
    }
  }

  /** A visit served by several agencies: the rows of what was served. */
  private goAround({ steps, visits, words }: VisitsDay, served: number[]): void {
    const begins = (row: number) => {
      const started = visits.startedAt[row] ?? NONE
      return started === NONE ? (visits.endedAt[row] ?? NONE) : started
    }
    served.sort((a, b) => begins(a) - begins(b))
    const way = served.map((row) => words.agency[(steps.agency[row] ?? 0) - 1] ?? '')
    this.several += 1
    if (stoodOnce(visits, served)) this.once += 1
    const pairs = new Set<string>()
    for (const [nth, from] of way.entries()) {
      const to = way[nth + 1]
      if (to === undefined || to === from) continue
      if (this.own === null || from === this.own || to === this.own) pairs.add(JSON.stringify([from, to]))
    }
    for (const pair of pairs) this.pairs.set(pair, (this.pairs.get(pair) ?? 0) + 1)
  }

  result(): Visits {
    const pairs = [...this.pairs].map(([pair, visits]) => {
      const [from, to] = JSON.parse(pair) as [string, string]
      return { from, to, visits }
    })
    pairs.sort((a, b) => b.visits - a.visits || (a.from + a.to < b.from + b.to ? -1 : 1))
    return {
      visits: this.visits,
      several: this.several,
      oneRoof: this.oneRoof,
      once: this.once,
      stay: this.stay.spread(),
      pairs,
      referrals: [...this.referrals.values()].sort(mostReferred),
      ...(this.keys && { rows: this.rows(this.keys) }),
    }
  }

  private rows(keys: Keys) {
    return [...this.byKey]
      .map(([nth, visits]) => ({ key: keys.at(nth), visits }))
      .sort((a, b) => inOrder(a.key, b.key))
  }
}

/** Everything served had begun to wait before the first of it was over: nobody stood in line a second time. */
function stoodOnce({ waitsFrom, endedAt }: VisitsDay['visits'], served: readonly number[]): boolean {
  const over = Math.min(...served.map((row) => endedAt[row] ?? NONE))
  return served.every((row) => {
    const from = waitsFrom[row] ?? NONE
    return from === NONE || from <= over
  })
}
