// The audit as a table for a spreadsheet: RFC 4180, with the mark by which Excel recognises UTF-8.
import type { AuditLine } from './question.ts'
import type { AuditTexts } from './texts/texts.ts'

const columns = ['day', 'time', 'number', 'counter', 'who', 'what', 'note', 'record', 'seq'] as const

/** Byte order mark: without it Excel assumes the local code page. */
const mark = '\uFEFF'

/** What a spreadsheet would take for a formula (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r\n]/

/** The table in portions, its header first. */
export async function* csv(
  portions: AsyncIterable<readonly AuditLine[]>,
  { columns: heads, records }: AuditTexts,
): AsyncGenerator<string> {
  yield mark + row(columns.map((column) => heads[column]))
  for await (const lines of portions) {
    yield lines
      .map((line) =>
        row([
          line.day,
          line.time,
          line.number ?? '',
          line.counter?.name ?? '',
          line.who,
          line.what,
          line.note ?? '',
          records[line.record],
          String(line.seq),
        ]),
      )
      .join('')
  }
}

function row(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/** A cell. An apostrophe in front turns what could be a formula into text. */
function cell(text: string): string {
  const plain = formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
