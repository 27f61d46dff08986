// Keeps the seal beside the journal, and checks once a second whether the journal is still where it was: if a file is
// deleted or replaced, SQLite goes on writing into what nobody will ever find again, and says that all is well.
import { databaseFile } from '../folder.ts'
import type { Damage, Floors } from './damage.ts'
import { examine } from './examine.ts'
import { readSeal, type Seal, writeSeal } from './seal.ts'
import type { Database } from 'better-sqlite3'
import { statSync } from 'node:fs'
import { basename } from 'node:path'

/** Milliseconds between two checks. */
const LOOK = 1_000
/** A seal with no news is rewritten after this time, so that it says until when the server lived. */
const ALIVE = 60_000

/** The state of the journal: what the seal says about it. */
export type Standing = Pick<Seal, 'seq' | 'link' | 'at' | 'day' | 'numbers' | 'written'>

export interface SealingParts {
  readonly db: Database
  readonly dataDir: string
  /** The journal never had a seal: it is new, or from before there were any. */
  readonly isFirst: boolean
}

/** Called by the sealing. */
export interface SealingEvents {
  readonly standing: () => Standing
  /** The files are gone or replaced: the name of the first; or they are back: null. */
  readonly turned: (lost: string | null) => void
  readonly failed: (error: unknown) => void
}

export interface Sealing {
  /** When the seal was last written before this start, milliseconds since 1970; null if there was none. */
  readonly sealedAt: number | null
  /** What this start found. */
  readonly found: readonly Damage[]
  /** The numbers above which a day must begin or go on. */
  readonly floors: Floors | null
  /** The day before no longer makes sense. */
  readonly withoutDayBefore: boolean
  /** All that nobody has confirmed yet. */
  damages(): readonly Damage[]
  /** A manager goes on with the journal as it is. */
  confirm(): void
  /** As the last check found it. */
  isLost(): boolean
  /** The file that is missing or replaced, checked on the disk now; null: all are there. */
  lost(): string | null
  /** Begins to seal: when it resolves, the first seal has been written, if the disk allows it. */
  start(events: SealingEvents): Promise<void>
  /** Seals a last time. */
  stop(): Promise<void>
}

/**
 * Examines the journal and its seal, between opening the database and building the hall from it. @throws StorageError
 * `corrupt` if no hall can be built from it
 */
export async function openSealing({ db, dataDir, isFirst }: SealingParts): Promise<Sealing> {
  const sealed = readSeal(dataDir)
  const before = sealed.is === 'whole' ? sealed.seal : null
  const examined = await examine(db, sealed, isFirst)
  const { found, floors, withoutDayBefore } = examined
  // Only now: the first query made its side files.
  const lost = watchFiles(databaseFile(dataDir))
  let { damages } = examined
  let confirmed = before?.confirmed ?? []
  let written = { seq: -1, at: 0, damages }
  let writing = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let events: SealingEvents | undefined
  let told: string | null = null
  let fails = false

  async function seal(standing: Standing): Promise<void> {
    const stillAhead = floors !== null && floors.day >= standing.day ? floors : null
    const made: Seal = { ...standing, floors: stillAhead, damages, confirmed }
    await writeSeal(dataDir, made)
    written = { seq: standing.seq, at: standing.written, damages: made.damages }
  }

  const well = () => {
    fails = false
  }
  /** Reported once, not every second. */
  function failed(error: unknown): void {
    if (!fails) events?.failed(error)
    fails = true
  }

  function look(): void {
    if (!events) return
    const found = lost()
    if (found !== told) events.turned((told = found))
    // Beside files that are not ours it would claim events that they never had.
    if (found !== null) return
    const standing = events.standing()
    const isOld = Math.abs(standing.written - written.at) >= ALIVE
    if (standing.seq === written.seq && damages === written.damages && !isOld) return
    writing = writing.then(() => seal(standing)).then(well, failed)
  }

  return {
    sealedAt: before?.written ?? null,
    found,
    floors,
    withoutDayBefore,
    damages: () => damages,
    confirm() {
      confirmed = [...confirmed, ...damages].slice(-20)
      damages = []
    },
    isLost: () => told !== null,
    lost,
    async start(given) {
      events = given
      look()
      await writing
      timer = setInterval(look, LOOK).unref()
    },
    async stop() {
      clearInterval(timer)
      look()
      await writing
    },
  }
}

/**
 * Watches the files of an open database by their place on the disk; they must be there now. Nothing is opened: see
 * `lockDataDir`. The result names the file that is missing or replaced, null while all are there.
 */
export function watchFiles(database: string): () => string | null {
  const files = [database, `${database}-wal`, `${database}-shm`].map((path) => ({ path, was: placeOf(path) }))
  return () => {
    const lost = files.find(({ path, was }) => placeOf(path) !== was)
    return lost === undefined ? null : basename(lost.path)
  }
}

/** Device and inode; empty if there is no such file, or it can't be looked at. */
function placeOf(path: string): string {
  try {
    const found = statSync(path, { bigint: true, throwIfNoEntry: false })
    return found ? `${found.dev} ${found.ino}` : ''
  } catch {
    return ''
  }
}
