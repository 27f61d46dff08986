// What a person pressed: a command that is meant only as long as the screen waits for its answer. Once the screen has
// said *try again* it is not carried out any more, however late it arrives (rule E5).
import { command, LIMIT_MS, type CommandOptions, type Method, type Outcome } from './command.ts'
import { hallTime } from './hall-clock.ts'

/** How long after an answer the same key or finger still counts as the same press: a slow double press. */
export const SAME_PRESS_MS = 400

/** When the screen stops waiting, by the hall's clock; null while that is not known. ISO 8601. */
export function givenUpAt(limitMs: number = LIMIT_MS): string | null {
  const now = hallTime()
  return now === null ? null : new Date(now + limitMs).toISOString()
}

/** Sends it. Never rejects. */
export function press<T>(
  method: Method,
  path: string,
  body: object = {},
  options: CommandOptions = {},
): Promise<Outcome<T>> {
  const notAfter = givenUpAt(options.limitMs)
  if (method === 'DELETE') return command<T>(method, withQuery(path, notAfter), undefined, options)
  return command<T>(method, path, notAfter === null ? body : { ...body, notAfter }, options)
}

/** The path of a command with another kind of body, or none. */
export function withQuery(path: string, notAfter: string | null): string {
  if (notAfter === null) return path
  return `${path}${path.indexOf('?') < 0 ? '?' : '&'}notAfter=${encodeURIComponent(notAfter)}`
}
