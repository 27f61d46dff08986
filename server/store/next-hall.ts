// The hall that takes this one's place. It is made whole in a folder of its own beside the open data; once that folder
// is renamed the new hall counts, and the next start moves it into place. So whenever the power goes, there is the old
// hall or the new one. The old one is put aside as it is: that is its copy.
import type { Database } from 'better-sqlite3'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { asDataDirError, DataDirError } from './errors.ts'
import { asideFolder, databaseFile, surveyFolder } from './folder.ts'
import { readSeal, sealFile } from './journal/seal.ts'
import { openSealing, type Sealing } from './journal/sealing.ts'
import { openDatabase } from './open.ts'
import { makeStore, type Store } from './store.ts'

const PART = 'next.part'
const ready = /^next-(.+)$/

/** Which people and devices go into the new hall. */
export interface Carried {
  /** Accounts of these agencies stay; managers always do. */
  readonly agencies: readonly string[]
  /** Places of the new plan: a device that is in none of them stays enrolled, for the whole hall. */
  readonly places: { readonly zones: readonly string[]; readonly of: readonly string[] }
  /**
   * It is the same hall, whose rehearsal is over: the draft of the plan goes along, and so do proposals, findings,
   * complaints and the counts of visitors who only asked.
   */
  readonly draft: boolean
  /**
   * Who ends the sessions of accounts that go, so that their browsers can be told; and when, milliseconds since 1970.
   */
  readonly by: string
  readonly at: number
}

export interface NextHall {
  readonly store: Store
  readonly sealing: Sealing
  /** Where the data now open will be, in the data folder. */
  readonly aside: string
  /** Takes over people and devices. @throws DataDirError */
  carry(what: Carried): void
  /** Completes it: from now on it counts, and the next start moves it into place. @throws DataDirError if that fails */
  commit(): void
  /** Gives it up. */
  drop(): void
}

/**
 * Begins a new hall whose journal is numbered on from `after`. @throws DataDirError or StorageError; nothing stays
 * then
 */
export async function openNext(
  dataDir: string,
  after: number,
  failed: (error: unknown) => void,
): Promise<NextHall> {
  const part = join(dataDir, PART)
  const aside = asideFolder(dataDir, new Date())
  let db: Database | undefined
  const drop = () => {
    db?.close()
    rmSync(part, { recursive: true, force: true })
  }
  try {
    rmSync(part, { recursive: true, force: true })
    db = openDatabase(part)
    const sealing = await openSealing({ db, dataDir: part, isFirst: true })
    const open = db
    return {
      store: makeStore(db, failed, sealing, after),
      sealing,
      aside,
      carry: (what) => safely(dataDir, () => carryOver(open, databaseFile(dataDir), what)),
      commit: () =>
        safely(dataDir, () => {
          open.close()
          // Without its own, the new hall would be measured by the seal of the old one.
          if (readSeal(part).is !== 'whole') throw new DataDirError('failing', sealFile(part))
          // Made now, while a full disk still means that nothing has changed.
          mkdirSync(join(dataDir, aside), { mode: 0o700 })
          toDisk(part)
          renameSync(part, join(dataDir, `next-${aside}`))
          toDisk(dataDir)
        }),
      drop,
    }
  } catch (error) {
    drop()
    throw error
  }
}

function safely<T>(dataDir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asDataDirError(error, dataDir)
  }
}

/**
 * At a start, before anything is opened: puts the data of the old hall aside and the new hall in its place, if one is
 * ready; one that is not is removed. What was done before a power cut is not done again. Returns where the old one is,
 * null if there was nothing to do. `move` is for tests. @throws DataDirError
 */
export function takeUpNext(dataDir: string, move: typeof renameSync = renameSync): string | null {
  if (!existsSync(dataDir)) return null
  try {
    rmSync(join(dataDir, PART), { recursive: true, force: true })
    const name = readdirSync(dataDir).find((one) => ready.test(one))
    const [, aside] = ready.exec(name ?? '') ?? []
    if (name === undefined || aside === undefined) {
      removeEmpty(dataDir)
      return null
    }
    const next = join(dataDir, name)
    const old = join(dataDir, aside)
    mkdirSync(old, { recursive: true, mode: 0o700 })
    for (const [file, itsOwn] of [
      ['antre.seal', /^antre\.seal/],
      ['antre.db', /^antre\.db(?:-wal|-shm)?$/],
    ] as const) {
      // Moved already: what is there is the new one.
      if (!existsSync(join(next, file))) continue
      for (const one of readdirSync(dataDir).filter((found) => itsOwn.test(found)))
        move(join(dataDir, one), join(old, one))
      move(join(next, file), join(dataDir, file))
    }
    // Rights and answers belong to the old hall, and are kept nowhere else.
    rmSync(surveyFolder(dataDir), { recursive: true, force: true })
    toDisk(dataDir)
    rmSync(next, { recursive: true })
    return aside
  } catch (error) {
    throw asDataDirError(error, dataDir)
  }
}

