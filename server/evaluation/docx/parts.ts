// What a report on paper is made of, as plain data: whoever writes one lists its parts, and `write.ts` makes the document of
// them. So what a report says can be tested without opening a document.

/** The words that belong to the document itself. */
export type DocumentLanguage = 'id' | 'en'

/** Level 1 is a chapter: it begins on a new page. Chapters are numbered, and stand in the contents with level 2. */
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
  /** Numbers stand at the right. */
  readonly isNumber?: boolean
  /** How wide it is beside the others; by default what its texts need. */
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
