// How answers lie in the box: in clear on their day, so that a close can count them; sealed once they have to wait for
// company. And the close itself: what leaves and what stays.
import { type Close, whatLeaves } from './empty.ts'
import type { Seals } from './seal.ts'
import type { Boxed, InBox, Leaving, Profile, Scores } from './stored.ts'

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
