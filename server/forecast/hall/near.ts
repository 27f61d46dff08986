// Who should set out now: so early that nine of ten reach the counter before their call, from wherever they said that they
// wait, and not earlier. It rests on the early end of the forecast, from the same draws as everything that is told.
import type { Hall } from '../../hall/hall.ts'
import { waySeconds } from '../../hall/visit/place.ts'
import { stepAtCounter, type Visit, type Waiting } from '../../hall/visit.ts'
import type { Told } from '../scene.ts'
import { promised } from './tells.ts'
import type { Foresight } from './follow.ts'

const MINUTE = 60_000
/** What somebody needs besides the way: to notice, to get up, to pay for the coffee. */
const READY_MS = 3 * MINUTE
/** Who was asked to come is told otherwise only if it takes so much longer: that has a cause, and small changes have none. */
const BACK_MS = 15 * MINUTE
export class Near {
  /** Steps by id, with when the call is awaited at the earliest; milliseconds since 1970. */
  private asked = new Map<string, number>()
  private isFirst = true

  has(step: string): boolean {
    return this.asked.has(step)
  }

  /** Who is called first comes first. */
  steps(): string[] {
    return [...this.asked].sort(([, a], [, b]) => a - b).map(([id]) => id)
  }

  /**
   * Looks at everybody who waits, after a forecast or when somebody said where they wait; `now` in milliseconds since 1970.
   * `find` answers for a step that waits and of which something can be told. Returns the visits for whom something changed,
   * by token.
   */
  look(
    hall: Hall,
    foresight: Foresight,
    now: number,
    find: (step: string) => { visit: Visit; step: Waiting } | null,
  ): Set<string> {
    const before = this.asked
    const changed = new Set<string>()
    // After a start nobody knows who was asked: who may have been is not sent away.
    const wide = this.isFirst
    this.isFirst = false
    this.asked = new Map()
    for (const [id, told] of foresight.steps) {
      const found = find(id)
      if (!found) continue
      const { visit, step } = found
      const wasAsked = before.has(id)
      const width = foresight.newcomers.get(step.service)?.width ?? 1
      const at = foresight.at + (told ? early(told, width) : Infinity) * MINUTE
      const until = now + waySeconds(hall.layout, visit, step.service) * 1000 + READY_MS
      const isNear = at <= until + (wasAsked || wide ? BACK_MS : 0)
      const canBeCalled = step.callableFrom <= until && !stepAtCounter(visit)
      const isHoped = wasAsked || (told !== null && promised(told.today) !== 'unlikely')
      const isAsked = isNear && canBeCalled && isHoped
      if (isAsked) this.asked.set(id, at)
      if (isAsked !== wasAsked) changed.add(visit.token)
    }
    // The forecast does not know them yet: they came, or returned to the line, a moment ago.
    for (const [id, at] of before) if (!foresight.steps.has(id) && find(id)) this.asked.set(id, at)
    return changed
  }
}

/**
 * Minutes until one call of ten has come, as it was drawn: what is told may be widened so that the upper end holds (K16), and
 * whoever was asked at that earlier end would wait at the counter for it.
 */
function early({ low, median }: Told, width: number): number {
  return median - (median - low) / width
}
