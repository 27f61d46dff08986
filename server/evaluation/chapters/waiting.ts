// How long visitors waited and were served, and what was left unfinished.
import {
  type Block,
  chart,
  definitions,
  type Filled,
  heading,
  longMonth,
  minutes,
  nameOr,
  number,
  rate,
  shortMonth,
  table,
} from '../blocks.ts'
import type { Material } from '../material.ts'
import type { Spread } from '../../reports/figures.ts'
import type { StepsRow } from '../../reports/question.ts'

/** On paper; the workbook has all. */
const MOST_MISSING = 40

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
