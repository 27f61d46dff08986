// Halls with days behind them, for the browser tests of what days leave: made by the first file that needs one, and copied
// by all.
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { type House, openHouse, pause } from './harness.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the halls with days behind them: empty at first. */
    rehearsedHalls: string
  }
}

const command = join(import.meta.dirname, '../../dist/server/cli/rehearse.js')
/** Six days of a small hall that is open today, too. */
const recent = ['--days=6', '--visits=60', '--seed=7']
/** The day of the hall of `openPast`: a Tuesday long ago, with a small crowd. */
export const PAST_DAY = '2025-11-25'
const past = [`--from=${PAST_DAY}`, '--days=1', '--visits=150', '--seed=3']

/** Starts a server with six days behind it, the last of them yesterday at the latest. */
export const openRecent = async (): Promise<House> => openHouse({}, await rehearsed('recent', recent))
/** Starts a server whose only day before today was `PAST_DAY`. */
export const openPast = async (): Promise<House> => openHouse({}, await rehearsed('past', past))

/** The data folder of such a hall. Files of other workers may ask for it at the same time: one makes it, the others wait. */
async function rehearsed(name: string, order: readonly string[]): Promise<string> {
  const made = join(inject('rehearsedHalls'), name)
  const part = `${made}.part`
  while (!existsSync(made)) {
    if (!isMine(part)) {
      await pause(100)
      continue
    }
    try {
      await promisify(execFile)(process.execPath, [command, `--data=${join(part, 'data')}`, ...order])
      renameSync(join(part, 'data'), made)
    } finally {
      rmSync(part, { recursive: true, force: true })
    }
  }
  return made
}

/** Makes this folder; false: somebody else has. */
function isMine(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch {
    return false
  }
}
