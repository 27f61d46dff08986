// The period on one page: key figures, what stands out, and how it went day by day.
import {
  type MissingAnswer,
  MONTHS,
  type MonthsAnswer,
  type StepsAnswer,
  type VisitsAnswer,
  type MissingRow,
  type StepsRow,
} from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Bars } from '../chart/Bars.tsx'
import { Lines } from '../chart/Lines.tsx'
import { filesOf, reportPath, stepsPath, rates } from '../figures.tsx'
import { useMarks, requirementName, byWords, labelOf } from '../names.ts'
import { formatShare, formatValue } from '../chart/unit.ts'
import { moved, periodOf, stepsOf, weekdayOf } from '../period.ts'
import { type SectionId, type SectionProps, Answered } from '../section.tsx'
import { reportsText } from '../texts/index.ts'
import { type Filters, here, pathTo } from '../way.ts'
import { Files } from '../parts/DataTable.tsx'
import { summaryTiles, Tiles } from '../parts/Tiles.tsx'
import { along, axisOf, marksOn, resultSeries } from '../series.ts'

export function Overview(props: SectionProps) {
  const { period, other, filters } = props
  const all = useAnswer<StepsAnswer>(stepsPath(period, filters, 'hall'))
  const visits = useAnswer<VisitsAnswer>(reportPath('visits', period, filters))
  const allBefore = useAnswer<StepsAnswer>(other && stepsPath(other, filters, 'hall'))
  const visitsBefore = useAnswer<VisitsAnswer>(other && reportPath('visits', other, filters))
  return (
    <>
      <NewMonth {...props} />
      <section class="part" aria-label={reportsText('key')}>
        <Answered asked={all} isEmpty={({ rows }) => rows.length === 0}>
          {({ rows }) => (
            <Answered asked={visits}>
              {(stays) => (
                <Tiles
                  tiles={summaryTiles(
                    rows,
                    stays,
                    other ? (allBefore.answer?.rows ?? null) : null,
                    other ? visitsBefore.answer : null,
                  )}
                />
              )}
            </Answered>
          )}
        </Answered>
      </section>
      <Notable {...props} />
      <Course {...props} />
    </>
  )
}

/** At the beginning of a month: the previous month's report is ready. It is made when the hall opens, so it may not be. */
function NewMonth({ today, me }: SectionProps) {
  const { answer } = useAnswer<MonthsAnswer>(me.role === 'officer' ? null : MONTHS)
  const last = moved(periodOf('month', today), -1).from.slice(0, 7)
  const isMade = answer?.months.some(({ month }) => month === last) === true
  if (!isMade || Number(today.slice(8)) > 10) return null
  return (
    <p class="part not-printed">
      <a href={pathTo({ section: 'months', period: null, compare: null, filters: {}, view: { id: last } })}>
        {reportsText('newMonth')}
      </a>
    </p>
  )
}

/**
 * What people would look for first: the busiest weekday and hour, the service furthest behind, the paper missing most
 * often.
 */
function Notable({ hall, period, filters }: SectionProps) {
  const days = useAnswer<StepsAnswer>(stepsPath(period, filters, 'day'))
  const weekdays = useAnswer<StepsAnswer>(stepsPath(period, filters, 'weekday'))
  const hours = useAnswer<StepsAnswer>(stepsPath(period, filters, 'hour'))
  const services = useAnswer<StepsAnswer>(stepsPath(period, filters, 'service'))
  const missing = useAnswer<MissingAnswer>(reportPath('missing', period, filters))
  if (!days.answer || !weekdays.answer || !hours.answer || !services.answer || !missing.answer) return null
  const found = notable({
    days: days.answer.rows,
    weekdays: weekdays.answer.rows,
    hours: hours.answer.rows,
    services: services.answer.rows,
    missing: missing.answer.rows,
    requirementName: (row) => requirementName(hall, row),
  })
  if (found.length === 0) return null
  return (
    <section class="part" aria-labelledby="notable">
      <h3 id="notable">{reportsText('notable')}</h3>
      <ul class="notable">
        {found.map(({ words, section, view, filters: only }) => (
          <li key={words}>
            {words}{' '}
            <a
              class="not-printed"
              href={pathTo({ ...here.value, section, view, filters: { ...filters, ...only } })}
            >
              {reportsText('look')}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Hour by hour, day by day or month by month: what came, and how long it waited. */
function Course({ period, other, filters }: SectionProps) {
  const by = stepsOf(period)
  const path = stepsPath(period, filters, by)
  const now = useAnswer<StepsAnswer>(path)
  const before = useAnswer<StepsAnswer>(other && stepsPath(other, filters, by))
  const marks = useMarks()
  return (
    <Answered asked={now} isEmpty={({ rows }) => rows.length === 0} emptyWords="">
      {({ rows }) => {
        const axis = axisOf(period, rows)
        const on = marksOn(axis, marks)
        const head = reportsText(`by.${by}`)
        const earlier = other && before.answer ? alike(other, before.answer.rows, axis.keys.length, by) : null
        return (
          <>
            <section class="part">
              <Bars
                title={reportsText('courseTaken', { by: byWords(by) })}
                head={head}
                labels={axis.labels}
                series={resultSeries(axis, rows)}
                unit="count"
                marks={on}
                more={
                  <Files address={filesOf(path)} title={reportsText('courseTaken', { by: byWords(by) })} />
                }
              />
            </section>
            <section class="part">
              <Lines
                title={reportsText('courseWaiting', { by: byWords(by) })}
                head={head}
                labels={axis.labels}
                unit="duration"
                marks={on}
                series={[
                  {
                    name: reportsText('medianToNine'),
                    values: along(axis, rows, ({ waiting }) => waiting?.p50 ?? null),
                    range: axis.keys.map((key) => {
                      const row = rows.find((one) => one.key === key)
                      return row?.waiting ? [row.waiting.p50, row.waiting.p90] : null
                    }),
                  },
                  ...(earlier ? [{ name: reportsText('medianBefore'), values: earlier }] : []),
                ]}
              />
            </section>
          </>
        )
      }}
    </Answered>
  )
}

/** The other period's median waiting, place by place beside this one's. */
function alike(
  other: SectionProps['period'],
  rows: StepsAnswer['rows'],
  count: number,
  by: 'hour' | 'day' | 'month',
): (number | null)[] | null {
  if (by === 'hour') return null
  const axis = axisOf({ ...other, kind: 'free' }, rows)
  if (axis.by !== by) return null
  const values = along(axis, rows, ({ waiting }) => waiting?.p50 ?? null)
  return Array.from({ length: count }, (_, index) => values[index] ?? null)
}

// What stands out in a period, as sentences with a link to look closer. Only what rests on enough steps is said.

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
function notable(given: Given): Found[] {
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
