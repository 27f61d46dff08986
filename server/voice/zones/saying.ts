// How long a display may take to say an announcement. Each stage has its time: to begin, once it is known to tell
// that; to come back, when it has gone; to say that it was heard, once the sound must have ended.

/** Seconds after the audio's end in which the speaker must have said that it was heard. */
const GRACE_SECONDS = 3
/** Seconds in which a display begins that tells when it does. */
const BEGIN_SECONDS = 5
/** Seconds in which a display that lost its line is usually back; its sound plays on meanwhile. */
const BACK_SECONDS = 4

/** Why another one should say it. */
export type Silence = 'not-begun' | 'gone' | 'not-heard'

export interface Saying {
  readonly speaker: string
  /** It is there, and can speak. */
  ready(): void
  started(): void
  /** Whether it looks at a board now; asked whenever one comes or goes. */
  isThere(there: boolean): void
  /** Nobody waits for it any more. */
  end(): void
}

interface Told {
  readonly speaker: string
  /** The length of the sound. */
  readonly seconds: number
  /** It is known to tell when it begins. */
  readonly tells: boolean
  /** Called once at most for each reason; with `not-heard` nothing comes after. */
  readonly silent: (why: Silence, told: boolean) => void
}

/** Begins to wait for a display. `silent` also says whether it told anything of this announcement. */
export function waitForSpeaker({ speaker, seconds, tells, silent }: Told): Saying {
  const timers = new Map<Silence, NodeJS.Timeout>()
  let hasBegun = false
  let told = false

  function stop(why: Silence): void {
    clearTimeout(timers.get(why))
    timers.delete(why)
  }

  function after(why: Silence, some: number): void {
    stop(why)
    timers.set(
      why,
      setTimeout(() => {
        timers.delete(why)
        silent(why, told)
      }, some * 1000),
    )
  }

  after('not-heard', seconds + GRACE_SECONDS)
  if (tells) after('not-begun', BEGIN_SECONDS)
  return {
    speaker,
    ready() {
      told = true
      if (!hasBegun && !timers.has('not-begun')) after('not-begun', BEGIN_SECONDS)
    },
    started() {
      told = true
      hasBegun = true
      stop('not-begun')
      // A page that was loaded anew begins anew.
      after('not-heard', seconds + GRACE_SECONDS)
    },
    isThere(there) {
      if (there) stop('gone')
      else if (!timers.has('gone')) after('gone', BACK_SECONDS)
    },
    end() {
      for (const why of timers.keys()) stop(why)
    },
  }
}
