// How long it will take: one question, one answer, for everybody who waits and for everybody who might come. The hall
// as it stands is run forward some hundred times; what came out most of the time is told, corrected by how right that
// was on earlier days. Nothing here knows a clock or a hall: a scene comes in, minutes go out.
import { corrected, type Correction } from './correct.ts'
import { runDraw } from './draw.ts'
import { type Prepared, prepare } from './prepared.ts'
import type { Forecast, ForNewcomers, Scene, Told } from './scene.ts'

/** A chance of being called today of at most this is told as *unlikely*. */
export const UNLIKELY = 0.3
const MOST_DRAWS = 200
const FEWEST_DRAWS = 30
/** The most calls simulated in all: two thousand who wait get fewer draws, not a later answer. */
const BUDGET = 90_000

/** A forecast that is made in slices: `advance` until it says true, then `result`. */
export class Forecasting {
  readonly draws: number
  private readonly prepared: Prepared
  private readonly correction: Correction
  private readonly waits: Float64Array[] = []

  /** `most`: the most draws; fewer if many wait. */
  constructor(scene: Scene, correction: Correction, most = MOST_DRAWS) {
    this.prepared = prepare(scene)
    this.correction = correction
    const each = Math.max(1, this.prepared.steps.length)
    this.draws = Math.max(Math.min(most, FEWEST_DRAWS), Math.min(most, Math.floor(BUDGET / each)))
  }

  /** Makes up to `most` more draws; true once all are made. */
  advance(most: number): boolean {
    const until = Math.min(this.draws, this.waits.length + most)
    while (this.waits.length < until) {
      const waits = new Float64Array(this.prepared.steps.length)
      runDraw(this.prepared, this.waits.length, waits)
      this.waits.push(waits)
    }
    return this.waits.length === this.draws
  }

  /** What is told after the draws made so far. */
  result(): Forecast {
    const { scene, known } = this.prepared
    const steps = new Map<string, Told | null>()
    for (const [place, step] of this.prepared.names.entries())
      steps.set(step.id, step.state === 'at-counter' ? null : this.told(place))
    const newcomers = new Map<string, ForNewcomers>()
    for (const [at, { id }] of scene.services.entries())
      newcomers.set(id, {
        regular: this.told(known + 2 * at),
        priority: this.told(known + 2 * at + 1),
        spare: this.spare(at, known + 2 * at),
      })
    return { steps, newcomers, draws: this.waits.length }
  }

  private waitsOf(place: number): Float64Array {
    const waits = new Float64Array(this.waits.length)
    for (const [at, draw] of this.waits.entries()) waits[at] = draw[place] ?? Infinity
    return waits.sort()
  }

  private told(place: number): Told | null {
    const waits = this.waitsOf(place)
    const finite = waits.findLastIndex((wait) => wait !== Infinity) + 1
    const { service } = this.prepared.steps[place] ?? { service: 0 }
    if (finite === 0) return this.tooLate(service)
    // Assuming that it is today; `today` says how likely that is.
    const called = waits.subarray(0, finite)
    const [low, median, high] = [0.1, 0.5, 0.9].map((share) => quantile(called, share)) as [
      number,
      number,
      number,
    ]
    const signals = this.prepared.scene.services[service]?.signals ?? []
    const basis = [low, median, high, this.prepared.scene.minute].map(rounded).concat(signals)
    return corrected({ low, median, high, today: finite / waits.length, basis }, this.correction)
  }

  /**
   * Called in no draw before the counters close: certainly not today. Null: none of them calls, and nobody knows when
   * one will.
   */
  private tooLate(service: number): Told | null {
    const end = this.closesIn(service)
    if (end === null) return null
    const { minute } = this.prepared.scene
    return { low: end, median: end, high: end, today: 0, basis: [end, end, end, minute] }
  }

  private spare(service: number, place: number): number | null {
    const end = this.closesIn(service)
    if (end === null) return null
    const last = this.waitsOf(place)[Math.floor(UNLIKELY * this.waits.length)] ?? Infinity
    return last === Infinity ? -1 : end - last
  }

  /** When the last of its counters that call, or will call, closes; null: none does, or nobody knows. */
  private closesIn(service: number): number | null {
    const ends = this.prepared.counters.flatMap(({ lines, opensIn, closesIn }) =>
      lines.includes(2 * service) && opensIn < closesIn ? [closesIn] : [],
    )
    const end = Math.max(...ends)
    return Number.isFinite(end) ? end : null
  }
}

/** The forecast for all steps and newcomers of the scene. @throws never, whatever numbers the scene has */
export function forecastOf(scene: Scene, correction: Correction = null): Forecast {
  const forecasting = new Forecasting(scene, correction)
  forecasting.advance(Infinity)
  return forecasting.result()
}

function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Infinity
  const at = share * (sorted.length - 1)
  const below = sorted[Math.floor(at)] ?? Infinity
  const above = sorted[Math.ceil(at)] ?? Infinity
  return below === above ? below : below + (above - below) * (at - Math.floor(at))
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}
