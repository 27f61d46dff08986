// What people say: the index of satisfaction, and complaints.
import {
  type Block,
  chart,
  decimal,
  type Filled,
  heading,
  longMonth,
  nameOr,
  number,
  shortMonth,
  soft,
  table,
  words,
} from '../blocks.ts'
import type { Material } from '../material.ts'
import type { ComplaintRow } from '../../complaints/report.ts'
import type { IkmRow } from '../../survey/report.ts'
import { elementName } from './words.ts'

const reachedWords = ({ reached, n, sample }: IkmRow): string =>
  `${number(n)} dari ${number(sample)}${reached === null ? '' : ` (${Math.round(reached * 100)}%)`}`

const monthsWords = ({ from, to }: Material['ikm']): string =>
  from === to ? longMonth(from) : `${longMonth(from)} – ${longMonth(to)}`

/** Chapter 11. */
export function satisfaction({ ikm }: Material): Block[] {
  const head = heading(1, 'Kepuasan masyarakat (IKM)')
  const [hall] = ikm.hall
  const columns = (name: string): Filled<IkmRow>[] => [
    [name, 'text', (row) => nameOr(row.name, row.key)],
    ['Responden', 'number', ({ n }) => n],
    ['Populasi', 'number', ({ population }) => population],
    ['Sampel tercapai', 'text', reachedWords],
    ['IKM', 'decimal', ({ ikm: index }) => index],
    ['Mutu', 'text', ({ mutu }) => mutu],
  ]
  const months = ikm.months.filter(({ month }) => month !== undefined)
  return [
    head,
    words(
      hall?.ikm
        ? `IKM mal: ${decimal(hall.ikm)}, mutu ${hall.mutu ?? '–'}. Responden ${reachedWords(hall)} yang diperlukan.`
        : 'IKM mal belum dapat dihitung: ada unsur dengan kurang dari lima jawaban.',
    ),
    soft(
      `Survei kepuasan masyarakat menurut PermenPANRB 14/2017, dihitung untuk bulan penuh (${monthsWords(ikm)}). ` +
        'NRR: jumlah nilai dibagi banyaknya jawaban; bobot tiap unsur 1/9; IKM = SKM × 25. Sampel menurut Krejcie dan Morgan.',
    ),
    ...(hall
      ? [
          chart(
            'ikm-unsur',
            hall.elements
              .map(({ element, nrr }) => `${elementName(element)}: ${nrr === null ? '–' : decimal(nrr)}`)
              .join('; '),
            {
              as: 'rows' as const,
              title: 'IKM mal per unsur (skala 25–100)',
              head: 'Unsur',
              series: ['Nilai'],
              rows: hall.elements.map(({ element, nrr }) => ({
                key: element,
                name: elementName(element),
                values: [nrr === null ? null : Math.round(nrr * 2500) / 100],
              })),
              unit: 'count' as const,
            },
          ),
          table(
            'IKM per unsur',
            'Nilai rata-rata tiap unsur di mal',
            [
              ['Unsur', 'text', ({ element }) => elementName(element)],
              ['Jawaban', 'number', ({ n }) => n],
              ['NRR', 'decimal', ({ nrr }) => nrr],
              ['NRR × 25', 'decimal', ({ nrr }) => (nrr === null ? null : nrr * 25)],
              ['Tiga terendah', 'text', ({ element }) => (hall.lowest.includes(element) ? 'ya' : '')],
            ],
            hall.elements,
          ),
        ]
      : []),
    ...(months.length > 1
      ? [
          chart(
            'ikm-per-bulan',
            months
              .map(
                ({ month = '', ikm: index }) =>
                  `${longMonth(month)}: ${index === null ? '–' : decimal(index)}`,
              )
              .join('; '),
            {
              as: 'lines' as const,
              title: 'IKM mal per bulan',
              head: 'Bulan',
              labels: months.map(({ month = '' }) => ({ short: shortMonth(month), long: longMonth(month) })),
              series: [{ name: 'IKM', values: months.map(({ ikm: index }) => index) }],
              unit: 'count' as const,
            },
          ),
        ]
      : []),
    table(
      'IKM per bulan',
      'IKM mal per bulan',
      [['Bulan', 'text', ({ month = '' }) => longMonth(month)], ...columns('').slice(1)],
      months,
    ),
    table('IKM per instansi', 'IKM per instansi', columns('Instansi'), ikm.agency),
    table('IKM per layanan', 'IKM per layanan', columns('Layanan'), ikm.service),
  ]
}

/** Chapter 12. */
export function complaints({ complaints: said }: Material): Block[] {
  const head = heading(1, 'Pengaduan')
  const columns: Filled<ComplaintRow>[] = [
    ['Diterima', 'number', ({ received }) => received],
    ['Dijawab', 'number', ({ answered }) => answered],
    ['Ditutup tanpa jawaban', 'number', ({ closed }) => closed],
    ['Terbuka', 'number', ({ open }) => open],
    ['Terlambat', 'number', ({ late }) => late],
    ['Ke pengelola', 'number', ({ escalated }) => escalated],
    ['Hari sampai dijawab, median', 'number', ({ days }) => days?.p50 ?? null],
    ['Hari, 9 dari 10', 'number', ({ days }) => days?.p90 ?? null],
  ]
  // This is only counted for the whole hall.
  const withSp4n: Filled<ComplaintRow>[] = [...columns, ['SP4N', 'number', ({ sp4n }) => sp4n]]
  const months = said.month
  return [
    head,
    soft(
      'Hari sampai dijawab: hari mal buka, dari diterima sampai jawaban. Ke pengelola: tidak dijawab sampai batas waktu, lalu diteruskan kepada pengelola mal. SP4N: jumlah laporan di SP4N-LAPOR!, yang dicatat per bulan.',
    ),
    table('Pengaduan', 'Pengaduan di mal', withSp4n, said.hall),
    ...(months.length > 1
      ? [
          chart(
            'pengaduan-per-bulan',
            months.map(({ key, received }) => `${longMonth(key ?? '')}: ${number(received)}`).join('; '),
            {
              as: 'bars' as const,
              title: 'Pengaduan per bulan',
              head: 'Bulan',
              labels: months.map(({ key }) => ({ short: shortMonth(key ?? ''), long: longMonth(key ?? '') })),
              series: [
                { name: 'Dijawab', values: months.map(({ answered }) => answered) },
                {
                  name: 'Belum dijawab',
                  values: months.map(({ received, answered }) => received - answered),
                },
              ],
              unit: 'count' as const,
            },
          ),
        ]
      : []),
    table(
      'Pengaduan per bulan',
      'Pengaduan per bulan',
      [['Bulan', 'text', ({ key }) => longMonth(key ?? '')], ...withSp4n],
      months,
    ),
    table(
      'Pengaduan per instansi',
      'Pengaduan per instansi',
      [['Instansi', 'text', ({ key, name }) => (key === null ? 'Mal' : nameOr(name, key))], ...columns],
      said.agency,
    ),
  ]
}
