// The hall on one page, and what has changed since the evaluators’ last visit.
import {
  type Block,
  chart,
  dayCell,
  decimal,
  definitions,
  heading,
  longDay,
  longMonth,
  number,
  shortMonth,
  soft,
  strong,
  table,
  words,
} from '../blocks.ts'
import type { MarkedFigures, Material } from '../material.ts'
import { formatMinutes, formatShare } from '../../../counter-ui/reports/chart/unit.ts'
import { takesVisitors } from '../../hall/plan.ts'
import { findingsTable, isOpen } from './findings.ts'
import { serviceDays } from './visitors.ts'
import { isWhole } from './quality.ts'
import { lastVisit as lastVisitOf } from '../../findings/list.ts'
import { findingSources, markKind, operations, phases, UNSAID } from './words.ts'

/** Chapter 1. */
export function onePage(material: Material): Block[] {
  const { hall, visits, visitsBy, from, to } = material
  const days = serviceDays(material)
  const trial = days.filter(({ operation }) => operation === 'trial').length
  return [
    heading(1, 'Mal dalam satu halaman'),
    words(
      `${hall.name.id}, ${hall.address.id === '–' ? 'alamat belum diisi' : hall.address.id}. ` +
        `Laporan ini memuat ${number(days.length)} hari pelayanan dari ${longDay(from)} sampai ${longDay(to)}: ` +
        `${number(trial)} hari uji coba dan ${number(days.length - trial)} hari biasa.`,
    ),
    table('Ringkasan', 'Angka utama', keyColumns, keyFigures(material)),
    soft('– berarti tidak ada nilai, atau kurang dari lima sehingga tidak ditampilkan.'),
    ...(visitsBy.month.rows && visitsBy.month.rows.length > 1
      ? [
          chart('kunjungan-per-bulan', sentence(material), {
            as: 'bars',
            title: 'Kunjungan per bulan',
            head: 'Bulan',
            labels: visitsBy.month.rows.map(({ key }) => ({
              short: shortMonth(String(key)),
              long: longMonth(String(key)),
            })),
            series: [{ name: 'Kunjungan', values: visitsBy.month.rows.map((row) => row.visits) }],
            unit: 'count',
          }),
        ]
      : []),
    definitions('visits', 'waiting', 'level'),
    ...(visits.visits === 0 ? [strong('Tidak ada kunjungan pada periode ini.')] : []),
  ]
}

type Key = readonly [figure: string, value: string]
const keyColumns = [
  ['Ukuran', 'text', ([figure]: Key) => figure],
  ['Nilai', 'text', ([, value]: Key) => value, 40],
] as const

const orNone = (value: number | null | undefined, say: (value: number) => string) =>
  value === null || value === undefined ? '–' : say(value)

function keyFigures(material: Material): Key[] {
  const { visits, steps, history, standards, availability, ikm, complaints, findings, counters } = material
  const [whole] = steps.hall.rows
  const open = standards.filter(takesVisitors)
  const inPhase = (status: string) =>
    history.services.filter((one) => one.gone === null && one.phases.at(-1)?.status === status).length
  const server = availability.rows.find(({ kind }) => kind === 'server')
  const [index] = ikm.hall
  const [received] = complaints.hall
  const here = history.agencies.filter(({ gone }) => gone === null).length
  const hours = counters.agencies.reduce((sum, row) => sum + row.hours, 0)
  const staffed = counters.agencies.reduce((sum, row) => sum + row.staffed, 0)
  return [
    ['Kunjungan', number(visits.visits)],
    ['Langkah layanan yang diambil', orNone(whole?.taken, number)],
    ['Langkah yang dilayani', orNone(whole?.served, number)],
    ['Instansi di mal pada akhir periode', number(here)],
    [
      'Layanan buka · uji coba · segera hadir pada akhir periode',
      ['open', 'trial', 'soon'].map((one) => number(inPhase(one))).join(' · '),
    ],
    ['Waktu tunggu, median (menit)', orNone(whole?.waiting?.p50, formatMinutes)],
    ['Waktu tunggu, 9 dari 10 tidak lebih dari (menit)', orNone(whole?.waiting?.p90, formatMinutes)],
    ['Tepat waktu (menunggu paling lama sebanyak target)', orNone(whole?.level?.share, formatShare)],
    ['Waktu pelayanan, median (menit)', orNone(whole?.serving?.p50, formatMinutes)],
    ['Lama di mal, median (menit)', orNone(visits.stay?.p50, formatMinutes)],
    ['Kunjungan ke lebih dari satu instansi', number(visits.several)],
    ['Jam layanan instansi yang terisi petugas', hours > 0 ? formatShare(staffed / hours) : '–'],
    [
      'Indeks Kepuasan Masyarakat (IKM)',
      index?.ikm ? `${decimal(index.ikm)} (mutu ${index.mutu ?? '–'})` : '–',
    ],
    [
      'Pengaduan diterima · dijawab',
      received ? `${number(received.received)} · ${number(received.answered)}` : '–',
    ],
    ['Ketersediaan server pada jam layanan', orNone(server?.share, formatShare)],
    [
      'Layanan yang menerima pengunjung dengan enam komponen standar lengkap',
      `${number(open.filter(isWhole).length)} dari ${number(open.length)}`,
    ],
    ['Temuan dan kekurangan yang masih terbuka pada hari pembuatan', number(findings.filter(isOpen).length)],
  ]
}

