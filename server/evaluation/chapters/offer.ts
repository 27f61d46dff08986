// Who offers what in the hall: agencies and services with their phases, and how well the counters were staffed.
import {
  type Block,
  chart,
  dayCell,
  definitions,
  heading,
  longDay,
  minutes,
  nameOr,
  number,
  soft,
  table,
  words,
} from '../blocks.ts'
import type { Material } from '../material.ts'
import { phases } from './words.ts'

/** Chapter 3. */
export function agenciesAndServices({ history, to }: Material): Block[] {
  const { agencies, services } = history
  const short = new Map(agencies.map(({ id, name }) => [id, name.id]))
  const withdrawn = agencies.filter(({ gone }) => gone !== null)
  const ofAgency = (agency: string, status: string) =>
    services.filter(
      (one) => one.agency === agency && one.gone === null && one.phases.at(-1)?.status === status,
    ).length
  const firstIn = (own: (typeof services)[number], status: string) =>
    dayCell(own.phases.find((one) => one.status === status)?.from)
  return [
    heading(1, 'Instansi dan layanan'),
    words(
      `Pada ${longDay(to)} ada ${number(agencies.length - withdrawn.length)} instansi di mal. ` +
        (withdrawn.length === 0
          ? 'Tidak ada instansi yang menarik diri.'
          : `Menarik diri: ${withdrawn.map(({ name, gone }) => `${name.id} (${longDay(gone ?? '')})`).join(', ')}.`),
    ),
    table(
      'Instansi',
      'Instansi dan layanannya menurut tahap',
      [
        ['Instansi', 'text', ({ name }) => name.id],
        ['Sejak', 'day', ({ from }) => dayCell(from)],
        ['Buka', 'number', ({ id }) => ofAgency(id, 'open')],
        ['Uji coba', 'number', ({ id }) => ofAgency(id, 'trial')],
        ['Segera hadir', 'number', ({ id }) => ofAgency(id, 'soon')],
        ['Jeda, di tempat lain', 'number', ({ id }) => ofAgency(id, 'paused') + ofAgency(id, 'elsewhere')],
        ['Menarik diri', 'day', ({ gone }) => dayCell(gone)],
      ],
      agencies,
    ),
    heading(2, 'Tahap tiap layanan'),
    soft(
      'Tanggal pertama layanan berada pada tiap tahap: segera hadir → uji coba → buka. Yang ada sejak hari pertama pencatatan memakai tanggal hari itu.',
    ),
    table(
      'Tahap layanan',
      'Layanan dan tanggal tiap tahapnya',
      [
        ['Layanan', 'text', ({ name }) => name.id],
        ['Instansi', 'text', ({ agency }) => short.get(agency) ?? agency],
        ['Segera hadir', 'day', (own) => firstIn(own, 'soon')],
        ['Uji coba', 'day', (own) => firstIn(own, 'trial')],
        ['Buka', 'day', (own) => firstIn(own, 'open')],
        [
          'Sekarang',
          'text',
          ({ phases: all, gone }) => (gone ? 'tidak lagi ada' : phases[all.at(-1)?.status ?? 'open']),
        ],
      ],
      services,
    ),
  ]
}

/** Chapter 4. */
export function staffing({ counters }: Material): Block[] {
  const { agencies, counters: desks } = counters
  const told = agencies.filter(({ share }) => share !== null)
  const agencyNames = new Map(agencies.map(({ agency, name }) => [agency, nameOr(name, agency)]))
  return [
    heading(1, 'Kehadiran instansi di loket'),
    definitions('staffed', 'late'),
    ...(told.length === 0
      ? []
      : [
          chart(
            'jam-terisi',
            told
              .map(({ agency, name, share }) => `${nameOr(name, agency)}: ${Math.round((share ?? 0) * 100)}%`)
              .join('; '),
            {
              as: 'rows',
              title: 'Jam layanan yang terisi petugas, per instansi',
              head: 'Instansi',
              series: ['Jam terisi'],
              rows: told.map(({ agency, name, share }) => ({
                key: agency,
                name: nameOr(name, agency),
                values: [share],
              })),
              unit: 'share',
            },
          ),
        ]),
    table(
      'Kehadiran instansi',
      'Jam terisi dan keterlambatan buka per instansi',
      [
        ['Instansi', 'text', ({ agency, name }) => nameOr(name, agency)],
        ['Hari', 'number', ({ days }) => days],
        ['Jam terisi', 'share', ({ share }) => share],
        ['Hari tanpa loket buka', 'number', ({ unopened }) => unopened],
        ['Hari terlambat buka', 'number', ({ lateDays }) => lateDays],
        ['Terlambat, jumlah (menit)', 'minutes', ({ late }) => minutes(late)],
      ],
      agencies,
    ),
    heading(2, 'Loket'),
    definitions('occupancy', 'idle'),
    table(
      'Loket',
      'Waktu buka dan keterisian loket',
      [
        ['Loket', 'text', ({ counter, name }) => nameOr(name, counter)],
        ['Instansi', 'text', ({ agency }) => agencyNames.get(agency) ?? agency],
        ['Buka (menit)', 'minutes', ({ open }) => minutes(open)],
        ['Jeda (menit)', 'minutes', ({ paused }) => minutes(paused)],
        ['Melayani (menit)', 'minutes', ({ serving }) => minutes(serving)],
        ['Keterisian', 'share', ({ occupancy }) => occupancy],
        ['Kosong saat ada yang menunggu (menit)', 'minutes', ({ idle }) => minutes(idle)],
      ],
      desks.toSorted((a, b) =>
        nameOr(a.name, a.counter).localeCompare(nameOr(b.name, b.counter), 'id', { numeric: true }),
      ),
    ),
  ]
}
