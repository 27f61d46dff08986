// How many came, on which days and at which hours.
import {
  type Block,
  chart,
  dayCell,
  definitions,
  type Filled,
  heading,
  hourName,
  longDay,
  longMonth,
  minutes,
  number,
  shortDay,
  soft,
  table,
  weekdayName,
} from '../blocks.ts'
import type { Material } from '../material.ts'
import type { DayHistory } from '../../reports/history.ts'
import type { StepsRow, VisitsAnswer } from '../../reports/question.ts'
import { operations } from './words.ts'

const rowsOf = ({ rows = [] }: VisitsAnswer) => rows
/** With more bars than this a chart by months is clearer. */
const MOST_DAYS = 100

/** Days of the period with opening hours, or on which somebody came anyway. */
export function serviceDays({ history, visitsBy, from, to }: Material): readonly DayHistory[] {
  const visited = new Set(rowsOf(visitsBy.day).map(({ key }) => String(key)))
  return history.days.filter(
    ({ day, hasHours }) => from <= day && day <= to && (hasHours || visited.has(day)),
  )
}

/** Chapter 5. */
export function visitors(material: Material): Block[] {
  const { visits, visitsBy, steps, history, hours, from } = material
  const days = rowsOf(visitsBy.day).map(({ key, visits: count }) => ({ day: String(key), count }))
  const operationOf = new Map(history.days.map(({ day, operation }) => [day, operation]))
  const at = (day: string, operation: 'trial' | 'regular', count: number) =>
    (operationOf.get(day) ?? 'regular') === operation ? count : null
  const opened = serviceDays(material)
  const ofOperation = (['trial', 'regular'] as const).flatMap((operation) => {
    const row = steps.operation.rows.find(({ key }) => key === operation)
    const count = rowsOf(visitsBy.operation).find(({ key }) => key === operation)?.visits ?? 0
    const its = opened.filter((one) => one.operation === operation).length
    return its === 0 && !row ? [] : [{ operation, its, count, row }]
  })
  return [
    heading(1, 'Kunjungan'),
    definitions('visits', 'taken'),
    heading(2, 'Hari uji coba dan hari biasa'),
    table(
      'Uji coba dan biasa',
      'Hari uji coba dan hari biasa, dihitung terpisah',
      [
        ['Operasi', 'text', ({ operation }) => operations[operation]],
        ['Hari', 'number', ({ its }) => its],
        ['Kunjungan', 'number', ({ count }) => count],
        ['Kunjungan per hari', 'number', ({ count, its }) => (its === 0 ? null : Math.round(count / its))],
        ['Langkah', 'number', ({ row }) => row?.taken ?? 0],
        ['Dilayani', 'number', ({ row }) => row?.served ?? 0],
        ['Tunggu, median (menit)', 'minutes', ({ row }) => minutes(row?.waiting?.p50)],
        ['Tunggu, 9 dari 10 (menit)', 'minutes', ({ row }) => minutes(row?.waiting?.p90)],
        ['Tepat waktu', 'share', ({ row }) => row?.level?.share ?? null],
      ],
      ofOperation,
    ),
    heading(2, 'Menurut waktu'),
    ...(days.length > 1 && days.length <= MOST_DAYS
      ? [
          chart(
            'kunjungan-per-hari',
            days.map(({ day, count }) => `${longDay(day)}: ${number(count)}`).join('; '),
            {
              as: 'bars' as const,
              title: 'Kunjungan per hari',
              head: 'Hari',
              labels: days.map(({ day }) => ({ short: shortDay(day), long: longDay(day) })),
              series: [
                { name: 'Hari uji coba', values: days.map(({ day, count }) => at(day, 'trial', count)) },
                { name: 'Hari biasa', values: days.map(({ day, count }) => at(day, 'regular', count)) },
              ].filter(({ values }) => values.some((value) => value !== null)),
              unit: 'count' as const,
              marks: material.marks.flatMap(({ day, text }) => {
                const place = days.findIndex((one) => one.day >= day)
                return place >= 0 && day >= from ? [{ at: place, text: `${text} (${longDay(day)})` }] : []
              }),
            },
          ),
        ]
      : []),
    table(
      'Kunjungan per bulan',
      'Kunjungan per bulan',
      [
        ['Bulan', 'text', ({ key }) => longMonth(String(key))],
        ['Kunjungan', 'number', ({ visits: count }) => count],
      ],
      rowsOf(visitsBy.month),
    ),
    table(
      'Kunjungan per hari pekan',
      'Kunjungan menurut hari dalam pekan',
      [
        ['Hari', 'text', ({ key }) => weekdayName(Number(key))],
        ['Kunjungan', 'number', ({ visits: count }) => count],
      ],
      rowsOf(visitsBy.weekday),
    ),
    table(
      'Kunjungan per jam',
      'Kunjungan menurut jam pengambilan nomor',
      [
        ['Jam', 'text', ({ key }) => hourName(Number(key))],
        ['Kunjungan', 'number', ({ visits: count }) => count],
      ],
      rowsOf(visitsBy.hour),
    ),
    table(
      'Kunjungan per tanggal',
      'Kunjungan per tanggal',
      [
        ['Tanggal', 'day', ({ day }) => dayCell(day)],
        ['Operasi', 'text', ({ day }) => operations[operationOf.get(day) ?? 'regular']],
        ['Kunjungan', 'number', ({ count }) => count],
      ],
      days,
      { onPaper: 0 },
    ),
    ...busyHours(hours.rows),
    soft(
      `Lama di mal: median ${visits.stay ? `${Math.round(visits.stay.p50 / 60)} menit` : '–'}; 9 dari 10 kunjungan selesai dalam ${
        visits.stay ? `${Math.round(visits.stay.p90 / 60)} menit` : '–'
      }.`,
    ),
  ]
}

function busyHours(rows: readonly StepsRow[]): Block[] {
  const hours = [...new Set(rows.map(({ key }) => Number(key)))].sort((a, b) => a - b)
  const weekdays = [...new Set(rows.map(({ split }) => Number(split)))].sort((a, b) => a - b)
  if (hours.length === 0) return []
  const of = (hour: number, weekday: number) =>
    rows.find(({ key, split }) => Number(key) === hour && Number(split) === weekday)?.taken ?? 0
  return [
    chart(
      'jam-sibuk',
      hours
        .map(
          (hour) =>
            `${hourName(hour)}: ${weekdays.map((day) => `${weekdayName(day)} ${number(of(hour, day))}`).join(', ')}`,
        )
        .join('; '),
      {
        as: 'heat',
        title: 'Langkah menurut jam dan hari dalam pekan',
        head: 'Jam',
        rows: hours.map((hour) => ({ short: hourName(hour), long: hourName(hour) })),
        columns: weekdays.map((day) => ({ short: weekdayName(day), long: weekdayName(day) })),
        cells: hours.map((hour) => weekdays.map((day) => of(hour, day))),
        unit: 'count',
      },
    ),
    table(
      'Jam dan hari',
      'Langkah menurut jam dan hari dalam pekan',
      [
        ['Jam', 'text', (hour: number) => hourName(hour)],
        ...weekdays.map((day): Filled<number> => [weekdayName(day), 'number', (hour) => of(hour, day)]),
      ],
      hours,
      { onPaper: 0 },
    ),
  ]
}
