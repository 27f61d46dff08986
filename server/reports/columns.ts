// A day in columns: the facts of its steps as typed arrays with the words in dictionaries, some 60 bytes per step. So
// ten years can be gone through within a second, day by day, and a day is kept as two blobs (docs/reports.md).
import { type CameBy, type Fact, type Result, resultOf } from './facts/fact.ts'
import { metLevel } from './figures.ts'
import { NONE } from './values.ts'

/** How a step can have come, in the order of its codes. */
export const ways: readonly CameBy[] = ['ticket', 'referred', 'come-back', 'return', 'seated', 'paper']

export const results: readonly Result[] = [
  'served',
  'incomplete',
  'referred',
  'no-show',
  'left',
  'dropped',
  'open',
]

/** Bits of `flags`. */
export const PRIORITY = 1
export const CALLED = 2
export const UNSTARTED = 4
export const COME_TO_ME = 8
export const TRIAL = 16

/** What the service level says about a step: it does not count, its waiting was within T, or beyond it. */
export const verdicts = { none: 0, within: 1, beyond: 2 } as const

/**
 * Columns of what a step counts as. Spans are whole milliseconds, NONE where there is none; words are places in the
 * dictionary of their kind, in which 0 is null.
 */
const stepColumns = {
  waited: 4,
  waitedOpen: 4,
  walk: 4,
  served: 4,
  service: 2,
  agency: 2,
  counter: 2,
  zone: 2,
  language: 2,
  staff: 2,
  levelSeconds: 2,
  hour: 1,
  result: 1,
  flags: 1,
  verdict: 1,
  documents: 1,
  came: 1,
  notHeard: 1,
  slipsFailed: 1,
} as const
/**
 * Columns of how the steps of a visit follow each other: milliseconds after `base`, the place of the visit, and the
 * row of the step that sent the visitor, NONE if none did.
 */
const visitColumns = {
  visit: 4,
  takenAt: 4,
  waitsFrom: 4,
  calledAt: 4,
  startedAt: 4,
  endedAt: 4,
  from: 4,
  calls: 2,
} as const

/** How the columns are laid out, as text: what was kept under a different one is made again. */
export const layout = JSON.stringify([stepColumns, visitColumns])

type Column = Uint32Array | Uint16Array | Uint8Array
export type Columns<Widths> = { readonly [Name in keyof Widths]: Column }
export type StepColumns = Columns<typeof stepColumns>
export type VisitColumns = Columns<typeof visitColumns>

const worded = ['service', 'agency', 'counter', 'zone', 'language', 'staff'] as const
export type Worded = (typeof worded)[number]

/** The part of a day that is text. */
export interface DayWords {
  /** By column; a code of 0 is null, and 1 the first of these. */
  readonly words: Readonly<Record<Worded, readonly string[]>>
  /** Missing requirements: the row, the requirement, and so on. */
  readonly missing: readonly (number | string)[]
}

export interface Day extends DayWords {
  readonly day: string
  readonly size: number
  readonly steps: StepColumns
  readonly visits: VisitColumns
}

