// A counter's day as its officers plan it: when it opens, its breaks, who relieves whom, and when they go home.
import type { Hall } from '../hall/hall.ts'
import { spansOn } from '../hall/hours.ts'
import { between, pick, type Random } from '../training/random.ts'

export interface Break {
  /** Minutes after midnight. */
  readonly at: number
  readonly minutes: number
  /** Code of a reason; null: nobody says why. */
  readonly reason: string | null
  /** By signing out instead of pressing *pause*. */
  readonly signsOut: boolean
}

export interface Shift {
  /** Minutes after midnight. */
  readonly opens: number
  /** From then on the counter closes once nobody waits for it. */
  readonly ends: number
  /** Then it closes, whoever is waiting. */
  readonly latest: number
  readonly breaks: readonly Break[]
  /** When the second officer takes over for the rest of the day; null: nobody does. */
  readonly relieved: number | null
}

/** A counter stays empty for a day now and then. */
const ABSENT = 0.04
/** One in seven opens late, and as many leave on time although somebody waits. */
const TARDY = 1 / 7
const ON_TIME = 1 / 7
/** One in five works through the break of the hall. */
const NO_LUNCH = 0.2

/** The shift of today; null: nobody is there. */
export function shiftOf(hall: Hall, counter: string, random: Random): Shift | null {
  const spans = spansOn(hall.layout, { of: 'counter', id: counter }, hall.day)
  const first = spans[0]
  const last = spans.at(-1)
  if (random() < ABSENT || !first || !last) return null
  const opens = first.from + (random() < TARDY ? between(random, 6, 35) : between(random, -4, 4))
  const latest = last.to + (random() < ON_TIME ? between(random, 0, 3) : between(random, 20, 55))
  const worksOn = random() < NO_LUNCH
  const lunches = spans.slice(0, -1).map((span, place): Break => {
    const at = span.to + between(random, 0, 4)
    const back = (spans[place + 1]?.from ?? at) + between(random, -2, 6)
    return { at, minutes: back - at, reason: 'istirahat', signsOut: random() < 0.2 }
  })
  const reasons = hall.layout.plan.reasons.pause.map(({ id }) => id).filter((id) => id !== 'istirahat')
  const short = Array.from({ length: Math.floor(random() * 3) }, (): Break => {
    const at = between(random, first.from + 45, last.to - 30)
    const reason = random() < 0.8 ? (pick(random, reasons) ?? null) : null
    return { at, minutes: between(random, 4, 18), reason, signsOut: reason === null && random() < 0.5 }
  })
  const breaks = [...(worksOn ? [] : lunches), ...short].sort((one, other) => one.at - other.at)
  const relieved = random() < 0.15 ? between(random, first.to, last.to - 60) : null
  return { opens, ends: last.to, latest, breaks, relieved }
}
