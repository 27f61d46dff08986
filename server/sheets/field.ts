// A field of a thing as columns of a sheet: how it is written into cells and read from what people type. A new field
// of the plan is one line in `kinds.ts`, made by one of these functions; days and hours are in `field-times.ts`.
import { isSame } from '../drafts/merge.ts'
import { type Cell, isBlank, isDay, joined, split, textOf, w, type Words } from './cell.ts'
import type { Names, Named } from './names.ts'
import { fieldAt, isTable, type Table } from './table.ts'
import type { Said } from './words.ts'

export interface Column {
  /** Unique within its kind; the place of the value in the thing, `name.en`. */
  readonly key: string
  readonly head: Words
  /** In characters. */
  readonly width: number
  readonly type: 'text' | 'number' | 'day'
  /** What may be chosen: words, or the names of things in another sheet. */
  readonly choices?: readonly Words[] | Named
  /** Whether one cell can have several of those; then there is no drop-down list. */
  readonly many?: true
  /** One line for the guide sheet. */
  readonly hint?: Words | undefined
}

export interface Reader {
  readonly names: Names
  /** The thing so far: the fields of earlier columns. */
  readonly thing: Table
  /** The value that the field had; undefined for a new thing. */
  readonly was: unknown
  /** Names a fault in a cell; the field then stays as it was. */
  readonly say: (column: number, ...said: Said) => void
}

export interface Field {
  /** Its place in the thing: `name`, `rates.regular`. */
  readonly at: string
  readonly columns: readonly Column[]
  /** One cell for each column; `value` may be anything, because a draft may contain anything. */
  readonly write: (value: unknown, names: Names) => Cell[]
  /** Undefined: the field is left out. */
  readonly read: (cells: readonly Cell[], reader: Reader) => unknown
  /** Its value when the cell is empty, in a new thing too. */
  readonly empty?: unknown
}

export interface Options {
  readonly hint?: Words
  readonly width?: number
  /** What an empty cell means; by default, that the field is left out. */
  readonly empty?: unknown
}

/** A text in each language; all columns empty: left out. Languages without a column stay. */
export function text(at: string, head: Words, languages: readonly string[], options: Options = {}): Field {
  return {
    at,
    columns: languages.map((language) => ({
      key: `${at}.${language}`,
      head: inLanguage(head, language),
      width: options.width ?? 30,
      type: 'text',
      hint: language === 'id' ? options.hint : undefined,
    })),
    write: (value) => languages.map((language) => cellOf(fieldAt(value, language))),
    read(cells, { was, say }) {
      const said = languages.map((language, nth) => [language, wordsIn(cells[nth], nth, say)] as const)
      if (said.every(([, one]) => one === '')) return options.empty
      const kept = isTable(was) ? Object.entries(was).filter(([key]) => !languages.includes(key)) : []
      return Object.fromEntries([...said.filter(([, one]) => one !== ''), ...kept])
    },
    empty: options.empty,
  }
}

function inLanguage({ id, en }: Words, language: string): Words {
  if (language === 'id') return { id, en }
  if (language === 'en') return w(`${id} (Inggris)`, `${en} (English)`)
  return w(`${id} (${language})`, `${en} (${language})`)
}

/** Words that are the same in all languages. */
export function plain(at: string, head: Words, options: Options = {}): Field {
  return {
    at,
    columns: [{ key: at, head, width: options.width ?? 20, type: 'text', hint: options.hint }],
    write: (value) => [cellOf(value)],
    read: ([cell = null], { say }) => wordsIn(cell, 0, say) || options.empty,
    empty: options.empty,
  }
}

/** A number; `whole`: without a fraction. */
export function number(at: string, head: Words, options: Options & { whole?: true } = {}): Field {
  return {
    at,
    columns: [{ key: at, head, width: options.width ?? 12, type: 'number', hint: options.hint }],
    write: (value) => [typeof value === 'number' ? value : cellOf(value)],
    read([cell = null], { say }) {
      if (isBlank(cell)) return options.empty
      const read = numberIn(cell)
      if (typeof read === 'string') say(0, read, { text: textOf(cell) })
      else if (options.whole && !Number.isInteger(read)) say(0, 'not-whole', { text: textOf(cell) })
      return read
    },
    empty: options.empty,
  }
}

