// A training in the data folder: a journal of its own in `training/`, and `training.json`, which says until when it is
// served instead of the hall. That file decides: with it a start serves the training, without it the hall, whose own
// files nobody writes meanwhile. Staff and devices are the hall's.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { writePrivately } from '../access/first-run.ts'
import { StorageError, asDataDirError, safely } from './errors.ts'
import { databaseFile } from './folder.ts'
import { openDatabase } from './open.ts'
import { makeStore, type Store } from './store.ts'

export interface TrainingState {
  /** When it ends, milliseconds since 1970. */
  readonly until: number
  /** Made-up visitors per hour; 0: none. */
  readonly pace: number
  readonly seed: number
  /** Who began it, by staff id. */
  readonly by: string
}

export interface NextTraining {
  readonly store: Store
  /** From now on the next start serves it. @throws StorageError */
  commit(state: TrainingState): void
  /** Gives it up. */
  drop(): void
}

/** Where a training's journal is. */
export const trainingFolder = (dataDir: string): string => join(dataDir, 'training')
const fileOf = (dataDir: string) => join(dataDir, 'training.json')
const partOf = (dataDir: string) => join(dataDir, 'training.part')

/**
 * At a start, before anything is opened: the training that is on at `now` (milliseconds since 1970), or null. One that
 * is over or was never ready is removed. @throws DataDirError
 */
export function trainingIn(dataDir: string, now: number): TrainingState | null {
  try {
    rmSync(partOf(dataDir), { recursive: true, force: true })
    const state = read(dataDir)
    if (state && now < state.until && existsSync(databaseFile(trainingFolder(dataDir)))) return state
    endTraining(dataDir)
    rmSync(trainingFolder(dataDir), { recursive: true, force: true })
    return null
  } catch (error) {
    throw asDataDirError(error, dataDir)
  }
}

function read(dataDir: string): TrainingState | null {
  try {
    const { until, pace, seed, by } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as TrainingState
    const isSound = [until, pace, seed].every(Number.isFinite) && typeof by === 'string'
    return isSound ? { until, pace, seed, by } : null
  } catch {
    // Damaged or missing: the hall is served.
    return null
  }
}

/** Writes the file. @throws StorageError */
export function writeTraining(dataDir: string, state: TrainingState): void {
  safely(() => writePrivately(fileOf(dataDir), `${JSON.stringify(state)}\n`))
}

/** From now on a start serves the hall. @throws StorageError */
export function endTraining(dataDir: string): void {
  safely(() => rmSync(fileOf(dataDir), { force: true }))
}

/** Begins an empty journal whose events are numbered above `after`. @throws DataDirError or StorageError */
export function openNextTraining(
  dataDir: string,
  after: number,
  failed: (error: unknown) => void,
): NextTraining {
  const part = partOf(dataDir)
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part, { recursive: true, mode: 0o700 })
  const db = openDatabase(part)
  return {
    store: makeStore(db, failed, undefined, after),
    commit: (state) =>
      safely(() => {
        db.close()
        rmSync(trainingFolder(dataDir), { recursive: true, force: true })
        renameSync(part, trainingFolder(dataDir))
        writeTraining(dataDir, state)
      }),
    drop() {
      db.close()
      rmSync(part, { recursive: true, force: true })
    },
  }
}

/**
 * The store of a training: a journal of its own; the hall's people, devices (and whether these are alive) and
 * findings, which a training shows too; and the hall's draft, to look at.
 */
export function openTrainingStore(
  dataDir: string,
  hall: Database,
  failed: (error: unknown) => void,
): { store: Store; close(): void } {
  const db = openDatabase(trainingFolder(dataDir))
  const { access, draft, proposals, complaints, findings, answers, alive } = makeStore(hall, failed)
  return {
    store: {
      ...makeStore(db, failed),
      access,
      proposals,
      // A complaint is meant, even while others practise.
      complaints,
      findings,
      answers,
      alive,
      draft: {
        // Whatever was ordered for today goes live in the hall, not here.
        read() {
          const row = draft.read()
          return row.draft ? { ...row, draft: { ...row.draft, order: null } } : row
        },
        write() {
          throw new StorageError('readonly', null, new Error('a training does not change the draft'))
        },
      },
    },
    close: () => void db.close(),
  }
}
