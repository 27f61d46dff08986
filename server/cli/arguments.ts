// What the commands have in common: they speak two languages, explain themselves with `--help`, and show their usage
// if they do not understand.
import { parseArgs, type ParseArgsConfig } from 'node:util'

/** 0 success, 1 something is wrong, 2 not understood. */
export type ExitCode = 0 | 1 | 2
export type CommandLanguage = 'id' | 'en'

type Options = NonNullable<ParseArgsConfig['options']>

export const text = { type: 'string' } as const
const common = { language: text, help: { type: 'boolean', short: 'h' } } as const

/** Parsed arguments: options by name, and the other words; null if there is an unknown option or language. */
export function readArguments<O extends Options>(args: readonly string[], options: O) {
  const given = parsed({ args: [...args], allowPositionals: true, options: { ...options, ...common } })
  if (given === null) return null
  const { language = 'id', help = false } = given.values as { language?: string; help?: boolean }
  if (language !== 'id' && language !== 'en') return null
  return { values: given.values, words: given.positionals, language: language as CommandLanguage, help }
}

function parsed<C extends ParseArgsConfig>(config: C) {
  try {
    return parseArgs(config)
  } catch {
    return null
  }
}

/** Prints the usage if that is the answer; null if there is something to do. */
export function usageAnswer(
  asked: { readonly help: boolean } | null,
  isUnderstood: boolean,
  usage: string,
  { out, err }: Readonly<Record<'out' | 'err', (line: string) => void>>,
): ExitCode | null {
  if (asked?.help) {
    out(usage)
    return 0
  }
  if (asked !== null && isUnderstood) return null
  err(usage)
  return 2
}
