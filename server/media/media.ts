// The media of the boards: which files there are now, and which of them a display could not show.
import { type FileHandle, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { isMissing, openMedium, type Looked, type Medium } from './file.ts'
import { emptyFolder, readFolder, type Folder } from './folder.ts'
import { sweep, takeFile, type Taken } from './take.ts'

/** How often the folder is checked for new files. */
const AGAIN_MS = 30_000
/** Displays remembered for one file; more of one kind would all fail alike. */
const MOST_DISPLAYS = 20

export interface Media {
  /** What can be shown, in order. */
  files(): readonly Medium[]
  /** All that is there, and the displays that could not show some of it. */
  state(): Folder & { readonly failed: ReadonlyMap<string, ReadonlySet<string>> }
  /** Opens a file for reading; null if this id does not exist (any more). The caller closes it. */
  open(id: string): Promise<{ medium: Medium; file: FileHandle } | null>
  take(name: string, content: Readable): Promise<Taken>
  /** False if there is none, or a different one by now. */
  remove(name: string): Promise<boolean>
  /** A display could not show it. False if there is none of this id. */
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