function sentence({ visitsBy }: Material): string {
  return (visitsBy.month.rows ?? [])
    .map(({ key, visits }) => `${longMonth(String(key))}: ${number(visits)}`)
    .join('; ')
}

/** Chapter 2. */
export function sinceLastVisit(material: Material): Block[] {
  const { findings, inspections, marks, history, to } = material
  const head = heading(1, 'Sejak kunjungan terakhir')
  const visit = lastVisitOf(inspections, to)
  if (visit === null)
    return [
      head,
      words(`Kunjungan terakhir Kementerian PANRB atau Ombudsman: ${UNSAID}.`),
      heading(2, 'Temuan dan tindak lanjut'),
      findingsTable('Temuan sejak kunjungan', 'Temuan dan tindak lanjutnya', findings),
      ...effects(marks),
    ]
  const lastVisit = visit.day
  // All evaluators who came that day make up the last visit.
  const comers = inspections
    .filter(({ day }) => day === lastVisit)
    .map(({ source, who }) => `${findingSources[source]} (${who})`)
    .sort()
  const since = (day: string | null) => day !== null && day > lastVisit && day <= to
  const changes = [
    ...history.agencies.flatMap(({ name, from, gone }) => [
      ...(since(from) ? [{ day: from, what: `${name.id} bergabung` }] : []),
      ...(since(gone) ? [{ day: gone ?? '', what: `${name.id} menarik diri` }] : []),
    ]),
    ...history.services.flatMap(({ name, phases: all, gone }) => [
      ...all
        .filter(({ from }) => since(from))
        .map(({ from, status }) => ({ day: from, what: `${name.id}: ${phases[status]}` })),
      ...(since(gone) ? [{ day: gone ?? '', what: `${name.id} tidak lagi ada` }] : []),
    ]),
    ...history.counters.flatMap(({ name, from, gone }) => [
      ...(since(from) ? [{ day: from, what: `${name.id} baru` }] : []),
      ...(since(gone) ? [{ day: gone ?? '', what: `${name.id} tidak lagi ada` }] : []),
    ]),
    ...history.days.flatMap(({ day, operation }, at) => {
      const before = history.days[at - 1]
      return before && before.operation !== operation && since(day)
        ? [{ day, what: `Operasi menjadi ${operations[operation]}` }]
        : []
    }),
  ].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return [
    head,
    words(`Kunjungan terakhir: ${longDay(lastVisit)}, ${comers.join('; ')}.`),
    heading(2, 'Temuan dan tindak lanjut'),
    words(summary(findings, lastVisit)),
    findingsTable(
      'Temuan sejak kunjungan',
      'Temuan dan tindak lanjutnya',
      findings.filter(
        (one) => isOpen(one) || since(one.endedOn) || since(one.notedOn) || one.visitedOn === lastVisit,
      ),
    ),
    ...effects(marks.filter(({ day }) => day > lastVisit)),
    heading(2, 'Yang berubah di mal'),
    table(
      'Perubahan',
      'Perubahan sejak kunjungan terakhir',
      [
        ['Tanggal', 'day', ({ day }) => dayCell(day)],
        ['Perubahan', 'text', ({ what }) => what],
      ],
      changes,
    ),
  ]
}

function summary(findings: Material['findings'], lastVisit: string): string {
  const left = findings.filter(({ visitedOn }) => visitedOn === lastVisit)
  const done = findings.filter(({ endedOn, state }) => state === 'done' && (endedOn ?? '') > lastVisit)
  return (
    `Kunjungan itu meninggalkan ${number(left.length)} temuan, ${number(left.filter(isOpen).length)} di antaranya masih terbuka. ` +
    `Sejak itu ${number(done.length)} temuan dan kekurangan diselesaikan; seluruhnya ${number(findings.filter(isOpen).length)} masih terbuka.`
  )
}

/** Marks on the time axis, with the four weeks before and after each. */
function effects(marks: readonly MarkedFigures[]): Block[] {
  if (marks.length === 0) return []
  const pair =
    (
      of: (row: NonNullable<MarkedFigures['before']>) => number | null | undefined,
      say: (value: number) => string,
    ) =>
    ({ before, after }: MarkedFigures) =>
      `${orNone(before && of(before), say)} → ${orNone(after && of(after), say)}`
  return [
    heading(2, 'Penanda pada sumbu waktu, sebelum dan sesudah'),
    table(
      'Penanda',
      'Empat pekan sebelum dan empat pekan sesudah tiap penanda',
      [
        ['Tanggal', 'day', ({ day }) => dayCell(day)],
        ['Penanda', 'text', ({ kind, text }) => `${text} (${markKind(kind)})`, 34],
        ['Langkah', 'text', pair(({ taken }) => taken, number), 14],
        ['Tunggu, median (menit)', 'text', pair(({ waiting }) => waiting?.p50, formatMinutes), 14],
        ['Tunggu, 9 dari 10 (menit)', 'text', pair(({ waiting }) => waiting?.p90, formatMinutes), 14],
        ['Tepat waktu', 'text', pair(({ level }) => level?.share, formatShare), 14],
      ],
      marks,
    ),
    soft(
      'Yang tertulis sebelum panah: 28 hari sebelum penanda. Sesudahnya: 28 hari mulai hari penanda, sejauh sudah berlalu.',
    ),
  ]
}
