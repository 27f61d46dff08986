// What people did at the counters, as tables for a spreadsheet: by name, or by service for one person.
import type { Name, OfficerRow, Table, TableForm } from './question.ts'
import { type Filled, minutes, tableSheet, w } from '../sheets/cell.ts'

type Work = Omit<OfficerRow, 'staff'>

export interface OfficersAnswer {
  readonly from: string
  readonly to: string
  /** Sorted by name, never by a figure. */
  readonly rows: (Work & { readonly staff: string; readonly name: string; readonly agency: string | null })[]
}

export interface MineAnswer {
  readonly from: string
  readonly to: string
  readonly services: (Work & { readonly service: string; readonly name: Name | null })[]
}

const work: readonly Filled<Work>[] = [
  [w('Dilayani', 'Served'), 'number', ({ served }) => served],
  [w('Belum lengkap', 'Incomplete'), 'number', ({ incomplete }) => incomplete],
  [w('Diteruskan', 'Referred'), 'number', ({ referred }) => referred],
  [w('Tidak hadir', 'No-show'), 'number', ({ noShow }) => noShow],
  [
    w('Waktu pelayanan, median (menit)', 'Service time, median (minutes)'),
    'minutes',
    ({ serving }) => minutes(serving?.p50),
  ],
  [
    w('Waktu menuju loket, median (menit)', 'Time to the counter, median (minutes)'),
    'minutes',
    ({ walking }) => minutes(walking?.p50),
  ],
]

/** What each officer did, by name. */
export function officersTable({ from, to, rows }: OfficersAnswer, { as, language }: TableForm): Table {
  const name = w('Petugas', 'Officers')
  const columns: Filled<OfficersAnswer['rows'][number]>[] = [
    [w('Petugas', 'Officer'), 'text', (row) => row.name],
    [w('Instansi', 'Agency'), 'text', ({ agency }) => agency],
    ...work,
  ]
  return {
    title: `${name[language]} ${from} – ${to}`,
    sheets: [tableSheet(name, language, columns, rows)],
    as,
    chosen: 0,
  }
}

/** What somebody did, by service. */
export function mineTable({ from, to, services }: MineAnswer, { as, language }: TableForm): Table {
  const name = w('Angka saya', 'My figures')
  const columns: Filled<MineAnswer['services'][number]>[] = [
    [w('Layanan', 'Service'), 'text', ({ service, name: called }) => called?.[language] ?? service],
    [w('Kode', 'Id'), 'text', ({ service }) => service],
    ...work,
  ]
  return {
    title: `${name[language]} ${from} – ${to}`,
    sheets: [tableSheet(name, language, columns, services)],
    as,
    chosen: 0,
  }
}
