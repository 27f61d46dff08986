// The packs of a hall: one is made at a time, the latest are kept. Each is a zip in the data folder, with a small file beside it
// that describes it; a pack exists when both files do.
import { mkdir, readdir, readFile, rename, rm, stat, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkerParts } from '../worker/process.ts'
import { startTask } from '../worker/task.ts'
import type { Material } from './material.ts'

export interface PackOrder {
  /** Both included. */
  readonly from: string
  readonly to: string
  readonly title: string
}

/** Why there is no pack: the disk is full, or it could not be made. */
export type PackFault = 'no-room' | 'failed'

/** `share`: how much is done, from 0 to 1. */
export interface Pack extends PackOrder {
  readonly id: string
  /** Who asked for it, and when, milliseconds since 1970. */
  readonly by: string
  readonly at: number
  readonly state: 'running' | 'done' | 'failed' | 'cancelled'
  readonly share: number
  /** Of the file; null: there is none. */
  readonly bytes: number | null
  readonly why: PackFault | null
}

/** A request to the process; it answers `{id, share}` on the way, then `{id, bytes}` or `{id, failed}`. */
export interface PackJob {
  readonly id: number
  readonly material: Material
  readonly fonts: readonly string[]
  readonly file: string
}

export interface Packs {
  /** Returns the one being made if it is the same; null if another is under way, so this one has to wait. */
  begin(order: PackOrder, by: string): Pack | null
  /** The newest first. */
  list(): readonly Pack[]
  find(id: string): Pack | null
  /** Path of a finished zip; null: there is none. */
  fileOf(id: string): string | null
  /** Cancels one that is being made, removes a finished one with its file. False: there is none. */
  drop(id: string): Promise<boolean>
  /** Finds those on disk, and removes what a killed server left half made. */
  open(): Promise<void>
  close(): void
}

interface PacksParts extends WorkerParts {
  /** The folder of the packs; made with the first. */
  readonly folder: string
  /** Folders with fonts for the charts, the program's own first. */
  readonly fonts: readonly string[]
  /** Collects what it is made of; `told`: how much is done, from 0 to 1. Rejects once `signal` is aborted. */
  readonly collect: (
    order: PackOrder,
    signal: AbortSignal,
    told: (share: number) => void,
  ) => Promise<Material>
  readonly newId: () => string
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  readonly limitMs?: number
  /** Bytes that the disk has left; by default asked of the system. */
  readonly diskLeft?: (folder: string) => Promise<number>
}

/** Packs that are kept: some years of visits. A new one takes the place of the oldest. */
export const MOST_PACKS = 12
/** Bytes of disk that are left to the journal. */
const LEFT_FREE = 500 * 1024 * 1024
/** Megabytes for its JavaScript objects: a year of 40 services needs 150. */
const HEAP_MB = 768
/** For a year on a slow PC that does other things too. */
const LIMIT_MS = 10 * 60_000
/** Roughly what share of the work collecting is. */
const COLLECTING = 0.4
const ID = /^[\w-]{1,64}$/

const isNoRoom = (why: string) => /ENOSPC|EDQUOT|EFBIG|no space/i.test(why)

