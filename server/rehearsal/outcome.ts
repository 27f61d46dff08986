// How a step ends at a desk of a rehearsal: mostly served; sometimes something is missing, or the visitor is sent on.
import type { CommandOf } from '../hall/command.ts'
import type { Layout } from '../hall/layout.ts'
import { isServed } from '../hall/layout.ts'
import { isEnded, type Step, type Visit } from '../hall/visit.ts'
import { numberOfText, pick, pickWeighted, type Random } from '../training/random.ts'
import { isIssued } from '../training/visitors.ts'

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
    return finish({ outcome: 'incomplete', missing: [...missing], comeBack: random() < 0.2 })
  }
  if (chance >= MISSING && chance < WITH_REASON) {
    const reason = pick(random, layout.plan.reasons.finish ?? [])
    if (reason) return finish({ outcome: random() < 0.5 ? reason.outcome : null, reason: reason.id })
  }
  return finish({ outcome: random() < 0.5 ? 'served' : null })
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

const finish = (given: Partial<CommandOf<'finish'>>): End => ({
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
