// What is being announced or prepared: which displays were asked, and how long to wait for them. Each stage has its
// time limit: to begin, for a display known to report when it does; to come back, if it is gone; to report that it was
// heard, once the sound must have ended.
import { patiently } from '../../worker/patience.ts'

/** An announcement being prepared (`plays` is false) or played. */
export interface UnderWay {
  readonly plays: boolean
  /** Displays that were asked; the last one is the speaker. */
  readonly asked: readonly string[]
  readonly watch: SpeakerWatch | null
  /** How long the sound lasts, in seconds. */
  readonly seconds: number
  readonly timer: NodeJS.Timeout | null
}

const beingPrepared: UnderWay = { plays: false, asked: [], watch: null, seconds: 0, timer: null }

export function createUnderWay() {
  const all = new Map<string, UnderWay>()

  /** Nothing is waited for any more. */
  function quieten(id: string): void {
    const one = all.get(id)
    clearTimeout(one?.timer ?? undefined)
    one?.watch?.end()
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
    /** It is being prepared; `speaker` is going to play it, null: nobody is. */
    prepare(id: string, speaker: string | null): void {
      all.set(id, { ...beingPrepared, asked: speaker === null ? [] : [speaker] })
    },
    /** The last of those asked plays it. */
    says(id: string, asked: readonly string[], watch: SpeakerWatch, seconds: number): void {
      settle(id)
      all.set(id, { plays: true, asked, watch, seconds, timer: null })
    },
    /** It is on the boards for these seconds; a display that was asked may begin after all. */
    stands(id: string, seconds: number, then: () => void): void {
      quieten(id)
      const { asked, watch } = all.get(id) ?? beingPrepared
      const timer = setTimeout(then, seconds * 1000)
      all.set(id, { plays: true, asked, watch, seconds, timer })
    },
    /** It is over. */
    settle,
    /** Null if this display plays another announcement, or none. */
    watchOf(id: string, display: string): SpeakerWatch | null {
      const watch = all.get(id)?.watch
      return watch?.speaker === display ? watch : null
    },
    /** The speaker has begun: it is not cut short. */
    begun(id: string): void {
      clearTimeout(all.get(id)?.timer ?? undefined)
    },
  }
}

/** Seconds after the audio's end within which the speaker must have reported that it was heard. */
const GRACE_SECONDS = 3
/** Seconds that a display has to begin, if it is one that reports when it does. */
const BEGIN_SECONDS = 5
/** Seconds within which a display that lost its connection is usually back; its sound plays on until then. */
const BACK_SECONDS = 4

/** Why another one should play it. */
export type Silence = 'not-begun' | 'gone' | 'not-heard'

export interface SpeakerWatch {
  readonly speaker: string
  /** It is connected and can speak. */
  ready(): void
  started(): void
  /** Whether it shows a board now; asked whenever one comes or goes. */
  isThere(there: boolean): void
  /** It is no longer waited for. */
  end(): void
}

interface WatchParts {
  readonly speaker: string
  /** The length of the sound. */
  readonly seconds: number
  /** It is known to report when it begins. */
  readonly tells: boolean
  /** Called once at most for each reason; with `not-heard` nothing comes after. */
  readonly silent: (why: Silence, told: boolean) => void
}

/** Begins to wait for a display. `silent` also says whether it reported anything about this announcement. */
export function watchSpeaker({ speaker, seconds, tells, silent }: WatchParts): SpeakerWatch {
  const waits = new Map<Silence, () => void>()
  let hasBegun = false
  let told = false

  function stop(why: Silence): void {
    waits.get(why)?.()
    waits.delete(why)
  }

  function after(why: Silence, some: number): void {
    stop(why)
    waits.set(
      why,
      patiently(some * 1000, () => {
        waits.delete(why)
        silent(why, told)
      }),
    )
  }

  after('not-heard', seconds + GRACE_SECONDS)
  if (tells) after('not-begun', BEGIN_SECONDS)
  return {
    speaker,
    ready() {
      told = true
      if (!hasBegun && !waits.has('not-begun')) after('not-begun', BEGIN_SECONDS)
    },
    started() {
      told = true
      hasBegun = true
      stop('not-begun')
      // A reloaded page begins again.
      after('not-heard', seconds + GRACE_SECONDS)
    },
    isThere(there) {
      if (there) stop('gone')
      else if (!waits.has('gone')) after('gone', BACK_SECONDS)
    },
    end() {
      for (const why of waits.keys()) stop(why)
    },
  }
}
