// Complaints as figures. All of them count those that came in the period, whatever became of them later, so that
// received = answered + closed + open.
import { spreadOf, type Spread } from '../reports/figures.ts'
import type { Hall } from '../hall/hall.ts'
import type { Filters, Name, Table } from '../reports/question.ts'
import { type Filled, tableSheet, w, type Words } from '../sheets/cell.ts'
import { type Counted, isOpen, type Sp4nMonth, type StoredComplaints } from './complaint.ts'

export const complaintDimensions = ['service', 'agency', 'hall', 'month'] as const
export type ComplaintDimension = (typeof complaintDimensions)[number]

export interface ComplaintRow {
  /** `service` and `agency` null: none was named, or it is about the hall. */
  readonly key: string | null
  readonly name: Name | null
  readonly received: number
  readonly answered: number
  /** Closed without an answer. */
  readonly closed: number
  readonly open: number
  readonly late: number
  readonly escalated: number
  /** Days on which the hall was open until the first answer; null: fewer than five answers. */
  readonly days: Spread | null
  /** SP4N-LAPOR!’s own count for the months that begin in the period; null: not entered, or not for this row. */
  readonly sp4n: number | null
}

export interface ComplaintsAnswer {
  readonly from: string
  readonly to: string
  readonly by: ComplaintDimension
  readonly rows: readonly ComplaintRow[]
}

export interface ComplaintsQuestion {
  readonly from: string
  readonly to: string
  readonly by: ComplaintDimension
  /** Only of these; null: of all. */
  readonly agencies: readonly string[] | null
  readonly services: readonly string[] | null
  /** Today: whether an open one is late is judged on this day. */
  readonly today: string
}

/** The report of a period, as of today: what the API answers, and what goes into the pack. @throws StorageError */
export function readComplaints(
  { stored, hall }: { readonly stored: StoredComplaints; readonly hall: Hall },
  { from, to, by }: Pick<ComplaintsQuestion, 'from' | 'to' | 'by'>,
  { agency, service }: Filters = {},
): ComplaintsAnswer {
  const { services, agencies } = hall.layout
  return complaintsReport(
    { from, to, by, agencies: agency ?? null, services: service ?? null, today: hall.day },
    stored.counted(from, to),
    stored.sp4n(),
    (kind, id) => {
      const name = (kind === 'service' ? services : agencies).get(id)?.name
      return name ? asName(name) : null
    },
  )
}

/** The rows, by key; `nameOf` gives today’s name of a service or an agency. */
export function complaintsReport(
  { from, to, by, agencies, services, today }: ComplaintsQuestion,
  all: readonly Counted[],
  sp4n: readonly Sp4nMonth[],
  nameOf: (kind: 'service' | 'agency', id: string) => Name | null,
): ComplaintsAnswer {
  const isWhole = agencies === null && services === null
  const chosen = all.filter(
    ({ agency, service }) =>
      (agencies === null || (agency !== null && agencies.includes(agency))) &&
      (services === null || (service !== null && services.includes(service))),
  )
  const groups = new Map<string | null, Counted[]>()
  const group = (key: string | null) => {
    const found = groups.get(key) ?? []
    groups.set(key, found)
    return found
  }
  if (by === 'hall') group('hall')
  for (const one of chosen) group(keyOf(one, by)).push(one)
  const months = isWhole ? sp4n.filter(({ month }) => from <= `${month}-01` && `${month}-01` <= to) : []
  if (by === 'month') for (const { month } of months) group(month)

  function sp4nOf(key: string | null): number | null {
    if (by !== 'hall' && by !== 'month') return null
    const counts = months.flatMap(({ month, count }) => (by === 'hall' || month === key ? [count] : []))
    return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0)
  }

  const rows = [...groups].map(([key, list]): ComplaintRow => {
    const answered = list.filter(({ answeredOn }) => answeredOn !== null)
    const closed = list.filter(({ answeredOn, state }) => answeredOn === null && state === 'closed').length
    return {
      key,
      name: key === null || by === 'hall' || by === 'month' ? null : (nameOf(by, key) ?? lastName(list, by)),
      received: list.length,
      answered: answered.length,
      closed,
      open: list.length - answered.length - closed,
      late: list.filter((one) => one.late || (isOpen(one) && today > one.due)).length,
      escalated: list.filter(({ escalatedAt }) => escalatedAt !== null).length,
      days: spreadOf(answered.flatMap(({ days }) => (days === null ? [] : [days]))),
      sp4n: sp4nOf(key),
    }
  })
  rows.sort((a, b) => compare(a.key, b.key))
  return { from, to, by, rows }
}

