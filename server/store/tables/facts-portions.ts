// How the facts of a day get into their tables: in portions, each in a short transaction of its own, because nobody may
// keep the hall's commands from being written for longer. Until the last portion none of them count.
import type { Database } from 'better-sqlite3'
import type { CounterSpan, DayHours, Fact, NameOf } from '../../reports/facts/fact.ts'
import { safely } from '../errors.ts'
import { counterSpans, factDays, facts as ofFacts, names as ofNames } from '../queries/facts.ts'
import { prepare } from '../statement.ts'
import { lazily } from '../unhurried.ts'
import { asRow, asSpanRow, type DayFacts, type FactDay } from './facts.ts'

/** Rows of one portion: about a millisecond. */
const MOST_ROWS = 100

/** What is written about a day in one go. */
export type FactsPortion =
  /** `first`: what was kept before goes. */
  | { readonly is: 'facts'; readonly day: string; readonly first: boolean; readonly facts: readonly Fact[] }
  | { readonly is: 'spans'; readonly day: string; readonly spans: readonly CounterSpan[] }
  | { readonly is: 'end'; readonly day: string; readonly names: readonly NameOf[]; readonly of: Made }
  /** Why its events make none. What is there stays. */
  | { readonly is: 'fault'; readonly day: string; readonly of: Omit<FactDay, 'day' | 'mark' | 'hours'> }

type Made = Omit<FactDay, 'day' | 'mark' | 'fault'>

/** The portions that replace all that is kept about a day, in order. */
export function* portionsOf(
  { day, facts, spans, names, hours }: DayFacts,
  of: Omit<Made, 'hours'>,
): Generator<FactsPortion> {
  for (let at = 0; at === 0 || at < facts.length; at += MOST_ROWS)
    yield { is: 'facts', day, first: at === 0, facts: facts.slice(at, at + MOST_ROWS) }
  for (let at = 0; at < spans.length; at += MOST_ROWS)
    yield { is: 'spans', day, spans: spans.slice(at, at + MOST_ROWS) }
  yield { is: 'end', day, names, of: { ...of, hours } }
}

/** Writes a portion, waiting for whoever else is writing. @throws StorageError */
export function writePortion(db: Database, portion: FactsPortion): void {
  safely(() => db.transaction(() => put(db, portion)).immediate())
}

/** Writes a portion without waiting for anybody, for the loop. @throws StorageError */
export function writePortionLazily(db: Database, portion: FactsPortion): void {
  lazily(db, () => put(db, portion))
}

/** Replaces all that is kept about a day. @throws StorageError */
export function replaceDay(db: Database, made: DayFacts, of: Omit<Made, 'hours'>): void {
  for (const portion of portionsOf(made, of)) writePortion(db, portion)
}

/** A day goes on: what was kept about it no longer counts. Part of the open transaction. */
export function removeDay(db: Database, day: string): void {
  remove(db, day, ofFacts, counterSpans, ofNames)
  putDay(db, { day, version: 0, madeOf: '', carries: false, hours: null, fault: null })
}

function put(db: Database, portion: FactsPortion): void {
  const { day } = portion
  switch (portion.is) {
    case 'facts': {
      if (portion.first) {
        prepare(db, factDays.uncount).run({ day })
        remove(db, day, ofFacts, counterSpans)
      }
      const add = prepare(db, ofFacts.add)
      for (const fact of portion.facts) add.run(asRow(fact))
      return
    }
    case 'spans': {
      const add = prepare(db, counterSpans.add)
      for (const span of portion.spans) add.run(asSpanRow(span))
      return
    }
    case 'end':
      remove(db, day, ofNames)
      putNames(db, day, portion.names)
      putDay(db, { day, ...portion.of, fault: null })
      return
    case 'fault':
      putDay(db, { day, ...portion.of, hours: null })
  }
}

type Removable = Pick<typeof ofFacts, 'removeDay'>

function remove(db: Database, day: string, ...tables: readonly Removable[]): void {
  for (const { removeDay: query } of tables) prepare(db, query).run({ day })
}

function putNames(db: Database, day: string, made: readonly NameOf[]): void {
  const known = new Map(
    prepare(db, ofNames.lastBefore)
      .all({ day })
      .map(({ kind, id, name }) => [`${kind} ${id}`, name]),
  )
  const add = prepare(db, ofNames.add)
  const removeSame = prepare(db, ofNames.removeSameAfter)
  for (const { kind, id, name } of made) {
    const text = JSON.stringify(name)
    // Days are made again starting with the newest: else each would keep all names.
    removeSame.run({ kind, id, day, name: text })
    if (known.get(`${kind} ${id}`) !== text) add.run({ kind, id, day, name: text })
  }
}

interface Row extends Omit<FactDay, 'mark' | 'hours'> {
  readonly hours: DayHours | null
}

function putDay(db: Database, { day, version, madeOf, carries, hours, fault }: Row): void {
  prepare(db, factDays.put).run({
    day,
    version,
    made: madeOf,
    carries: Number(carries),
    hours: hours && JSON.stringify(hours),
    fault,
  })
}
