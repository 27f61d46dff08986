// What may leave the box at the close of a day: at least five answers of a kind together, in random order. The others
// wait; at the end of the year they count for their agency, or for the hall, without their service.
import type { Seals } from './seal.ts'
import type {
  Boxed,
  BoxedAnswer,
  BoxedWords,
  Kind,
  Leaving,
  LeavingPlace,
  Profile,
  InBox,
  Scores,
} from './stored.ts'

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

// How answers lie in the box: in clear on their day, so that a close can count them; sealed once they have to wait for
// company. And the close itself: what leaves and what stays.

/** How long everything of a kind is once sealed, in bytes: its length would tell it from others. */
const LENGTHS = { answers: 512, words: 8_192, profiles: 512 }

const CLEAR = '='
const SEALED = '*'

/** As it lies in the box on its day. */
export const inClear = (what: string): string => CLEAR + what

/** The result of a close. */
export interface Closed {
  /** What leaves; null: nothing. */
  readonly leaving: Leaving | null
  /** Ids of what is taken out, and what is put there instead, sealed. */
  readonly out: readonly string[]
  readonly into: InBox
}

/**
 * Decides what leaves the box, and seals what has to stay. `late`: only among what had to stay before, because a
 * device that can open it has shown itself.
 */
export function closed(lies: InBox, close: Close, seals: Seals, late: boolean): Closed {
  const considered = late ? onlySealed(lies) : lies
  const found = whatLeaves(opened(considered, seals), close)
  const gone = new Set(found?.ids)
  const stays = <T extends { readonly id: string; readonly what: string }>(
    list: readonly T[],
    length: number,
  ): T[] =>
    list.flatMap((one) => {
      if (gone.has(one.id) || !one.what.startsWith(CLEAR)) return []
      const sealed = seals.seal(one.what.slice(1), length)
      return sealed === null ? [] : [{ ...one, was: one.id, id: close.newId(), what: SEALED + sealed }]
    })
  const into = {
    answers: stays(considered.answers, LENGTHS.answers),
    words: stays(considered.words, LENGTHS.words),
    profiles: stays(considered.profiles, LENGTHS.profiles),
  }
  const replaced = [...into.answers, ...into.words, ...into.profiles].flatMap((one) =>
    'was' in one && typeof one.was === 'string' ? [one.was] : [],
  )
  return { leaving: found?.leaving ?? null, out: [...gone, ...replaced], into }
}

function onlySealed({ answers, words, profiles }: InBox): InBox {
  const isSealed = ({ what }: { what: string }) => what.startsWith(SEALED)
  return {
    answers: answers.filter(isSealed),
    words: words.filter(isSealed),
    profiles: profiles.filter(isSealed),
  }
}

/** What can now be read of it. */
function opened({ answers, words, profiles }: InBox, seals: Seals): Boxed {
  const read = (what: string) => (what.startsWith(CLEAR) ? what.slice(1) : seals.open(what.slice(1)))
  return {
    answers: answers.flatMap(({ what, ...row }) => {
      const text = read(what)
      return text === null ? [] : [{ ...row, scores: JSON.parse(text) as Scores }]
    }),
    words: words.flatMap(({ what, ...row }) => {
      const text = read(what)
      return text === null ? [] : [{ ...row, text: JSON.parse(text) as string }]
    }),
    profiles: profiles.flatMap(({ id, what }) => {
      const text = read(what)
      return text === null ? [] : [{ id, profile: JSON.parse(text) as Profile }]
    }),
  }
}
