// What this page asks the server, and what it shows of the answers.
import type { Element } from '../../server/survey/stored.ts'

export const FINDINGS = '/api/findings'
export const QUESTIONS = '/api/surveys/questions'

export interface IkmAnswer {
  readonly rows: readonly {
    readonly elements: readonly { readonly element: string; readonly nrr: number | null }[]
    readonly lowest: readonly string[]
  }[]
}

export const STATES = ['open', 'working', 'done', 'dropped'] as const

/** A finding from the survey: a plan. */
export interface SurveyFinding {
  readonly id: string
  readonly version: number
  readonly what: string
  readonly element: string | null
  readonly agency: string | null
  readonly owner: string | null
  readonly ownerName: string | null
  /** `2026-12-31`. */
  readonly due: string | null
  readonly state: (typeof STATES)[number]
}

export interface FindingsAnswer {
  readonly findings: readonly SurveyFinding[]
}

/** Visitors' words: what they are about, and in which month. */
export interface SaidWords {
  readonly id: string
  readonly text: string
  readonly month: string
  readonly service: string | null
  readonly agency: string | null
}

export interface WordsAnswer {
  readonly words: readonly SaidWords[]
  readonly next: string | null
}

/** An answer as it is kept: the month, never the day. */
export interface AnswerRow {
  readonly id: string
  readonly service: string | null
  readonly agency: string | null
  /** 1 to 4 by element; blanks are left out. */
  readonly answers: Readonly<Record<string, number>>
  /** Why it does not count; null: it does. */
  readonly excluded: string | null
}

export interface AnswersAnswer {
  readonly answers: readonly AnswerRow[]
  /** The `after` to ask for more; null: that is all. */
  readonly next: string | null
}

/** How many answers came in a quarter of an hour. */
export interface Burst {
  /** When it began, ISO 8601. */
  readonly from: string
  readonly count: number
}

export type { Element }

/** A wording, and the month from which it applies. */
export interface Version {
  /** 0: the usual one. */
  readonly number: number
  readonly from: string
  readonly elements: readonly Element[]
}

export interface VersionsAnswer {
  readonly versions: readonly Version[]
  /** The number of today’s. */
  readonly current: number
}
