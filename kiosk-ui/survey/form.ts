// What is asked of the holder of a right, or at the tablet about any service. All texts are in the requested language.
import type { Static } from 'typebox'
import type { Text } from '../../server/hall/plan.ts'
import type { ProfileQuestion, Question } from '../../server/http/survey/shapes.ts'

export interface Form {
  readonly questions: readonly Static<typeof Question>[]
  /** The elements whose turn it is in the short form. */
  readonly short: readonly string[]
  readonly profile: readonly Static<typeof ProfileQuestion>[]
}

/** The form of a right, which is about one service. */
export interface OwnForm extends Form {
  readonly service: string
  readonly name: Text
}

/** The nine elements from which the law's index is made; anything else is the hall's own. */
export const NINE: readonly string[] = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'pengaduan',
  'sarana',
]

/**
 * Three of the nine at random, so that all are asked equally often, and knowing in which order people came does not
 * reveal what each was asked. `random`: from 0 up to but not including 1.
 */
export function shortByLot({ questions }: Pick<Form, 'questions'>, random: number): string[] {
  const own = questions.map(({ element }) => element).filter((element) => NINE.includes(element))
  const from = Math.floor(random * 3) * 3
  return own.slice(from, from + 3)
}
