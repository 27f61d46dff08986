// The keys of the days, from which the rights are made: a file of its own that is in no back-up. A day's key is
// destroyed at the end of the next day; from then on nobody can tell whose a right was (docs/survey.md, SU1).
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'

export interface DayKeys {
  /** The key of a day; null: there is none (any more). */
  of(day: string): Buffer | null
  /** The last day that has a key; null: none has. */
  newest(): string | null
  /** From now on `day` has a key, and only days from `since` on keep theirs. @throws what the disk throws */
  turn(day: string, since: string): void
  /** The file was there, and could not be read. */
  readonly wasDamaged: boolean
}

interface Ground {
  readonly folder: string
  readonly random: (bytes: number) => Buffer
}

/** Opens the file in `folder`, which is made with the first key. */
export function openDayKeys({ folder, random }: Ground): DayKeys {
  const file = join(folder, 'key')
  const beside = `${file}.new`
  const old = `${file}.old`
  const found = read(file) ?? read(beside)
  const wasDamaged = found === null && (existsSync(file) || existsSync(beside))
  let keys = new Map(found ?? [])
  destroy(old)

  function write(next: ReadonlyMap<string, Buffer>): void {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const text = [...next].map(([day, key]) => `${day} ${key.toString('base64url')}\n`).join('')
    rmSync(beside, { force: true })
    writeFileSync(beside, text, { mode: 0o600, flag: 'wx', flush: true })
    if (existsSync(file)) renameSync(file, old)
    renameSync(beside, file)
    destroy(old)
  }

  return {
    of: (day) => keys.get(day) ?? null,
    newest: () => [...keys.keys()].sort().at(-1) ?? null,
    turn(day, since) {
      const next = new Map([...keys].filter(([one]) => one >= since && one <= day))
      if (!next.has(day)) next.set(day, random(32))
      if (next.size === keys.size && [...next.keys()].every((one) => keys.has(one))) return
      write(next)
      keys = next
    },
    wasDamaged,
  }
}

const LINE = /^(\d{4}-\d\d-\d\d) ([\w-]{43})$/

function read(file: string): Map<string, Buffer> | null {
  try {
    if (process.platform !== 'win32') chmodSync(file, 0o600)
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
    const keys = lines.map((line) => LINE.exec(line))
    if (lines.length === 0 || keys.includes(null)) return null
    return new Map(keys.map((parts) => [parts?.[1] ?? '', Buffer.from(parts?.[2] ?? '', 'base64url')]))
  } catch {
    return null
  }
}

/** Overwrites it before removing it: on most disks nothing is left then. */
function destroy(file: string): void {
  if (!existsSync(file)) return
  const { size } = statSync(file)
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(size), 0, size, 0)
  fsyncSync(handle)
  closeSync(handle)
  rmSync(file)
}
