// A printer that does not exist, for rehearsals: slips are drawn into a folder, and the log says where.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { conditionOf, type Link, type LinkParts } from './link.ts'

/** Slips to keep; older ones are deleted. */
const MOST = 50

const ready = { state: 'ready', why: null } as const

/** The link to a printer that does not exist. */
export function fakeLink({ folder, told, printer }: LinkParts & { printer: string }): Link {
  let drawn = 0
  return {
    format: 'png',
    every: 60_000,
    everyWhileBad: 10_000,
    longest: () => 10_000,
    look: async () => ready,
    async print(bytes, title) {
      try {
        await mkdir(folder, { recursive: true })
        // The time first, so that file names sort in printing order.
        const stamp = `${Date.now()}-${String((drawn += 1)).padStart(4, '0')}`
        const file = join(folder, `${stamp}-${safe(printer)}-${safe(title)}.png`)
        // Renamed when complete, so that nobody finds half a picture in the folder.
        await writeFile(`${file}.part`, bytes)
        await rename(`${file}.part`, file)
        const slips = (await readdir(folder)).filter((name) => /^\d+-\d+-.*\.png$/.test(name)).toSorted()
        for (const old of slips.slice(0, -MOST)) await rm(join(folder, old), { force: true })
        told(`slip drawn: ${file}`)
        return { why: null, now: ready }
      } catch (error) {
        told((error as Error).message)
        return { why: 'error', now: conditionOf('error') }
      }
    },
    stop: () => {},
  }
}

const safe = (name: string) => name.replace(/[^A-Za-z0-9-]/g, '').slice(0, 40)
