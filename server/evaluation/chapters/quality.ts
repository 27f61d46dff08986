// How reliably the hall’s own equipment ran, and what is published of each service.
import {
  type Block,
  dayCell,
  definitions,
  type Filled,
  heading,
  longDay,
  minutes,
  nameOr,
  number,
  soft,
  table,
  words,
} from '../blocks.ts'
import type { Material, StandardSaid } from '../material.ts'
import { takesVisitors } from '../../hall/plan.ts'
import { publishedComponents } from '../../hall/standard.ts'
import { dayIn } from '../../time-zone.ts'
import { components, incidentKind, phases, watchedKinds } from './words.ts'

/** Chapter 13. */
export function availability({
  availability: found,
  incidents,
  forecast,
  hall,
  from,
  to,
}: Material): Block[] {
  const dayOf = (at: number) => dayIn(hall.timeZone, at).day
  const inPeriod = incidents.filter(({ first, last }) => dayOf(last) >= from && dayOf(first) <= to)
  return [
    heading(1, 'Ketersediaan dan gangguan'),
    definitions('available'),
    table(
      'Ketersediaan',
      'Ketersediaan server dan perangkat pada jam layanan',
      [
        ['Jenis', 'text', ({ kind }) => watchedKinds[kind]],
        ['Nama', 'text', ({ kind, id, name }) => (kind === 'server' ? '' : nameOr(name, id))],
        ['Jam layanan (menit)', 'number', (row) => row.minutes],
        ['Menyala (menit)', 'number', ({ alive }) => alive],
        ['Ketersediaan', 'share', ({ share }) => share],
      ],
      found.rows,
    ),
    heading(2, 'Gangguan'),
    table(
      'Gangguan',
      'Gangguan yang dicatat server',
      [
        ['Gangguan', 'text', ({ kind }) => incidentKind(kind)],
        ['Pertama', 'day', ({ first }) => dayCell(dayOf(first))],
        ['Terakhir', 'day', ({ last }) => dayCell(dayOf(last))],
        ['Kali', 'number', ({ count }) => count],
      ],
      inPeriod,
    ),
    heading(2, 'Perkiraan waktu tunggu yang diberitahukan'),
    definitions('error', 'inside', 'longer'),
    table(
      'Perkiraan',
      'Perkiraan yang diberitahukan, dan yang terjadi',
      [
        ['Layanan', 'text', ({ service, name }) => nameOr(name, service)],
        ['Dinilai', 'number', ({ n }) => n],
        ['Selisih rata-rata (menit)', 'minutes', ({ mae }) => minutes(mae)],
        ['Di dalam perkiraan', 'share', ({ inside }) => inside],
        ['Lebih lama', 'share', ({ longer }) => longer],
      ],
      [
        ...forecast.rows,
        ...(forecast.rows.length > 0
          ? [{ service: 'hall', agency: '', name: { id: 'Semua layanan', en: '' }, ...forecast.whole }]
          : []),
      ],
    ),
  ]
}

/** Whether all six components are published. */
export const isWhole = ({ missing }: Pick<StandardSaid, 'missing'>): boolean => missing.length === 0

/** Chapter 14. */
export function standards({ standards: all, today }: Material): Block[] {
  const open = all.filter(takesVisitors)
  const column = (component: (typeof publishedComponents)[number]): Filled<StandardSaid> => [
    components[component],
    'text',
    ({ missing }) => (missing.includes(component) ? 'belum' : '✓'),
  ]
  return [
    heading(1, 'Standar pelayanan'),
    words(
      `Enam komponen standar pelayanan yang menurut UU 25/2009 wajib dipublikasikan, seperti tertulis pada ${longDay(today)}: ` +
        `${number(open.filter(isWhole).length)} dari ${number(open.length)} layanan yang menerima pengunjung lengkap.` +
        (open.length < all.length ? ' Layanan yang belum atau sedang tidak dibuka dicantumkan juga.' : ''),
    ),
    table<StandardSaid>(
      'Enam komponen',
      'Enam komponen per layanan',
      [['Layanan', 'text', ({ name }) => name.id], ...publishedComponents.map(column)],
      all,
    ),
    heading(2, 'Keputusan, peninjauan, dan berkas'),
    soft(
      'Tanggal peninjauan terakhir dan cara masyarakat didengar, seperti yang diisi instansi; – berarti belum diisi.',
    ),
    table<StandardSaid>(
      'Keputusan standar',
      'Keputusan, peninjauan, dan berkas per layanan',
      [
        ['Layanan', 'text', ({ name }) => name.id],
        ['Instansi', 'text', ({ agency }) => agency.id],
        ['Tahap', 'text', ({ status }) => phases[status]],
        ['Keputusan', 'text', ({ decree }) => (decree ? `${decree.number}, ${longDay(decree.day)}` : null)],
        ['Ditinjau', 'day', ({ reviewed }) => dayCell(reviewed)],
        ['Masyarakat didengar', 'text', ({ heard }) => heard],
        ['Berkas', 'number', ({ files }) => files],
      ],
      all,
    ),
  ]
}
