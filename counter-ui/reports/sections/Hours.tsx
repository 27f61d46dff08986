// Why Mondays are bad: hours by weekdays, as a heat map, and the weekdays beside each other.
import type { StepsAnswer, StepsRow } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Bars } from '../chart/Bars.tsx'
import { Heat } from '../chart/Heat.tsx'
import { Lines } from '../chart/Lines.tsx'
import { filesOf, stepsPath } from '../figures.tsx'
import { labelOf } from '../names.ts'
import { Choice, chosen, Answered, type SectionProps } from '../section.tsx'
import { Files } from '../parts/DataTable.tsx'
import { Define } from '../parts/Define.tsx'
import { weekdayOf } from '../period.ts'
import { along, hoursOf } from '../series.ts'
import { reportsText } from '../texts/index.ts'

const FIGURES = ['taken', 'waiting', 'nine', 'level'] as const
type Shown = (typeof FIGURES)[number]

const UNITS = { taken: 'count', waiting: 'duration', nine: 'duration', level: 'share' } as const

export function Hours({ period, other, filters, view }: SectionProps) {
  const figure = chosen(FIGURES, view.figure)
  const path = stepsPath(period, filters, 'weekday', 'hour')
  const cells = useAnswer<StepsAnswer>(path)
  const days = useAnswer<StepsAnswer>(stepsPath(period, filters, 'day'))
  const weekdays = useAnswer<StepsAnswer>(stepsPath(period, filters, 'weekday'))
  const before = useAnswer<StepsAnswer>(other && stepsPath(other, filters, 'weekday'))
  const daysBefore = useAnswer<StepsAnswer>(other && stepsPath(other, filters, 'day'))
  const title = reportsText(`heat.${figure}`)
  return (
    <>
      <Choice
        label={reportsText('figure')}
        name="figure"
        value={figure}
        options={FIGURES.map((value) => ({ value, words: reportsText(`heatShort.${value}`) }))}
      />
      <Answered asked={cells} isEmpty={({ rows }) => rows.length === 0}>
        {({ rows }) => (
          <Answered asked={days}>
            {(ofDays) => {
              const counts = countWeekdays(ofDays.rows)
              const wanted = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => counts.has(weekday))
              const hours = hoursOf(rows.map(({ split }) => split ?? null))
              return (
                <>
                  <section class="part">
                    <Heat
                      title={title}
                      more={
                        <>
                          <Define
                            figure={figure === 'nine' ? 'waiting' : figure}
                            words={reportsText('whatIs')}
                          />
                          <Files address={filesOf(path)} title={title} />
                        </>
                      }
                      head={reportsText('by.hour')}
                      rows={hours.map((hour) => labelOf('hour', hour))}
                      columns={wanted.map((weekday) => labelOf('weekday', weekday))}
                      unit={UNITS[figure]}
                      cells={hours.map((hour) =>
                        wanted.map((weekday) => {
                          const row = rows.find((one) => one.key === weekday && one.split === hour)
                          return row ? valueOf(figure, row, counts.get(weekday) ?? 1) : null
                        }),
                      )}
                    />
                    <p class="soft">{reportsText('heatHint')}</p>
                  </section>
                  <Answered asked={weekdays}>
                    {(ofWeek) => (
                      <section class="part two">
                        <PerDay
                          wanted={wanted}
                          rows={ofWeek.rows}
                          counts={counts}
                          before={other ? (before.answer?.rows ?? null) : null}
                          countsBefore={countWeekdays(daysBefore.answer?.rows ?? [])}
                        />
                        <Lines
                          title={reportsText('weekdayWaiting')}
                          head={reportsText('by.weekday')}
                          labels={wanted.map((weekday) => labelOf('weekday', weekday))}
                          unit="duration"
                          series={(['p50', 'p90'] as const).map((part) => ({
                            name: reportsText(`part.${part}`),
                            values: along(
                              { keys: wanted },
                              ofWeek.rows,
                              ({ waiting }) => waiting?.[part] ?? null,
                            ),
                          }))}
                        />
                      </section>
                    )}
                  </Answered>
                </>
              )
            }}
          </Answered>
        )}
      </Answered>
    </>
  )
}

interface PerDayProps {
  wanted: readonly number[]
  rows: readonly StepsRow[]
  counts: ReadonlyMap<number, number>
  before: readonly StepsRow[] | null
  countsBefore: ReadonlyMap<number, number>
}

/** How many come on such a day, on average; beside it the other period. */
function PerDay({ wanted, rows, counts, before, countsBefore }: PerDayProps) {
  const labels = wanted.map((weekday) => labelOf('weekday', weekday))
  const perDay = (of: readonly StepsRow[], days: ReadonlyMap<number, number>) =>
    along({ keys: wanted }, of, ({ key, taken }) => {
      const count = days.get(Number(key))
      return count ? Math.round(taken / count) : null
    })
  const now = perDay(rows, counts)
  if (before === null)
    return (
      <Bars
        title={reportsText('weekdayTaken')}
        head={reportsText('by.weekday')}
        labels={labels}
        unit="count"
        series={[{ name: reportsText('perDay'), values: now }]}
      />
    )
  return (
    <Lines
      title={reportsText('weekdayTaken')}
      head={reportsText('by.weekday')}
      labels={labels}
      unit="count"
      series={[
        { name: reportsText('perDay'), values: now },
        { name: reportsText('perDayBefore'), values: perDay(before, countsBefore) },
      ]}
    />
  )
}

/** How many days of each weekday had visitors. */
function countWeekdays(days: readonly StepsRow[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { key, taken } of days) {
    if (taken === 0) continue
    const weekday = weekdayOf(String(key))
    counts.set(weekday, (counts.get(weekday) ?? 0) + 1)
  }
  return counts
}

function valueOf(figure: Shown, row: StepsRow, days: number): number | null {
  if (figure === 'taken') return Math.round((row.taken / days) * 10) / 10
  if (figure === 'level') return row.level?.share ?? null
  return row.waiting?.[figure === 'nine' ? 'p90' : 'p50'] ?? null
}
