// Every figure of steps as a table, split by agencies, services, counters, zones, times, classes or languages.
import type { StepsAnswer } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Rows } from '../chart/Rows.tsx'
import { filesOf, stepsPath } from '../figures.tsx'
import { byWords, labelOf } from '../names.ts'
import { Choice, chosen, Answered, type SectionProps } from '../section.tsx'
import { SHOWS, StepsTable } from '../parts/StepsTable.tsx'
import { RESULTS } from '../series.ts'
import { figureText } from '../texts/figures.ts'
import { reportsText } from '../texts/index.ts'

const BY = [
  'agency',
  'service',
  'counter',
  'zone',
  'day',
  'weekday',
  'hour',
  'month',
  'class',
  'language',
] as const
/** Things with names are drawn too; times are in other sections. */
const DRAWN = ['agency', 'service', 'counter', 'zone', 'class', 'language']
/** More bars than this are no longer readable. */
const MOST_BARS = 15

export function Tables({ me, period, other, filters, view }: SectionProps) {
  const by = chosen(BY, view.by)
  const show = chosen(SHOWS, view.show)
  const path = stepsPath(period, filters, by)
  const now = useAnswer<StepsAnswer>(path)
  const before = useAnswer<StepsAnswer>(other && stepsPath(other, filters, by))
  const title = reportsText('tableBy', { show: reportsText(`show.${show}`), by: byWords(by) })
  return (
    <>
      <Choice
        label={reportsText('by')}
        name="by"
        value={by}
        options={BY.map((value) => ({ value, words: reportsText(`by.${value}`) }))}
      />
      <Choice
        label={reportsText('show')}
        name="show"
        value={show}
        options={SHOWS.map((value) => ({ value, words: reportsText(`show.${value}`) }))}
      />
      <Answered asked={now} isEmpty={({ rows }) => rows.length === 0}>
        {({ rows }) => (
          <>
            {DRAWN.includes(by) && show === 'results' && <Drawn by={by} rows={rows} />}
            <section class="part">
              <StepsTable
                title={title}
                by={by}
                show={show}
                rows={rows}
                before={other ? (before.answer?.rows ?? null) : null}
                files={filesOf(path)}
              />
              {show !== 'results' && <p class="soft">{reportsText('inMinutes')}</p>}
            </section>
            {me.role === 'manager' && (
              <p class="part not-printed">
                <a href={`/api/reports/rows.csv?from=${period.from}&to=${period.to}`} download>
                  {reportsText('rowsFile')}
                </a>{' '}
                {reportsText('rowsFileLead')}
              </p>
            )}
          </>
        )}
      </Answered>
    </>
  )
}

function Drawn({ by, rows }: { by: (typeof BY)[number]; rows: StepsAnswer['rows'] }) {
  const most = [...rows].sort((a, b) => b.taken - a.taken).slice(0, MOST_BARS)
  const shown = RESULTS.filter((name) => name === 'served' || rows.some((row) => row[name] > 0))
  return (
    <section class="part">
      <Rows
        title={
          most.length < rows.length
            ? reportsText('mostTaken', { count: most.length, by: byWords(by) })
            : reportsText('taken', { by: byWords(by) })
        }
        head={reportsText(`by.${by}`)}
        unit="count"
        series={shown.map((name) => figureText(`name.${name}`))}
        rows={most.map((row) => ({
          key: String(row.key),
          name: labelOf(by, row.key, row.name).long,
          values: shown.map((name) => row[name]),
        }))}
      />
    </section>
  )
}
