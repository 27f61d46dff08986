// The answers as tables for a spreadsheet: headings in Indonesian or English, days as days, minutes and shares as numbers.
import { lookUp } from '../hall/look-up.ts'
import {
  type Cell,
  type Filled,
  minutes,
  type TableSheet,
  tableSheet,
  w,
  type Words,
} from '../sheets/cell.ts'
import type {
  AvailabilityAnswer,
  CountersAnswer,
  ForecastAnswer,
  MissingAnswer,
  MonthPart,
  Name,
  ReferralRow,
  StepsAnswer,
  Table,
  TableForm,
  TableLanguage,
  VisitsAnswer,
} from './question.ts'
import { dimensionWords, keyCell, stepsSheets, stepsTitle } from './table-steps.ts'

interface Answers {
  readonly steps: StepsAnswer
  readonly visits: VisitsAnswer & { readonly from: string; readonly to: string }
  readonly counters: CountersAnswer
  readonly missing: MissingAnswer
  readonly forecast: ForecastAnswer
  readonly availability: AvailabilityAnswer
}

const titles = {
  steps: stepsTitle,
  visits: w('Kunjungan', 'Visits'),
  counters: w('Loket dan instansi', 'Counters and agencies'),
  missing: w('Berkas yang kurang', 'Missing papers'),
  forecast: w('Perkiraan waktu tunggu', 'Forecasts of waiting'),
  availability: w('Ketersediaan', 'Availability'),
}

/** The table of an answer. */
export function tableOf<Of extends keyof Answers>(
  of: Of,
  answer: Answers[Of],
  { as, language, sheet = 0 }: TableForm,
): Table {
  const makers: { readonly [K in keyof Answers]: (answer: Answers[K], t: TableLanguage) => TableSheet[] } = {
    steps: stepsSheets,
    visits: visitsSheets,
    counters: countersSheets,
    missing: missingSheets,
    forecast: forecastSheets,
    availability: availabilitySheets,
  }
  const { from, to } = answer
  return {
    title: `${titles[of][language]} ${from} – ${to}`,
    sheets: makers[of](answer, language),
    as,
    chosen: sheet,
  }
}

/**
 * The report of a month as tables: what became of its steps (by service, agency and time), its visits, its counters,
 * and what was missing.
 */
export function monthTable(
  part: MonthPart,
  { month, from, to }: { readonly month: string; readonly from: string; readonly to: string },
  { as, language, sheet = 0 }: TableForm,
): Table {
  const { steps, visits, counters, missing } = part
  const ofSteps = monthDimensions.flatMap((by) =>
    stepsSheets({ from, to, by, split: null, rows: steps[by] }, language).map((one) => ({
      ...one,
      name: `${w('Menurut', 'By')[language]} ${dimensionWords[by][language].toLowerCase()}`,
    })),
  )
  return {
    title: `${w('Laporan', 'Report')[language]} ${month}`,
    sheets: [
      ...ofSteps,
      ...visitsSheets({ from, to, ...visits }, language),
      ...countersSheets({ from, to, ...counters }, language),
      ...missingSheets({ from, to, rows: missing }, language),
    ],
    as,
    chosen: sheet,
  }
}

/** What the steps of a month are split by, in the order of the workbook. */
export const monthDimensions = ['service', 'agency', 'day', 'weekday', 'hour', 'class'] as const

const nameCell = (name: Name | null, id: string, language: TableLanguage): Cell => name?.[language] ?? id

