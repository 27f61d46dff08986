// The report of steps as a table: what became of them, how they waited, how they were served, or how they were called.
import type { Dimension, StepsRow } from '../answers.ts'
import { formatValue } from '../chart/unit.ts'
import {
  countColumn,
  durationColumn,
  ratedColumn,
  rateOf,
  rates,
  shareColumn,
  spreadColumns,
} from '../figures.tsx'
import { labelOf } from '../names.ts'
import { reportsText } from '../texts/index.ts'
import { beside, type Column, DataTable } from './DataTable.tsx'

export const SHOWS = ['results', 'waits', 'service', 'calls'] as const
export type Show = (typeof SHOWS)[number]

interface StepsTableProps {
  title: string
  by: Exclude<Dimension, 'hall'>
  show: Show
  rows: readonly StepsRow[]
  /** The period that it is compared with; null: none. */
  before?: readonly StepsRow[] | null
  files?: string | null
  /** Which table of these files it is, from 1. */
  sheet?: number
}

export function StepsTable({ title, by, show, rows, before = null, files = null, sheet }: StepsTableProps) {
  const own = columnsOf(show, rows)
  const columns = before ? own.map((column) => beside(column, before, ({ key }) => key)) : own
  return (
    <DataTable
      title={title}
      head={reportsText(`by.${by}`)}
      name={({ key, name }) => labelOf(by, key, name).long}
      nameValue={({ key, name }) => (name ? labelOf(by, key, name).long : (key ?? ''))}
      columns={columns}
      rows={rows}
      files={files}
      sheet={sheet}
    />
  )
}

/** The columns worth showing: one with only zeros is left out, but never the first. */
function columnsOf(show: Show, rows: readonly StepsRow[]): Column<StepsRow>[] {
  if (show === 'waits')
    return [
      countColumn('called', (row) => row.called),
      ...spreadColumns('waiting', ({ waiting }: StepsRow) => waiting),
      durationColumn('waitingOpen', (row) => row.waitingOpen?.p50 ?? null, reportsText('openMedian')),
      durationColumn('waitingOpen', (row) => row.waitingOpen?.p90 ?? null, reportsText('openNine')),
      shareColumn('level', (row) => row.level?.share ?? null),
      {
        key: 'target',
        words: reportsText('target'),
        value: (row) => row.level?.seconds ?? null,
        cell: (row) =>
          row.level === null
            ? '–'
            : row.level.seconds === null
              ? reportsText('targetDiffers')
              : formatValue(row.level.seconds, 'duration'),
      },
    ]
  if (show === 'service')
    return [
      countColumn('served', (row) => row.served),
      ...spreadColumns('serving', ({ serving }: StepsRow) => serving),
      durationColumn('walking', (row) => row.walking?.p50 ?? null, reportsText('walkingMedian')),
      durationColumn('walking', (row) => row.walking?.p90 ?? null, reportsText('walkingNine')),
      countColumn('unstarted', (row) => row.unstarted),
      ...(rows.some(({ documents = 0 }) => documents > 0)
        ? [countColumn<StepsRow>('documents', ({ documents = 0 }) => documents)]
        : []),
    ]
  if (show === 'calls')
    return [
      countColumn('called', (row) => row.called),
      ratedColumn(
        'notHeard',
        ({ notHeard = 0 }) => notHeard,
        ({ notHeard = 0, called }) => rateOf(notHeard, called),
      ),
      countColumn('slipsFailed', ({ slipsFailed = 0 }) => slipsFailed),
      countColumn('referred', (row) => row.referred),
      countColumn('comeBack', ({ comeBack = 0 }) => comeBack),
    ]
  return [
    countColumn('taken', (row) => row.taken),
    countColumn('called', (row) => row.called),
    countColumn('served', (row) => row.served),
    ratedColumn('incomplete', (row) => row.incomplete, rates.incomplete),
    countColumn('referred', (row) => row.referred),
    ratedColumn('noShow', (row) => row.noShow, rates.noShow),
    ratedColumn('left', (row) => row.left, rates.left),
    countColumn('dropped', (row) => row.dropped),
    ...(rows.some(({ open }) => open > 0) ? [countColumn<StepsRow>('open', (row) => row.open)] : []),
  ]
}
