// What is being said now, or prepared to be: of each announcement who was asked, how the saying goes, and until when it
// is waited for.
import type { Saying } from './saying.ts'

/** An announcement that is being prepared (`plays` is false) or said. */
export interface UnderWay {
  readonly plays: boolean
  /** Displays that were asked, the last one is the speaker. */
  readonly asked: readonly string[]
  readonly saying: Saying | null
  /** How long the sound lasts, in seconds. */
  readonly seconds: number
  readonly timer: NodeJS.Timeout | null
}

const beingPrepared: UnderWay = { plays: false, asked: [], saying: null, seconds: 0, timer: null }

export function createUnderWay() {
  const all = new Map<string, UnderWay>()

  /** Nothing is waited for any more. */
  function quieten(id: string): void {
    const one = all.get(id)
    clearTimeout(one?.timer ?? undefined)
    one?.saying?.end()
  }

  function settle(id: string): void {
    quieten(id)
    all.delete(id)
  }

  return {
    has: (id: string) => all.has(id),
    get: (id: string) => all.get(id),
    /** All of them by their announcement; they may be settled while this is read. */
    entries: () => all.entries(),
    /** It is being prepared; `speaker`: who is going to say it, null: nobody. */
    prepare(id: string, speaker: string | null): void {
      all.set(id, { ...beingPrepared, asked: speaker === null ? [] : [speaker] })
    },
    /** The last one of those asked says it. */
    says(id: string, asked: readonly string[], saying: Saying, seconds: number): void {
      settle(id)
      all.set(id, { plays: true, asked, saying, seconds, timer: null })
    },
    /** It stands on the boards for these seconds; who was asked may begin after all. */
    stands(id: string, seconds: number, then: () => void): void {
      quieten(id)
      const { asked, saying } = all.get(id) ?? beingPrepared
      const timer = setTimeout(then, seconds * 1000)
      all.set(id, { plays: true, asked, saying, seconds, timer })
    },
    /** It is over. */
    settle,
    /** The saying of this announcement by this speaker, null if it says another one or none. */
    sayingOf(id: string, display: string): Saying | null {
      const saying = all.get(id)?.saying
      return saying?.speaker === display ? saying : null
    },
    /** The speaker has begun: it is not cut short. */
    begun(id: string): void {
      clearTimeout(all.get(id)?.timer ?? undefined)
    },
  }
}
