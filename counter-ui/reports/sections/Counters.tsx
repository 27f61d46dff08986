// The counters: occupancy, staffed hours, late openings, free while somebody waited. Never about a person.
import type { CountersAnswer, AgencyRow, CounterRow } from '../answers.ts'
import { useAnswer } from '../../parts/Answered.tsx'
import { filesOf, reportPath } from '../figures.tsx'
import { formatNumber } from '../../../screens/format.ts'
import { pick } from '../../../screens/i18n.ts'
import type { Hall } from '../../../screens/hall.ts'
import { Rows } from '../chart/Rows.tsx'
import { formatShare, formatValue } from '../chart/unit.ts'
import { nameNow } from '../names.ts'
import { reportsText } from '../texts/index.ts'
import { beside, type Column, DataTable } from '../parts/DataTable.tsx'
import { Define } from '../parts/Define.tsx'
import { Answered, type SectionProps } from '../section.tsx'

export function Counters({ hall, period, other, filters }: SectionProps) {
  const path = reportPath('counters', period, filters)
  const asked = useAnswer<CountersAnswer>(path)
  const before = useAnswer<CountersAnswer>(other && reportPath('counters', other, filters))
  return (
    <Answered
      asked={asked}
      isEmpty={({ counters, agencies }) => counters.length === 0 && agencies.every(({ days }) => days === 0)}
    >
      {(answer) => (
        <CounterTables
          hall={hall}
          answer={answer}
          before={other ? before.answer : null}
          files={filesOf(path)}
        />
      )}
    </Answered>
  )
}

// The report of counters: how busy they were, whether the agencies' hours were staffed, how late they opened.

interface CounterTablesProps {
  hall: Hall
  answer: Pick<CountersAnswer, 'counters' | 'agencies'>
  /** The period that it is compared with; null: none. */
  before?: Pick<CountersAnswer, 'counters' | 'agencies'> | null
  files?: string | null
  /** The place of its first table in these files, from 1. */
  sheet?: number
}

const HOUR = 3600
const MOST_BARS = 15

export function CounterTables({ hall, answer, before = null, files = null, sheet = 1 }: CounterTablesProps) {
  const { counters, agencies } = answer
  const counterName = ({ counter, name }: CounterRow) =>
    name ? pick(name) : nameNow(hall, 'counter', counter)
  const agencyName = ({ agency, name }: AgencyRow) => (name ? pick(name) : nameNow(hall, 'agency', agency))
  const agencyOf = ({ agency, agencyName: name }: CounterRow) =>
    name ? pick(name) : nameNow(hall, 'agency', agency)
  const busiest = counters
    .filter(({ occupancy }) => occupancy !== null)
    .sort((a, b) => (b.occupancy ?? 0) - (a.occupancy ?? 0))
  return (
    <>
      <section class="part">
        <Rows
          title={reportsText('occupancyTitle')}
          more={<Define figure="occupancy" words={reportsText('whatIs')} />}
          head={reportsText('by.counter')}
          unit="share"
          series={[reportsText('occupancy')]}
          rows={busiest.slice(0, MOST_BARS).map((row) => ({
            key: row.counter,
            name: counterName(row),
            values: [row.occupancy],
          }))}
        />
      </section>
      <section class="part">
        <DataTable
          title={reportsText('countersTable')}
          head={reportsText('by.counter')}
          name={(row) => (
            <>
              {counterName(row)} <span class="cell-more">{agencyOf(row)}</span>
            </>
          )}
          nameValue={counterName}
          rows={counters}
          files={files}
          sheet={sheet}
          columns={besideEach(ofCounters, before?.counters ?? null, ({ counter }) => counter)}
        />
        <p class="soft">{reportsText('inHours')}</p>
      </section>
      <section class="part">
        <DataTable
          title={reportsText('staffedTable')}
          head={reportsText('by.agency')}
          name={agencyName}
          nameValue={agencyName}
          rows={agencies}
          files={files}
          sheet={sheet + 1}
          columns={besideEach(ofAgencies, before?.agencies ?? null, ({ agency }) => agency)}
        />
      </section>
    </>
  )
}

/** In the language that is shown now. */
const ofCounters = (): Column<CounterRow>[] => [
  hours('openTime', ({ open }) => open),
  hours('paused', ({ paused }) => paused),
  {
    key: 'occupancy',
    figure: 'occupancy',
    value: ({ occupancy }) => occupancy,
    cell: ({ occupancy }) => (occupancy === null ? '–' : formatShare(occupancy)),
  },
  hours('idle', ({ idle }) => idle),
]

const ofAgencies = (): Column<AgencyRow>[] => [
  {
    key: 'days',
    words: reportsText('days'),
    value: ({ days }) => days,
    cell: ({ days }) => formatNumber(days),
  },
  {
    key: 'staffed',
    figure: 'staffed',
    value: ({ share }) => share,
    cell: ({ share, staffed, hours: of }) =>
      share === null ? (
        '–'
      ) : (
        <>
          {formatShare(share)}
          <span class="cell-more">
            {reportsText('hoursOf', { part: inHours(staffed), all: inHours(of) })}
          </span>
        </>
      ),
  },
  {
    key: 'unopened',
    words: reportsText('unopened'),
    value: ({ unopened }) => unopened,
    cell: ({ unopened }) => formatNumber(unopened),
  },
  {
    key: 'lateDays',
    words: reportsText('lateDays'),
    value: ({ lateDays }) => lateDays,
    cell: ({ lateDays }) => formatNumber(lateDays),
  },
  {
    key: 'late',
    figure: 'late',
    value: ({ late }) => late,
    cell: ({ late, lateDays }) => (
      <>
        {formatValue(late, 'duration')}
        {lateDays > 1 && (
          <span class="cell-more">
            {reportsText('perLateDay', { value: formatValue(late / lateDays, 'duration') })}
          </span>
        )}
      </>
    ),
  },
]

function besideEach<Row>(
  columns: () => Column<Row>[],
  before: readonly Row[] | null,
  keyOf: (row: Row) => string,
): Column<Row>[] {
  return before === null ? columns() : columns().map((column) => beside(column, before, keyOf))
}

const inHours = (seconds: number) => formatNumber(Math.round((seconds / HOUR) * 10) / 10)

function hours(figure: 'openTime' | 'paused' | 'idle', of: (row: CounterRow) => number): Column<CounterRow> {
  return { key: figure, figure, value: of, cell: (row) => inHours(of(row)) }
}
