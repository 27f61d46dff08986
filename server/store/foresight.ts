// What the forecast's process reads: the journal, the facts of days that are over and what was told on them, by a connection
// of its own that only reads.
import type { PastSource } from '../forecast/hall/past.ts'
import type { ForecastSource } from '../forecast/hall/follow.ts'
import { asStorageError } from './errors.ts'
import { makeReader } from './journal/read.ts'
import { openDatabase } from './open.ts'
import { readFacts, readSpans } from './tables/facts.ts'
import { toldTable } from './tables/watched.ts'

/** Opens what is in `dataDir`. @throws DataDirError or StorageError if the journal cannot be read */
export function openForesight(dataDir: string): ForecastSource & PastSource & { close(): void } {
  const db = openDatabase(dataDir, { readonly: true, migrate: false })
  const journal = makeReader(db)
  const told = toldTable(db)
  return {
    journal,
    days: (before, most) => {
      const days = new Set(journal.days().map(({ day }) => day))
      return [...days].filter((day) => day < before).slice(-most)
    },
    factsOf: (day) => readFacts(db, day),
    toldOf: told.ofDay,
    spansOf: (day) => readSpans(db, day),
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
