// Small scenes for the tests of the forecast.
import type { Pace } from '../../server/forecast/pace.ts'
import type { CounterScene, Scene, ServiceScene, StepScene } from '../../server/forecast/scene.ts'

/** Nothing is left to chance: every visit takes as long as the next. */
export const steady = (minutes: number): Pace => ({
  minutes,
  spread: 0.001,
  doubt: 0,
  noShow: 0,
  missMinutes: 2,
  gap: 0,
})

export const service = (id: string, pace: Pace = steady(10)): ServiceScene => ({ id, pace })

export const counter = (id: string, services: string[], with_: Partial<CounterScene> = {}): CounterScene => ({
  id,
  zone: 'a',
  services,
  opensIn: 0,
  closesIn: null,
  rests: [],
  busy: null,
  ...with_,
})

export const step = (
  id: string,
  service: string,
  ago: number,
  with_: Partial<StepScene> = {},
): StepScene => ({
  id,
  visit: `v-${id}`,
  service,
  state: 'waiting',
  ago,
  priority: false,
  callableIn: 0,
  after: [],
  ...with_,
})

export const scene = (with_: Partial<Scene>): Scene => ({
  minute: 600,
  seed: 1,
  rates: { regular: 1, priority: 3 },
  walk: 1,
  services: [service('s')],
  counters: [counter('1', ['s'])],
  steps: [],
  ...with_,
})
