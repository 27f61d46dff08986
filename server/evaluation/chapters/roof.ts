// What having one roof brings: several agencies in one visit, papers issued here, investment; and who got help.
import {
  type Block,
  chart,
  definitions,
  heading,
  minutes,
  nameOr,
  number,
  rate,
  table,
  words,
} from '../blocks.ts'
import type { Material } from '../material.ts'
import type { StepsRow } from '../../reports/question.ts'
import { UNSAID } from './words.ts'

/** On paper; the workbook has all. */
const MOST_PAIRS = 12
const MOST_PAPERS = 25
/** Said when the reception noted nobody in the period. */
const NOT_RECORDED = 'tidak dicatat'

/** Chapter 8. */
export function oneRoof({ visits, steps, missing }: Material): Block[] {
  const here = missing.rows.filter(({ issuedBy }) => issuedBy !== null)
  const referred = steps.agency.rows.filter((row) => row.referred > 0)
  const pairs = visits.pairs.slice(0, MOST_PAIRS)
  const pairName = ({ from, to, names }: (typeof pairs)[number]) =>
    `${nameOr(names.from, from)} ke ${nameOr(names.to, to)}`
  return [
    heading(1, 'Satu atap'),
    definitions('several', 'oneRoof', 'once', 'pairs'),
    table(
      'Satu atap',
      'Kunjungan ke lebih dari satu instansi',
      [
        ['Ukuran', 'text', ([name]: readonly [string, number, number]) => name],
        ['Kunjungan', 'number', ([, count]) => count],
        ['Bagian', 'share', ([, count, whole]) => rate(count, whole)],
      ],
      [
        [
          'Dilayani oleh dua instansi atau lebih (bagian dari semua kunjungan)',
          visits.several,
          visits.visits,
        ],
        ['Di antaranya selesai di satu atap', visits.oneRoof, visits.several],
        ['Di antaranya tidak antre dua kali', visits.once, visits.several],
      ],
    ),
    ...(pairs.length > 0
      ? [
          chart(
            'antarinstansi',
            pairs.map((pair) => `${pairName(pair)}: ${number(pair.visits)}`).join('; '),
            {
              as: 'rows' as const,
              title: 'Dari instansi ke instansi',
              head: 'Pasangan',
              series: ['Kunjungan'],
              rows: pairs.map((pair) => ({
                key: `${pair.from} ${pair.to}`,
                name: pairName(pair),
                values: [pair.visits],
              })),
              unit: 'count' as const,
            },
          ),
        ]
      : []),
    table(
      'Antarinstansi',
      'Pasangan instansi dalam satu kunjungan',
      [
        ['Dari', 'text', ({ from, names }) => nameOr(names.from, from)],
        ['Ke', 'text', ({ to, names }) => nameOr(names.to, to)],
        ['Kunjungan', 'number', ({ visits: count }) => count],
      ],
      visits.pairs,
      { onPaper: 0 },
    ),
    heading(2, 'Diteruskan ke layanan lain'),
    definitions('referred'),
    table<StepsRow>(
      'Diteruskan',
      'Langkah yang diteruskan, per instansi',
      [
        ['Instansi', 'text', ({ key, name }) => nameOr(name, key)],
        ['Diteruskan', 'number', (row) => row.referred],
        ['Bagian dari yang diambil', 'share', (row) => rate(row.referred, row.taken)],
      ],
      referred,
    ),
    heading(2, 'Berkas yang dapat diterbitkan di mal ini'),
    words(
      'Persyaratan yang kurang, tetapi diterbitkan oleh layanan di mal ini juga: pengunjung dapat mengurusnya tanpa pergi ke tempat lain.',
    ),
    table(
      'Diterbitkan di sini',
      'Persyaratan yang kurang dan diterbitkan di mal ini',
      [
        ['Persyaratan', 'text', ({ requirement, names }) => nameOr(names.requirement, requirement)],
        ['Untuk layanan', 'text', ({ service, names }) => nameOr(names.service, service)],
        ['Diterbitkan oleh', 'text', ({ issuedByName, issuedBy }) => nameOr(issuedByName, issuedBy)],
        ['Kali kurang', 'number', ({ count }) => count],
      ],
      here,
      { onPaper: MOST_PAPERS },
    ),
  ]
}