/** What was to be put aside but never was. */
function removeEmpty(dataDir: string): void {
  for (const name of readdirSync(dataDir).filter((one) => one.startsWith('aside-'))) {
    const folder = join(dataDir, name)
    if (readdirSync(folder).length === 0) rmdirSync(folder)
  }
}

/** So that a rename survives a power cut; if a folder can't be opened (Windows), the system sees to that itself. */
function toDisk(folder: string): void {
  let handle: number | undefined
  try {
    handle = openSync(folder, 'r')
    fsyncSync(handle)
  } catch {
    // Nothing more can be done about it.
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

interface DeviceRow {
  readonly id: string
  readonly zone: string | null
  readonly layout: string | null
}

/**
 * A complaint or a finding made while a hall rehearses is meant: it goes along, with promises and answers. What `npm
 * run rehearse` made up, which the ids show, does not.
 */
const meantForReal = [
  ['findings', 'id'],
  ['finding_changes', 'finding'],
  ['finding_evidence', 'finding'],
  ['complaints', 'id'],
  ['complaint_steps', 'complaint'],
] as const

/** Both sides have the same tables: the open data were brought up to date when they were opened. */
function carryOver(db: Database, from: string, { agencies, places, draft, by, at }: Carried): void {
  db.prepare('ATTACH DATABASE ? AS before').run(from)
  try {
    db.transaction(() => {
      db.prepare(
        `INSERT INTO staff SELECT * FROM before.staff
         WHERE role = 'manager' OR agency IN (SELECT value FROM json_each(?))`,
      ).run(JSON.stringify(agencies))
      for (const table of ['staff_session', 'staff_address'])
        db.exec(`INSERT INTO ${table} SELECT * FROM before.${table} WHERE staff IN (SELECT id FROM staff)`)
      db.prepare(
        `INSERT INTO staff_session_ended (hash, at, why, by)
         SELECT hash, ?, 'disabled', ? FROM before.staff_session WHERE staff NOT IN (SELECT id FROM staff)`,
      ).run(at, by)
      db.exec('INSERT INTO device SELECT * FROM before.device WHERE revoked_at IS NULL')
      for (const table of ['device_link', 'device_key'])
        db.exec(`INSERT INTO ${table} SELECT * FROM before.${table} WHERE device IN (SELECT id FROM device)`)
      placeDevices(db, places)
      db.exec('UPDATE plan_draft SET number = (SELECT number + 1 FROM before.plan_draft)')
      if (draft) {
        const columns = 'plan, base, changed_by, changed_at, ordered, marks'
        db.exec(`UPDATE plan_draft SET (${columns}) = (SELECT ${columns} FROM before.plan_draft)`)
        for (const table of ['proposals', 'inspections', 'facilities', 'only_asked', 'sp4n'])
          db.exec(`INSERT INTO ${table} SELECT * FROM before.${table}`)
        for (const [table, id] of meantForReal)
          db.exec(`INSERT INTO ${table} SELECT * FROM before.${table} WHERE ${id} NOT LIKE 'latihan-%'`)
      }
    })()
  } finally {
    db.exec('DETACH DATABASE before')
  }
}

/** A device whose zone, or everything it shows, is not in the new hall has no particular place. */
function placeDevices(db: Database, { zones, of }: Carried['places']): void {
  const place = db.prepare<[string | null, string | null, string]>(
    'UPDATE device SET zone = ?, layout = ? WHERE id = ?',
  )
  for (const { id, zone, layout } of db.prepare<[], DeviceRow>('SELECT id, zone, layout FROM device').all())
    place.run(zone !== null && zones.includes(zone) ? zone : null, isShown(layout, of) ? layout : null, id)
}

function isShown(layout: string | null, of: readonly string[]): boolean {
  if (layout === null) return false
  const shown = (JSON.parse(layout) as { of?: readonly string[] }).of ?? []
  return shown.every((id) => of.includes(id))
}
