// The files of the media folder, with bounded effort: ten thousand files there cost no more than a few hundred.
import { opendir } from 'node:fs/promises'
import { isMissing, isShown, look, type Looked, type Medium, type Skipped } from './file.ts'

/** Files whose content is examined, the first by name; names beyond `MOST_NAMES` are not even counted. */
const MOST_FILES = 200
const MOST_NAMES = 20_000

export interface Folder {
  /** By name as people count: `2.jpg` before `10.jpg`. */
  readonly files: readonly Medium[]
  readonly skipped: readonly Skipped[]
  /** How many more there are, at least, that were not examined. */
  readonly more: number
  /** Why the folder itself can't be read, null if it can. */
  readonly fault: string | null
}

export const emptyFolder: Folder = { files: [], skipped: [], more: 0, fault: null }

let people: Intl.Collator | null = null

/** `2.jpg` before `10.jpg`. Made when there are two names to compare: it takes 3 MB, and many halls show no files. */
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
