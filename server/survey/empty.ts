// What may leave the box at the close of a day: at least five answers of a kind together, in random order. The others
// wait; at the end of the year they count for their agency, or for the hall, without their service.
import type { Boxed, BoxedAnswer, BoxedWords, Kind, Leaving, LeavingPlace, Profile } from './stored.ts'

/** Fewer never leave: somebody who knows who answered could guess better than one in five. */
export const COMPANY = 5

export interface Close {
  /** The month of the day that closes. */
  readonly month: string
  /** Whether it was the last day of its year. */
  readonly yearEnds: boolean
  /** A random id of its own for what leaves. */
  readonly newId: () => string
  /** From 0 to below `below`, by chance. */
  readonly anyBelow: (below: number) => number
}

/** What leaves, and the ids it had in the box; null: nothing leaves. */
export function whatLeaves(boxed: Boxed, close: Close): { leaving: Leaving; ids: string[] } | null {
  const kinds = kindsOf(boxed)
  const leaves: { place: LeavingPlace; kind: Waiting }[] = []
  let rest: Waiting[] = []
  for (const kind of kinds) {
    if (kind.answers.length >= COMPANY) leaves.push({ place: placeOf(kind, close), kind })
    else rest.push(kind)
  }
  if (close.yearEnds) {
    for (const wide of ['agency', 'hall'] as const) {
      const groups = joined(rest, wide)
      rest = []
      for (const group of groups) {
        const isMany = group.reduce((sum, { answers }) => sum + answers.length, 0) >= COMPANY
        for (const kind of group) {
          const place = { ...placeOf(kind, close), service: null, ...(wide === 'hall' && { agency: null }) }
          if (isMany) leaves.push({ place, kind })
          else rest.push(kind)
        }
      }
    }
  }
  const withProfiles = boxed.profiles.length >= COMPANY
  if (leaves.length === 0 && !withProfiles) return null
  const { newId, anyBelow } = close
  return {
    leaving: {
      month: close.month,
      answers: shuffled(
        leaves.flatMap(({ place, kind }) =>
          kind.answers.map(({ questions, scores }) => ({ ...place, id: newId(), questions, scores })),
        ),
        anyBelow,
      ),
      words: shuffled(
        leaves.flatMap(({ place, kind }) => kind.words.map(({ text }) => ({ ...place, id: newId(), text }))),
        anyBelow,
      ),
      profiles: withProfiles ? counted(boxed.profiles.map(({ profile }) => profile)) : {},
    },
    ids: [
      ...leaves.flatMap(({ kind }) => [...kind.answers, ...kind.words].map(({ id }) => id)),
      ...(withProfiles ? boxed.profiles.map(({ id }) => id) : []),
    ],
  }
}

interface Waiting extends Kind {
  readonly answers: BoxedAnswer[]
  readonly words: BoxedWords[]
}

function kindsOf({ answers, words }: Boxed): Waiting[] {
  const kinds = new Map<string, Waiting>()
  const kindOf = ({ service, agency, questions, month }: Kind) => {
    const key = JSON.stringify([service, agency, questions, month])
    const known = kinds.get(key) ?? { service, agency, questions, month, answers: [], words: [] }
    kinds.set(key, known)
    return known
  }
  for (const answer of answers) kindOf(answer).answers.push(answer)
  for (const one of words) kindOf(one).words.push(one)
  return [...kinds.values()]
}

function placeOf({ service, agency, month }: Kind, close: Close): LeavingPlace {
  return { month: month ?? close.month, service, agency }
}

/** Those that can be counted together without their service, or without their agency too. */
function joined(kinds: readonly Waiting[], wide: 'agency' | 'hall'): Waiting[][] {
  const groups = new Map<string, Waiting[]>()
  for (const kind of kinds) {
    const key = JSON.stringify([wide === 'agency' ? kind.agency : null, kind.questions, kind.month])
    groups.set(key, [...(groups.get(key) ?? []), kind])
  }
  return [...groups.values()]
}

function shuffled<T>(list: readonly T[], anyBelow: (below: number) => number): T[] {
  const mixed = [...list]
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = anyBelow(at + 1)
    const [a, b] = [mixed[at], mixed[other]]
    if (a !== undefined && b !== undefined) [mixed[at], mixed[other]] = [b, a]
  }
  return mixed
}

function counted(profiles: readonly Profile[]): Leaving['profiles'] {
  const counts = new Map<string, Map<string, number>>()
  for (const profile of profiles)
    for (const [question, value] of Object.entries(profile)) {
      const values = counts.get(question) ?? new Map<string, number>()
      counts.set(question, values)
      values.set(value, (values.get(value) ?? 0) + 1)
    }
  return Object.fromEntries([...counts].map(([question, values]) => [question, Object.fromEntries(values)]))
}
