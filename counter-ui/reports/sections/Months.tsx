// The monthly reports, made automatically when the next month first opens: a list, and one as a document to print.
import { formatMonth, formatNumber } from '../../../screens/format.ts'
import { lookUp } from '../../../screens/look-up.ts'
import { pick } from '../../../screens/i18n.ts'
import { type MonthAnswer, type MonthPart, MONTHS, type MonthsAnswer } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { Bars } from '../chart/Bars.tsx'
import { Lines } from '../chart/Lines.tsx'
import { useMarks, issuerOf, requirementName, byWords, nameNow } from '../names.ts'
import { CounterTables } from './Counters.tsx'
import { DataTable, Files } from '../parts/DataTable.tsx'
import { Answered, type SectionProps } from '../section.tsx'
import { StepsTable } from '../parts/StepsTable.tsx'
import { summaryTiles, Tiles } from '../parts/Tiles.tsx'
import { periodAt, periodOf } from '../period.ts'
import { along, axisOf, marksOn, resultSeries } from '../series.ts'
import { reportsText } from '../texts/index.ts'
import { go, pathTo } from '../way.ts'

export function Months(props: SectionProps) {
  const month = periodAt(props.view.id ?? '')
  return month?.kind === 'month' ? <Month {...props} month={month.from.slice(0, 7)} /> : <List />
}

const pathOf = (month: string) =>
  pathTo({ section: 'months', period: null, compare: null, filters: {}, view: { id: month } })

function List() {
  const asked = useAnswer<MonthsAnswer>(MONTHS)
  return (
    <section class="part">
      <p>{reportsText('monthsLead')}</p>
      <Answered
        asked={asked}
        isEmpty={({ months }) => months.length === 0}
        emptyWords={reportsText('monthsNone')}
      >
        {({ months }) => (
          <ul class="months">
            {[...months]
              .sort((a, b) => (a.month < b.month ? 1 : -1))
              .map(({ month }) => (
                <li key={month}>
                  <a href={pathOf(month)}>{formatMonth(month)}</a>
                </li>
              ))}
          </ul>
        )}
      </Answered>
    </section>
  )
}

function Month({ hall, me, month, view }: SectionProps & { month: string }) {
  const asked = useAnswer<MonthAnswer>(`${MONTHS}/${month}`)
  return (
    <>
      <p class="not-printed">
        <a href={pathTo({ section: 'months', period: null, compare: null, filters: {}, view: {} })}>
          {reportsText('monthsAll')}
        </a>
      </p>
      <Answered asked={asked}>
        {({ hall: whole, agencies }) => {
          const ids = Object.keys(agencies)
          const own = me.agency ?? (view.by && ids.includes(view.by) ? view.by : null)
          const part = own === null ? whole : (lookUp(agencies, own) ?? null)
          return (
            <>
              <div class="month-head">
                <h3>
                  {reportsText('monthTitle', { month: formatMonth(month) })}
                  {own !== null && ` · ${nameNow(hall, 'agency', own)}`}
                </h3>
                {me.agency === null && ids.length > 0 && (
                  <div class="field not-printed">
                    <label for="month-of">{reportsText('monthOf')}</label>
                    <select
                      id="month-of"
                      onChange={({ currentTarget }) =>
                        go({
                          view: { id: month, ...(currentTarget.value ? { by: currentTarget.value } : {}) },
                        })
                      }
                    >
                      <option value="">{reportsText('wholeHall')}</option>
                      {ids.map((id) => (
                        <option key={id} value={id} selected={id === own}>
                          {nameNow(hall, 'agency', id)}
                        </option>
                      ))}
                    </select>
                  </div>
                )}
                <button type="button" class="quick not-printed" onClick={() => window.print()}>
                  {reportsText('print')}
                </button>
              </div>
              {part ? (
                <Document
                  hall={hall}
                  part={part}
                  month={month}
                  isAgency={own !== null}
                  files={`/api/reports/months/${month}/tables*${own === null ? '' : `?agency=${encodeURIComponent(own)}`}`}
                />
              ) : (
                <p class="part">{reportsText('empty')}</p>
              )}
            </>
          )
        }}
      </Answered>
    </>
  )
}

interface DocumentProps {
  hall: SectionProps['hall']
  part: MonthPart
  month: string
  isAgency: boolean
  /** The address of its tables as files. */
  files: string
}

/** The places of its tables in the files. */
const SHEETS = { service: 1, agency: 2, day: 3, weekday: 4, class: 6, pairs: 8, counters: 10, missing: 12 }

