// What the survey keeps: in its box the answers given since the day opened or still waiting; in tables of the hall's
// database what has left it. Neither knows when an answer was given, by whom, or on what device.

/** The elements that every survey of this kind asks about, in the order of the regulation, by the names they are stored under. */
export const NINE = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'pengaduan',
  'sarana',
] as const

/** 1 to 4 by element; blanks are left out. */
export type Scores = Readonly<Record<string, number>>
export type Profile = Readonly<Record<string, string>>

/** Which answers count together while they wait: those about one service, under one wording, of one month. */
export interface Kind {
  readonly service: string
  /** The agency at the time; null if nobody knows any more. */
  readonly agency: string | null
  /** The number of the wording; 0: the usual one. */
  readonly questions: number
  /** The month of a paper form from an earlier month; null: the month in which it leaves the box. */
  readonly month: string | null
}

export interface BoxedAnswer extends Kind {
  readonly id: string
  readonly scores: Scores
}

export interface BoxedWords extends Kind {
  readonly id: string
  readonly text: string
}

export interface BoxedProfile {
  readonly id: string
  readonly profile: Profile
}

export interface Boxed {
  readonly answers: readonly BoxedAnswer[]
  readonly words: readonly BoxedWords[]
  readonly profiles: readonly BoxedProfile[]
}

/** What is in the box, as text: in clear since the day opened, sealed while it waits longer. */
export interface InBox {
  readonly answers: readonly (Kind & { readonly id: string; readonly what: string })[]
  readonly words: readonly (Kind & { readonly id: string; readonly what: string })[]
  readonly profiles: readonly { readonly id: string; readonly what: string }[]
}

export interface LeavingPlace {
  readonly month: string
  /** Null: it counts only for the agency, or, if that is null too, only for the hall. */
  readonly service: string | null
  readonly agency: string | null
}

/** What leaves the box together. */
export interface Leaving {
  readonly month: string
  readonly answers: readonly (LeavingPlace & {
    readonly id: string
    readonly questions: number
    readonly scores: Scores
  })[]
  readonly words: readonly (LeavingPlace & { readonly id: string; readonly text: string })[]
  /** How often each value was chosen, by question. */
  readonly profiles: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** What somebody answers. */
export interface Given extends Kind {
  /** Sixteen bytes. */
  readonly id: Buffer
  /** As they are put into the box. */
  readonly scores: string
  readonly words: string | null
  readonly profile: string | null
}

/** The survey's own file. All throw a StorageError; a damaged file is replaced by an empty one. */
export interface Box {
  /** What was found when it was opened. */
  readonly found: 'none' | 'whole' | 'damaged'
  /**
   * Called when the file turns out to be damaged or gone: it has been replaced by an empty one, and what was in it is
   * lost.
   */
  whenLost(tell: (error: unknown) => void): void
  /** Remembers rights that nobody has used. */
  issue(hashes: readonly Buffer[]): void
  isUnused(hash: Buffer): boolean
  /** Forgets all rights but these. */
  keepOnly(hashes: readonly Buffer[]): void
  /**
   * Uses up the right and keeps the answer, both or neither. `unknown`: there is no such right (any more). `again`: it
   * is already there. Without a right the answer is only kept.
   */
  take(given: Given, right: Buffer | null): 'taken' | 'again' | 'unknown'
  contents(): InBox
  /** Whether any answer has not left yet. */
  isEmpty(): boolean
  /** In one transaction: takes these out, puts others in, and keeps what leaves together until it has arrived. */
  turn(
    out: readonly string[],
    into: InBox,
    leaving: { readonly batch: string; readonly leaving: Leaving } | null,
  ): void
  /** What is on its way; null: nothing. */
  leaving(): { readonly batch: string; readonly leaving: Leaving } | null
  /** It has arrived. */
  arrived(): void
  /** Rewrites the file in the order of its random bits. */
  tidy(): void
  close(): void
}

/** An answer as managers see it. */
export interface StoredAnswer extends LeavingPlace {
  readonly id: string
  readonly questions: number
  readonly scores: Scores
  /** Why it does not count; null: it does count. */
  readonly excluded: string | null
}

export interface StoredWords extends LeavingPlace {
  readonly id: string
  readonly text: string
}

/** Sums of answers; `element` empty: `n` answers in all, of which `total` are excluded. */
export interface Tally {
  readonly month: string
  /** Empty: none. */
  readonly service: string
  readonly agency: string
  readonly questions: number
  readonly element: string
  readonly n: number
  readonly total: number
}

export interface Element {
  readonly element: string
  readonly weight: number
  /** By language. */
  readonly text: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, readonly string[]>>
  readonly extra: boolean
}

/** A wording, and from when it applies. */
export interface Questions {
  readonly number: number
  readonly from: string
  /** The first day on which it could be asked. */
  readonly day: string
  readonly elements: readonly Element[]
}

/** Months `2026-11`, both included. */
export interface Months {
  readonly from: string
  readonly to: string
}

interface Page extends Months {
  /** The id after which the list goes on; empty: from the first. */
  readonly after: string
  readonly most: number
}

/** The tables of the survey in the hall's database. All throw a StorageError. */
export interface StoredSurveys {
  questions(): Questions[]
  addQuestions(made: Omit<Questions, 'number'>, by: string): number
  /** Adds what left the box, unless this batch was the last one added. */
  add(batch: string, leaving: Leaving): void
  answers(page: Page): StoredAnswer[]
  /** `unknown`: there is no such answer; `already`: it does not count. */
  exclude(id: string, reason: string): 'done' | 'already' | 'unknown'
  tallies(months: Months): Tally[]
  words(page: Page): StoredWords[]
  profiles(months: Months): { readonly question: string; readonly value: string; readonly count: number }[]
  /** How many answers came in quarters of an hour, by the instant at which each began. */
  addQuarters(counts: ReadonlyMap<number, number>): void
  quarters(from: number, to: number): { readonly at: number; readonly count: number }[]
  /** The latest name, up to a day, of each agency and service, by `kind id`. */
  names(day: string): ReadonlyMap<string, Readonly<Record<string, string>>>
}
