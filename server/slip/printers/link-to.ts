// From a printer of the plan to the link that reaches it.
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Printer } from '../../hall/equipment.ts'
import { openDevice } from './device.ts'
import { conditionOf, type Link, type LinkParts } from './link.ts'
import { lpLink } from './lp-link.ts'
import { type Pace, usualPace } from './pace.ts'
import { rawLink } from './raw-link.ts'
import type { Reach } from './reach.ts'
import { openTcp } from './tcp.ts'

/** Milliseconds in which the same message is not logged twice: a printer that is gone is checked every few seconds. */
const NO_NEWS = 30 * 60_000

/** The link to a printer of the plan. `pace` is for those that take ESC/POS bytes. */
export function linkTo(
  { id, link, answers }: Printer,
  given: LinkParts & { readonly mayReach: Reach },
  pace: Pace = usualPace,
): Link {
  let last = { message: '', at: 0 }
  const told = (message: string) => {
    const at = performance.now()
    if (message === last.message && at - last.at < NO_NEWS) return
    last = { message, at }
    given.told(message)
  }
  const parts = { ...given, told }
  switch (link.kind) {
    case 'network':
      return rawLink({
        ...parts,
        answers,
        pace,
        open: (signal) => openTcp(link.host, link.port, signal, given),
      })
    case 'file':
      return rawLink({ ...parts, answers, pace, open: () => openDevice(link.path) })
    case 'lp':
      return lpLink({ ...parts, answers, queue: link.queue })
    case 'fake':
      return fakeLink({ ...parts, printer: id })
    default:
      return link satisfies never
  }
}

// A printer that does not exist, for rehearsals: slips are drawn into a folder, and the log says where.

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