/** The columns of the facts of a day. */
export function columnsOf(day: string, facts: readonly Fact[]): Day {
  const size = facts.length
  const steps = empty(stepColumns, size)
  const visits = empty(visitColumns, size)
  const base = facts.reduce((first, { takenAt }) => Math.min(first, takenAt), Infinity)
  const after = (at: number | null) => (at === null ? NONE : clamped(at - base))
  const dictionaries = new Map<Worded, Map<string, number>>(worded.map((name) => [name, new Map()]))
  const codeOf = (name: Worded, word: string | null): number => {
    if (word === null) return 0
    const known = dictionaries.get(name) ?? new Map<string, number>()
    const code = known.get(word) ?? known.size + 1
    known.set(word, code)
    return code
  }
  const places = new Map<string, number>()
  const rows = new Map(facts.map((fact, row) => [idOf(fact.visit, fact.step), row]))
  const missing: (number | string)[] = []
  for (const [row, fact] of facts.entries()) {
    const result = resultOf(fact)
    steps.waited[row] = inMs(fact.waitedSeconds)
    steps.waitedOpen[row] = inMs(fact.waitedOpenSeconds)
    steps.walk[row] = inMs(fact.walkSeconds)
    steps.served[row] = result === 'open' ? NONE : inMs(fact.servedSeconds)
    for (const name of worded) steps[name][row] = codeOf(name, fact[name])
    steps.levelSeconds[row] = fact.levelSeconds
    steps.hour[row] = fact.hour
    steps.result[row] = results.indexOf(result)
    steps.flags[row] =
      (fact.priority ? PRIORITY : 0) |
      (fact.calledAt === null ? 0 : CALLED) |
      (fact.startedAt === null && fact.cameBy !== 'paper' ? UNSTARTED : 0) |
      (fact.comeToMe ? COME_TO_ME : 0) |
      (fact.operation === 'trial' ? TRIAL : 0)
    steps.verdict[row] = verdictOf(fact)
    steps.documents[row] = Math.min(fact.documents ?? 0, 0xff)
    steps.came[row] = ways.indexOf(fact.cameBy)
    steps.notHeard[row] = Math.min(fact.notHeard, 0xff)
    steps.slipsFailed[row] = Math.min(fact.slipsFailed, 0xff)
    const place = places.get(fact.visit) ?? places.size
    places.set(fact.visit, place)
    visits.visit[row] = place
    visits.takenAt[row] = after(fact.takenAt)
    visits.waitsFrom[row] = after(fact.waitsFrom)
    visits.calledAt[row] = after(fact.calledAt)
    visits.startedAt[row] = after(fact.startedAt)
    visits.endedAt[row] = after(fact.endedAt)
    visits.from[row] = fact.from === null ? NONE : (rows.get(idOf(fact.visit, fact.from)) ?? NONE)
    visits.calls[row] = Math.min(fact.calls, 0xffff)
    for (const requirement of fact.missing) missing.push(row, requirement)
  }
  const wordsOf = (name: Worded) => [...(dictionaries.get(name) ?? new Map<string, number>()).keys()]
  const words = {
    service: wordsOf('service'),
    agency: wordsOf('agency'),
    counter: wordsOf('counter'),
    zone: wordsOf('zone'),
    language: wordsOf('language'),
    staff: wordsOf('staff'),
  }
  return { day, size, words, missing, steps, visits }
}

const idOf = (visit: string, step: string) => `${visit} ${step}`

function verdictOf(fact: Fact): number {
  const met = metLevel(fact)
  return met === null ? verdicts.none : met ? verdicts.within : verdicts.beyond
}

const inMs = (seconds: number | null) => (seconds === null ? NONE : clamped(seconds * 1000))
const clamped = (ms: number) => Math.min(NONE - 1, Math.max(0, Math.round(ms)))

type Widths = Readonly<Record<string, 1 | 2 | 4>>

function empty<W extends Widths>(widths: W, size: number): Columns<W> {
  return laidOut(widths, size, new ArrayBuffer(bytesOf(widths, size)))
}

const bytesOf = (widths: Widths, size: number) =>
  Object.values(widths).reduce<number>((sum, width) => sum + width * size, 0)

/** Views into one piece of memory. The wide columns come first, so that each is aligned. */
function laidOut<W extends Widths>(widths: W, size: number, memory: ArrayBuffer): Columns<W> {
  let at = 0
  const columns = Object.entries(widths).map(([name, width]) => {
    const from = at
    at += width * size
    const kind = width === 4 ? Uint32Array : width === 2 ? Uint16Array : Uint8Array
    return [name, new kind(memory, from, size)] as const
  })
  return Object.fromEntries(columns) as Columns<W>
}

/** A day as it is kept. */
export interface KeptDay {
  readonly size: number
  /** JSON of `DayWords`. */
  readonly words: string
  readonly steps: Uint8Array
  readonly visits: Uint8Array
}

/** A day to be kept, with numbers in this computer's byte order, as it never leaves it. */
export function kept({ size, words, missing, steps, visits }: Day): KeptDay {
  return {
    size,
    words: JSON.stringify({ words, missing } satisfies DayWords),
    steps: new Uint8Array(steps.waited.buffer),
    visits: new Uint8Array(visits.visit.buffer),
  }
}

/** The columns of steps of a kept day. */
export const stepsOf = (size: number, bytes: Uint8Array): StepColumns =>
  laidOut(stepColumns, size, memoryOf(bytes))

/** The columns of visits of a kept day. */
export const visitsOf = (size: number, bytes: Uint8Array): VisitColumns =>
  laidOut(visitColumns, size, memoryOf(bytes))

function memoryOf(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes
  return byteOffset % 4 === 0 && buffer instanceof ArrayBuffer
    ? byteOffset === 0
      ? buffer
      : buffer.slice(byteOffset, byteOffset + byteLength)
    : new Uint8Array(bytes).buffer
}