function numberIn(cell: Cell): number | 'not-a-number' | 'number-unclear' {
  if (typeof cell === 'number') return cell
  if (typeof cell !== 'string') return 'not-a-number'
  const typed = cell.trim().replaceAll(/[\s ]/g, '')
  // In Indonesia 1.000 is a thousand; to a program it is one.
  if (/^-?\d{1,3}(?:[.,]\d{3})+$/.test(typed)) return 'number-unclear'
  return /^-?\d+(?:[.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : 'not-a-number'
}

/** One of a few values, each with its word. */
export function choice(
  at: string,
  head: Words,
  values: readonly (readonly [value: string | number | boolean, word: Words])[],
  options: Options & { emptyStays?: true } = {},
): Field {
  return {
    at,
    columns: [
      {
        key: at,
        head,
        width: options.width ?? 18,
        type: 'text',
        choices: values.map(([, word]) => word),
        hint: options.hint,
      },
    ],
    write(value, { language }) {
      const known = values.find(([one]) => one === value)
      return [known ? known[1][language] : cellOf(value)]
    },
    read([cell = null], { names, say, was }) {
      if (isBlank(cell)) return options.emptyStays ? (was ?? options.empty) : options.empty
      const found = values.find(([value, word]) => isWord(cell, word) || textOf(cell) === value)
      if (!found)
        say(0, 'not-a-choice', {
          text: textOf(cell),
          choices: values.map(([, word]) => word[names.language]).join(', '),
        })
      return found?.[0]
    },
    empty: options.empty,
  }
}

const yes = [
  [true, w('ya', 'yes')],
  [false, w('tidak', 'no')],
] as const

export const yesOrNo = (at: string, head: Words, options: Options = {}) => choice(at, head, yes, options)

export function isWord(cell: Cell, { id, en }: Words): boolean {
  const typed = textOf(cell).toLowerCase()
  if (typed === 'true' || typed === 'false') return (typed === 'true' ? 'ya' : 'tidak') === id
  return typed === id.toLowerCase() || typed === en.toLowerCase()
}

/** The name of a thing in another sheet. */
export function ref(at: string, head: Words, of: Named, options: Options = {}): Field {
  return {
    at,
    columns: [{ key: at, head, width: options.width ?? 30, type: 'text', choices: of, hint: options.hint }],
    write: (value, names) => [typeof value === 'string' ? names.label(of, value) : cellOf(value)],
    read([cell = null], reader) {
      if (isBlank(cell)) return options.empty
      return named(textOf(cell), of, reader, 0) ?? undefined
    },
    empty: options.empty,
  }
}

/** The names of several. */
export function refs(at: string, head: Words, of: Named, options: Options & { orNone?: true } = {}): Field {
  const hint =
    options.hint ??
    w('Beberapa nama dipisahkan dengan titik koma.', 'Several names, with semicolons between.')
  return {
    at,
    columns: [{ key: at, head, width: options.width ?? 50, type: 'text', choices: of, many: true, hint }],
    write: (value, names) => [joined(textsIn(value).map((id) => names.label(of, id)))],
    read([cell = null], reader) {
      const found = split(textOf(cell)).flatMap((one) => named(one, of, reader, 0) ?? [])
      return found.length === 0 && options.orNone ? undefined : found
    },
    empty: options.orNone ? undefined : [],
  }
}

function named(typed: string, of: Named, { names, thing, say }: Reader, column: number): string | null {
  const found = names.find(of, typed, thing)
  if (found.length === 1) return found[0] ?? null
  const sheet = names.sheet(of)
  if (found.length === 0) say(column, 'unknown-name', { text: typed, sheet })
  else say(column, 'name-unclear', { text: typed, names: found.map((id) => names.full(of, id)).join(' / ') })
  return null
}

/** Several words in one cell. */
export function list(at: string, head: Words, options: Options & { most?: number } = {}): Field {
  const hint =
    options.hint ??
    w('Beberapa kata dipisahkan dengan titik koma.', 'Several words, with semicolons between.')
  return {
    at,
    columns: [{ key: at, head, width: options.width ?? 40, type: 'text', hint }],
    write: (value) => [joined(textsIn(value))],
    read([cell = null], { say }) {
      const items = split(wordsIn(cell, 0, say))
      return items.length === 0 ? options.empty : items
    },
    empty: options.empty,
  }
}

/** Several texts in each language, each on a line of its own: steps. */
export function steps(at: string, head: Words, languages: readonly string[], options: Options = {}): Field {
  const one = text(at, head, languages, options)
  return {
    ...one,
    write: (value) =>
      languages.map((language) =>
        Array.isArray(value)
          ? joined(
              value.map((step) => textOf(cellOf(fieldAt(step, language)))),
              '\n',
            )
          : null,
      ),
    read(cells, { was, say }) {
      const columns = languages.map(
        (language, nth) => [language, split(wordsIn(cells[nth], nth, say))] as const,
      )
      const most = Math.max(...columns.map(([, lines]) => lines.length))
      if (most === 0) return options.empty
      return Array.from({ length: most }, (_, nth) => {
        const before: unknown = Array.isArray(was) ? was[nth] : undefined
        const kept = isTable(before) ? Object.entries(before).filter(([key]) => !languages.includes(key)) : []
        const said = columns.flatMap(([language, lines]) =>
          lines[nth] ? [[language, lines[nth]] as const] : [],
        )
        return Object.fromEntries([...said, ...kept])
      })
    },
  }
}

/**
 * Several fields as one value, for fields that depend on each other. `make` may name a fault of the cell in a column.
 */
export function together(
  at: string,
  parts: readonly Field[],
  make: (values: readonly unknown[], reader: Reader) => unknown,
  take: (value: unknown) => readonly unknown[],
): Field {
  const columns = parts.flatMap((part) => part.columns)
  return {
    at,
    columns,
    write(value, names) {
      const values = take(value)
      return parts.flatMap((part, nth) => part.write(values[nth], names))
    },
    read(cells, reader) {
      const before = take(reader.was)
      let begins = 0
      const values = parts.map((part, nth) => {
        const from = begins
        begins += part.columns.length
        const say: Reader['say'] = (column, ...said) => reader.say(from + column, ...said)
        return part.read(cells.slice(from, begins), { ...reader, was: before[nth], say })
      })
      return make(values, reader)
    },
  }
}

/** What a cell shows of any value. */
export function cellOf(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}

const textsIn = (value: unknown) => (Array.isArray(value) ? value.map((one) => textOf(cellOf(one))) : [])

/** The text of a cell. A number is read as it looks; a day is what a spreadsheet made of text such as 1-2. */
function wordsIn(cell: Cell | undefined, column: number, say: Reader['say']): string {
  if (isDay(cell)) say(column, 'is-a-day', { text: textOf(cell) })
  return textOf(cell)
}

/** Whether a field's value is the same in both. */
export function isSameAt(at: string, one: unknown, other: unknown): boolean {
  return isSame(fieldAt(one, at), fieldAt(other, at))
}
