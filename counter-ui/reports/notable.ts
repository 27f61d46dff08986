// What stands out in a period, as sentences with a link to look closer. Only what rests on enough steps is said.
import type { MissingRow, StepsRow } from './answers.ts'
import { formatShare, formatValue } from './chart/unit.ts'
import { rates } from './figures.tsx'
import { labelOf } from './names.ts'
import { weekdayOf } from './period.ts'
import type { SectionId } from './section.ts'
import { reportsText } from './texts/index.ts'
import type { Filters } from './way.ts'

export interface Found {
  readonly words: string
  readonly section: SectionId
  readonly view: Readonly<Record<string, string>>
  readonly filters: Filters
}

interface Given {
  readonly days: readonly StepsRow[]
  readonly weekdays: readonly StepsRow[]
  readonly hours: readonly StepsRow[]
  readonly services: readonly StepsRow[]
  readonly missing: readonly MissingRow[]
  readonly requirementName: (row: MissingRow) => { readonly service: string; readonly requirement: string }
}

/** A weekday stands out if it has this much more than the mean of the others. */
const MUCH = 1.15
/** A service is judged from this many steps. */
const ENOUGH = 20
/** And named if less than this share were in time, or more than that were sent home or did not come. */
const BEHIND = 0.8
const MANY = 0.1

/** The sentences, the most telling first. */
export function notable(given: Given): Found[] {
  return [weekday(given), hour(given), behind(given), absent(given), lacking(given)].flatMap((found) =>
    found ? [found] : [],
  )
}

/** The weekday with the most steps per day, and how long they waited. */
function weekday({ days, weekdays }: Given): Found | null {
  const counts = new Map<number, number>()
  for (const { key, taken } of days)
    if (taken > 0) counts.set(weekdayOf(String(key)), (counts.get(weekdayOf(String(key))) ?? 0) + 1)
  // A single week has no usual Monday.
  if (counts.size < 2 || Math.max(...counts.values()) < 2) return null
  const perDay = weekdays.flatMap((row) => {
    const count = counts.get(Number(row.key))
    return count ? [{ row, mean: row.taken / count }] : []
  })
  const [most, ...others] = perDay.sort((a, b) => b.mean - a.mean)
  if (!most || others.length === 0) return null
  const usual = others.reduce((sum, { mean }) => sum + mean, 0) / others.length
  if (usual === 0 || most.mean < usual * MUCH) return null
  const values = {
    weekday: labelOf('weekday', most.row.key).long,
    count: formatValue(Math.round(most.mean), 'count'),
    more: formatShare(most.mean / usual - 1),
  }
  const words = most.row.waiting
    ? reportsText('notable.weekdayWaiting', {
        ...values,
        waiting: formatValue(most.row.waiting.p50, 'duration'),
      })
    : reportsText('notable.weekday', values)
  return { words, section: 'hours', view: {}, filters: {} }
}

/** The hour of the ticket after which the longest waits begin. */
function hour({ hours }: Given): Found | null {
  const known = hours.flatMap((row) =>
    row.waiting && row.taken >= ENOUGH ? [{ row, p50: row.waiting.p50 }] : [],
  )
  const [longest, next] = known.sort((a, b) => b.p50 - a.p50)
  if (!longest || !next || longest.p50 < 60) return null
  const words = reportsText('notable.hour', {
    hour: labelOf('hour', longest.row.key).long,
    waiting: formatValue(longest.p50, 'duration'),
  })
  return { words, section: 'hours', view: { figure: 'waiting' }, filters: {} }
}

/** The service with the smallest share in time. */
function behind({ services }: Given): Found | null {
  const known = services.flatMap((row) =>
    row.level && row.taken >= ENOUGH ? [{ row, share: row.level.share }] : [],
  )
  const [worst] = known.sort((a, b) => a.share - b.share)
  if (!worst || worst.share >= BEHIND) return null
  const words = reportsText('notable.level', {
    service: labelOf('service', worst.row.key, worst.row.name).long,
    share: formatShare(worst.share),
  })
  return { words, section: 'waits', view: { by: 'service' }, filters: {} }
}

/** The service with the largest share of no-shows. */
function absent({ services }: Given): Found | null {
  const known = services.flatMap((row) =>
    row.called >= ENOUGH ? [{ row, share: rates.noShow(row) ?? 0 }] : [],
  )
  const [worst] = known.sort((a, b) => b.share - a.share)
  if (!worst || worst.share < MANY) return null
  const words = reportsText('notable.noShow', {
    service: labelOf('service', worst.row.key, worst.row.name).long,
    share: formatShare(worst.share),
  })
  return { words, section: 'tables', view: { by: 'service' }, filters: {} }
}

/** The paper missing most often. */
function lacking({ missing, requirementName }: Given): Found | null {
  const [most] = [...missing].sort((a, b) => b.count - a.count)
  if (!most || most.count < 5) return null
  const { service, requirement } = requirementName(most)
  const words = reportsText('notable.missing', {
    requirement,
    service,
    count: formatValue(most.count, 'count'),
  })
  return { words, section: 'missing', view: {}, filters: {} }
}
