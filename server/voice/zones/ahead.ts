// What is prepared in advance: the next sound while one plays, so that there is no silence between them, and the
// voice itself when somebody is likely to be called soon. One sound at a time in the whole hall, so that a zone whose
// turn it is waits for at most one sound that nobody needs yet.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'
import type { Display } from '../../live/push.ts'
import type { Voice } from '../voice.ts'
import { isQuiet, wordingOf, waitingIn } from './queue.ts'
import { isInReach } from './speakers.ts'

interface Ahead {
  /** Call it whenever something may have changed. */
  look(): void
}

/** `minute`: minutes after the hall's midnight. */
export function createAhead(given: {
  readonly hall: Hall
  readonly voice: Pick<Voice, 'ahead'>
  readonly displays: () => readonly Display[]
  readonly minute: () => number
  readonly failed: (error: unknown) => void
}): Ahead {
  const { hall, voice, displays, minute, failed } = given
  /** What was last made for each sound, so that it is not asked for again at every look. */
  const made = new Map<string, string>()
  let isMaking = false

  /** The first sound that is needed and not made yet. */
  function next() {
    for (const [sound, [head]] of hall.sounds) {
      if (hall.announcements.get(head ?? '')?.status !== 'playing') continue
      const [first] = waitingIn(hall, sound)
      if (!first || !displays().some((display) => isInReach(hall, sound, display))) continue
      const quiet = first.call !== null && isQuiet(hall, minute())
      const { texts, times } = wordingOf(hall, first, quiet)
      const words = JSON.stringify([texts, times])
      if (!quiet && made.get(sound) !== words) return { sound, words, texts, times }
    }
    return null
  }

  async function make(): Promise<void> {
    isMaking = true
    try {
      for (let wanted = next(); wanted !== null; wanted = next()) {
        made.set(wanted.sound, wanted.words)
        await voice.ahead(wanted.texts, { times: wanted.times })
      }
    } finally {
      isMaking = false
    }
  }

  return {
    look() {
      if (!isMaking) make().catch(failed)
    },
  }
}

/** After these events a counter is free for the next visitor, or the next visitor has come. */
const CALLED_AFTER: ReadonlySet<string> = new Set([
  'counter-opened',
  'visit-taken',
  'finished',
  'missed',
  'held',
  'referred',
  'put-back',
])

/** Whether somebody is likely to be called soon after these events. */
export function isCallLikely(records: readonly Recorded[]): boolean {
  return records.some(({ event: { type } }) => CALLED_AFTER.has(type))
}

/**
 * Tells at each check whether the first display has just connected in an open hall: the next call may come any
 * moment.
 */
export function createFirstComer(hall: Hall, displays: () => readonly unknown[]): () => boolean {
  let wasThere = false
  return () => {
    const isThere = displays().length > 0
    const isFirst = isThere && !wasThere
    wasThere = isThere
    return isFirst && [...hall.counters.values()].some(({ state }) => state !== 'closed')
  }
}