function Document({ hall, part, month, isAgency, files }: DocumentProps) {
  const marks = useMarks()
  const { steps, visits, counters, missing } = part
  const axis = axisOf(periodOf('month', `${month}-01`), steps.day)
  const head = reportsText('by.day')
  const named = missing.map((row) => ({
    ...row,
    ...requirementName(hall, row),
    id: `${row.service} ${row.requirement}`,
  }))
  if (steps.hall.length === 0) return <p class="part">{reportsText('empty')}</p>
  return (
    <>
      <section class="part">
        <Tiles tiles={summaryTiles(steps.hall, visits, null, null)} />
      </section>
      <section class="part">
        <Bars
          title={reportsText('courseTaken', { by: byWords('day') })}
          head={head}
          labels={axis.labels}
          series={resultSeries(axis, steps.day)}
          unit="count"
          marks={marksOn(axis, marks)}
          more={
            <Files
              address={files}
              title={reportsText('courseTaken', { by: byWords('day') })}
              sheet={SHEETS.day}
            />
          }
        />
        <Lines
          title={reportsText('courseWaiting', { by: byWords('day') })}
          head={head}
          labels={axis.labels}
          unit="duration"
          marks={marksOn(axis, marks)}
          series={(['p50', 'p90'] as const).map((one) => ({
            name: reportsText(`part.${one}`),
            values: along(axis, steps.day, ({ waiting }) => waiting?.[one] ?? null),
          }))}
        />
      </section>
      {!isAgency && (
        <section class="part">
          <StepsTable
            title={tableTitle('results', 'agency')}
            by="agency"
            show="results"
            rows={steps.agency}
            files={files}
            sheet={SHEETS.agency}
          />
        </section>
      )}
      {(['results', 'waits', 'service'] as const).map((show) => (
        <section key={show} class="part">
          <StepsTable
            title={tableTitle(show, 'service')}
            by="service"
            show={show}
            rows={steps.service}
            files={files}
            sheet={SHEETS.service}
          />
          {show !== 'results' && <p class="soft">{reportsText('inMinutes')}</p>}
        </section>
      ))}
      <section class="part">
        <StepsTable
          title={tableTitle('waits', 'weekday')}
          by="weekday"
          show="waits"
          rows={steps.weekday}
          files={files}
          sheet={SHEETS.weekday}
        />
        <StepsTable
          title={tableTitle('waits', 'class')}
          by="class"
          show="waits"
          rows={steps.class}
          files={files}
          sheet={SHEETS.class}
        />
      </section>
      {named.length > 0 && (
        <section class="part">
          <DataTable
            title={reportsText('section.missing')}
            head={reportsText('missing.paper')}
            name={({ requirement }) => requirement}
            nameValue={({ requirement }) => requirement}
            rows={named}
            files={files}
            sheet={SHEETS.missing}
            columns={[
              {
                key: 'service',
                words: reportsText('by.service'),
                isText: true,
                value: ({ service }) => service,
                cell: ({ service }) => service,
              },
              {
                key: 'issuer',
                words: reportsText('missing.from'),
                isText: true,
                value: (row) => issuerOf(row),
                cell: (row) => issuerOf(row) ?? '–',
              },
              {
                key: 'count',
                words: reportsText('missing.times'),
                value: ({ count }) => count,
                cell: ({ count }) => formatNumber(count),
              },
            ]}
          />
        </section>
      )}
      {visits.pairs.length > 0 && (
        <section class="part">
          <DataTable
            title={reportsText('pairsTable')}
            head={reportsText('pairHead')}
            name={({ from, to, names }) =>
              reportsText('pair', {
                from: names.from ? pick(names.from) : nameNow(hall, 'agency', from),
                to: names.to ? pick(names.to) : nameNow(hall, 'agency', to),
              })
            }
            nameValue={({ from, to }) => `${from} ${to}`}
            rows={visits.pairs}
            files={files}
            sheet={SHEETS.pairs}
            columns={[
              {
                key: 'visits',
                figure: 'visits',
                value: (pair) => pair.visits,
                cell: (pair) => formatNumber(pair.visits),
              },
            ]}
          />
        </section>
      )}
      <CounterTables hall={hall} answer={counters} files={files} sheet={SHEETS.counters} />
    </>
  )
}

const tableTitle = (show: 'results' | 'waits' | 'service', by: 'agency' | 'service' | 'weekday' | 'class') =>
  reportsText('tableBy', { show: reportsText(`show.${show}`), by: byWords(by) })
