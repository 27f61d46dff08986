// What a language must supply to be spoken: the sentence, the names of digits and letters, and its number grammar.

/** A letter that a queue number or a counter's label may contain. */
export type Letter =
  | 'A'
  | 'B'
  | 'C'
  | 'D'
  | 'E'
  | 'F'
  | 'G'
  | 'H'
  | 'I'
  | 'J'
  | 'K'
  | 'L'
  | 'M'
  | 'N'
  | 'O'
  | 'P'
  | 'Q'
  | 'R'
  | 'S'
  | 'T'
  | 'U'
  | 'V'
  | 'W'
  | 'X'
  | 'Y'
  | 'Z'

export interface SpokenLanguage {
  /** The word for a counter inside a sentence, in small letters. */
  readonly counter: string
  /** What every announcement says besides number and counter: the phrases that are recorded for it. */
  readonly phrases: readonly string[]
  /** What is said around the counter's name when staff come to the visitor, recorded likewise. */
  readonly comingPhrases: readonly string[]
  /** What is said around a zone's name in a test of its sound, recorded likewise. */
  readonly checkPhrases: readonly string[]
  /** The ten digits, 0 to 9, as they are read one by one. */
  readonly digits: readonly [string, string, string, string, string, string, string, string, string, string]
  /** The name of each letter when a word is spelled. */
  readonly letters: Readonly<Record<Letter, string>>
  /** A whole number from 0 to 999,999 in words. */
  cardinal(n: number): string
  /** The word between the ends of a range, `to`. */
  readonly to: string
  /** How to say the x of a measure, `4 x 6`. */
  readonly by: string
  /** The word between a number and its decimals. */
  readonly point: string
  /** A time of day, both parts of it whole numbers. */
  clock(hour: number, minute: number): string
  /** Abbreviated months, and their full names. */
  readonly months: Readonly<Record<string, string>>
  /** The whole sentence; both parts are already in words. */
  announcement(number: string, counter: string): string
  /** The same for a visitor who asked for staff to come: staff of that counter do. */
  coming(number: string, counter: string): string
  /** Several calls in one sentence, each `counter` with `to` before it if the language needs it. */
  together(calls: readonly { number: string; counter: string }[]): string
  /** The sentence for a test of a zone's sound; it calls nobody. */
  check(zone: string): string
}
