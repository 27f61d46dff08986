// How long people wait and are served: who is called in time, by service or agency, and over time.
import type { StepsAnswer, StepsRow } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Lines, Multiples } from '../chart/Lines.tsx'
import { Rows } from '../chart/Rows.tsx'
import { filesOf, stepsPath } from '../figures.tsx'
import { useMarks, byWords, labelOf } from '../names.ts'
import { Choice, chosen, Answered, type SectionProps } from '../section.tsx'
import { Define } from '../parts/Define.tsx'
import { StepsTable } from '../parts/StepsTable.tsx'
import { stepsOf } from '../period.ts'
import { along, axisOf, marksOn } from '../series.ts'
import { reportsText } from '../texts/index.ts'

const BY = ['service', 'agency', 'zone'] as const
const MOST_BARS = 15
const MOST_SMALL = 12

export function Waits(props: SectionProps) {
  const { period, other, filters, view } = props
  const by = chosen(BY, view.by)
  const path = stepsPath(period, filters, by)
  const now = useAnswer<StepsAnswer>(path)
  const before = useAnswer<StepsAnswer>(other && stepsPath(other, filters, by))
  const head = reportsText(`by.${by}`)
  return (
    <>
      <Choice
        label={reportsText('by')}
        name="by"
        value={by}
        options={BY.map((value) => ({ value, words: reportsText(`by.${value}`) }))}
      />
      <Over {...props} />
      <Answered asked={now} isEmpty={({ rows }) => rows.length === 0}>
        {({ rows }) => {
          const known = rows.filter(({ waiting }) => waiting !== null)
          const slowest = [...known].sort((a, b) => (b.waiting?.p90 ?? 0) - (a.waiting?.p90 ?? 0))
          const judged = rows.filter(({ level }) => level !== null)
          const worst = [...judged].sort((a, b) => (a.level?.share ?? 1) - (b.level?.share ?? 1))
          return (
            <>
              <section class="part two">
                <Rows
                  title={reportsText('worstLevel')}
                  more={<Define figure="level" words={reportsText('whatIs')} />}
                  head={head}
                  unit="share"
                  series={[reportsText('shareInTime')]}
                  rows={worst.slice(0, MOST_BARS).map((row) => bar(by, row, row.level?.share ?? null))}
                />
                <Rows
                  title={reportsText('slowest')}
                  more={<Define figure="waiting" words={reportsText('whatIs')} />}
                  head={head}
                  unit="duration"
                  series={[reportsText('part.p90')]}
                  rows={slowest.slice(0, MOST_BARS).map((row) => bar(by, row, row.waiting?.p90 ?? null))}
                />
              </section>
              <section class="part">
                <StepsTable
                  title={reportsText('tableBy', { show: reportsText('show.waits'), by: byWords(by) })}
                  by={by}
                  show="waits"
                  rows={rows}
                  before={other ? (before.answer?.rows ?? null) : null}
                  files={filesOf(path)}
                />
                <p class="soft">{reportsText('inMinutes')}</p>
              </section>
              <section class="part">
                <StepsTable
                  title={reportsText('tableBy', { show: reportsText('show.service'), by: byWords(by) })}
                  by={by}
                  show="service"
                  rows={rows}
                  before={other ? (before.answer?.rows ?? null) : null}
                  files={filesOf(path)}
                />
              </section>
              <Each {...props} by={by} rows={known} />
            </>
          )
        }}
      </Answered>
    </>
  )
}

const bar = (by: (typeof BY)[number], { key, name }: StepsRow, value: number | null) => ({
  key: String(key),
  name: labelOf(by, key, name).long,
  values: [value],
})

/** Waiting and serving over the period. */
function Over({ period, filters }: SectionProps) {
  const asked = useAnswer<StepsAnswer>(stepsPath(period, filters, stepsOf(period)))
  const marks = useMarks()
  return (
    <Answered asked={asked} isEmpty={({ rows }) => rows.length === 0} emptyWords="">
      {({ rows }) => {
        const axis = axisOf(period, rows)
        const head = reportsText(`by.${axis.by}`)
        return (
          <section class="part two">
            {(['waiting', 'serving'] as const).map((figure) => (
              <Lines
                key={figure}
                title={reportsText(`${figure}Over`)}
                more={<Define figure={figure} words={reportsText('whatIs')} />}
                head={head}
                labels={axis.labels}
                unit="duration"
                marks={marksOn(axis, marks)}
                series={(['p50', 'p90'] as const).map((part) => ({
                  name: reportsText(`part.${part}`),
                  values: along(axis, rows, (row) => row[figure]?.[part] ?? null),
                }))}
              />
            ))}
          </section>
        )
      }}
    </Answered>
  )
}

/** Those with the most steps, each over the period, with the same axis. */
function Each(props: SectionProps & { by: (typeof BY)[number]; rows: readonly StepsRow[] }) {
  const { period, filters, by, rows } = props
  const step = stepsOf(period)
  const asked = useAnswer<StepsAnswer>(step === 'hour' ? null : stepsPath(period, filters, by, step))
  const marks = useMarks()
  if (step === 'hour' || rows.length < 2) return null
  const most = [...rows].sort((a, b) => b.taken - a.taken).slice(0, MOST_SMALL)
  return (
    <Answered asked={asked}>
      {(answer) => {
        const axis = axisOf(period, [])
        return (
          <section class="part">
            <Multiples
              title={reportsText('eachOver', { by: byWords(by) })}
              head={reportsText(`by.${axis.by}`)}
              labels={axis.labels}
              unit="duration"
              marks={marksOn(axis, marks)}
              all={most.map((row) => ({
                key: String(row.key),
                name: labelOf(by, row.key, row.name).long,
                values: along(
                  axis,
                  answer.rows.flatMap((one) =>
                    one.key === row.key ? [{ key: one.split ?? null, waiting: one.waiting }] : [],
                  ),
                  ({ waiting }) => waiting?.p50 ?? null,
                ),
              }))}
            />
          </section>
        )
      }}
    </Answered>
  )
}
