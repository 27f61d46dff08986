// One person's answers to one form, and which question they are at: first the short form's three, then all others for
// anyone who wants them.
import type { Static } from 'typebox'
import type { Score } from '../../screens/faces.tsx'
import type { Text } from '../../server/hall/plan.ts'
import type { ProfileQuestion, Question } from '../../server/http/survey/shapes.ts'

export type Where =
  /** `nth`: place in `order`. */
  | { readonly at: 'question'; readonly nth: number }
  /** All questions asked so far are answered: send, or go on. */
  | { readonly at: 'enough' | 'words' | 'profile' }

export interface Ballot {
  /** Elements in the order in which they are asked. */
  readonly order: readonly string[]
  /** How many of them the person has agreed to so far: the short form's, or all. */
  readonly asked: number
  readonly where: Where
  readonly answers: ReadonlyMap<string, Score>
  readonly words: string
  /** Answer by question. */
  readonly profile: ReadonlyMap<string, string>
}

/** How much people may write, in characters. */
export const MOST_WORDS = 1000

/** A blank one, at its first question. */
export function beginBallot({ questions, short }: Pick<Form, 'questions' | 'short'>): Ballot {
  const all = questions.map(({ element }) => element)
  const first = short.filter((element) => all.includes(element))
  const order = [...first, ...all.filter((element) => !first.includes(element))]
  const asked = first.length > 0 ? first.length : order.length
  return {
    order,
    asked,
    where: { at: 'question', nth: 0 },
    answers: new Map(),
    words: '',
    profile: new Map(),
  }
}

/** Answers the question that is shown (null: leaves it blank), and goes on. */
export function answer(ballot: Ballot, score: Score | null): Ballot {
  const { where, order } = ballot
  const element = where.at === 'question' ? order[where.nth] : undefined
  if (where.at !== 'question' || element === undefined) return ballot
  const answers = new Map(ballot.answers)
  if (score === null) answers.delete(element)
  else answers.set(element, score)
  const next = where.nth + 1
  return {
    ...ballot,
    answers,
    where: next < ballot.asked ? { at: 'question', nth: next } : { at: 'enough' },
  }
}

/** Asks for the rest as well. */
export function askAll(ballot: Ballot): Ballot {
  return { ...ballot, asked: ballot.order.length, where: { at: 'question', nth: ballot.asked } }
}

/** How many questions have not been asked. */
export const leftOf = ({ order, asked }: Ballot): number => order.length - asked

export function goTo(ballot: Ballot, at: 'enough' | 'words' | 'profile'): Ballot {
  return { ...ballot, where: { at } }
}

/** Back to the previous one; null: there is none, and the person leaves. */
export function back(ballot: Ballot): Ballot | null {
  const { where, asked } = ballot
  if (where.at === 'question') {
    return where.nth > 0 ? { ...ballot, where: { at: 'question', nth: where.nth - 1 } } : null
  }
  return where.at === 'enough'
    ? { ...ballot, where: { at: 'question', nth: asked - 1 } }
    : goTo(ballot, 'enough')
}

/** Whether the server would accept it: something is answered. */
export const isBlank = ({ answers }: Ballot): boolean => answers.size === 0

/** What is sent; the answers are in the order of the form, which does not reveal the order of the questions. */
export function bodyOf(ballot: Ballot, { questions }: Pick<Form, 'questions'>): object {
  const scores = questions.flatMap(({ element }) => {
    const score = ballot.answers.get(element)
    return score === undefined ? [] : [[element, score] as const]
  })
  const words = ballot.words.trim()
  return {
    answers: Object.fromEntries(scores),
    ...(words !== '' && { words }),
    ...(ballot.profile.size > 0 && { profile: Object.fromEntries(ballot.profile) }),
  }
}

// What is asked of the holder of a right, or at the tablet about any service. All texts are in the requested language.

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
