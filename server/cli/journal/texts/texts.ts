// What a language must bring for the command `journal`.
import type { FindingCode } from '../../../store/journal/check.ts'

export interface CommandTexts {
  readonly usage: string
  readonly noSuchDay: (day: string) => string
  readonly noDayYet: string
  /** One line of the list of days. */
  readonly day: (day: string, events: number, first: number, last: number) => string
  /** What is wrong; `detail` is technical and the same in all languages. */
  readonly findings: Readonly<Record<FindingCode, (seq: number | null, detail: string) => string>>
  readonly noSeal: string
  readonly nothingAside: string
  readonly aside: (count: number, folder: string) => string
  readonly allWell: (events: number, days: number) => string
  readonly found: (count: number) => string
  readonly rebuilt: (day: string, steps: number) => string
  readonly stillOpen: (day: string) => string
  /** The disk failed, or what stands on it makes no sense. */
  readonly unreadable: (detail: string) => string
  readonly doesNotFold: (day: string, detail: string) => string
}
