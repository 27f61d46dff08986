// A wording being written: the nine elements and the hall’s own, each with its question and four answers by language,
// and the weights, in whole millionths so that they add up to exactly 1.
import { lookUp } from '../../screens/look-up.ts'
import type { Element } from './api.ts'

/** The languages of every text. */
export const LANGUAGES = ['id', 'en'] as const

/** `weight`: that of a hall’s own element, as typed; the nine share what is left. */
export interface DraftElement {
  readonly element: string
  readonly extra: boolean
  readonly weight: string
  readonly words: Readonly<Record<string, Words>>
}

/** The question, then its answers from 1 to 4. */
export type Words = readonly [string, string, string, string, string]

const BLANK: Words = ['', '', '', '', '']
const WHOLE = 1_000_000
const NINE = 9

export function draftOf(elements: readonly Element[]): DraftElement[] {
  return elements.map(({ element, extra, weight, text, answers }) => ({
    element,
    extra,
    weight: extra ? String(weight) : '',
    words: Object.fromEntries(
      LANGUAGES.map((language) => {
        const [one = '', two = '', three = '', four = ''] = lookUp(answers, language) ?? []
        return [language, [lookUp(text, language) ?? '', one, two, three, four]]
      }),
    ),
  }))
}

/** An element of the hall’s own that nobody has described yet. */
export function blankExtra(draft: readonly DraftElement[]): DraftElement {
  let nth = 1
  while (draft.some(({ element }) => element === `tambahan-${nth}`)) nth += 1
  return {
    element: `tambahan-${nth}`,
    extra: true,
    weight: '0',
    words: Object.fromEntries(LANGUAGES.map((language) => [language, BLANK])),
  }
}

/** The draft with one text of one element changed; `at`: 0 the question, 1 to 4 an answer. */
export function reworded(
  draft: readonly DraftElement[],
  element: string,
  language: string,
  at: number,
  text: string,
): DraftElement[] {
  return draft.map((one) => {
    if (one.element !== element) return one
    const before = lookUp(one.words, language) ?? BLANK
    const [question = '', first = '', second = '', third = '', fourth = ''] = before.map((word, index) =>
      index === at ? text : word,
    )
    return { ...one, words: { ...one.words, [language]: [question, first, second, third, fourth] } }
  })
}

/** A typed weight (`0,1` or `0.1`) in millionths; null: it is not a weight. */
function millionths(typed: string): number | null {
  const text = typed.trim().replace(',', '.')
  if (!/^(?:\d+\.?\d*|\.\d+)$/.test(text)) return null
  const value = Math.round(Number(text) * WHOLE)
  return value >= 0 && value < WHOLE ? value : null
}

/**
 * The weight of each of the nine, in millionths: what the hall’s own elements leave, shared evenly, with one more for
 * the first ones if that does not come out even. Null: the weights can’t be used, as one is invalid or nothing is
 * left.
 */
export function sharesOf(draft: readonly DraftElement[]): number[] | null {
  let rest = WHOLE
  for (const { extra, weight } of draft) {
    if (!extra) continue
    const own = millionths(weight)
    if (own === null) return null
    rest -= own
  }
  // So that a question of the nine never counts for nothing.
  if (rest < NINE) return null
  const each = Math.floor(rest / NINE)
  return Array.from({ length: NINE }, (_, nth) => each + (nth < rest - each * NINE ? 1 : 0))
}

/** The sum of the hall’s own weights, as far as they can be read; out of 1. */
export const sumOfExtras = (draft: readonly DraftElement[]): number =>
  draft.reduce((sum, { extra, weight }) => sum + (extra ? (millionths(weight) ?? 0) : 0), 0) / WHOLE

/** As it is sent. Null: the weights can’t be used. */
export function elementsOf(draft: readonly DraftElement[]): Element[] | null {
  const shares = sharesOf(draft)
  if (shares === null) return null
  const even = sumOfExtras(draft) === 0
  let nth = 0
  return draft.map(({ element, extra, weight, words }) => {
    const own = extra ? (millionths(weight) ?? 0) / WHOLE : even ? 1 / NINE : (shares[nth++] ?? 0) / WHOLE
    const said = Object.entries(words).map(
      ([language, all]) => [language, all.map((word) => word.trim())] as const,
    )
    return {
      element,
      extra,
      weight: own,
      text: Object.fromEntries(said.map(([language, [question = '']]) => [language, question])),
      answers: Object.fromEntries(said.map(([language, [, ...answers]]) => [language, answers])),
    }
  })
}
