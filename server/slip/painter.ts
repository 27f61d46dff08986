// Keeps the process that draws: started when first needed, one picture at a time, ended when it takes too long,
// answers nonsense or had nothing to do for a while. Whatever it does, who asked gets an answer in time.
import { spawnProcess, type VoiceWorker } from '../voice/spawn.ts'
import { createMemory } from './memory.ts'

/** A picture in shades: one byte for each dot, 0 is black, row by row. */
export interface Dots {
  readonly width: number
  readonly height: number
  readonly shades: Uint8Array
}

/** What a picture is for. Anybody may ask for a screen's, as often as they like; a slip must not wait for those. */
export type For = 'paper' | 'screen'

/** Both reject when there is no picture within the time limit. */
export interface Painter {
  /** Folders with fonts, the program's own first. */
  readonly fonts: readonly string[]
  /** A PNG of the SVG, `width` pixels wide. `for`: paper that somebody waits for is drawn before any screen's picture. */
  png(svg: string, width: number, wanted: For): Promise<Uint8Array>
  /** The SVG in its own size. The last few are remembered: a logo is the same on every slip. */
  dots(svg: string): Promise<Dots>
  /** Whether it would refuse one more picture for a screen: to be asked before the work of describing it. */
  isBusy(): boolean
  close(): void
}

/** What the process is asked; it answers `{id, picture}` or `{id, failed}`. */
export interface Job {
  readonly id: number
  readonly svg: string
  /** Pixels across of the PNG that is wanted; null: the shades, in the SVG's own size. */
  readonly width: number | null
  /** Folders with fonts. */
  readonly fonts: readonly string[]
}

export interface PainterParts {
  /** Where the built worker stands. */
  readonly workerUrl: URL
  /** Folders with fonts: the program's own first, then what the hall brings for further scripts. None need exist. */
  readonly fonts: readonly string[]
  readonly warn: (details: object, message: string) => void
  readonly spawn?: (url: URL) => VoiceWorker
  /** Milliseconds: for one picture, and until a process without work is ended. */
  readonly limitMs?: number
  readonly idleMs?: number
}

interface Pending {
  readonly job: Job
  readonly resolve: (picture: unknown) => void
  readonly reject: (error: Error) => void
}

/** More than these for paper wait only for a process that has failed; more for screens are asked for by no person. */
const mostPending: Readonly<Record<For, number>> = { paper: 64, screen: 6 }

/** Sets the painter up; nothing starts before the first picture. */
export function createPainter(parts: PainterParts): Painter {
  const { workerUrl, fonts, warn, spawn = spawnProcess, limitMs = 10_000, idleMs = 60_000 } = parts
  const pending: Readonly<Record<For, Pending[]>> = { paper: [], screen: [] }
  const memory = createMemory<Dots>(8)
  let worker: VoiceWorker | null = null
  let current: Pending | null = null
  let timer: NodeJS.Timeout | undefined
  let lastId = 0
  let closed = false

  function later(ms: number, action: () => void): void {
    clearTimeout(timer)
    timer = setTimeout(action, ms).unref()
  }

  function stop(): void {
    const stopping = worker
    worker = null
    clearTimeout(timer)
    stopping?.stop()
  }

  function start(): VoiceWorker {
    const started = spawn(workerUrl)
    started.onMessage((message) => {
      if (started !== worker || current === null) return
      const answer = answerTo(current.job.id, message)
      if (typeof answer === 'string') fail(answer)
      else settle(({ resolve }) => resolve(answer.picture))
    })
    started.onEnd((why) => {
      if (started !== worker) return
      worker = null
      if (current !== null) fail(`the painter's process ended: ${why}`)
    })
    return started
  }

  function settle(how: (pending: Pending) => void): void {
    const settled = current
    current = null
    if (settled) how(settled)
    next()
  }

  function fail(why: string): void {
    warn({ why }, 'slip: a picture was not drawn')
    stop()
    settle(({ reject }) => reject(new Error(why)))
  }

  function next(): void {
    if (current !== null || closed) return
    current = pending.paper.shift() ?? pending.screen.shift() ?? null
    if (current === null) {
      if (worker !== null) later(idleMs, stop)
      return
    }
    try {
      worker ??= start()
      later(limitMs, () => fail(`the painter took longer than ${limitMs} ms`))
      worker.post(current.job)
    } catch (error) {
      fail(error instanceof Error ? error.message : String(error))
    }
  }

  function ask(svg: string, width: number | null, wanted: For): Promise<unknown> {
    const waiting = pending[wanted]
    if (closed || waiting.length >= mostPending[wanted])
      return Promise.reject(new Error('the painter is busy'))
    return new Promise((resolve, reject) => {
      lastId += 1
      waiting.push({ job: { id: lastId, svg, width, fonts }, resolve, reject })
      next()
    })
  }

  return {
    fonts,
    isBusy: () => pending.screen.length >= mostPending.screen,
    async png(svg, width, wanted) {
      const picture = await ask(svg, width, wanted)
      if (picture instanceof Uint8Array) return picture
      throw new Error('the painter answered nonsense')
    },
    async dots(svg) {
      const known = memory.get(svg)
      if (known) return known
      const picture = await ask(svg, null, 'paper')
      if (!isDots(picture)) throw new Error('the painter answered nonsense')
      memory.put(svg, picture)
      return picture
    },
    close() {
      closed = true
      stop()
      const left = [...(current ? [current] : []), ...pending.paper.splice(0), ...pending.screen.splice(0)]
      for (const { reject } of left) {
        reject(new Error('the painter is closed'))
      }
      current = null
    },
  }
}

/** What the process brought, or in words what is wrong with it. */
function answerTo(id: number, message: unknown): { picture: unknown } | string {
  if (typeof message !== 'object' || message === null || !('id' in message) || message.id !== id) {
    return 'the painter answered nonsense'
  }
  if ('failed' in message) return String(message.failed)
  return 'picture' in message ? { picture: message.picture } : 'the painter answered nonsense'
}

function isDots(value: unknown): value is Dots {
  if (typeof value !== 'object' || value === null) return false
  if (!('width' in value && 'height' in value && 'shades' in value)) return false
  const { width, height, shades } = value
  return (
    typeof width === 'number' &&
    typeof height === 'number' &&
    shades instanceof Uint8Array &&
    shades.length === width * height
  )
}
