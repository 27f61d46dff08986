// How many came and when, how long they waited and were served, and what was left unfinished.
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
  nameOr,
  number,
  rate,
  shortDay,
  shortMonth,
  soft,
  table,
  weekdayName,
} from '../blocks.ts'
import type { Material } from '../material.ts'
import type { DayHistory } from '../../reports/history.ts'
import type { Spread } from '../../reports/figures.ts'
import type { StepsRow, VisitsAnswer } from '../../reports/question.ts'
import { operations } from './words.ts'

const rowsOf = ({ rows = [] }: VisitsAnswer) => rows
/** On paper; the workbook has all. */
const MOST_MISSING = 40
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

const spread = <Row>(word: string, pick: (row: Row) => Spread | null): Filled<Row>[] =>
  (
    [
      ['mean', 'rata-rata'],
      ['p50', 'median'],
      ['p90', '9 dari 10'],
      ['max', 'terlama'],
    ] as const
  ).map(([part, said]): Filled<Row> => [
    `${word}, ${said} (menit)`,
    'minutes',
    (row) => minutes(pick(row)?.[part]),
  ])

/** What is printed of a table of waits; the workbook has all of it. */
const waitColumns: Filled<StepsRow>[] = [
  ['Diambil', 'number', ({ taken }) => taken],
  ['Dilayani', 'number', ({ served }) => served],
  ['Tunggu, median (menit)', 'minutes', ({ waiting }) => minutes(waiting?.p50)],
  ['Tunggu, 9 dari 10 (menit)', 'minutes', ({ waiting }) => minutes(waiting?.p90)],
  ['Pelayanan, median (menit)', 'minutes', ({ serving }) => minutes(serving?.p50)],
  ['Target (menit)', 'minutes', ({ level }) => minutes(level?.seconds)],
  ['Tepat waktu', 'share', ({ level }) => level?.share ?? null],
]
const allColumns: Filled<StepsRow>[] = [
  ['Diambil', 'number', ({ taken }) => taken],
  ['Dipanggil', 'number', ({ called }) => called],
  ['Dilayani', 'number', ({ served }) => served],
  ['Belum lengkap', 'number', ({ incomplete }) => incomplete],
  ['Diteruskan', 'number', ({ referred }) => referred],
  ['Tidak hadir', 'number', ({ noShow }) => noShow],
  ['Pergi', 'number', ({ left }) => left],
  ['Dihentikan', 'number', ({ dropped }) => dropped],
  ['Masih berjalan', 'number', ({ open }) => open],
  ...spread<StepsRow>('Tunggu', ({ waiting }) => waiting),
  ...spread<StepsRow>('Tunggu pada jam buka', ({ waitingOpen }) => waitingOpen),
  ...spread<StepsRow>('Menuju loket', ({ walking }) => walking),
  ...spread<StepsRow>('Pelayanan', ({ serving }) => serving),
  ['Target (menit)', 'minutes', ({ level }) => minutes(level?.seconds)],
  ['Tepat waktu', 'share', ({ level }) => level?.share ?? null],
  // None was noted, which does not mean that none was handed over.
  ['Dokumen diserahkan', 'number', ({ documents = 0 }) => documents || null],
]
const named: Filled<StepsRow> = ['Nama', 'text', ({ key, name }) => nameOr(name, key)]
const monthOf: Filled<StepsRow> = ['Bulan', 'text', ({ key }) => longMonth(String(key))]

