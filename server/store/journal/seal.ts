// The seal: a small file beside the journal that says how far it had come. The database can lose its end silently (a
// WAL with one wrong byte is replayed up to there, a missing one not at all); the seal reveals it. No personal data.
import { hash as digest } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Damage, Floors } from './damage.ts'

export interface Seal {
  /** The last event: its `seq`, its link, its time (milliseconds since 1970), its day. */
  readonly seq: number
  readonly link: string
  readonly at: number
  readonly day: string
  /** Each prefix's last number on that day. */
  readonly numbers: Readonly<Record<string, number>>
  /** When it was written by the hall's clock, which does not follow a leap, milliseconds since 1970. */
  readonly written: number
  /** The numbers above which a future day must begin. */
  readonly floors: Floors | null
  /** What was found and no manager has confirmed yet; and what has been confirmed. */
  readonly damages: readonly Damage[]
  readonly confirmed: readonly Damage[]
}

/** What was found where the seal should be: `torn` is one that can't be read. */
export type Sealed = { readonly is: 'none' | 'torn' } | { readonly is: 'whole'; readonly seal: Seal }

/** A different shape gets a different version number. */
const VERSION = 1

/** The seal of a data folder. */
export function sealFile(dataDir: string): string {
  return join(dataDir, 'antre.seal')
}

/** Reads it. Anything unreadable, for whatever reason, counts as torn. */
export function readSeal(dataDir: string): Sealed {
  try {
    const found = JSON.parse(readFileSync(sealFile(dataDir), 'utf8')) as { seal?: Seal; sum?: string } | null
    const { seal, sum } = found ?? {}
    return seal !== undefined && sum === sumOf(seal) ? { is: 'whole', seal } : { is: 'torn' }
  } catch (error) {
    return { is: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'torn' }
  }
}

/** Writes it under another name and then renames it, readable by its owner only. */
export async function writeSeal(dataDir: string, seal: Seal): Promise<void> {
  const draft = `${sealFile(dataDir)}.new`
  await rm(draft, { force: true })
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify({ seal, sum: sumOf(seal) })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, sealFile(dataDir))
}

function sumOf(seal: Seal): string {
  return digest('sha256', `${VERSION} ${JSON.stringify(seal)}`, 'base64url')
}
