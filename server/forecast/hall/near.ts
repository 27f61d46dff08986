// Who should set out now: early enough that nine in ten reach the counter before their call, from wherever they said
// they wait, and no earlier. It rests on the early end of the forecast, from the same draws as everything that is
// told.
import type { Hall } from '../../hall/hall.ts'
import { waySeconds } from '../../hall/visit/place.ts'
import { stepAtCounter, type Visit, type Waiting } from '../../hall/visit.ts'
import type { Told } from '../scene.ts'
import { promised } from './tells.ts'
import type { Foresight } from './follow.ts'

const MINUTE = 60_000
/** What somebody needs besides the walk: to notice, to get up, to pay for the coffee. */
const READY_MS = 3 * MINUTE
/**
 * Somebody asked to come is told otherwise only if it takes this much longer: that has a cause; small changes have
 * none.
 */
const BACK_MS = 15 * MINUTE

export class Near {
  private readonly hall: Hall
  /** Steps by id, with when the call is expected at the earliest; milliseconds since 1970. */
  private asked = new Map<string, number>()
  /** The same for those that `looking` has gone through so far. */
  private next = this.asked
  private isFirst = true

  constructor(hall: Hall) {
    this.hall = hall
  }

  has(step: string): boolean {
    return this.asked.has(step)
  }

  /** In the order in which they will be called. */
  steps(): string[] {
    return [...this.asked].sort(([, a], [, b]) => a - b).map(([id]) => id)
  }

  /**
   * Goes through everybody who waits, one after the other, after a forecast. `find` answers for a waiting step about
   * which something can be told. Returns the tokens of the visits for which something changed.
   */
  *looking(
    foresight: Foresight,
    find: (step: string) => { visit: Visit; step: Waiting } | null,
  ): Generator<undefined, ReadonlySet<string>> {
    const changed = new Set<string>()
    const next = new Map<string, number>()
    this.next = next
    for (const id of foresight.steps.keys()) {
      yield
      const found = find(id)
      if (found && this.decide(foresight, found.visit, found.step, foresight.at, next))
        changed.add(found.visit.token)
    }
    // The forecast does not know them yet: they came, or returned to the line, a moment ago.
    for (const [id, at] of this.asked) if (!foresight.steps.has(id) && find(id)) next.set(id, at)
    this.asked = next
    this.isFirst = false
    return changed
  }

  /** Looks at one visit's step that waits, at `now` (milliseconds since 1970); says whether anything changed. */
  look(foresight: Foresight, visit: Visit, step: Waiting, now: number): boolean {
    if (!foresight.steps.has(step.id)) return false
    const isNew = this.decide(foresight, visit, step, now, this.next)
    if (this.next !== this.asked) this.decide(foresight, visit, step, now, this.asked)
    return isNew
  }

  /** Puts the step into `asked` if its visitor should set out, else takes it out; says whether that is new. */
  private decide(
    foresight: Foresight,
    visit: Visit,
    step: Waiting,
    now: number,
    asked: Map<string, number>,
  ): boolean {
    const { id, service, callableFrom } = step
    const told = foresight.steps.get(id) ?? null
    const wasAsked = this.asked.has(id)
    const width = foresight.newcomers.get(service)?.width ?? 1
    const at = foresight.at + (told ? early(told, width) : Infinity) * MINUTE
    const until = now + waySeconds(this.hall.layout, visit, service) * 1000 + READY_MS
    // After a start nobody knows who was asked: anyone who may have been is not sent away. Waiting here a little longer, once,
    // costs less than a missed call. No event records it: there would be one for every change of a forecast, and none changes the queue.
    const isNear = at <= until + (wasAsked || this.isFirst ? BACK_MS : 0)
    const canBeCalled = callableFrom <= until && !stepAtCounter(visit)
    const isHoped = wasAsked || (told !== null && promised(told.today) !== 'unlikely')
    const isAsked = isNear && canBeCalled && isHoped
    if (isAsked) asked.set(id, at)
    else asked.delete(id)
    return isAsked !== wasAsked
  }
}

/**
 * Minutes until one call in ten has come, as drawn: what is told may be widened so that the upper end holds (K16), and
 * anyone asked at that widened early end would wait at the counter because of it.
 */
function early({ low, median }: Told, width: number): number {
  return median - (median - low) / width
}
