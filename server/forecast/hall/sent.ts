// A forecast on its way from its process to the loop, which must not be held up by reading it: figures are sent side
// by side in one block, and what is the same for a whole day is sent once.
import type { Told } from '../scene.ts'
import type { ForNewcomer, Foresight } from './follow.ts'
import type { Quiet } from './quiet.ts'

/** What is sent. Ids contain no line breaks. */
export interface Sent {
  readonly seq: number
  readonly at: number
  readonly draws: number
  readonly advice: Foresight['advice']
  /** Ids of all steps, and of all services, one per line. */
  readonly steps: string
  readonly services: string
  /** In the order that `Sender` and `Receiver` share. */
  readonly figures: Float64Array
  /** By service; null: the same as before. */
  readonly quiet: ReadonlyMap<string, Quiet> | null
}

/** Sends to one reader. */
export class Sender {
  private quiet = new Map<string, Quiet | null>()

  of({ seq, at, draws, advice, steps, newcomers }: Foresight): Sent {
    const figures: number[] = []
    for (const told of steps.values()) write(figures, told)
    for (const { regular, priority, ahead, each, width, notCalled, isFirst, spare } of newcomers.values()) {
      write(figures, regular)
      write(figures, priority)
      // Room to spare may be infinite or below 0; if nobody knows it, it is NaN.
      figures.push(ahead, each, width, notCalled, Number(isFirst), spare ?? Number.NaN)
    }
    return {
      seq,
      at,
      draws,
      advice,
      steps: [...steps.keys()].join('\n'),
      services: [...newcomers.keys()].join('\n'),
      figures: Float64Array.from(figures),
      quiet: this.news(newcomers),
    }
  }

  private news(newcomers: Foresight['newcomers']): Map<string, Quiet> | null {
    const quiet = new Map([...newcomers].map(([id, one]) => [id, one.quiet]))
    const isSame =
      quiet.size === this.quiet.size && [...quiet].every(([id, one]) => this.quiet.get(id) === one)
    if (isSame) return null
    this.quiet = quiet
    return new Map([...quiet].flatMap(([id, one]) => (one ? [[id, one] as const] : [])))
  }
}

function write(figures: number[], told: Told | null): void {
  if (told === null) figures.push(-1)
  else figures.push(told.basis.length, told.low, told.median, told.high, told.today, ...told.basis)
}

/** Reads what one process sends, one after the other. */
export class Receiver {
  private quiet: ReadonlyMap<string, Quiet> = new Map()

  /**
   * Null: there is nothing to tell. Undefined: nonsense, as the process may be broken: a wait that is not a number,
   * for example.
   */
  read(found: unknown): Foresight | null | undefined {
    if (found === null) return null
    if (!isObject(found)) return undefined
    const { seq, at, draws, advice, steps, services, figures, quiet } = found
    if (!isFigure(seq) || !isFigure(at) || !isFigure(draws) || !isAdvice(advice)) return undefined
    if (typeof steps !== 'string' || typeof services !== 'string') return undefined
    if (!(figures instanceof Float64Array)) return undefined
    if (quiet !== null && !isMap(quiet, isQuiet)) return undefined
    if (quiet !== null) this.quiet = quiet
    const reader = new Reader(figures)
    const told = new Map(linesOf(steps).map((id) => [id, reader.told()]))
    const newcomers = new Map(linesOf(services).map((id) => [id, this.newcomer(id, reader)]))
    return reader.isAtEnd() ? { seq, at, draws, advice, steps: told, newcomers } : undefined
  }

  private newcomer(id: string, reader: Reader): ForNewcomer {
    return {
      regular: reader.told(),
      priority: reader.told(),
      ahead: reader.figure(),
      each: reader.figure(),
      width: reader.figure(),
      notCalled: reader.figure(),
      isFirst: reader.figure() === 1,
      spare: reader.spare(),
      quiet: this.quiet.get(id) ?? null,
    }
  }
}

/** Anything that should be a figure but is not, or is missing, is remembered until the end. */
class Reader {
  private readonly figures: Float64Array
  private at = 0
  private isRight = true

  constructor(figures: Float64Array) {
    this.figures = figures
  }

  isAtEnd(): boolean {
    return this.isRight && this.at === this.figures.length
  }

  figure(): number {
    const one = this.figures[this.at++] ?? Number.NaN
    this.isRight &&= isFigure(one)
    return one
  }

  spare(): number | null {
    const one = this.figures[this.at++]
    this.isRight &&= one !== undefined
    return one === undefined || Number.isNaN(one) ? null : one
  }

  told(): Told | null {
    const length = this.figures[this.at++] ?? Number.NaN
    if (length === -1) return null
    this.isRight &&= length >= 0
    const [low, median, high, today] = [this.figure(), this.figure(), this.figure(), this.figure()]
    if (length === 0) return { low, median, high, today, basis: nothing }
    const basis: number[] = []
    // One by one: an array made of a typed one takes four milliseconds for a hall.
    for (let left = length; left > 0 && this.isRight; left -= 1) {
      const one = this.figures[this.at++]
      if (one === undefined) this.isRight = false
      else basis.push(one)
    }
    return { low, median, high, today, basis }
  }
}

/** For most, what they rest on is not sent. */
const nothing: readonly number[] = []
const linesOf = (text: string): string[] => (text === '' ? [] : text.split('\n'))

const isObject = (found: unknown): found is Record<string, unknown> =>
  typeof found === 'object' && found !== null
const isFigure = (found: unknown): found is number =>
  typeof found === 'number' && Number.isFinite(found) && found >= 0

function isMap<V>(found: unknown, isValue: (value: unknown) => value is V): found is ReadonlyMap<string, V> {
  return found instanceof Map && [...found.values()].every(isValue)
}

function isAdvice(found: unknown): found is Foresight['advice'] {
  if (!isObject(found)) return false
  const isOneMore = (one: unknown): one is object =>
    isObject(one) && isFigure(one['minutes']) && isFigure(one['served'])
  return isMap(found['stops'], isFigure) && isMap(found['counters'], isOneMore)
}

function isQuiet(found: unknown): found is Quiet {
  if (!isObject(found)) return false
  const { hour, waits, times } = found
  const isTime = (one: unknown) =>
    isObject(one) && [one['weekday'], one['hour'], one['minutes']].every((part) => isFigure(part))
  return isFigure(hour) && isMap(waits, isFigure) && Array.isArray(times) && times.every(isTime)
}