/** Chapter 6. */
export function waiting({ steps }: Material): Block[] {
  const months = steps.month.rows
  const agencies = steps.agency.rows
  return [
    heading(1, 'Waktu tunggu dan pelayanan'),
    definitions('waiting', 'serving', 'level', 'p50', 'p90'),
    heading(2, 'Per bulan'),
    ...(months.length > 1
      ? [
          chart(
            'tunggu-per-bulan',
            months
              .map(
                ({ key, waiting: wait }) =>
                  `${longMonth(String(key))}: median ${wait ? Math.round(wait.p50 / 60) : '–'} menit`,
              )
              .join('; '),
            {
              as: 'lines' as const,
              title: 'Waktu tunggu per bulan',
              head: 'Bulan',
              labels: months.map(({ key }) => ({
                short: shortMonth(String(key)),
                long: longMonth(String(key)),
              })),
              series: [
                { name: 'Median', values: months.map(({ waiting: wait }) => wait?.p50 ?? null) },
                { name: '9 dari 10', values: months.map(({ waiting: wait }) => wait?.p90 ?? null) },
              ],
              unit: 'duration' as const,
            },
          ),
        ]
      : []),
    table('Tunggu per bulan', 'Waktu tunggu dan pelayanan per bulan', [monthOf, ...waitColumns], months),
    table('Bulan, semua ukuran', 'Semua ukuran per bulan', [monthOf, ...allColumns], months, {
      onPaper: 0,
    }),
    heading(2, 'Per instansi'),
    ...(agencies.some(({ waiting: wait }) => wait)
      ? [
          chart(
            'tunggu-per-instansi',
            agencies
              .map(
                ({ key, name, waiting: wait }) =>
                  `${nameOr(name, key)}: ${wait ? Math.round(wait.p50 / 60) : '–'} menit`,
              )
              .join('; '),
            {
              as: 'rows' as const,
              title: 'Waktu tunggu per instansi, median',
              head: 'Instansi',
              series: ['Waktu tunggu, median'],
              rows: agencies.map(({ key, name, waiting: wait }) => ({
                key: String(key),
                name: nameOr(name, key),
                values: [wait?.p50 ?? null],
              })),
              unit: 'duration' as const,
            },
          ),
        ]
      : []),
    table(
      'Tunggu per instansi',
      'Waktu tunggu dan pelayanan per instansi',
      [named, ...waitColumns],
      agencies,
    ),
    table('Instansi, semua ukuran', 'Semua ukuran per instansi', [named, ...allColumns], agencies, {
      onPaper: 0,
    }),
    heading(2, 'Per layanan'),
    table(
      'Tunggu per layanan',
      'Waktu tunggu dan pelayanan per layanan',
      [named, ...waitColumns],
      steps.service.rows,
    ),
    table('Layanan, semua ukuran', 'Semua ukuran per layanan', [named, ...allColumns], steps.service.rows, {
      onPaper: 0,
    }),
  ]
}

const rated = (count: (row: StepsRow) => number, whole: (row: StepsRow) => number) => (row: StepsRow) =>
  rate(count(row), whole(row))

/** Chapter 7. */
export function unfinished({ steps, missing }: Material): Block[] {
  const rows = steps.agency.rows
  return [
    heading(1, 'Yang tidak selesai'),
    definitions('noShow', 'left', 'incomplete', 'dropped'),
    ...(rows.some(({ noShow, left, incomplete }) => noShow + left + incomplete > 0)
      ? [
          chart(
            'tidak-selesai',
            rows
              .map(
                ({ key, name, incomplete, noShow, left }) =>
                  `${nameOr(name, key)}: belum lengkap ${number(incomplete)}, tidak hadir ${number(noShow)}, pergi ${number(left)}`,
              )
              .join('; '),
            {
              as: 'rows' as const,
              title: 'Belum lengkap, tidak hadir, dan pergi, per instansi',
              head: 'Instansi',
              series: ['Belum lengkap', 'Tidak hadir', 'Pergi'],
              rows: rows.map(({ key, name, incomplete, noShow, left }) => ({
                key: String(key),
                name: nameOr(name, key),
                values: [incomplete, noShow, left],
              })),
              unit: 'count' as const,
            },
          ),
        ]
      : []),
    table<StepsRow>(
      'Tidak selesai',
      'Yang tidak selesai per layanan',
      [
        named,
        ['Diambil', 'number', ({ taken }) => taken],
        ['Belum lengkap', 'number', ({ incomplete }) => incomplete],
        [
          'Belum lengkap, bagian',
          'share',
          rated(
            ({ incomplete }) => incomplete,
            ({ served, incomplete }) => served + incomplete,
          ),
        ],
        ['Tidak hadir', 'number', ({ noShow }) => noShow],
        [
          'Tidak hadir, bagian',
          'share',
          rated(
            ({ noShow }) => noShow,
            ({ called }) => called,
          ),
        ],
        ['Pergi', 'number', ({ left }) => left],
        [
          'Pergi, bagian',
          'share',
          rated(
            ({ left }) => left,
            ({ taken }) => taken,
          ),
        ],
        ['Dihentikan', 'number', ({ dropped }) => dropped],
      ],
      steps.service.rows,
    ),
    heading(2, 'Berkas yang kurang'),
    definitions('missing'),
    table(
      'Berkas kurang',
      'Persyaratan yang paling sering kurang',
      [
        ['Layanan', 'text', ({ service, names }) => nameOr(names.service, service)],
        ['Persyaratan', 'text', ({ requirement, names }) => nameOr(names.requirement, requirement)],
        ['Kali kurang', 'number', ({ count }) => count],
        ['Diterbitkan oleh', 'text', ({ issuedByName, where }) => issuedByName?.id ?? where?.id ?? null],
      ],
      missing.rows,
      { onPaper: MOST_MISSING },
    ),
  ]
}
