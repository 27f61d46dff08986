// The report of the survey as a document that the office can edit: its parts in order, as the regulation requires.
// Words and charts are those of the public page. Only the worker loads it; it has set the language.
import { formatMonth, formatNumber, formatShortMonth, formatIkm, formatNrr } from '../../screens/format.ts'
import { pick, language } from '../../screens/i18n.ts'
import { longDay } from '../../screens/layanan/words.ts'
import { elementName, mutuWords } from '../../screens/skm/elements.ts'
import { skmText } from '../../screens/skm/texts.ts'
import { percent, periodName } from '../../screens/skm/words.ts'
import { type Chart, draw } from '../evaluation/chart/draw.ts'
import type { DocumentLanguage, Part, TablePart } from '../evaluation/docx/parts.ts'
import { writeDocument } from '../evaluation/docx/write.ts'
import { type Filled, type TableSheet, tableSheet, w, type Words } from '../sheets/cell.ts'
import { tableAsCsv, writeTables } from '../sheets/table-file.ts'
import type { IkmRow } from '../survey/report.ts'
import type { SkmReport, Level } from './report.ts'
import type { SkmQuestion } from './writer.ts'

/** A chart still to be drawn. */
export interface Undrawn {
  readonly part: 'undrawn'
  readonly chart: Chart
  readonly alt: string
}

export interface SkmDocument {
  readonly language: DocumentLanguage
  readonly title: string
  readonly owner: string
  readonly lines: readonly string[]
  readonly parts: readonly (Part | Undrawn)[]
}

const FEWEST = 5

/** The parts of the report. `made`: the day on which it was made. */
export function skmDocument(report: SkmReport, language: DocumentLanguage, made: string): SkmDocument {
  return {
    language,
    title: skmText('title'),
    owner: pick(report.hall),
    lines: [
      skmText('period', { period: periodName(report) }),
      pick(report.place),
      skmText('madeOn', { day: longDay(made) }),
    ],
    parts: [
      heading(1, skmText('resultChapter')),
      ...result(report),
      ...respondents(report),
      ...elements(report),
      heading(1, skmText('followChapter')),
      ...followUp(report),
      ...trend(report),
      heading(1, skmText('units')),
      ...unitsOf(report),
    ],
  }
}

const heading = (level: 1 | 2, text: string): Part => ({ part: 'heading', level, text })
const words = (text: string, tone?: 'soft' | 'strong'): Part => ({
  part: 'words',
  text,
  ...(tone && { tone }),
})
const number = (head: string) => ({ head, isNumber: true })

function result({ whole, weight, ...report }: SkmReport): Part[] {
  const { ikm, mutu, lacking } = whole
  return [
    heading(2, skmText('of')),
    words(skmText('period', { period: periodName(report) })),
    words(skmText('place', { place: `${pick(report.hall)}, ${pick(report.place)}` })),
    ...(ikm === null
      ? [
          words(skmText('noIkm'), 'strong'),
          ...(lacking.length > 0
            ? [words(skmText('lacking', { elements: lacking.map(elementName).join('; ') }))]
            : []),
        ]
      : [words(`IKM ${formatIkm(ikm)} · ${mutuWords(mutu)}`, 'strong')]),
    words(skmText(weight), 'soft'),
    words(skmText('bands'), 'soft'),
    words(skmText('rule'), 'soft'),
  ]
}

function respondents({ whole: { n, population, sample, reached }, profile }: SkmReport): Part[] {
  return [
    heading(2, skmText('respondents')),
    words(
      n < FEWEST
        ? skmText('peopleFew')
        : skmText('people', { n: formatNumber(n), population: formatNumber(population) }),
    ),
    ...(n >= FEWEST && reached !== null
      ? [words(skmText('sample', { sample: formatNumber(sample), share: percent(Math.min(1, reached)) }))]
      : []),
    ...profile.map(({ text, answers }): TablePart => ({
      part: 'table',
      title: pick(text),
      columns: [{ head: skmText('answer') }, number(skmText('count'))],
      rows: answers.map((one) => [
        pick(one.text),
        one.count === null ? skmText('hidden') : formatNumber(one.count),
      ]),
    })),
    ...(profile.length > 0 ? [words(skmText('profileHint'), 'soft')] : []),
  ]
}

const nrrWords = (nrr: number | null) => (nrr === null ? skmText('tooFew') : formatNrr(nrr))
const ikmWords = (ikm: number | null) => (ikm === null ? skmText('tooFew') : formatIkm(ikm))

function elements({ whole }: SkmReport): (Part | Undrawn)[] {
  const told = whole.elements.map(({ element, nrr }) => [elementName(element), nrrWords(nrr)] as const)
  return [
    heading(2, skmText('elements')),
    {
      part: 'undrawn',
      alt: told.map(([name, nrr]) => `${name}: ${nrr}`).join('; '),
      chart: {
        as: 'rows',
        title: skmText('elements'),
        head: skmText('element'),
        unit: 'nrr',
        series: [skmText('nrr')],
        rows: whole.elements.map(({ element, nrr }) => ({
          key: element,
          name: elementName(element),
          values: [nrr],
        })),
      },
    },
    {
      part: 'table',
      title: skmText('elements'),
      columns: [{ head: skmText('element') }, number(skmText('nrr'))],
      rows: told,
    },
    words(skmText('scale'), 'soft'),
  ]
}

