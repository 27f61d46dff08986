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

// The change as the form has it, every field a text, and as the server takes it.

export interface Draft {
  from: string
  to: string
  open: readonly { counter: string; from: string; to: string }[]
  shared: readonly { counter: string; service: string }[]
  priority: string
  walk: string
  late: string
  second: string
  noSecond: boolean
  hours: readonly { from: string; to: string }[]
  quotas: readonly { service: string; quota: string }[]
}

export function emptyDraft(from: string, to: string): Draft {
  const rules = { priority: '', walk: '', late: '', second: '', noSecond: false }
  return { from, to, open: [], shared: [], ...rules, hours: [], quotas: [] }
}

const numberOf = (text: string) => (text.trim() === '' ? undefined : Number(text))

/** What is filled in; incomplete rows are left out. */
export function changeOf({ open, shared, hours, quotas, ...rules }: Draft): Change {
  const [priority, walk, late] = [rules.priority, rules.walk, rules.late].map(numberOf)
  const second = rules.noSecond ? null : numberOf(rules.second)
  const byCounter = new Map<string, string[]>()
  for (const { counter, service } of shared) {
    if (counter && service) byCounter.set(counter, [...(byCounter.get(counter) ?? []), service])
  }
  const opens = open.filter(({ counter, from, to }) => counter && from && to)
  const spans = hours.filter(({ from, to }) => from && to)
  const limits = quotas.flatMap(({ service, quota }) => {
    const most = numberOf(quota)
    return service ? [{ service, quota: most ?? null }] : []
  })
  return {
    ...(priority !== undefined && { rates: { priority } }),
    ...(walk !== undefined && { walkSeconds: walk }),
    ...(late !== undefined && { lateSeconds: late }),
    ...(second !== undefined && { secondCallSeconds: second }),
    ...(opens.length > 0 && { open: opens.map((one) => ({ ...one })) }),
    ...(byCounter.size > 0 && {
      shared: [...byCounter].map(([counter, services]) => ({ counter, services })),
    }),
    ...(spans.length > 0 && { hours: spans.map((one) => ({ ...one })) }),
    ...(limits.length > 0 && { quotas: limits }),
  }
}

/** `08:00`. */
export function timeText(time: number | string): string {
  if (typeof time === 'string') return time
  return `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`
}

/** Puts a change that was tried back into the form. */
export function draftOf(from: string, to: string, change: Change): Draft {
  const text = (value: number | null | undefined) =>
    value === undefined || value === null ? '' : String(value)
  const span = (one: { from: number | string; to: number | string }) => ({
    from: timeText(one.from),
    to: timeText(one.to),
  })
  return {
    from,
    to,
    open: (change.open ?? []).map(({ counter, ...times }) => ({ counter, ...span(times) })),
    shared: (change.shared ?? []).flatMap(({ counter, services }) =>
      services.map((service) => ({ counter, service })),
    ),
    priority: text(change.rates?.priority),
    walk: text(change.walkSeconds),
    late: text(change.lateSeconds),
    second: text(change.secondCallSeconds),
    noSecond: change.secondCallSeconds === null,
    hours: (change.hours ?? []).map(span),
    quotas: (change.quotas ?? []).map(({ service, quota }) => ({ service, quota: text(quota) })),
  }
}
