// Visitors who are made up, so that staff can practise: who comes when, and for what. The same seed plays the same day.
// What becomes of them is the staff's doing: nobody is missed, served or sent on by itself.
import type { CommandOf } from '../hall/command.ts'
import type { Layout } from '../hall/layout.ts'
import { isServed } from '../hall/layout.ts'

/** What a made-up visitor asks for. */
export type MadeUp = Pick<CommandOf<'take-visit'>, 'services' | 'priority' | 'comeToMe' | 'language'>

export interface Visitors {
  /** Milliseconds until the next one comes, at so many an hour on average. */
  gap(pace: number): number
  /** Who comes; null: no service takes visitors. */
  next(layout: Layout): MadeUp | null
}

/** As in a hall: about one in eight may go first, one in five needs a second service, one in fifty can't walk. */
const PRIORITY = 1 / 8
const SECOND = 1 / 5
const COME_TO_ME = 1 / 50
const HOUR = 3_600_000
/** Nobody practises by waiting: a gap is never longer than four usual ones. */
const LONGEST_GAPS = 4

export function madeUpVisitors(seed: number): Visitors {
  const random = randomFrom(seed)
  const pick = <T>(things: readonly T[]): T | undefined => things[Math.floor(random() * things.length)]
  return {
    // People come independently of each other: the gaps are exponential.
    gap: (pace) => Math.min(-Math.log(1 - random()), LONGEST_GAPS) * (HOUR / pace),
    next(layout) {
      const open = layout.plan.services.filter((service) => isServed(layout, service))
      const first = pick(open)
      if (!first) return null
      const others = open.filter(({ id }) => id !== first.id)
      const second = random() < SECOND ? pick(others) : undefined
      return {
        services: [first, ...(second ? [second] : [])].map(({ id }) => id),
        priority: random() < PRIORITY,
        comeToMe: random() < COME_TO_ME,
        language: pick(layout.plan.languages) ?? null,
      }
    },
  }
}

/** From 0 to below 1. Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for playing. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
