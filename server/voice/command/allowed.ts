// Whether a command may speak now. A plan is changed over the network, and a command in it is a program that this PC
// runs: so only what is listed in a file of the data folder, which no page and no route can write, is ever started.
// One that failed is left alone for a while, longer each time: a hall must not wait for it with every call.
import { lstat, readFile } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import { Check } from 'typebox/value'
import { VoiceCommand } from '../../hall/equipment.ts'
import type { CommandFault } from '../job.ts'

const allowedFile = 'voice-commands.json'

/** Why a command is not run. */
export type Forbidden = 'no-list' | 'list-open' | 'list-unreadable' | 'not-listed' | 'not-absolute'

/** Whether the owner of this PC allows exactly these words to be run: null, or why not. */
export async function forbidden(dataDir: string, argv: readonly string[]): Promise<Forbidden | null> {
  const list = await readList(dataDir)
  if (typeof list === 'string') return list
  const own = JSON.stringify(argv)
  if (!list.some((allowed) => JSON.stringify(allowed) === own)) return 'not-listed'
  // A bare name could be whatever the search path finds first.
  return isAbsolute(argv[0] ?? '') ? null : 'not-absolute'
}

/** Everything in the list, or why it counts as missing. */
async function readList(dataDir: string): Promise<unknown[] | Forbidden> {
  const path = join(dataDir, allowedFile)
  const found = await lstat(path).catch(() => null)
  if (!found) return 'no-list'
  // Anybody else who may write it could run whatever they like as this user.
  if (!found.isFile() || othersMayWrite(found)) return 'list-open'
  return listIn(await readFile(path, 'utf8').catch(() => '')) ?? 'list-unreadable'
}

/** What may be run, to choose from; `fault`: why nothing may. */
export interface Allowed {
  readonly commands: readonly (readonly string[])[]
  readonly fault: Forbidden | null
}

/** The commands of the list that a plan can name; none if there is no list. */
export async function allowedCommands(dataDir: string): Promise<Allowed> {
  const list = await readList(dataDir)
  if (typeof list === 'string') return { commands: [], fault: list }
  return { commands: list.filter(isArgv).slice(0, mostCommands), fault: null }
}

const mostCommands = 100

/** Whether it is a command as a plan may have it, by its whole path. */
function isArgv(entry: unknown): entry is string[] {
  return Check(VoiceCommand.properties.argv, entry) && isAbsolute(entry[0] ?? '')
}

function othersMayWrite({ mode, uid }: { mode: number; uid: number }): boolean {
  // Windows has other permissions, which Node does not know.
  if (process.platform === 'win32') return false
  return (mode & 0o022) !== 0 || (uid !== 0 && uid !== process.getuid?.())
}

/** The commands in the file: a list of lists of words. */
function listIn(text: string): unknown[] | null {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.every(Array.isArray) ? list : null
  } catch {
    return null
  }
}

/** Milliseconds after the first failure, doubled with each further one. */
const firstRestMs = 60_000
const longestRestMs = 900_000

export interface CommandState {
  readonly why: CommandFault
  readonly detail: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** When it is tried again. */
  readonly again: number
}

export interface CommandRest {
  /** Whether it should be tried now. */
  mayTry(argv: readonly string[]): boolean
  failed(argv: readonly string[], why: CommandFault, detail: string): void
  spoke(argv: readonly string[]): void
  /** Its last failure, if it has not spoken since. */
  lastFault(argv: readonly string[]): CommandState | null
}

/** `now` is milliseconds since 1970. A command with even one word changed is a new one. */
export function createRest(now: () => number): CommandRest {
  let known: { key: string; state: CommandState; failures: number } | null = null
  const of = (argv: readonly string[]) => (known?.key === JSON.stringify(argv) ? known : null)

  return {
    mayTry(argv) {
      const before = of(argv)
      // A clock that was set back must not let it rest for years.
      return before === null || now() >= before.state.again || now() < before.state.at
    },
    failed(argv, why, detail) {
      const failures = (of(argv)?.failures ?? 0) + 1
      const at = now()
      const again = at + Math.min(longestRestMs, firstRestMs * 2 ** (failures - 1))
      known = { key: JSON.stringify(argv), state: { why, detail, at, again }, failures }
    },
    spoke(argv) {
      if (of(argv)) known = null
    },
    lastFault: (argv) => of(argv)?.state ?? null,
  }
}
