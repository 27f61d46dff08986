// The printers of the hall: a client of the loop. It sees committed events, prints what was asked for, and answers
// with commands: the slip came out, or why not. Slips on their way are part of the hall's state, so a restart knows
// them.
import { isDeepStrictEqual } from 'node:util'
import type { Dispatch } from '../dispatch.ts'
import type { Command } from '../hall/command.ts'
import type { Recorded } from '../hall/event.ts'
import type { Hall } from '../hall/hall.ts'
import type { Layout } from '../hall/layout.ts'
import type { Printer } from '../hall/equipment.ts'
import { isRefusal } from '../hall/refusal.ts'
import type { SlipFault, Visit } from '../hall/visit.ts'
import { pause, type Link } from './printers/link.ts'
import { createPrinterQueue, type Job, type PrinterNow, type PrinterQueue } from './printers/printer-queue.ts'

/** Milliseconds until a command that the disk refused is tried again. */
const AGAIN = 2_000

/** Draws papers as a link takes them. */
export interface Drawing {
  /** The slip of a visit as it is now. It says *copy* when more than one was asked for. */
  slip(visit: Visit, printer: Printer, format: Link['format']): Promise<Uint8Array>
  testPage(printer: Printer, format: Link['format']): Promise<Uint8Array>
}

export interface PrintingParts {
  readonly hall: Hall
  readonly dispatch: Dispatch
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly drawing: Drawing
  readonly linkTo: (printer: Printer) => Link
  /** Told when a printer comes, goes or changes state. */
  readonly changed: () => void
  readonly failed: (error: unknown) => void
}

export interface Printing {
  /** Starts looking after the plan's printers. */
  start(): void
  committed(records: readonly Recorded[]): void
  /** All printers of the plan, in its order. */
  printers(): { printer: Printer; now: PrinterNow }[]
  /** Prints a test page. Resolves with why it did not come out, or null; undefined: there is no such printer. */
  test(id: string): Promise<SlipFault | null | undefined>
  stop(): void
}

/**
 * Whether both are the same printer, whatever its name, paper and users: most printers talk with one caller at a
 * time.
 */
function isReachedAlike(one: Printer, other: Printer): boolean {
  return one.answers === other.answers && isDeepStrictEqual(one.link, other.link)
}

/** Makes the client. Nothing happens before `start`. */
export function createPrinting(parts: PrintingParts): Printing {
  const { hall, dispatch, now, drawing, linkTo, changed, failed } = parts
  const working = new Map<string, { printer: Printer; queue: PrinterQueue }>()
  let layout: Layout | null = null
  let stopped = false

  /**
   * Printers come, go and change with the plan. Whatever waits for a changed printer now waits for what it has
   * become.
   */
  function follow(): void {
    if (stopped || layout === hall.layout) return
    const { printers } = hall.layout
    layout = hall.layout
    const waiting: { id: string; jobs: Job[] }[] = []
    for (const [id, { printer, queue }] of working) {
      const next = printers.get(id)
      if (next && isReachedAlike(printer, next)) {
        // A waiting slip comes out as the plan says now.
        working.set(id, { printer: next, queue })
        continue
      }
      working.delete(id)
      waiting.push({ id, jobs: queue.retire() })
    }
    for (const printer of printers.values()) {
      if (working.has(printer.id)) continue
      const queue = createPrinterQueue({ link: linkTo(printer), now, changed, failed })
      working.set(printer.id, { printer, queue })
    }
    for (const { id, jobs } of waiting) for (const job of jobs) add(id, job)
    changed()
  }

  /** The answer to a new plan goes out a moment before its commit arrives here, and somebody may ask in between. */
  function catchUp(): void {
    if (layout !== null) follow()
  }

  function add(id: string, job: Job): void {
    const to = working.get(id)
    if (to) to.queue.add(job)
    else job.done('no-such-printer')
  }

  function print(id: string, visit: Visit): void {
    add(id, {
      blindly: false,
      async draw(format) {
        const { printer } = printerNow(id)
        const bytes = await drawing.slip(hall.visits.get(visit.id) ?? visit, printer, format)
        return { bytes, title: visit.number }
      },
      done(why) {
        settle(visit.id, id, why).catch(failed)
      },
    })
  }

  function printerNow(id: string): { printer: Printer } {
    const found = working.get(id)
    if (!found) throw new Error(`printer ${id} is gone`)
    return found
  }

  async function settle(visit: string, printer: string, why: SlipFault | null): Promise<void> {
    const command: Command =
      why === null ? { type: 'confirm-slip', visit } : { type: 'fail-slip', visit, printer, why }
    while (!isStopped()) {
      const answer = await dispatch({ command, by: 'system:slip' })
      if (!isRefusal(answer) || answer.refused !== 'storage-unavailable') return
      await pause(AGAIN)
    }
  }
  const isStopped = () => stopped

  return {
    start: follow,
    committed(records) {
      follow()
      for (const { event } of records) {
        if (event.type !== 'visit-taken' && event.type !== 'slip-asked') continue
        const visit = hall.visits.get(event.visit)
        if (event.printer !== null && visit) print(event.printer, visit)
      }
    },
    printers() {
      catchUp()
      return [...hall.layout.printers.keys()].flatMap((id) => {
        const found = working.get(id)
        return found ? [{ printer: found.printer, now: found.queue.now() }] : []
      })
    },
    async test(id) {
      catchUp()
      const found = working.get(id)
      if (!found) return undefined
      return new Promise((resolve) => {
        found.queue.add({
          blindly: true,
          draw: async (format) => {
            const { printer } = printerNow(id)
            return { bytes: await drawing.testPage(printer, format), title: 'test' }
          },
          done: resolve,
        })
      })
    },
    stop() {
      stopped = true
      for (const { queue } of working.values()) queue.stop()
    },
  }
}
