// A counter's day as its officers plan it: when it opens, its breaks, who relieves whom, and when they go home.
import type { CommandOf } from '../hall/command.ts'
import type { Hall } from '../hall/hall.ts'
import { spansOn } from '../hall/hours.ts'
import { type Layout, isServed } from '../hall/layout.ts'
import { isEnded, type Step, type Visit } from '../hall/visit.ts'
import { between, pick, type Random, numberOfText, pickWeighted } from '../training/random.ts'
import { isIssued } from '../training/visitors.ts'

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

// How a step ends at a desk of a rehearsal: mostly served; sometimes something is missing, or the visitor is sent on.

type End = Omit<CommandOf<'finish'>, 'counter' | 'staff'> | Omit<CommandOf<'refer'>, 'counter' | 'staff'>

/** Out of a hundred: sent for a paper that is issued here, or for another service; something is missing; only asked. */
const FOR_PAPER = 5
const ELSEWHERE = 9
const MISSING = 19
const WITH_REASON = 22

/** `unstarted`: the visitor is only referred, to whatever is open. */
export function chooseEnd(layout: Layout, visit: Visit, step: Step, random: Random, unstarted: boolean): End {
  const chance = unstarted ? FOR_PAPER : random() * 100
  const requirements = [...(layout.requirements.get(step.service)?.values() ?? [])]
  if (chance < FOR_PAPER) {
    const issuer =
      pick(
        random,
        requirements.filter((one) => isIssued(layout, one)),
      )?.issuedBy ?? null
    if (issuer !== null && isNew(visit, issuer)) return refer(issuer, random() < 0.9)
  } else if (chance < ELSEWHERE) {
    const open = layout.plan.services.filter((one) => isServed(layout, one) && isNew(visit, one.id))
    const other = pick(random, open)
    if (other) return refer(other.id, random() < 0.25)
  }
  if (chance < MISSING && chance >= ELSEWHERE && requirements.length > 0) {
    // Some papers are forgotten far more often than others.
    const weighed = requirements.map(({ id }) => ({ id, weight: 0.1 + (numberOfText(id) / 2 ** 32) ** 3 }))
    const missing = new Set(
      [0, 1].slice(0, random() < 0.2 ? 2 : 1).flatMap(() => pickWeighted(random, weighed)?.id ?? []),
    )
    return finishing({ outcome: 'incomplete', missing: [...missing], comeBack: random() < 0.2 })
  }
  if (chance >= MISSING && chance < WITH_REASON) {
    const reason = pick(random, layout.plan.reasons.finish ?? [])
    if (reason) return finishing({ outcome: random() < 0.5 ? reason.outcome : null, reason: reason.id })
  }
  return finishing({ outcome: random() < 0.5 ? 'served' : null })
}

const isNew = (visit: Visit, service: string) =>
  visit.steps.every((step) => step.service !== service || isEnded(step))

const refer = (service: string, comeBack: boolean): End => ({
  type: 'refer',
  service,
  comeBack,
  note: null,
  also: [],
})

/** A `finish` that says nothing but what is given. */
export const finishing = (given: Partial<CommandOf<'finish'>>): End => ({
  type: 'finish',
  outcome: null,
  missing: [],
  reason: null,
  words: null,
  told: null,
  comeBack: false,
  documents: null,
  ...given,
})
