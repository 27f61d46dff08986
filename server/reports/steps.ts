// The report of steps: every figure of docs/figures.md by one or two of the dimensions.
import {
  CALLED,
  COME_TO_ME,
  PRIORITY,
  TRIAL,
  results,
  UNSTARTED,
  type StepColumns,
  verdicts,
  ways,
  type DayWords,
  type Worded,
} from './columns.ts'
import type { Dimension, Filters, StepsRow } from './question.ts'
import { weekdayOf } from '../hall/hours.ts'
import { ENOUGH } from './figures.ts'
import { Values } from './values.ts'

type Key = string | number | null

/** Filters for steps; `staff`, by id, only if somebody asks about themselves. */
type ChosenBy = Filters & { readonly staff?: readonly string[] }

/** What is known about a day when its steps are counted. */
export interface StepsDay extends DayWords {
  readonly day: string
  readonly size: number
  readonly steps: StepColumns
}

/** More rows than anybody reads: a report that would have more is refused. */
export const MOST_ROWS = 20_000

/** A report would have more rows than anybody reads. */
export class TooManyRows extends Error {}

class Group {
  readonly counts = new Uint32Array(results.length)
  called = 0
  unstarted = 0
  documents = 0
  comeBack = 0
  notHeard = 0
  slipsFailed = 0
  within = 0
  judged = 0
  /** T of the steps judged; 0: none yet, −1: they differ. */
  levelSeconds = 0
  readonly waited = new Values()
  readonly waitedOpen = new Values()
  readonly walk = new Values()
  readonly served = new Values()
}

/** Counts steps day by day. */
export class StepsCount {
  private readonly groups: (Group | undefined)[] = []
  private readonly keys: Keys
  private readonly splits: Keys | null
  private readonly filters: ChosenBy
  private rows = 0

  constructor(by: Dimension | 'staff', split: Dimension | null, filters: ChosenBy) {
    this.keys = new Keys(by)
    this.splits = split && new Keys(split)
    this.filters = filters
  }

  /** @throws TooManyRows */
  add(day: StepsDay): void {
    const { size, steps } = day
    const passes = filterOf(this.filters, day)
    const key = this.keys.on(day)
    const split = this.splits?.on(day) ?? null
    const { waited, waitedOpen, walk, served, result, flags, verdict, levelSeconds, documents } = steps
    const { came, notHeard, slipsFailed } = steps
    for (let row = 0; row < size; row += 1) {
      if (passes !== null && passes[row] === 0) continue
      const at = split === null ? key(row) : key(row) * MOST_ROWS + split(row)
      const group = (this.groups[at] ??= this.another())
      const flag = flags[row] ?? 0
      const was = result[row] ?? 0
      group.counts[was] = (group.counts[was] ?? 0) + 1
      if (flag & CALLED) group.called += 1
      if (was < FINISHED && flag & UNSTARTED) group.unstarted += 1
      group.documents += documents[row] ?? 0
      if (came[row] === COME_BACK) group.comeBack += 1
      group.notHeard += notHeard[row] ?? 0
      group.slipsFailed += slipsFailed[row] ?? 0
      group.waited.add(waited[row] ?? 0)
      group.waitedOpen.add(waitedOpen[row] ?? 0)
      group.walk.add(walk[row] ?? 0)
      group.served.add(served[row] ?? 0)
      const said = verdict[row]
      if (said === verdicts.none) continue
      const level = levelSeconds[row] ?? 0
      group.judged += 1
      if (said === verdicts.within) group.within += 1
      if (group.levelSeconds === 0) group.levelSeconds = level
      else if (group.levelSeconds !== level) group.levelSeconds = -1
    }
  }

  private another(): Group {
    this.rows += 1
    if (this.rows > MOST_ROWS) throw new TooManyRows()
    return new Group()
  }

  /** The rows in the order of their keys, null last. */
  result(): Omit<StepsRow, 'name'>[] {
    const { keys, splits } = this
    const rows: Omit<StepsRow, 'name'>[] = []
    this.groups.forEach((group, at) => {
      if (!group) return
      rows.push(
        splits === null
          ? rowOf(group, { key: keys.at(at) })
          : rowOf(group, { key: keys.at(Math.floor(at / MOST_ROWS)), split: splits.at(at % MOST_ROWS) }),
      )
    })
    return rows.sort((a, b) => inOrder(a.key, b.key) || inOrder(a.split ?? null, b.split ?? null))
  }
}

/** Results up to here are those of a step that was finished at a counter. */
const FINISHED = results.indexOf('no-show')
const COME_BACK = ways.indexOf('come-back')

