// The IKM as a table for a spreadsheet: a row for each service, agency or the hall (and month), with the mean of every
// element.
import type { Cell } from '../sheets/cell.ts'
import type { TableColumn, TableSheet } from '../sheets/table-file.ts'
import type { IkmRow } from '../survey/report.ts'
import type { Level } from './report.ts'

type Language = 'id' | 'en'
type Words = Readonly<Record<Language, string>>
type Column = readonly [head: Words, type: TableColumn['type'], cell: (row: IkmRow) => Cell]

const w = (id: string, en: string): Words => ({ id, en })

const units: Readonly<Record<Level, Words>> = {
  hall: w('Mal', 'Hall'),
  agency: w('Instansi', 'Agency'),
  service: w('Layanan', 'Service'),
}

/** @param elementName what an element is called, in the language of the table */
export function ikmTable(
  rows: readonly IkmRow[],
  { by, language, hall }: { by: Level; language: Language; hall: Words },
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
  return {
    name: 'IKM',
    columns: columns.map(([head, type]) => ({ head: head[language], type })),
    rows: rows.map((row) => columns.map(([, , cell]) => cell(row))),
  }
}
