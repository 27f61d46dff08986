// What a language file contains: a title and a sentence for every code, and the words for what is wrong with a body.
import type { Code } from '../http/ground/codes.ts'

/** A title of a few words and what the reader can do about it. */
export interface ProblemText {
  readonly title: string
  readonly detail: string
}
export type ProblemTexts = Readonly<Record<Code, ProblemText>>

/** What is wrong with a value that was sent. `at` names it as the sender wrote it, `services/0`. */
export interface FaultTexts {
  readonly whole: string
  readonly unknownProperty: (at: string) => string
  readonly missing: (at: string) => string
  readonly wrongType: (at: string, types: string) => string
  readonly notOneOf: (at: string, allowed: string) => string
  readonly tooShort: (at: string, limit: string) => string
  readonly tooLong: (at: string, limit: string) => string
  readonly tooFew: (at: string, limit: string) => string
  readonly tooMany: (at: string, limit: string) => string
  readonly twice: (at: string) => string
  readonly tooSmall: (at: string, limit: string) => string
  readonly tooLarge: (at: string, limit: string) => string
  readonly wrongForm: (at: string) => string
  readonly unseen: (at: string) => string
}
