// One simulation, from the journal to its figures. It reads through a connection of its own, a day at a time.
import type { Recorded } from '../hall/event.ts'
import { type JournalReader, makeReader } from '../store/journal/read.ts'
import { openToRead } from '../store/open.ts'
import type { Change } from './change.ts'
import { Simulation, type SimulationResult } from './simulation.ts'

export interface SimulationJob {
  readonly id: number
  /** The folder with the journal. */
  readonly dataDir: string
  /** Days, both included. */
  readonly from: string
  readonly to: string
  readonly change: Change
  readonly seed: number
}

/** `tell`: called after each day with how much is done, from 0 to 1. @throws DataDirError, StorageError */
export async function simulate(
  { dataDir, from, to, change, seed }: SimulationJob,
  tell: (said: { readonly share: number }) => void | Promise<void>,
): Promise<{ readonly result: SimulationResult }> {
  const { db, close } = openToRead(dataDir)
  try {
    const record = makeReader(db)
    const isAsked = (day: string) => from <= day && day <= to
    const days = new Set(record.days().flatMap(({ day }) => (isAsked(day) ? [day] : []))).size
    const simulation = new Simulation(change, seed)
    let done = 0
    for (const { day, events } of pastDays(record, from, to)) {
      if (events === null) simulation.skip(day, 'reopened')
      else simulation.add(events)
      done += 1
      await tell({ share: done / days })
    }
    return { result: simulation.result() }
  } finally {
    close()
  }
}

interface PastDay {
  readonly day: string
  /** Null: it was opened again after closing, so its events are in two places. */
  readonly events: readonly Recorded[] | null
}

/** The days from `from` to `to`, each with all its events. @throws StorageError */
function* pastDays(
  record: Pick<JournalReader, 'days' | 'events'>,
  from: string,
  to: string,
): Generator<PastDay> {
  const all = record.days()
  const labels = new Set(all.flatMap(({ day }) => (from <= day && day <= to ? [day] : [])))
  for (const day of [...labels].sort()) {
    const openings = all.filter((one) => one.day === day)
    const [only] = openings
    if (!only || openings.length > 1) {
      yield { day, events: null }
      continue
    }
    const next = all.find(({ seq }) => seq > only.seq)?.seq
    yield { day, events: [...record.events(only.seq, next)] }
  }
}
