// The plan as a file: a workbook with a sheet for each kind, or one kind as CSV.
import { type Sheet, sheetOf } from './book.ts'
import { writeCsv } from './csv.ts'
import { writeWorkbook } from './excel.ts'
import type { Words } from './field.ts'
import { languagesFor } from './kinds-of.ts'
import { planKinds, staffKinds } from './kinds.ts'
import { callingOf, type Named, namesOf } from './names.ts'
import type { WriteQuestion } from './question.ts'
import { isTable, type Table } from './table.ts'

const about: Readonly<Record<WriteQuestion['of'], Words>> = {
  plan: { id: 'Pengaturan mal', en: 'Settings of the hall' },
  staff: { id: 'Daftar petugas', en: 'List of staff' },
}

/** The bytes of the file. */
export async function writeFile({ of, doc: given, language, kind }: WriteQuestion): Promise<Uint8Array> {
  const doc: Table = isTable(given) ? given : {}
  const calling = callingOf(doc)
  const names = namesOf(calling, language)
  const known = of === 'plan' ? planKinds : staffKinds
  const sheets = known
    .filter(({ name }) => kind === null || name === kind)
    .map((one): Sheet => sheetOf(one, doc, languagesFor(one, doc), names))
  const [first] = sheets
  if (kind !== null && first) return Buffer.from(writeCsv(first, language))
  const labels = new Map(
    (['agency', 'zone', 'service'] as const).map((of): [Named, string[]] => [
      of,
      calling[of].map(({ id }) => names.label(of, id)),
    ]),
  )
  return writeWorkbook(sheets, { labels }, language, about[of])
}
