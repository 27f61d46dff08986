// What became of steps, as a table for a spreadsheet: a row for each service, day, hour…
import { lookUp } from '../hall/look-up.ts'
import {
  type Cell,
  type Filled,
  minutes,
  type TableSheet,
  tableSheet,
  w,
  weekdays,
  type Words,
} from '../sheets/cell.ts'
import { shareOf, type Spread } from './figures.ts'
import type { Dimension, StepsAnswer, TableLanguage } from './question.ts'

export const stepsTitle = w('Langkah', 'Steps')

export const dimensionWords: Readonly<Record<Dimension, Words>> = {
  hall: w('Mal', 'Hall'),
  service: w('Layanan', 'Service'),
  agency: w('Instansi', 'Agency'),
  counter: w('Loket', 'Counter'),
  zone: w('Zona', 'Zone'),
  day: w('Tanggal', 'Day'),
  weekday: w('Hari', 'Weekday'),
  hour: w('Jam', 'Hour'),
  month: w('Bulan', 'Month'),
  class: w('Kelas', 'Class'),
  language: w('Bahasa', 'Language'),
  operation: w('Operasi', 'Operation'),
  help: w('Bantuan', 'Help'),
}

const classes: Readonly<Record<string, Words>> = {
  regular: w('Reguler', 'Regular'),
  priority: w('Prioritas', 'Priority'),
}
const operations: Readonly<Record<string, Words>> = {
  trial: w('uji coba', 'trial'),
  regular: w('biasa', 'regular'),
}
const helps: Readonly<Record<string, Words>> = {
  'come-to-me': w('petugas mendatangi', 'staff come'),
  none: w('tanpa', 'none'),
}
const none = w('(belum dipanggil)', '(never called)')

type Key = string | number | null

/** What a row is about, as a cell. */
export function keyCell(by: Dimension, key: Key, language: TableLanguage): Cell {
  if (key === null) return none[language]
  if (by === 'day') return { day: String(key), minute: 0 }
  if (by === 'weekday') return weekdays[Number(key) - 1]?.[language] ?? key
  if (by === 'class') return classes[key === 'priority' ? 'priority' : 'regular']?.[language] ?? key
  if (by === 'operation') return lookUp(operations, String(key))?.[language] ?? key
  if (by === 'help') return lookUp(helps, String(key))?.[language] ?? key
  return by === 'hall' ? dimensionWords.hall[language] : key
}

/** What became of steps, by one dimension or two. */
export function stepsSheets({ by, split, rows }: StepsAnswer, language: TableLanguage): TableSheet[] {
  type Row = StepsAnswer['rows'][number]
  const spread = (of: Words, pick: (row: Row) => Spread | null): Filled<Row>[] =>
    (
      [
        ['mean', w('rata-rata', 'mean')],
        ['p50', w('median', 'median')],
        ['p90', w('9 dari 10', '9 of 10')],
        ['max', w('terlama', 'longest')],
      ] as const
    ).map(([part, word]): Filled<Row> => [
      w(`${of.id}, ${word.id} (menit)`, `${of.en}, ${word.en} (minutes)`),
      'minutes',
      (row) => minutes(pick(row)?.[part]),
    ])
  const count = (id: string, en: string, of: (row: Row) => Cell): Filled<Row> => [w(id, en), 'number', of]
  const rate = (id: string, en: string, of: (row: Row) => Cell): Filled<Row> => [
    w(`${id}, bagian`, `${en}, share`),
    'share',
    of,
  ]
  const isNamed = (dimension: Dimension) => ['service', 'agency', 'counter', 'zone'].includes(dimension)
  const hasName = isNamed(by)
  const columns: Filled<Row>[] = [
    [
      dimensionWords[by],
      by === 'day' ? 'day' : by === 'hour' ? 'number' : 'text',
      ({ key, name }) => (hasName && name ? name[language] : keyCell(by, key, language)),
    ],
    ...(hasName ? [[w('Kode', 'Id'), 'text', ({ key }) => key] satisfies Filled<Row>] : []),
    ...(split === null
      ? []
      : [
          [
            dimensionWords[split],
            split === 'day' ? 'day' : split === 'hour' ? 'number' : 'text',
            ({ split: key = null, splitName }) => splitName?.[language] ?? keyCell(split, key, language),
          ] satisfies Filled<Row>,
          ...(isNamed(split)
            ? [[w('Kode', 'Id'), 'text', ({ split: key = null }) => key] satisfies Filled<Row>]
            : []),
        ]),
    count('Diambil', 'Taken', (row) => row.taken),
    count('Dipanggil', 'Called', (row) => row.called),
    count('Dilayani', 'Served', (row) => row.served),
    count('Belum lengkap', 'Incomplete', (row) => row.incomplete),
    count('Diteruskan', 'Referred', (row) => row.referred),
    count('Tidak hadir', 'No-show', (row) => row.noShow),
    count('Pergi', 'Left', (row) => row.left),
    count('Dihentikan', 'Dropped', (row) => row.dropped),
    count('Masih berjalan', 'Open', (row) => row.open),
    count('Selesai tanpa mulai', 'Finished without start', (row) => row.unstarted),
    count('Dokumen diserahkan', 'Documents handed over', (row) => row.documents ?? null),
    ...spread(w('Waktu tunggu', 'Waiting time'), (row) => row.waiting),
    ...spread(w('Waktu tunggu pada jam buka', 'Waiting in open hours'), (row) => row.waitingOpen),
    ...spread(w('Waktu menuju loket', 'Time to the counter'), (row) => row.walking),
    ...spread(w('Waktu pelayanan', 'Service time'), (row) => row.serving),
    [w('Target (menit)', 'Target (minutes)'), 'minutes', ({ level }) => minutes(level?.seconds)],
    [w('Tepat waktu', 'In time'), 'share', ({ level }) => level?.share ?? null],
    rate('Belum lengkap', 'Incomplete', (row) => shareOf(row.incomplete, row.served + row.incomplete)),
    rate('Tidak hadir', 'No-show', (row) => shareOf(row.noShow, row.called)),
    rate('Pergi', 'Left', (row) => shareOf(row.left, row.taken)),
    count('Kembali dari layanan lain', 'Came back', (row) => row.comeBack ?? null),
    count('Tidak terdengar', 'Not heard', (row) => row.notHeard ?? null),
    count('Slip gagal', 'Slips failed', (row) => row.slipsFailed ?? null),
  ]
  return [tableSheet(stepsTitle, language, columns, rows)]
}