function keyOf(one: Counted, by: ComplaintDimension): string | null {
  if (by === 'hall') return 'hall'
  return by === 'month' ? one.day.slice(0, 7) : one[by]
}

/** Rows without a key come last. */
function compare(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : 1
}

function lastName(list: readonly Counted[], by: 'service' | 'agency'): Name | null {
  const name = list.at(-1)?.named[by]
  return name ? asName(name) : null
}

/** A text of the plan in the form that reports use. */
function asName(text: Readonly<Record<string, string>>): Name {
  const id = text['id'] ?? ''
  return { id, en: text['en'] ?? id }
}

const keys: Readonly<Record<ComplaintDimension, Words>> = {
  service: w('Layanan', 'Service'),
  agency: w('Instansi', 'Agency'),
  hall: w('Mal', 'Hall'),
  month: w('Bulan', 'Month'),
}
const none: Readonly<Record<'service' | 'agency', Words>> = {
  service: w('(tanpa layanan)', '(no service named)'),
  agency: w('(mal)', '(the hall)'),
}
const columns: readonly Filled<ComplaintRow>[] = [
  [w('Diterima', 'Received'), 'number', (row) => row.received],
  [w('Dijawab', 'Answered'), 'number', (row) => row.answered],
  [w('Selesai tanpa jawaban', 'Closed without an answer'), 'number', (row) => row.closed],
  [w('Belum dijawab', 'Open'), 'number', (row) => row.open],
  [w('Terlambat', 'Late'), 'number', (row) => row.late],
  [w('Diteruskan ke pengelola', 'Escalated'), 'number', (row) => row.escalated],
  [w('Hari sampai dijawab, rata-rata', 'Days to answer, mean'), 'minutes', (row) => row.days?.mean ?? null],
  [w('Hari sampai dijawab, tengah', 'Days to answer, median'), 'number', (row) => row.days?.p50 ?? null],
  [
    w('Hari sampai dijawab, 90% dalam', 'Days to answer, 90th percentile'),
    'number',
    (row) => row.days?.p90 ?? null,
  ],
  [w('Hari sampai dijawab, terlama', 'Days to answer, longest'), 'number', (row) => row.days?.max ?? null],
  [w('SP4N-LAPOR!', 'SP4N-LAPOR!'), 'number', (row) => row.sp4n],
]

/** The answer as a table for a spreadsheet. */
export function complaintsTableFile(
  { from, to, by, rows }: ComplaintsAnswer,
  { as, language }: { readonly as: 'csv' | 'xlsx'; readonly language: 'id' | 'en' },
): Table {
  const name = w('Pengaduan', 'Complaints')
  const filled: Filled<ComplaintRow>[] =
    by === 'service' || by === 'agency'
      ? [
          [keys[by], 'text', ({ key }) => key ?? none[by][language]],
          [w('Nama', 'Name'), 'text', (row) => row.name?.[language] ?? null],
        ]
      : [[keys[by], 'text', ({ key }) => (key === null ? '' : by === 'hall' ? keys.hall[language] : key)]]
  return {
    title: `${name[language]} ${from} – ${to}`,
    as,
    chosen: 0,
    sheets: [tableSheet(name, language, [...filled, ...columns], rows)],
  }
}
