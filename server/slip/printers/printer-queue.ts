// One printer at work: slips come out in the order in which they were asked for, one at a time; in between its state
// is checked, so that kiosks know before a tap whether a slip would come out.
import type { SlipFault } from '../../hall/visit.ts'
import { pause, within, type Condition, conditionOf, type Link, notAsked } from './link.ts'

/** Milliseconds for one last check of a printer that could not print a moment ago, before a slip fails at once. */
const LAST_LOOK = 700
/** Milliseconds that a slip may wait for those before it; meanwhile the visitor is standing at the kiosk. */
const LONGEST_WAIT = 30_000
/** Milliseconds for drawing a slip. */
const LONGEST_DRAWING = 10_000

/** A slip to print. */
export interface Job {
  /** Printed even if the printer does not say how it is: a test page, with somebody waiting beside it. */
  readonly blindly: boolean
  /** Its content, as the link takes it. */
  draw(format: Link['format']): Promise<{ bytes: Uint8Array; title: string }>
  /** Called once: why it did not come out, or null. */
  done(why: SlipFault | null): void
}

/** The state of a printer. */
export interface PrinterNow extends Condition {
  /** When it was last checked, milliseconds since 1970; null: not yet. */
  readonly at: number | null
  /** Slips waiting for it, including the one being printed. */
  readonly waiting: number
  readonly lastProblem: { readonly why: SlipFault; readonly at: number } | null
}

export interface PrinterQueue {
  now(): PrinterNow
  add(job: Job): void
  /** Checks it now. */
  look(): Promise<void>
  /** The printer has changed or is gone: what is being printed finishes, what waits is given back. */
  retire(): Job[]
  /** Closes everything, at once and silently. */
  stop(): void
}

export interface QueueParts {
  readonly link: Link
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Told when its state changes. */
  readonly changed: () => void
  readonly failed: (error: unknown) => void
}

/** Starts looking after a printer. */
export function createPrinterQueue({ link, now, changed, failed }: QueueParts): PrinterQueue {
  const waiting: { job: Job; since: number }[] = []
  let current: Job | null = null
  let condition = notAsked
  let at: number | null = null
  let lastProblem: PrinterNow['lastProblem'] = null
  let looking: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined
  let ended = false

  function learn(found: Condition): void {
    at = now()
    if (found.why !== null && found.why !== condition.why) lastProblem = { why: found.why, at }
    const isNews = found.state !== condition.state || found.why !== condition.why
    condition = found
    if (isNews) changed()
  }

  /** One check at a time, however many want to know. */
  function look(): Promise<void> {
    looking ??= within(link.longest(0), link.look())
      .catch(() => conditionOf('timeout'))
      .then((found) => {
        looking = null
        if (!ended) learn(found)
      })
    return looking
  }

  function lookLater(): void {
    clearTimeout(timer)
    // Printing checks it anyway: most printers talk with one caller at a time, and would seem gone to a second.
    if (ended || current !== null) return
    const every = condition.why === null ? link.every : link.everyWhileBad
    timer = setTimeout(() => void look().then(lookLater), every).unref()
  }

  /** Prints one after the other until none is left. */
  async function work(): Promise<void> {
    clearTimeout(timer)
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      current = next.job
      const why = await print(next).catch((error: unknown) => {
        failed(error)
        return 'error' as const
      })
      if (why !== null && why !== condition.why) lastProblem = { why, at: now() }
      const { job } = next
      current = null
      job.done(why)
    }
    if (ended) link.stop()
    lookLater()
  }

  /** @throws what drawing throws: a bug */
  async function print({ job, since }: { job: Job; since: number }): Promise<SlipFault | null> {
    const drawing = job.draw(link.format)
    // Checked again at once, as paper may have been added; but the visitor is not kept waiting for a printer that is
    // gone.
    if (condition.why !== null) await Promise.race([look(), pause(LAST_LOOK)])
    const mayGive = condition.why === null || (job.blindly && condition.state === 'unknown')
    if (!mayGive) {
      drawing.catch(failed)
      return condition.why
    }
    await looking
    const { bytes, title } = await within(LONGEST_DRAWING, drawing)
    if (performance.now() - since > LONGEST_WAIT) return 'timeout'
    const longest = link.longest(bytes.length)
    const { why, now: found } = await within(longest, link.print(bytes, title, job.blindly)).catch(() => ({
      why: 'timeout' as const,
      now: conditionOf('timeout'),
    }))
    learn(found)
    return why
  }

  void look().then(lookLater)
  return {
    now: () => ({
      ...condition,
      at,
      waiting: waiting.length + (current === null ? 0 : 1),
      lastProblem,
    }),
    add(job) {
      waiting.push({ job, since: performance.now() })
      if (current === null) void work()
    },
    look,
    retire() {
      ended = true
      clearTimeout(timer)
      if (current === null) link.stop()
      return waiting.splice(0).map(({ job }) => job)
    },
    stop() {
      ended = true
      clearTimeout(timer)
      waiting.length = 0
      link.stop()
    },
  }
}
