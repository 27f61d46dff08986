// Which wording applies: each from a given month, or, if it was made within that month, from the next day that opens,
// so that all answers of a day are to one wording.
import { NINE, type Element, type Questions } from './stored.ts'
import { usualQuestions } from './usual-questions.ts'

/** The wording for a day, among those that the hall made. */
export function questionsOn(made: readonly Questions[], day: string): Questions {
  const month = day.slice(0, 7)
  return made
    .filter((one) => one.day <= day && one.from <= month)
    .reduce((last, one) => (one.from >= last.from ? one : last), usualQuestions)
}

/** The wording for a paper form of a month: the last one that applied in it. */
export function questionsOfMonth(made: readonly Questions[], month: string): Questions {
  return questionsOn(made, `${month}-31`)
}

export type QuestionsFault = 'nine-missing' | 'named-twice' | 'weights-unfit' | 'words-missing'

/** Why these can't be a wording; null: they can. */
export function faultIn(elements: readonly Element[]): QuestionsFault | null {
  const names = elements.map(({ element }) => element)
  if (new Set(names).size < names.length) return 'named-twice'
  const own = new Set(elements.filter(({ extra }) => !extra).map(({ element }) => element))
  if (own.size !== NINE.length || NINE.some((element) => !own.has(element))) return 'nine-missing'
  if (elements.some((one) => !isWhole(one))) return 'words-missing'
  return weightsOf(elements) === null ? 'weights-unfit' : null
}

function isWhole({ text, answers }: Element): boolean {
  const languages = Object.keys(text)
  return (
    languages.includes('id') &&
    languages.length === Object.keys(answers).length &&
    languages.every((language) => Object.hasOwn(answers, language))
  )
}

/** Weights have six decimals. */
const PARTS = 1_000_000

/**
 * The weights as whole parts of a whole: equal ones are exactly equal, whatever their decimals; others must add up to
 * 1 to six decimals. Null: they do not.
 */
export function weightsOf(
  elements: readonly Pick<Element, 'element' | 'weight'>[],
): { of: ReadonlyMap<string, bigint>; all: bigint } | null {
  const weighing = elements.filter(({ weight }) => weight !== 0)
  const [first] = weighing
  const same = first && 1 / weighing.length
  if (first && weighing.every(({ weight }) => Math.abs(weight - (same ?? 0)) < 1e-6))
    return { of: new Map(weighing.map(({ element }) => [element, 1n])), all: BigInt(weighing.length) }
  const parts = weighing.map(({ element, weight }) => [element, Math.round(weight * PARTS)] as const)
  const isExact = weighing.every(({ weight }, at) => Math.abs(weight * PARTS - (parts[at]?.[1] ?? 0)) < 1e-3)
  if (!isExact || parts.reduce((sum, [, part]) => sum + part, 0) !== PARTS) return null
  return { of: new Map(parts.map(([element, part]) => [element, BigInt(part)])), all: BigInt(PARTS) }
}