function visitsSheets(answer: Answers['visits'], language: TableLanguage): TableSheet[] {
  const { visits, several, oneRoof, once, stay, pairs, referrals = [], from, to } = answer
  type Pair = VisitsAnswer['pairs'][number]
  const columns: Filled<typeof answer>[] = [
    [w('Dari', 'From'), 'day', () => ({ day: from, minute: 0 })],
    [w('Sampai', 'To'), 'day', () => ({ day: to, minute: 0 })],
    [w('Kunjungan', 'Visits'), 'number', () => visits],
    [w('Lebih dari satu instansi', 'More than one agency'), 'number', () => several],
    [w('Selesai di satu atap', 'All done under one roof'), 'number', () => oneRoof],
    [w('Tidak antre dua kali', 'Queued only once'), 'number', () => once],
    [w('Lama di mal, rata-rata (menit)', 'Stay, mean (minutes)'), 'minutes', () => minutes(stay?.mean)],
    [w('Lama di mal, median (menit)', 'Stay, median (minutes)'), 'minutes', () => minutes(stay?.p50)],
    [w('Lama di mal, 9 dari 10 (menit)', 'Stay, 9 of 10 (minutes)'), 'minutes', () => minutes(stay?.p90)],
    [w('Lama di mal, terlama (menit)', 'Stay, longest (minutes)'), 'minutes', () => minutes(stay?.max)],
  ]
  const ways: Filled<Pair>[] = [
    [w('Dari instansi', 'From agency'), 'text', ({ from: id, names }) => nameCell(names.from, id, language)],
    [w('Ke instansi', 'To agency'), 'text', ({ to: id, names }) => nameCell(names.to, id, language)],
    [w('Kunjungan', 'Visits'), 'number', (pair) => pair.visits],
  ]
  const sent: Filled<ReferralRow>[] = [
    [w('Dari layanan', 'From service'), 'text', ({ from: id, names }) => nameCell(names.from, id, language)],
    [w('Ke layanan', 'To service'), 'text', ({ to: id, names }) => nameCell(names.to, id, language)],
    [w('Diteruskan', 'Referred'), 'number', ({ referred }) => referred],
    [w('Di antaranya akan kembali', 'Of these to come back'), 'number', ({ comeBack }) => comeBack],
  ]
  return [
    tableSheet(titles.visits, language, columns, [answer]),
    tableSheet(w('Antarinstansi', 'Between agencies'), language, ways, pairs),
    tableSheet(w('Antarlayanan', 'Between services'), language, sent, referrals),
  ]
}

function countersSheets({ counters, agencies }: CountersAnswer, language: TableLanguage): TableSheet[] {
  type Counter = CountersAnswer['counters'][number]
  type Agency = CountersAnswer['agencies'][number]
  const ofCounter: Filled<Counter>[] = [
    [w('Loket', 'Counter'), 'text', ({ name, counter }) => nameCell(name, counter, language)],
    [w('Kode', 'Id'), 'text', ({ counter }) => counter],
    [w('Instansi', 'Agency'), 'text', ({ agency, agencyName }) => agencyName?.[language] ?? agency],
    [w('Zona', 'Zone'), 'text', ({ zone, zoneName }) => zoneName?.[language] ?? zone],
    [w('Waktu buka (menit)', 'Open time (minutes)'), 'minutes', ({ open }) => minutes(open)],
    [w('Waktu jeda (menit)', 'Paused (minutes)'), 'minutes', ({ paused }) => minutes(paused)],
    [w('Melayani (menit)', 'Serving (minutes)'), 'minutes', ({ serving }) => minutes(serving)],
    [w('Keterisian', 'Occupancy'), 'share', ({ occupancy }) => occupancy],
    [w('Kosong saat ada yang menunggu (menit)', 'Idle (minutes)'), 'minutes', ({ idle }) => minutes(idle)],
  ]
  const ofAgency: Filled<Agency>[] = [
    [w('Instansi', 'Agency'), 'text', ({ name, agency }) => nameCell(name, agency, language)],
    [w('Kode', 'Id'), 'text', ({ agency }) => agency],
    [w('Jam pelayanan (menit)', 'Hours (minutes)'), 'minutes', ({ hours }) => minutes(hours)],
    [w('Jam terisi', 'Staffed'), 'share', ({ share }) => share],
    [w('Hari', 'Days'), 'number', ({ days }) => days],
    [w('Hari tanpa loket buka', 'Days not opened'), 'number', ({ unopened }) => unopened],
    [w('Hari terlambat buka', 'Days opened late'), 'number', ({ lateDays }) => lateDays],
    [w('Terlambat, jumlah (menit)', 'Late, in all (minutes)'), 'minutes', ({ late }) => minutes(late)],
  ]
  return [
    tableSheet(w('Loket', 'Counters'), language, ofCounter, counters),
    tableSheet(w('Instansi', 'Agencies'), language, ofAgency, agencies),
  ]
}