/** Sets it up; nothing is read before `open`, and no process starts before the first pack. */
export function openPacks(parts: PacksParts): Packs {
  const { folder, fonts, workerUrl, collect, newId, now, warn, limitMs = LIMIT_MS } = parts
  const { spawn, diskLeft = leftOn } = parts
  let packs: readonly Pack[] = []
  let running: { readonly id: string; readonly control: AbortController } | null = null
  let closed = false

  const find = (id: string) => packs.find((one) => one.id === id) ?? null
  const zipOf = (id: string) => join(folder, `${id}.zip`)
  const aboutOf = (id: string) => join(folder, `${id}.json`)
  const change = (id: string, fields: Partial<Pack>) => {
    packs = packs.map((one) => (one.id === id ? { ...one, ...fields } : one))
  }

  async function make(pack: Pack, signal: AbortSignal): Promise<void> {
    const { id, from, to, title, by, at } = pack
    const told = (share: number) => {
      // It never goes back, and reaches 1 only once the file is there.
      const before = find(id)?.share ?? 0
      if (!signal.aborted) change(id, { share: Math.min(0.99, Math.max(before, share)) })
    }
    if ((await diskLeft(folder)) < LEFT_FREE) throw new NoRoom()
    const material = await collect({ from, to, title }, signal, (share) => told(share * COLLECTING))
    signal.throwIfAborted()
    const bytes = await drawn({ id: 1, material, fonts, file: zipOf(id) }, signal, (share) =>
      told(COLLECTING + share * (1 - COLLECTING)),
    )
    // From here on it survives a restart.
    const about = { id, from: material.from, to: material.to, title, by, at, bytes } satisfies Partial<Pack>
    await writeFile(`${aboutOf(id)}.part`, JSON.stringify(about), { mode: 0o600, flush: true })
    await rename(`${aboutOf(id)}.part`, aboutOf(id))
    if (signal.aborted) return remove(id)
    change(id, { ...about, state: 'done', share: 1 })
    // Whoever reads that may begin the next one.
    if (running?.id === id) running = null
    await makeRoom()
  }

  /** Has it drawn by a process of its own, which ends with it. */
  function drawn(job: PackJob, signal: AbortSignal, told: (share: number) => void): Promise<number> {
    return new Promise((done, reject) => {
      const failed = (why: string) => reject(isNoRoom(why) ? new NoRoom() : new Error(why))
      const read = (message: object) =>
        'bytes' in message && typeof message.bytes === 'number' ? message.bytes : undefined
      const task = startTask({ workerUrl, heapMb: HEAP_MB, spawn, job, limitMs, told, read, done, failed })
      const cancel = () => {
        task.stop()
        failed('it was cancelled')
      }
      signal.addEventListener('abort', cancel, { once: true })
    })
  }

  async function remove(id: string): Promise<void> {
    for (const file of [aboutOf(id), zipOf(id)])
      for (const end of ['', '.part']) await rm(file + end, { force: true })
  }

  /** Only finished ones count; of the others nothing is on the disk. */
  async function makeRoom(): Promise<void> {
    const done = packs.filter(({ state }) => state === 'done')
    const spare = new Set(done.slice(MOST_PACKS))
    packs = packs.filter((one) => !spare.has(one))
    for (const { id } of spare) await remove(id)
  }

  async function run(pack: Pack, control: AbortController): Promise<void> {
    try {
      await make(pack, control.signal)
    } catch (error) {
      await remove(pack.id).catch(() => {})
      if (!control.signal.aborted) {
        const why = error instanceof NoRoom || isNoRoom(String(error)) ? 'no-room' : 'failed'
        warn({ pack: pack.id, err: error, why }, 'a pack could not be made')
        change(pack.id, { state: 'failed', why })
      }
    } finally {
      if (running?.id === pack.id) running = null
    }
  }

  return {
    begin(order, by) {
      const under = running && find(running.id)
      if (under)
        return under.from === order.from && under.to === order.to && under.title === order.title
          ? under
          : null
      // What failed or was cancelled is said until the next one begins.
      packs = packs.filter(({ state }) => state === 'done')
      const pack: Pack = {
        ...order,
        id: newId(),
        by,
        at: now(),
        state: 'running',
        share: 0,
        bytes: null,
        why: null,
      }
      packs = [pack, ...packs]
      const control = new AbortController()
      running = { id: pack.id, control }
      void run(pack, control)
      return pack
    },
    list: () => packs,
    find,
    fileOf: (id) => (find(id)?.state === 'done' ? zipOf(id) : null),
    async drop(id) {
      const pack = find(id)
      if (!pack) return false
      if (running?.id === id) {
        const { control } = running
        running = null
        change(id, { state: 'cancelled' })
        control.abort()
      } else {
        packs = packs.filter((one) => one !== pack)
        await remove(id)
      }
      return true
    },
    async open() {
      const names = await readdir(folder).catch((): string[] => [])
      const found: Pack[] = []
      const whole = new Set<string>()
      for (const name of names) {
        const pack = name.endsWith('.json') ? await readAbout(join(folder, name)) : null
        if (!pack || !names.includes(`${pack.id}.zip`)) continue
        whole.add(`${pack.id}.json`).add(`${pack.id}.zip`)
        found.push(pack)
      }
      // Only files that we wrote ourselves.
      for (const name of names)
        if (!whole.has(name) && /\.(?:json|zip)(?:\.part)?$/.test(name))
          await rm(join(folder, name), { force: true }).catch(() => {})
      if (!closed) packs = [...packs, ...found.sort((a, b) => b.at - a.at)]
    },
    close() {
      closed = true
      running?.control.abort()
      running = null
    },
  }
}

/** The disk has too little room for a pack. */
class NoRoom extends Error {}

async function readAbout(file: string): Promise<Pack | null> {
  try {
    const said = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>
    const { id, from, to, title, by, at, bytes } = said
    if (typeof id !== 'string' || !ID.test(id) || !file.endsWith(`${id}.json`)) return null
    if (typeof from !== 'string' || typeof to !== 'string' || typeof title !== 'string') return null
    if (typeof by !== 'string' || typeof at !== 'number' || typeof bytes !== 'number') return null
    if ((await stat(file.replace(/json$/, 'zip'))).size !== bytes) return null
    return { id, from, to, title, by, at, bytes, state: 'done', share: 1, why: null }
  } catch {
    return null
  }
}

async function leftOn(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}
