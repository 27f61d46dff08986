// The media of the boards: which files there are, and which of them a display could not show.
import { type FileHandle, opendir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { type Looked, type Medium, type Skipped, isMissing, isShown, look, openMedium } from './file.ts'
import { type Taken, sweep, takeFile } from './receive.ts'

/** How often the folder is checked for new files. */
const AGAIN_MS = 30_000
/** How many displays are remembered for a file; more of one kind would all fail alike. */
const MOST_DISPLAYS = 20

export interface Media {
  /** What can be shown, in order. */
  files(): readonly Medium[]
  /** All files, and the displays that could not show some of them. */
  state(): Folder & { readonly failed: ReadonlyMap<string, ReadonlySet<string>> }
  /** Opens a file for reading; null if this id does not exist (any more). The caller closes it. */
  open(id: string): Promise<{ medium: Medium; file: FileHandle } | null>
  take(name: string, content: Readable): Promise<Taken>
  /** False if there is none, or a different one by now. */
  remove(name: string): Promise<boolean>
  /** A display could not show it. False if there is none with this id. */
  failed(id: string, display: string): boolean
  /** Examines the folder now. */
  look(): Promise<void>
  stop(): Promise<void>
}

interface Parts {
  readonly folder: string
  /** Called when the files that can be shown have changed. */
  readonly changed: () => void
  readonly warn: (details: object, message: string) => void
}

/** Begins to watch the folder. */
export function openMedia({ folder, changed, warn }: Parts): Media {
  const known = new Map<string, Looked>()
  const failures = new Map<string, Set<string>>()
  let now: Folder = emptyFolder
  let count = 0
  let stopped = false
  let looking: Promise<void> = sweep(folder).catch((err: unknown) => warn({ err }, 'uploads not swept'))

  async function lookOnce(): Promise<void> {
    if (stopped) return
    try {
      const before = now.files.map(({ id }) => id).join(' ')
      const faultBefore = now.fault
      now = await readFolder(folder, known)
      const ids = new Set(now.files.map(({ id }) => id))
      for (const id of failures.keys()) if (!ids.has(id)) failures.delete(id)
      if (now.fault !== null && now.fault !== faultBefore)
        warn({ fault: now.fault }, 'the media folder can not be read')
      if ([...ids].join(' ') !== before) changed()
    } catch (err) {
      warn({ err }, 'the media folder was not looked at')
    }
  }

  /** One check after another. */
  const look = (): Promise<void> => (looking = looking.then(lookOnce))
  const timer = setInterval(() => void look(), AGAIN_MS).unref()
  void look()

  return {
    files: () => now.files,
    state: () => ({ ...now, failed: failures }),
    async open(id) {
      const medium = now.files.find((file) => file.id === id)
      const file = medium && (await openMedium(folder, medium))
      if (medium && file) return { medium, file }
      // It has changed: boards learn at once what is there.
      if (medium) void look()
      return null
    },
    async take(name, content) {
      const taken = await takeFile(folder, { name, content, unique: `${process.pid}-${(count += 1)}` })
      await look()
      if (typeof taken === 'string' || 'why' in taken) return taken
      return now.files.find((file) => file.name === name) ?? taken
    },
    async remove(name) {
      try {
        await rm(join(folder, name))
      } catch (error) {
        if (isMissing(error)) return false
        throw error
      } finally {
        await look()
      }
      return true
    },
    failed(id, display) {
      if (!now.files.some((file) => file.id === id)) return false
      const displays = failures.get(id) ?? new Set()
      if (displays.size < MOST_DISPLAYS) displays.add(display)
      failures.set(id, displays)
      return true
    },
    look,
    async stop() {
      stopped = true
      clearInterval(timer)
      await looking
    },
  }
}

// The files of the media folder, with bounded effort: ten thousand files there cost no more than a few hundred.

/** Files whose content is examined, the first by name; names beyond `MOST_NAMES` are not even counted. */
const MOST_FILES = 200
const MOST_NAMES = 20_000

interface Folder {
  /** By name as people count: `2.jpg` before `10.jpg`. */
  readonly files: readonly Medium[]
  readonly skipped: readonly Skipped[]
  /** At least how many more there are that were not examined. */
  readonly more: number
  /** Why the folder itself can't be read, null if it can. */
  readonly fault: string | null
}

const emptyFolder: Folder = { files: [], skipped: [], more: 0, fault: null }

let people: Intl.Collator | null = null

/**
 * `2.jpg` before `10.jpg`. Made only when there are two names to compare: it takes 3 MB, and many halls show no files.
 */
function asPeopleCount(a: string, b: string): number {
  people ??= new Intl.Collator('id', { numeric: true })
  return people.compare(a, b)
}

/**
 * Examines the folder. `known` remembers unchanged files from one time to the next, and forgets those that are gone.
 */
export async function readFolder(path: string, known: Map<string, Looked>): Promise<Folder> {
  const names: string[] = []
  try {
    for await (const { name } of await opendir(path, { bufferSize: 512 })) {
      // Hidden files, and those that are just being written.
      if (!name.startsWith('.')) names.push(name)
      if (names.length >= MOST_NAMES) break
    }
  } catch (error) {
    known.clear()
    return isMissing(error) ? emptyFolder : { ...emptyFolder, fault: codeOf(error) }
  }
  // By character codes first: natural order would take long for many thousands.
  const some = names.sort().slice(0, MOST_FILES).sort(asPeopleCount)
  const looked: [string, Looked][] = []
  for (const name of some) {
    const found = await look(path, name, known.get(name))
    if (found) looked.push([name, found])
  }
  known.clear()
  for (const [name, found] of looked) known.set(name, found)
  const all = looked.map(([, { found }]) => found)
  return {
    files: all.filter(isShown),
    skipped: all.filter((found): found is Skipped => !isShown(found)),
    more: names.length - some.length,
    fault: null,
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
}
