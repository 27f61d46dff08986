// Lines of a slip as they are typed: one field for each language, line by line beside each other.
import type { Text } from '../../../server/hall/equipment.ts'
import { lookUp } from '../../../screens/look-up.ts'

/** What a language's field shows. A line that is the same in the first language was not translated. */
export function typedLines(lines: readonly Text[], language: string, first: string): string {
  const words = lines.map((line) => wordsOf(line, language))
  if (language !== first && lines.every((line, index) => words[index] === wordsOf(line, first))) return ''
  return words.join('\n')
}

/** The lines that the fields make, by language. A line without a translation says the same in every language. */
export function readLines(typed: ReadonlyMap<string, string>, first: string): Text[] {
  const rows = new Map([...typed].map(([language, text]) => [language, split(text)] as const))
  return (rows.get(first) ?? []).map((own, index) => {
    const others = [...rows].map(([language, row]) => [language, row[index] ?? own])
    return { id: own, en: own, ...Object.fromEntries(others) }
  })
}

function wordsOf(line: Text, language: string): string {
  return lookUp(line, language) ?? line.id
}

function split(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
