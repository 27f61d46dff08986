// What the forecast's process reads: the journal, the facts of days that are over and what was told on them, through a
// read-only connection of its own.
import type { PastSource } from '../forecast/hall/past.ts'
import type { ForecastSource } from '../forecast/hall/follow.ts'
import { asStorageError, StorageError } from './errors.ts'
import { foldedDay } from '../reports/facts/build.ts'
import { makeReader } from './journal/read.ts'
import { openDatabase } from './open.ts'
import { isUncounted, readFacts, readFactsMark, readSpans } from './tables/facts.ts'
import { toldTable } from './tables/watched.ts'

/** Opens what is in `dataDir`. @throws DataDirError or StorageError if the journal cannot be read */
export function openForesight(dataDir: string): ForecastSource & PastSource & { close(): void } {
  const db = openDatabase(dataDir, { readonly: true, migrate: false })
  const journal = makeReader(db)
  const told = toldTable(db)
  const folded = (day: string) => foldedDay(journal, day)
  return {
    journal,
    days: (before, most) => {
      const days = new Set(journal.days().map(({ day }) => day))
      return [...days].filter((day) => day < before).slice(-most)
    },
    factsMark: () => readFactsMark(db),
    factsOf: (day) => unlessDamaged(() => (isUncounted(db, day) ? folded(day).facts : readFacts(db, day))),
    toldOf: (day) => unlessDamaged(() => told.ofDay(day)),
    spansOf: (day) => unlessDamaged(() => (isUncounted(db, day) ? folded(day).spans : readSpans(db, day))),
    atOnce: (read) => {
      try {
        return db.transaction(read)()
      } catch (error) {
        throw asStorageError(error)
      }
    },
    close: () => db.close(),
  }
}

/** A day that can no longer be read teaches nothing, but the other days do, and what can be told is told. */
function unlessDamaged<T>(read: () => readonly T[]): readonly T[] {
  try {
    return read()
  } catch (error) {
    const isDamaged =
      error instanceof SyntaxError || (error instanceof StorageError && error.code === 'corrupt')
    if (isDamaged) return []
    throw error
  }
}
