// What should not have happened, kept for the manager's page across restarts: throws that nobody caught, and ends of
// the process that nobody asked for. Two small files in the data folder; no personal data, not part of the journal.
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * `survived`: the hall went on. `restarted`: the hall might have been wrong, the server stopped in order and started
 * again. `ended`: the process vanished without a word (killed, out of memory) while the PC went on.
 */
export type IncidentKind = 'survived' | 'restarted' | 'ended'

/** The same thing again within a day is the same incident. */
export interface Incident {
  readonly id: string
  readonly kind: IncidentKind
  /** Milliseconds since 1970. */
  readonly first: number
  readonly last: number
  readonly count: number
  readonly version: string
  /** The error's message, shortened; empty if there is none. */
  readonly what: string
  /** Where it came from: the nearest lines of the program. */
  readonly where: readonly string[]
}

export interface Incidents {
  /** Newest first. */
  list(): readonly Incident[]
  /** Never throws. */
  add(kind: IncidentKind, error: unknown): void
  /** The server listens: from here on, an end without a word is noticed. */
  runs(): void
  /** It ends because it was asked to. Never throws. */
  stopped(): void
}

export interface IncidentsParts {
  readonly dir: string
  readonly version: string
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** The current boot of the PC: it changes when the PC was switched off. */
  readonly boot?: string
  readonly warn: (details: object, message: string) => void
}

const MOST = 50
const DAY = 86_400_000
/** Milliseconds between two writings if only counts changed. */
const WRITE_EVERY = 10_000
const LONGEST_WHAT = 300
const MOST_WHERE = 5

/** Reads the known ones, and notices if the previous server ended without a word. */
export function openIncidents({ dir, version, now, warn, boot = bootOfThisPc() }: IncidentsParts): Incidents {
  const file = join(dir, 'incidents.json')
  const marker = join(dir, 'running.json')
  let incidents = read(file, isIncident)
  let written = -Infinity
  let timer: NodeJS.Timeout | undefined

  function write(): void {
    clearTimeout(timer)
    timer = undefined
    written = now()
    try {
      const beside = `${file}.new`
      writeFileSync(beside, JSON.stringify(incidents, null, 1), { mode: 0o600 })
      renameSync(beside, file)
    } catch (err) {
      warn({ err }, 'incidents not written')
    }
  }

  function add(kind: IncidentKind, error: unknown): void {
    try {
      const { what, where } = described(error)
      const at = now()
      const id = createHash('sha256')
        .update([kind, what, ...where].join('\n'))
        .digest('hex')
        .slice(0, 12)
      const known = incidents.find((one) => one.id === id && at - one.first < DAY)
      const one: Incident = known
        ? { ...known, last: at, count: known.count + 1 }
        : { id, kind, first: at, last: at, count: 1, version, what, where }
      incidents = [one, ...incidents.filter((other) => other !== known)].slice(0, MOST)
      // What recurs a thousand times a second is written now and then.
      if (!known || kind !== 'survived' || at - written > WRITE_EVERY) write()
      else timer ??= setTimeout(write, WRITE_EVERY).unref()
    } catch (err) {
      warn({ err }, 'an incident was not kept')
    }
  }

  const [before] = read(marker, isMarker)
  if (before?.boot === boot) add('ended', null)

  return {
    list: () => incidents,
    add,
    runs() {
      try {
        writeFileSync(marker, JSON.stringify([{ boot }]), { mode: 0o600 })
      } catch (err) {
        warn({ err }, 'an end without a word will not be noticed')
      }
    },
    stopped() {
      try {
        if (timer !== undefined) write()
        rmSync(marker, { force: true })
      } catch (err) {
        warn({ err }, 'the stop will be taken for an end without a word')
      }
    },
  }
}

/** A list in a file; empty if there is no such file, or it is damaged. */
function read<T>(file: string, isOne: (value: unknown) => value is T): T[] {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(found) ? found.filter(isOne) : []
  } catch {
    return []
  }
}

const isMarker = (value: unknown): value is { boot: string } =>
  typeof value === 'object' && value !== null && 'boot' in value && typeof value.boot === 'string'

function isIncident(value: unknown): value is Incident {
  if (typeof value !== 'object' || value === null) return false
  const { id, kind, first, last, count, version, what, where } = value as Partial<Record<string, unknown>>
  return (
    [id, version, what].every((text) => typeof text === 'string') &&
    [first, last, count].every((number) => Number.isInteger(number)) &&
    (kind === 'survived' || kind === 'restarted' || kind === 'ended') &&
    Array.isArray(where) &&
    where.every((line) => typeof line === 'string')
  )
}

const program = fileURLToPath(new URL('../..', import.meta.url))

/** An error without its attached data, and without the program's path on this PC. */
function described(error: unknown): Pick<Incident, 'what' | 'where'> {
  if (error === null || error === undefined) return { what: '', where: [] }
  if (!(error instanceof Error)) return { what: `thrown: ${typeof error}`, where: [] }
  const [first = ''] = error.message.split('\n')
  const lines = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    what: `${error.name}: ${first}`.replaceAll(program, '').slice(0, LONGEST_WHAT),
    where: lines.slice(0, MOST_WHERE).map((line) =>
      line
        .trim()
        .replace(/file:\/\//g, '')
        .replaceAll(program, '')
        .slice(0, LONGEST_WHAT),
    ),
  }
}

/** Linux has an id for each boot; elsewhere it is the time of the boot, to a few minutes. */
function bootOfThisPc(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return String(Math.round((Date.now() / 1000 - uptime()) / 600))
  }
}
