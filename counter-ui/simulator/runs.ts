// The simulations as the server has them, and requests about them. While one is under way its state is fetched twice a
// second.
import { type Signal, signal } from '@preact/signals'
import type { Change } from '../../server/simulator/change.ts'
import type { SimulationAnswer } from '../../server/http/commands/simulations.ts'
import { fetchJson, type Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'

export type Run = SimulationAnswer
export type Side = NonNullable<Run['as']>

export interface Runs {
  /** The newest first; null until they are known. */
  readonly list: Signal<readonly Run[] | null>
  readonly problem: Signal<Problem | null>
  /** The one being viewed, by its id. */
  readonly chosen: Signal<string | null>
  /** Resolves once it is accepted or refused. */
  begin(order: { from: string; to: string; change: Change }): Promise<void>
  /** Cancels one that is under way, forgets one that is over. */
  drop(id: string): Promise<void>
  /** Looks again, if they are not known yet. */
  again(): void
  stop(): void
}

const LOOK_MS = 500

export const isUnderWay = ({ state }: Run) => state === 'waiting' || state === 'running'

export function openRuns(): Runs {
  const list = signal<readonly Run[] | null>(null)
  const problem = signal<Problem | null>(null)
  const chosen = signal<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOver = false

  async function look(): Promise<void> {
    clearTimeout(timer)
    const outcome = await fetchJson<{ simulations: Run[] }>('/api/simulations')
    if (isOver) return
    if (outcome.ok) list.value = outcome.data.simulations
    else problem.value = outcome.problem
    clearTimeout(timer)
    if (list.value?.some(isUnderWay)) timer = setTimeout(() => void look(), LOOK_MS)
  }
  void look()

  return {
    list,
    problem,
    chosen,
    async begin(order) {
      const outcome = await press<{ id: string }>('POST', '/api/simulations', order)
      problem.value = outcome.ok ? null : outcome.problem
      if (outcome.ok) chosen.value = outcome.data.id
      await look()
    },
    async drop(id) {
      const outcome = await press('DELETE', `/api/simulations/${encodeURIComponent(id)}`)
      problem.value = outcome.ok ? null : outcome.problem
      await look()
    },
    again() {
      if (list.peek() !== null) return
      problem.value = null
      void look()
    },
    stop() {
      isOver = true
      clearTimeout(timer)
    },
  }
}
