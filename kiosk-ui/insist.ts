// A command that must arrive even if nobody waits for it: sent again under the same key until the server answers.
import { command, type Outcome, type Problem } from '../screens/command.ts'
import { newKey } from '../screens/key.ts'
import { type Later, after } from '../screens/timer.ts'

export interface InsistIo {
  send<T>(path: string, body: unknown, key: string): Promise<Outcome<T>>
  after: Later
}

/** How long it goes on: the server keeps keys for longer. */
const TRIES = 720
const EVERY_MS = 5_000

const browserInsistIo: InsistIo = {
  send: (path, body, key) => command('POST', path, body, { key }),
  after,
}

/** No answer from the server, or one from something in between: what was sent may have been done. */
export function isSilence({ status, code }: Problem): boolean {
  return status === 0 || (status >= 500 && code === 'unexpected')
}

/** Sends a command until it is answered; null after an hour of silence. */
export async function insist<T>(
  path: string,
  body: unknown,
  key: string = newKey(),
  io: InsistIo = browserInsistIo,
): Promise<Outcome<T> | null> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const outcome = await io.send<T>(path, body, key)
    if (outcome.ok || !isSilence(outcome.problem)) return outcome
    await new Promise<void>((resolve) => {
      io.after(EVERY_MS, resolve)
    })
  }
  return null
}
