// The reports of the survey that the manager published, as they were then. A withdrawn one is kept but no longer shown
// to the public.
import { randomUUID } from 'node:crypto'
import type { PublicIkm } from '../reports/question.ts'
import type { SkmReport } from './report.ts'

export interface PublishedSkm {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly report: SkmReport
}

/** As it is stored; `report` is JSON. */
export interface StoredReport {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly at: number
  readonly by: string
  /** Null: the public sees it. */
  readonly withdrawnAt: number | null
  readonly report: string
}

/** All throw a StorageError. */
export interface StoredSkm {
  /** All of them, the newest first. */
  list(): StoredReport[]
  add(report: Omit<StoredReport, 'withdrawnAt'>): void
  /** Returns whether it existed and was public. */
  withdraw(id: string, at: number): boolean
}

export interface Skm {
  /** What the public may read, the latest period first; for each period the last one published. */
  shown(): PublishedSkm[]
  publish(report: SkmReport, by: string, at: number): PublishedSkm
  /** Returns whether the public could read it until now. */
  withdraw(id: string, at: number): boolean
}

/** The index of the published report, for the public figures; null if none is published. */
export function publicIkm(published: PublishedSkm | undefined): PublicIkm | null {
  if (!published) return null
  const { from, to, whole } = published.report
  const { ikm, mutu, n } = whole
  return ikm === null || mutu === null ? null : { from, to, ikm, mutu, n }
}

export function keepSkm(stored: StoredSkm): Skm {
  /** Read once and again after each change: the public asks often, and it hardly ever changes. */
  let known: PublishedSkm[] | undefined
  return {
    shown() {
      if (known) return known
      const of = new Map<string, PublishedSkm>()
      for (const { id, at, withdrawnAt, from, to, report } of stored.list()) {
        const period = `${from} ${to}`
        if (withdrawnAt !== null || of.has(period)) continue
        of.set(period, { id, at, report: JSON.parse(report) as SkmReport })
      }
      known = [...of.values()].sort(({ report: a }, { report: b }) =>
        `${b.to} ${b.from}` > `${a.to} ${a.from}` ? 1 : -1,
      )
      return known
    },
    publish(report, by, at) {
      const id = randomUUID()
      known = undefined
      stored.add({ id, from: report.from, to: report.to, at, by, report: JSON.stringify(report) })
      return { id, at, report }
    },
    withdraw(id, at) {
      known = undefined
      return stored.withdraw(id, at)
    },
  }
}
