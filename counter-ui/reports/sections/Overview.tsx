// The period on one page: key figures, what stands out, and how it went day by day.
import {
  type MissingAnswer,
  PERIODS,
  type PeriodsAnswer,
  type StepsAnswer,
  type VisitsAnswer,
} from '../answers.ts'
import { useAnswer } from '../../parts/ask.ts'
import { Bars } from '../chart/Bars.tsx'
import { Lines } from '../chart/Lines.tsx'
import { filesOf, reportPath, stepsPath } from '../figures.tsx'
import { useMarks } from '../marks.ts'
import { requirementName } from '../missing.ts'
import { byWords } from '../names.ts'
import { notable } from '../notable.ts'
import { Files } from '../parts/DataTable.tsx'
import { Answered } from '../parts/States.tsx'
import { summaryTiles } from '../parts/summary.ts'
import { Tiles } from '../parts/Tiles.tsx'
import { stepsOf } from '../period.ts'
import type { SectionProps } from '../section.ts'
import { along, axisOf, marksOn, resultSeries } from '../series.ts'
import { reportsText } from '../texts/index.ts'
import { here, pathTo } from '../way.ts'

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

/** At the beginning of a month: the previous month's report is ready. */
function NewMonth({ today, me }: SectionProps) {
  const { answer } = useAnswer<PeriodsAnswer>(PERIODS)
  const last = answer?.months
    .filter((month) => month < today.slice(0, 7))
    .sort()
    .at(-1)
  if (me.role === 'officer' || last === undefined || Number(today.slice(8)) > 10) return null
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
