// The parts of a printed report as plain data, from which `write.ts` makes the document. So what a report says can be tested
// without opening one.

/** Words of the document itself. */
export type DocumentLanguage = 'id' | 'en'

/** Level 1 is a chapter: numbered, on a new page. Levels 1 and 2 are listed in the contents. */
export interface Heading {
  readonly part: 'heading'
  readonly level: 1 | 2 | 3
  readonly text: string
}

/** `soft`: an explanation, smaller and grey; `strong`: what must not be overlooked. */
export interface Words {
  readonly part: 'words'
  readonly text: string
  readonly tone?: 'soft' | 'strong'
}

export interface List {
  readonly part: 'list'
  readonly items: readonly string[]
}

export interface TablePart {
  readonly part: 'table'
  readonly title: string
  readonly columns: readonly TableHead[]
  readonly rows: readonly (readonly string[])[]
}

export interface TableHead {
  readonly head: string
  /** Numbers are aligned right. */
  readonly isNumber?: boolean
  /** Width relative to the other columns; by default what its texts need. */
  readonly width?: number
}

/** A picture of a chart. `alt`: what it shows, in words, for those who can't see it. */
export interface ChartPart {
  readonly part: 'chart'
  readonly title: string
  readonly alt: string
  readonly png: Uint8Array
  /** Of the picture, in any unit: only their proportion counts. */
  readonly width: number
  readonly height: number
}

export type Part = Heading | Words | List | TablePart | ChartPart

/** A whole document. */
export interface ReportDocument {
  readonly language: DocumentLanguage
  readonly title: string
  /** Whose it is, above the title. */
  readonly owner: string
  /** Below the title, one a line: the period, the place, when it was made. */
  readonly lines: readonly string[]
  /** A PNG; null: there is none. */
  readonly logo: Uint8Array | null
  readonly parts: readonly Part[]
}

// Texts without what a document cannot hold. Names and answers come from people and spreadsheets, and one control character
// would make the whole file unreadable.

/** Characters that XML 1.0 does not allow, and those that change the direction of writing. */
const unfit = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu

/** The text in Unicode's usual form, without what no document can hold; half characters become �. */
export function clean(text: string): string {
  // By way of UTF-8, which has no half surrogates.
  return Buffer.from(text).toString().replaceAll(unfit, '').normalize('NFC')
}

/** The lines of a text as runs, each after the first on a line of its own. */
export function runsOf(text: string): { readonly text: string; readonly break?: number }[] {
  return clean(text)
    .split(/\r\n?|[\n\u2028\u2029]/)
    .map((line, nth) => ({ text: line.replaceAll('\t', ' '), ...(nth > 0 ? { break: 1 } : {}) }))
}
