// Findings of visits and shortcomings in the field, and what the manager answered.
import { type Block, dayCell, heading, longDay, number, table, type TableBlock, words } from '../blocks.ts'
import type { Material } from '../material.ts'
import type { FindingSaid } from '../others.ts'
import { questionGroups, questions } from '../questions.ts'
import { findingSource, findingStates, UNKEPT, UNSAID } from './words.ts'

export const isOpen = ({ state }: Pick<FindingSaid, 'state'>): boolean =>
  state === 'open' || state === 'working'

export function findingsTable(sheet: string, findings: readonly FindingSaid[]): TableBlock {
  return table(
    sheet,
    'Temuan dan tindak lanjutnya',
    [
      ['Sumber', 'text', ({ source }) => findingSource(source)],
      ['Temuan', 'text', ({ what, where }) => (where ? `${what} (${where})` : what)],
      ['Penanggung jawab', 'text', ({ owner }) => owner || UNSAID],
      ['Batas waktu', 'day', ({ due }) => dayCell(due)],
      ['Keadaan', 'text', ({ state }) => findingStates[state]],
      [
        'Yang dilakukan',
        'text',
        ({ did, endedOn }) =>
          [did, endedOn ? `(${longDay(endedOn)})` : null].filter(Boolean).join(' ') || null,
      ],
      ['Bukti', 'text', ({ evidence }) => (evidence.length === 0 ? null : evidence.join('\n'))],
    ],
    findings,
  )
}

/** Chapter 15. */
export function allFindings({ findings }: Material): Block[] {
  const head = heading(1, 'Temuan dan kekurangan')
  if (findings === null) return [head, words(UNKEPT)]
  const facilities = findings.filter(({ facility }) => facility !== null)
  return [
    head,
    words(
      `${number(findings.length)} temuan dan kekurangan dicatat; ${number(findings.filter(isOpen).length)} masih terbuka, ` +
        `${number(findings.filter((one) => isOpen(one) && !one.owner).length)} di antaranya tanpa penanggung jawab.`,
    ),
    findingsTable('Temuan', findings),
    heading(2, 'Sarana yang datang bertahap'),
    table(
      'Sarana',
      'Sarana dan tanggal yang diharapkan',
      [
        [
          'Sarana',
          'text',
          ({ facility, what }) => (facility && facility !== what ? `${facility}: ${what}` : what),
        ],
        ['Tempat', 'text', ({ where }) => where || null],
        ['Diharapkan', 'day', ({ expected }) => dayCell(expected)],
        ['Keadaan', 'text', ({ state }) => findingStates[state]],
      ],
      facilities,
    ),
  ]
}

const groupNames: Readonly<Record<(typeof questionGroups)[number], string>> = {
  visits: 'Kunjungan evaluasi',
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
