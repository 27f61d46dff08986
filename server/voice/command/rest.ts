// A command that failed is left alone for a while, longer each time: a hall must not wait for it at every call.
import type { CommandFault } from '../job.ts'

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

/** `now` is milliseconds since 1970. Another command, even with one word changed, is a new one. */
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