function followUp({ whole: { lowest }, plans }: SkmReport): Part[] {
  if (lowest.length === 0) return [words(skmText('noIkm'))]
  return [
    heading(2, skmText('lowest')),
    {
      part: 'table',
      title: skmText('lowest'),
      columns: [
        { head: skmText('element') },
        { head: skmText('what') },
        { head: skmText('owner') },
        { head: skmText('due') },
      ],
      rows: lowest.flatMap((element) => {
        const own = plans.filter((plan) => plan.element === element)
        if (own.length === 0) return [[elementName(element), skmText('noPlan'), '', '']]
        return own.map(({ what, owner, due }) => [
          elementName(element),
          what,
          owner,
          due === null ? '' : longDay(due),
        ])
      }),
    },
  ]
}

function trend({ trend: months }: SkmReport): (Part | Undrawn)[] {
  if (months.length === 0) return []
  return [
    heading(2, skmText('trend')),
    {
      part: 'undrawn',
      alt: months.map(({ month, ikm }) => `${formatMonth(month)}: ${ikmWords(ikm)}`).join('; '),
      chart: {
        as: 'lines',
        title: skmText('trend'),
        head: skmText('month'),
        unit: 'ikm',
        labels: months.map(({ month }) => ({ short: formatShortMonth(month), long: formatMonth(month) })),
        series: [{ name: skmText('ikm'), values: months.map(({ ikm }) => ikm) }],
      },
    },
    {
      part: 'table',
      title: skmText('trend'),
      columns: [{ head: skmText('month') }, number(skmText('ikm'))],
      rows: months.map(({ month, ikm }) => [formatMonth(month), ikmWords(ikm)]),
    },
  ]
}

function unitsOf({ agencies, services, without }: SkmReport): Part[] {
  const table = (title: string, head: string, rows: SkmReport['agencies']): TablePart => ({
    part: 'table',
    title,
    columns: [{ head }, number(skmText('ikm')), { head: skmText('grade') }],
    rows: rows.map(({ name, ikm, mutu }) => [pick(name), formatIkm(ikm), mutuWords(mutu)]),
  })
  return [
    table(skmText('agencies'), skmText('agency'), agencies),
    table(skmText('services'), skmText('service'), services),
    ...(without > 0 ? [words(skmText('without', { count: without }), 'soft')] : []),
  ]
}

// The IKM as a table for a spreadsheet: a row for each service, agency or the hall (and month), with the mean of every
// element.

type Column = Filled<IkmRow>

const units: Readonly<Record<Level, Words>> = {
  hall: w('Mal', 'Hall'),
  agency: w('Instansi', 'Agency'),
  service: w('Layanan', 'Service'),
}

/** @param elementName what an element is called, in the language of the table */
export function ikmTable(
  rows: readonly IkmRow[],
  { by, language, hall }: { by: Level; language: keyof Words; hall: Words },
  elementName: (element: string) => string,
): TableSheet {
  const elements = [...new Set(rows.flatMap((row) => row.elements.map(({ element }) => element)))]
  const columns: Column[] = [
    [units[by], 'text', ({ key, name }) => (by === 'hall' ? hall : name)?.[language] ?? key],
    ...(rows.some(({ month }) => month)
      ? [[w('Bulan', 'Month'), 'text', ({ month }: IkmRow) => month ?? null] as const]
      : []),
    [w('IKM', 'IKM'), 'decimal', ({ ikm }) => ikm],
    [w('Mutu', 'Grade'), 'text', ({ mutu }) => mutu],
    [w('Jawaban (n)', 'Answers (n)'), 'number', ({ n }) => n],
    [w('Dilayani (N)', 'Served (N)'), 'number', ({ population }) => population],
    [w('Sampel (S)', 'Sample (S)'), 'number', ({ sample }) => sample],
    [w('Tercapai', 'Reached'), 'share', ({ reached }) => reached],
    ...elements.flatMap((element): Column[] => [
      [
        w(`NRR ${elementName(element)}`, `NRR ${elementName(element)}`),
        'decimal',
        (row) => row.elements.find((one) => one.element === element)?.nrr ?? null,
      ],
      [
        w(`Jawaban ${elementName(element)}`, `Answers ${elementName(element)}`),
        'number',
        (row) => row.elements.find((one) => one.element === element)?.n ?? null,
      ],
    ]),
    [
      w('Belum cukup jawaban', 'Too few answers'),
      'text',
      ({ why }) => why?.elements.map(elementName).join('; ') ?? null,
    ],
    [
      w('Unsur terendah', 'Lowest elements'),
      'text',
      ({ lowest }) => lowest.map(elementName).join('; ') || null,
    ],
  ]
  return tableSheet(w('IKM', 'IKM'), language, columns, rows)
}

// Writes the survey's report as files: a document with its charts drawn, a workbook, a CSV. Heavy: only the worker
// loads it.

/** The bytes of the file. */
export async function written(question: SkmQuestion): Promise<Uint8Array> {
  language.value = question.language
  if (question.do === 'table') {
    const { as, title, rows, ...how } = question
    const sheet = ikmTable(rows, how, elementName)
    return as === 'csv' ? Buffer.from(tableAsCsv(sheet)) : writeTables(title, [sheet])
  }
  const made = skmDocument(question.report, question.language, question.made)
  const parts: Part[] = []
  for (const part of made.parts) {
    if (part.part !== 'undrawn') {
      parts.push(part)
      continue
    }
    const { png, width, height } = await draw(part.chart, question.fonts)
    parts.push({ part: 'chart', title: part.chart.title, alt: part.alt, png, width, height })
  }
  return writeDocument({ ...made, logo: null, parts })
}
