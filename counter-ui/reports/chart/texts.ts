// What every chart says besides its own words: `chartText('showTable')`.
import { type Translation, makeTexts } from '../../../screens/i18n.ts'

export const id = {
  showTable: 'Tabel',
  showTableOf: 'Tampilkan tabel: {title}',
  empty: 'Belum ada data untuk digambar.',
  none: 'tidak ada atau terlalu sedikit',
  gaps: '× = tidak ada nilai, atau terlalu sedikit untuk ditampilkan.',
  total: 'Jumlah',
  range: '{name}, sebaran',
  rangeOf: '{low} sampai {high}',
  marks: 'Penanda',
  minutes: '{count} menit',
  minutesShort: '{count} mnt',
  axisMinutes: 'menit',
  axisShare: 'persen',
  heatScale: 'Makin gelap makin banyak, sampai {most}.',
} as const

export const en: Translation<typeof id> = {
  showTable: 'Table',
  showTableOf: 'Show the table: {title}',
  empty: 'There is nothing to draw yet.',
  none: 'none, or too few',
  gaps: '× = no value, or too few to be shown.',
  total: 'Total',
  range: '{name}, range',
  rangeOf: '{low} to {high}',
  marks: 'Marks',
  minutes: '{count} minutes',
  minutesShort: '{count} min',
  axisMinutes: 'minutes',
  axisShare: 'per cent',
  heatScale: 'The stronger the colour the more, up to {most}.',
}

export const chartText = makeTexts({ id, en })