/** Chapter 9. */
export function investment({ investment: tagged, answers, onlyAsked, steps }: Material): Block[] {
  const said = (id: string) => answers.find((one) => one.id === id)?.answer ?? UNSAID
  const services = new Set(tagged?.services)
  return [
    heading(1, 'Investasi dan dokumen'),
    words(
      tagged === null
        ? 'Belum ada layanan yang ditandai sebagai layanan investasi.'
        : `Kunjungan dengan layanan investasi: ${number(tagged.visits)}.`,
    ),
    ...(tagged === null
      ? []
      : [
          table<StepsRow>(
            'Layanan investasi',
            'Layanan yang ditandai investasi',
            [
              ['Layanan', 'text', ({ key, name }) => nameOr(name, key)],
              ['Diambil', 'number', ({ taken }) => taken],
              ['Dilayani', 'number', ({ served }) => served],
              ['Tunggu, median (menit)', 'minutes', ({ waiting }) => minutes(waiting?.p50)],
              ['Pelayanan, median (menit)', 'minutes', ({ serving }) => minutes(serving?.p50)],
            ],
            steps.service.rows.filter(({ key }) => services.has(String(key))),
          ),
        ]),
    definitions('onlyAsked'),
    table(
      'Investasi dan dokumen',
      'Yang dicatat di mal ini',
      [
        ['Ukuran', 'text', ([name]: readonly [string, string]) => name],
        ['Jawaban', 'text', ([, answer]) => answer, 60],
      ],
      [
        ['Jumlah izin usaha yang terbit', said('permits')],
        ['Nilai investasi yang masuk', said('investment-value')],
        ['Dampak terhadap kemudahan berusaha dan investasi', said('investment-effect')],
        ['Dokumen yang diserahkan kepada pengunjung, menurut catatan loket', documentsIn(steps)],
        [
          'Pengunjung yang hanya bertanya',
          onlyAsked.rows.length === 0 ? NOT_RECORDED : number(onlyAsked.count),
        ],
      ],
    ),
  ]
}

/** Zero is never noted, so a total of zero means that this hall does not note documents. */
function documentsIn({ hall }: Material['steps']): string {
  const all = hall.rows.reduce((sum, { documents = 0 }) => sum + documents, 0)
  return all === 0 ? NOT_RECORDED : number(all)
}

/** Chapter 10. */
export function help({ steps }: Material): Block[] {
  const columns = (head: string, of: (key: unknown) => string) =>
    [
      [head, 'text', ({ key }: StepsRow) => of(key)],
      ['Diambil', 'number', ({ taken }: StepsRow) => taken],
      ['Dilayani', 'number', ({ served }: StepsRow) => served],
      ['Tidak hadir', 'number', ({ noShow }: StepsRow) => noShow],
      ['Pergi', 'number', ({ left }: StepsRow) => left],
      ['Tunggu, median (menit)', 'minutes', ({ waiting }: StepsRow) => minutes(waiting?.p50)],
      ['Tunggu, 9 dari 10 (menit)', 'minutes', ({ waiting }: StepsRow) => minutes(waiting?.p90)],
      ['Tepat waktu', 'share', ({ level }: StepsRow) => level?.share ?? null],
    ] as const
  return [
    heading(1, 'Prioritas dan bantuan'),
    definitions('priority'),
    table(
      'Prioritas',
      'Pengunjung prioritas dan reguler',
      columns('Kelas', (key) => (key === 'priority' ? 'prioritas' : 'reguler')),
      steps.class.rows,
    ),
    heading(2, 'Didatangi petugas'),
    words('Pengunjung yang meminta petugas mendatanginya di ruang tunggu.'),
    table(
      'Didatangi petugas',
      'Langkah dengan petugas yang mendatangi pengunjung',
      columns('Bantuan', (key) => (key === 'come-to-me' ? 'didatangi petugas' : 'tanpa bantuan')),
      steps.help.rows,
    ),
  ]
}
