// The report of the survey as a document: what stands in it, in order, in both languages.
import { afterEach, expect, it } from 'vitest'
import { language } from '../../screens/i18n.ts'
import { skmDocument, ikmTable } from '../../server/skm/document.ts'
import type { SkmReport } from '../../server/skm/report.ts'
import { elementName } from '../../screens/skm/elements.ts'
import type { IkmRow } from '../../server/survey/report.ts'
import { NINE } from '../../server/survey/stored.ts'

const name = (id: string) => ({ id, en: `${id} (en)` })
const report: SkmReport = {
  from: '2026-07',
  to: '2026-09',
  weight: 'exact',
  hall: name('MPP Karangasem'),
  place: name('Amlapura'),
  whole: {
    n: 104,
    population: 1520,
    sample: 307,
    reached: 104 / 307,
    ikm: 82.67,
    mutu: 'B',
    lacking: [],
    elements: NINE.map((element) => ({ element, nrr: 3.3068 })),
    lowest: ['waktu', 'biaya', 'sarana'],
  },
  agencies: [{ id: 'dukcapil', name: name('Dukcapil'), ikm: 88.31, mutu: 'A' }],
  services: [{ id: 'kk', name: name('Kartu Keluarga'), agency: 'dukcapil', ikm: 64.99, mutu: 'D' }],
  without: 7,
  profile: [
    {
      question: 'sex',
      text: name('Jenis kelamin'),
      answers: [
        { answer: 'f', text: name('Perempuan'), count: 61 },
        { answer: 'x', text: name('Lainnya'), count: null },
      ],
    },
  ],
  plans: [{ element: 'waktu', what: 'Satu loket lagi', owner: 'Koordinator', due: '2026-12-15' }],
  trend: [
    { month: '2026-08', ikm: null },
    { month: '2026-09', ikm: 82.67 },
  ],
}

afterEach(() => {
  language.value = 'id'
})

/** All that is written in it, a line each part. */
function textOf(given: SkmReport, spoken: 'id' | 'en'): string[] {
  language.value = spoken
  return skmDocument(given, spoken, '2026-10-02').parts.map((part) => {
    switch (part.part) {
      case 'heading':
        return `${'#'.repeat(part.level)} ${part.text}`
      case 'table':
        return [part.columns.map(({ head }) => head), ...part.rows].map((row) => row.join(' | ')).join('\n')
      case 'undrawn':
        return `[${part.chart.as}: ${part.alt}]`
      case 'words':
        return part.text
      default:
        return part.part
    }
  })
}

it('[SK1] the report has what the regulation asks: as a document in Indonesian', () => {
  const { title, owner, lines } = skmDocument(report, 'id', '2026-10-02')
  expect([title, owner, ...lines]).toEqual([
    'Survei Kepuasan Masyarakat',
    'MPP Karangasem',
    'Periode Juli–September 2026',
    'Amlapura',
    'Dibuat 2 Oktober 2026',
  ])
  const text = textOf(report, 'id')
  expect(text.filter((line) => line.startsWith('#'))).toEqual([
    '# Hasil survei',
    '## Indeks Kepuasan Masyarakat (IKM)',
    '## Responden',
    '## Nilai rata-rata setiap unsur (NRR)',
    '# Tindak lanjut dan perkembangan',
    '## Tiga unsur terendah dan rencana tindak lanjut',
    '## IKM setiap bulan',
    '# Instansi dan layanan',
  ])
  for (const line of [
    'IKM 82,67 · B · Baik',
    '104 responden dari 1.520 pengunjung yang dilayani',
    'Sampel minimal 307 (Krejcie dan Morgan): tercapai 34%.',
    'Jawaban | Orang\nPerempuan | 61\nLainnya | –',
    'Instansi | IKM | Mutu\nDukcapil | 88,31 | A · Sangat Baik',
    'Layanan | IKM | Mutu\nKartu Keluarga | 64,99 | D · Tidak Baik',
    '[lines: Agustus 2026: terlalu sedikit; September 2026: 82,67]',
  ])
    expect(text).toContain(line)
  expect(text.find((line) => line.startsWith('Unsur | Tindak lanjut'))).toBe(
    'Unsur | Tindak lanjut | Penanggung jawab | Paling lambat\n' +
      'Waktu penyelesaian | Satu loket lagi | Koordinator | 15 Desember 2026\n' +
      'Biaya/tarif | Rencana belum dicantumkan. |  | \n' +
      'Sarana dan prasarana | Rencana belum dicantumkan. |  | ',
  )
  expect(text.join('\n')).not.toMatch(/undefined|null|NaN|[{}]/)
})

it('[SK1] the report has what the regulation asks: as a document in English, also where there is no IKM', () => {
  const text = textOf(
    {
      ...report,
      whole: { ...report.whole, n: 3, ikm: null, mutu: null, lacking: ['biaya'], lowest: [], reached: null },
      profile: [],
      plans: [],
      agencies: [],
      services: [],
      trend: [],
    },
    'en',
  )
  for (const line of ['No IKM yet', 'Fewer than five respondents.']) expect(text).toContain(line)
  expect(text.join('\n')).toContain('Not enough yet: Fees.')
  expect(text.join('\n')).not.toMatch(/undefined|null|NaN|[{}]/)
})

it('the table of the IKM names each element, and a service that is gone by its id', () => {
  language.value = 'en'
  const row: IkmRow = {
    key: 'lama',
    name: null,
    agency: null,
    n: 2,
    answers: 2,
    excluded: 0,
    population: 9,
    sample: 9,
    reached: 2 / 9,
    elements: [{ element: 'waktu', n: 2, nrr: null }],
    skm: null,
    ikm: null,
    mutu: null,
    why: { code: 'too-few', elements: ['waktu', 'biaya'] },
    mean: null,
    lowest: [],
    extra: [],
  }
  const table = ikmTable(
    [{ ...row, month: '2026-11' }],
    { by: 'service', language: 'en', hall: name('MPP') },
    elementName,
  )
  expect(table.columns.map(({ head }) => head)).toEqual([
    'Service',
    'Month',
    'IKM',
    'Grade',
    'Answers (n)',
    'Served (N)',
    'Sample (S)',
    'Reached',
    'NRR Time to completion',
    'Answers Time to completion',
    'Too few answers',
    'Lowest elements',
  ])
  expect(table.rows).toEqual([
    ['lama', '2026-11', null, null, 2, 9, 9, 2 / 9, null, 2, 'Time to completion; Fees', null],
  ])
})
