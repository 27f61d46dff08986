// Writes the survey's report as files: a document with its charts drawn, a workbook, a CSV. Heavy: only the worker
// loads it.
import { language } from '../../screens/i18n.ts'
import { elementName } from '../../screens/skm/elements.ts'
import { draw } from '../evaluation/chart/draw.ts'
import type { Part } from '../evaluation/docx/parts.ts'
import { writeDocument } from '../evaluation/docx/write.ts'
import { tableAsCsv, writeTables } from '../sheets/table-file.ts'
import { skmDocument, ikmTable } from './document.ts'
import type { SkmQuestion } from './writer.ts'

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
