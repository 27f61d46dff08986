// The sets of recorded clips on the disk: `DATA_DIR/clips/<set>/<language>/<words>.wav`. Nothing else is looked at: no
// link, no folder below, no name that is not made of words.
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Check } from 'typebox/value'
import { PlainName } from '../../hall/equipment.ts'
import { anyWavSeconds } from '../audio/wav.ts'
import { type Clip, type ClipFault, largestClip, longestClipSeconds } from '../job.ts'
import type { Language } from '../text/languages.ts'

/** File names by the words that they say, in small letters. */
export type ClipNames = ReadonlyMap<string, string>

export interface ClipFolder {
  /** The names of the sets, in order. */
  sets(): Promise<string[]>
  /** What a set has in a language; null if there is no such folder. */
  names(set: string, language: Language): Promise<ClipNames | null>
  /** The clip as it is now; null if it no longer is one. */
  clip(set: string, language: Language, file: string): Promise<Clip | null>
  /** What can be seen to be wrong without reading it; null: nothing. */
  faultOf(clip: Clip): Promise<ClipFault | null>
  /** A clip that failed while it was used: it counts as broken until its file changes. */
  failed(clip: Clip, why: ClipFault): void
}

/** How long a folder must have been left alone, in milliseconds, before its date proves that nothing changed. */
const restMs = 2_000
const headBytes = 65_536
const mostBroken = 1_000
/** More than anybody would choose from. */
const mostSets = 100

/** `root` need not exist. */
export function openClips(root: string): ClipFolder {
  const known = new Map<string, { readAt: number; changed: number; names: ClipNames }>()
  const broken = new Map<string, { stamp: string; why: ClipFault | null }>()

  function remember({ path, stamp }: Clip, why: ClipFault | null): void {
    if (broken.size >= mostBroken) broken.clear()
    broken.set(path, { stamp, why })
  }

  return {
    async sets() {
      const entries = await readdir(root, { withFileTypes: true }).catch(() => [])
      const folders = entries.filter((entry) => entry.isDirectory() && Check(PlainName, entry.name))
      return folders
        .map(({ name }) => name)
        .sort()
        .slice(0, mostSets)
    },
    async names(set, language) {
      const folder = join(root, set, language)
      try {
        for (const part of [join(root, set), folder]) if (!(await lstat(part)).isDirectory()) return null
        const { mtimeMs: changed } = await stat(folder)
        const before = known.get(folder)
        if (before?.changed === changed && before.readAt - changed > restMs) return before.names
        const readAt = Date.now()
        const entries = await readdir(folder, { withFileTypes: true })
        const names = new Map(
          entries
            .filter((entry) => entry.isFile())
            .flatMap(({ name }): [string, string][] => {
              const words = wordsOf(name)
              return words === null ? [] : [[words, name]]
            }),
        )
        known.set(folder, { readAt, changed, names })
        return names
      } catch {
        return null
      }
    },
    async clip(set, language, file) {
      const path = join(root, set, language, file)
      const found = await lstat(path).catch(() => null)
      return found?.isFile() ? { path, stamp: `${found.size}-${found.mtimeMs}` } : null
    },
    async faultOf(clip) {
      const before = broken.get(clip.path)
      if (before?.stamp === clip.stamp) return before.why
      const why = await lookAt(clip)
      remember(clip, why)
      return why
    },
    failed: remember,
  }
}

/** The words in a file's name, `nomor-antrean`; null for any other name. Recorders write `.WAV` too. */
function wordsOf(name: string): string | null {
  const found = /^([\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*)\.wav$/u.exec(
    name.normalize('NFC').toLowerCase(),
  )
  return found?.[1] ?? null
}

async function lookAt({ path }: Clip): Promise<ClipFault | null> {
  try {
    const file = await open(path)
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, headBytes)), 0)
      const seconds = anyWavSeconds(buffer.subarray(0, bytesRead), size)
      if (seconds === null) return 'not-audio'
      return size > largestClip || seconds > longestClipSeconds ? 'too-long' : null
    } finally {
      await file.close()
    }
  } catch {
    return 'unreadable'
  }
}