function rowOf(group: Group, key: { readonly key: Key; readonly split?: Key }): Omit<StepsRow, 'name'> {
  const [served = 0, incomplete = 0, referred = 0, noShow = 0, left = 0, dropped = 0, open = 0] = group.counts
  const { judged, within, levelSeconds } = group
  return {
    ...key,
    taken: served + incomplete + referred + noShow + left + dropped + open,
    called: group.called,
    served,
    incomplete,
    referred,
    noShow,
    left,
    dropped,
    open,
    waiting: group.waited.spread(),
    waitingOpen: group.waitedOpen.spread(),
    walking: group.walk.spread(),
    serving: group.served.spread(),
    level:
      judged < ENOUGH ? null : { seconds: levelSeconds < 0 ? null : levelSeconds, share: within / judged },
    unstarted: group.unstarted,
    documents: group.documents,
    comeBack: group.comeBack,
    notHeard: group.notHeard,
    slipsFailed: group.slipsFailed,
  }
}

export function inOrder(a: Key, b: Key): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return numbersInside.compare(String(a), String(b)) || (a < b ? -1 : 1)
}

/** `loket-2` before `loket-10`. */
const numbersInside = new Intl.Collator('en', { numeric: true })

/** The keys of one dimension, numbered as they come. */
export class Keys {
  private readonly by: Dimension | 'staff'
  private readonly numbers = new Map<Key, number>()
  private readonly known: Key[] = []

  constructor(by: Dimension | 'staff') {
    this.by = by
  }

  at(number: number): Key {
    return this.known[number] ?? null
  }

  /** The number of a row's key on this day. */
  on({ day, steps, words }: StepsDay): (row: number) => number {
    const { by } = this
    switch (by) {
      case 'hall':
        return this.always('hall')
      case 'day':
        return this.always(day)
      case 'month':
        return this.always(day.slice(0, 7))
      case 'weekday':
        return this.always(weekdayOf(day))
      case 'hour':
        return this.through(steps.hour, (code) => code)
      case 'class':
        return this.through(steps.flags, classOf)
      case 'operation':
        return this.through(steps.flags, (flags) => (flags & TRIAL ? 'trial' : 'regular'))
      case 'help':
        return this.through(steps.flags, (flags) => (flags & COME_TO_ME ? 'come-to-me' : 'none'))
      default:
        return this.through(steps[by], (code) => wordAt(words[by], code))
    }
  }

  private always(key: Key): (row: number) => number {
    let number = -1
    return () => (number < 0 ? (number = this.numberOf(key)) : number)
  }

  private through(column: ArrayLike<number>, keyOf: (code: number) => Key): (row: number) => number {
    const found: number[] = []
    return (row) => {
      const code = column[row] ?? 0
      return (found[code] ??= this.numberOf(keyOf(code)))
    }
  }

  private numberOf(key: Key): number {
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    if (this.known.length >= MOST_ROWS) throw new TooManyRows()
    this.numbers.set(key, this.known.length)
    return this.known.push(key) - 1
  }
}

const classOf = (flags: number) => (flags & PRIORITY ? 'priority' : 'regular')

const wordAt = (words: readonly string[], code: number) => (code === 0 ? null : (words[code - 1] ?? null))

/** Whether a day passes the filters. */
export const isOnWeekday = ({ weekday }: Filters, day: string): boolean =>
  weekday === undefined || weekday.includes(String(weekdayOf(day)))

/** 1 for each row that passes the filters; null: all of them. */
export function filterOf(
  filters: ChosenBy,
  { day, size, steps, words }: Pick<StepsDay, 'day' | 'size' | 'steps' | 'words'>,
): Uint8Array | null {
  let passes: Uint8Array | null = null
  if (!isOnWeekday(filters, day)) return new Uint8Array(size)
  for (const [name, wanted] of Object.entries(filters) as [keyof ChosenBy, readonly string[] | undefined][]) {
    if (wanted === undefined || name === 'weekday') continue
    passes ??= new Uint8Array(size).fill(1)
    const column = name === 'class' ? steps.flags : steps[name]
    const wordOf = (code: number) => {
      if (name === 'class') return classOf(code)
      return name === 'hour' ? String(code) : wordAt(words[name satisfies Worded], code)
    }
    const isWanted = (code: number) => {
      const word = wordOf(code)
      return word !== null && wanted.includes(word)
    }
    const known: (boolean | undefined)[] = []
    for (let row = 0; row < size; row += 1) {
      const code = column[row] ?? 0
      if (!(known[code] ??= isWanted(code))) passes[row] = 0
    }
  }
  return passes
}