function missingSheets({ rows }: MissingAnswer, language: TableLanguage): TableSheet[] {
  type Row = MissingAnswer['rows'][number]
  const months = [...new Set(rows.flatMap(({ months: own = [] }) => own.map(({ month }) => month)))].sort()
  const columns: Filled<Row>[] = [
    [w('Layanan', 'Service'), 'text', ({ names, service }) => nameCell(names.service, service, language)],
    [
      w('Persyaratan', 'Requirement'),
      'text',
      ({ names, requirement }) => nameCell(names.requirement, requirement, language),
    ],
    [w('Kali kurang', 'Times missing'), 'number', ({ count }) => count],
    [
      w('Diterbitkan oleh', 'Issued by'),
      'text',
      ({ issuedByName, where }) => issuedByName?.[language] ?? where?.[language] ?? null,
    ],
    ...months.map((month): Filled<Row> => [
      w(month, month),
      'number',
      ({ months: own = [] }) => own.find((one) => one.month === month)?.count ?? 0,
    ]),
  ]
  return [tableSheet(titles.missing, language, columns, rows)]
}

/** How long the told wait was, by its middle. */
const sizes: Readonly<Record<string, Words>> = {
  'to-15': w('Kurang dari 15 menit', 'Less than 15 minutes'),
  'to-30': w('15 sampai 30 menit', '15 to 30 minutes'),
  'to-60': w('30 sampai 60 menit', '30 to 60 minutes'),
  longer: w('Satu jam atau lebih', 'An hour and more'),
}

function forecastSheets({ by, rows }: ForecastAnswer, language: TableLanguage): TableSheet[] {
  type Row = ForecastAnswer['rows'][number]
  const first: Readonly<Record<ForecastAnswer['by'], readonly Filled<Row>[]>> = {
    service: [
      [dimensionWords.service, 'text', ({ name, key }) => nameCell(name, key, language)],
      [w('Kode', 'Id'), 'text', ({ key }) => key],
      [dimensionWords.agency, 'text', ({ agency }) => agency],
    ],
    agency: [
      [dimensionWords.agency, 'text', ({ name, key }) => nameCell(name, key, language)],
      [w('Kode', 'Id'), 'text', ({ key }) => key],
    ],
    hour: [[dimensionWords.hour, 'number', ({ key }) => Number(key)]],
    size: [
      [w('Waktu yang disebut', 'Wait told'), 'text', ({ key }) => lookUp(sizes, key)?.[language] ?? key],
    ],
    day: [[dimensionWords.day, 'day', ({ key }) => keyCell('day', key, language)]],
  }
  const columns: Filled<Row>[] = [
    ...first[by],
    [w('Dinilai', 'Judged'), 'number', ({ n }) => n],
    [w('Selisih rata-rata (menit)', 'Mean error (minutes)'), 'minutes', ({ mae }) => minutes(mae)],
    [w('Sesuai perkiraan', 'Within the range told'), 'share', ({ inside }) => inside],
    [w('Lebih lama dari perkiraan', 'Longer than told'), 'share', ({ longer }) => longer],
    [w('Tidak diketahui', 'Not known'), 'number', ({ unknown }) => unknown],
  ]
  return [tableSheet(titles.forecast, language, columns, rows)]
}

const kinds: Readonly<Record<AvailabilityAnswer['rows'][number]['kind'], Words>> = {
  server: w('Server', 'Server'),
  kiosk: w('Kios', 'Kiosk'),
  display: w('Layar', 'Display'),
  printer: w('Pencetak', 'Printer'),
}

function availabilitySheets({ rows }: AvailabilityAnswer, language: TableLanguage): TableSheet[] {
  type Row = AvailabilityAnswer['rows'][number]
  const columns: Filled<Row>[] = [
    [w('Jenis', 'Kind'), 'text', ({ kind }) => kinds[kind][language]],
    [w('Nama', 'Name'), 'text', ({ name }) => name?.[language] ?? null],
    [w('Kode', 'Id'), 'text', ({ id }) => id],
    [w('Jam pelayanan (menit)', 'Hours (minutes)'), 'minutes', (row) => row.minutes],
    [w('Hidup (menit)', 'Alive (minutes)'), 'minutes', ({ alive }) => alive],
    [w('Ketersediaan', 'Availability'), 'share', ({ share }) => share],
  ]
  return [tableSheet(titles.availability, language, columns, rows)]
}
