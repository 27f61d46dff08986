// The hall as the plan describes it, loaded once and again whenever a view says that the plan changed.
import { computed, signal, type ReadonlySignal } from '@preact/signals'
import type { HallAgency, HallAnswer, HallService, HallZone } from '../server/live/hall.ts'
import type { Counter } from '../server/hall/plan.ts'
import { fetchJson, type Outcome } from './command.ts'
import { timeZone } from './format.ts'
import { type Later, after } from './timer.ts'

export interface HallIo {
  fetchHall(): Promise<Outcome<HallAnswer>>
  after: Later
}

export interface Hall {
  /** All of it, null until it is loaded. */
  answer: ReadonlySignal<HallAnswer | null>
  agencies: ReadonlySignal<Map<string, HallAgency>>
  zones: ReadonlySignal<Map<string, HallZone>>
  services: ReadonlySignal<Map<string, HallService>>
  counters: ReadonlySignal<Map<string, Counter>>
  /** Call it with the `hall.plan` of every view: any number other than the loaded one loads it again. */
  seen(plan: number): void
}

/** A screen switched on before the server waits for it; a plan revised halfway is fetched again. */
const AGAIN_MS = 2_000

const browserHallIo: HallIo = {
  fetchHall: () => fetchJson<HallAnswer>('/api/hall'),
  after,
}

/** Starts loading the hall and goes on trying until it is there. Sets the time zone of all formatting. */
export function loadHall(io: HallIo = browserHallIo): Hall {
  const answer = signal<HallAnswer | null>(null)
  let wanted: number | null = null
  let loading = false

  const satisfied = () => answer.value !== null && (wanted === null || wanted === answer.value.plan)

  async function load(): Promise<void> {
    const outcome = await io.fetchHall()
    if (outcome.ok) {
      timeZone.value = outcome.data.timeZone
      answer.value = outcome.data
    }
    if (satisfied()) loading = false
    else io.after(AGAIN_MS, () => void load())
  }

  function start(): void {
    if (loading) return
    loading = true
    void load()
  }

  function byId<T extends { id: string }>(list: (hall: HallAnswer) => T[]): ReadonlySignal<Map<string, T>> {
    return computed(
      () => new Map((answer.value ? list(answer.value) : []).map((one) => [one.id, one] as const)),
    )
  }

  start()
  return {
    answer,
    agencies: byId((hall) => hall.agencies),
    zones: byId((hall) => hall.zones),
    services: byId((hall) => hall.services),
    counters: byId((hall) => hall.counters),
    seen(plan) {
      wanted = plan
      if (!satisfied()) start()
    },
  }
}
