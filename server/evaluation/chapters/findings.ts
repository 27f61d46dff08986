// Findings of visits and shortcomings in the field, and what the manager answered.
import { type Block, dayCell, heading, longDay, number, table, type TableBlock, words } from '../blocks.ts'
import type { Material } from '../material.ts'
import type { FindingSaid } from '../others.ts'
import { questionGroups, questions } from '../questions.ts'
import { facilityStates, findingSources, findingStates, UNSAID } from './words.ts'

export const isOpen = ({ state }: Pick<FindingSaid, 'state'>): boolean =>
  state === 'open' || state === 'working'

export function findingsTable(sheet: string, title: string, findings: readonly FindingSaid[]): TableBlock {
  return table(
    sheet,
    title,
    [
      ['No.', 'number', ({ number: nth }) => nth],
      ['Sumber', 'text', ({ source }) => findingSources[source]],
      ['Temuan', 'text', ({ what, where }) => (where ? `${what} (${where})` : what)],
      ['Penanggung jawab', 'text', ({ owner }) => owner ?? UNSAID],
      ['Batas waktu', 'day', ({ due }) => dayCell(due)],
      ['Keadaan', 'text', ({ state }) => findingStates[state]],
      ['Yang dilakukan', 'text', ({ done }) => done],
      ['Selesai', 'day', ({ endedOn }) => dayCell(endedOn)],
      ['Bukti', 'text', ({ evidence }) => (evidence.length === 0 ? null : evidence.join('\n'))],
    ],
    findings,
  )
}

/** Chapter 15. */
export function allFindings({ findings, facilities, inspections, today }: Material): Block[] {
  const open = findings.filter(isOpen)
  const said = facilities.filter(({ state }) => state !== 'not-needed')
  return [
    heading(1, 'Temuan dan kekurangan'),
    words(
      `Sampai ${longDay(today)} ${number(findings.length)} temuan dan kekurangan dicatat; ${number(open.length)} masih terbuka, ` +
        `${number(open.filter(({ owner }) => owner === null).length)} di antaranya tanpa penanggung jawab.`,
    ),
    findingsTable('Temuan', 'Semua temuan dan kekurangan', findings),
    heading(2, 'Fasilitas yang datang bertahap'),
    table(
      'Fasilitas',
      'Fasilitas dan tanggal yang diharapkan; yang diperlukan kelompok rentan lebih dahulu',
      [
        ['Fasilitas', 'text', ({ name }) => name.id],
        ['Untuk kelompok rentan', 'text', ({ vulnerable }) => (vulnerable ? 'ya' : null)],
        ['Keadaan', 'text', ({ state }) => facilityStates[state]],
        ['Diharapkan', 'day', ({ expected }) => dayCell(expected)],
      ],
      said,
    ),
    heading(2, 'Kunjungan evaluasi'),
    table(
      'Kunjungan evaluasi',
      'Siapa yang datang mengevaluasi',
      [
        ['Tanggal', 'day', ({ day }) => dayCell(day)],
        ['Dari', 'text', ({ source }) => findingSources[source]],
        ['Siapa', 'text', ({ who }) => who],
        ['Catatan', 'text', ({ note }) => note],
      ],
      inspections,
    ),
  ]
}

const groupNames: Readonly<Record<(typeof questionGroups)[number], string>> = {
  basis: 'Dasar',
  building: 'Gedung dan sarana',
  people: 'Petugas',
  investment: 'Investasi',
  service: 'Pelayanan',
  next: 'Selanjutnya',
}

/** Chapter 16. */
export function managerAnswers({ answers }: Material): Block[] {
  const given = new Map(answers.map((one) => [one.id, one]))
  const unsaid = questions.filter(({ id }) => !given.has(id)).length
  return [
    heading(1, 'Keterangan pengelola'),
    words(
      'Yang tidak dapat diketahui program diisi oleh pengelola mal; tanggalnya adalah hari terakhir keterangan itu diperiksa. ' +
        (unsaid === 0
          ? 'Semua sudah diisi.'
          : `${number(unsaid)} dari ${number(questions.length)} ${UNSAID}.`),
    ),
    ...questionGroups.flatMap((group): Block[] => [
      heading(2, groupNames[group]),
      table(
        `Keterangan - ${groupNames[group]}`.slice(0, 31),
        groupNames[group],
        [
          ['Pertanyaan', 'text', ({ text }) => text.id, 34],
          [
            'Keterangan',
            'text',
            ({ id, kind }) => {
              const answer = given.get(id)?.answer
              if (answer === undefined) return UNSAID
              return kind === 'day' ? longDay(answer) : kind === 'number' ? number(Number(answer)) : answer
            },
            60,
          ],
          ['Diperiksa', 'day', ({ id }) => dayCell(given.get(id)?.reviewedOn)],
        ],
        questions.filter((one) => one.group === group),
      ),
    ]),
  ]
}
