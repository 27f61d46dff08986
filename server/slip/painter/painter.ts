// Runs the process that draws: one picture at a time, and paper before screens.
import { LRUCache } from 'lru-cache'
import { createKeeper, type Job as KeptJob } from '../../worker/keeper.ts'
import { spawnProcess, type WorkerParts } from '../../worker/process.ts'

/** A picture in shades: one byte per dot, 0 is black, row by row. */
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
  /**
   * A PNG of the SVG, `width` pixels wide. `for`: paper that somebody waits for is drawn before any screen's picture.
   */
  png(svg: string, width: number, wanted: For): Promise<Uint8Array>
  /** The SVG in its own size. The last few are remembered: a logo is the same on every slip. */
  dots(svg: string): Promise<Dots>
  /** Whether it would refuse one more picture for a screen: ask before doing the work of describing it. */
  isBusy(): boolean
  close(): void
}

interface Question {
  readonly svg: string
  /** Width in pixels of the PNG that is wanted; null: the shades, in the SVG's own size. */
  readonly width: number | null
  /** Folders with fonts. */
  readonly fonts: readonly string[]
}

/** A request to the process; it answers `{id, picture}` or `{id, failed}`. */
export type Job = KeptJob<Question>

interface PainterParts extends WorkerParts {
  /** Folders with fonts: the program's own first, then what the hall brings for further scripts. None need exist. */
  readonly fonts: readonly string[]
  /** Milliseconds: for one picture, and until an idle process is ended. */
  readonly limitMs?: number
  readonly idleMs?: number
}

/** For paper, more than these pile up only if a process has failed; for screens, no person asks for more. */
const mostWaiting: Readonly<Record<For, number>> = { paper: 64, screen: 6 }
/** Megabytes for the process's JavaScript objects: a long slip needs 8, the rest is WebAssembly's. */
const heapMb = 32

/** Sets the painter up; nothing starts before the first picture. */
export function createPainter(parts: PainterParts): Painter {
  const { workerUrl, fonts, warn, spawn: start = spawnProcess, limitMs = 10_000, idleMs = 60_000 } = parts
  const drawn = new LRUCache<string, Dots>({ max: 8 })
  const keeper = createKeeper<For, Question, unknown>({
    name: 'the painter',
    spawn: () => start(workerUrl, heapMb),
    queues: mostWaiting,
    limitMs,
    idleMs,
    read: (message) => ('picture' in message ? { answer: message.picture } : nonsense),
    failed: (why) => warn({ why }, 'slip: a picture was not drawn'),
  })

  return {
    fonts,
    isBusy: () => keeper.isFull('screen'),
    async png(svg, width, wanted) {
      const picture = await keeper.ask({ svg, width, fonts }, wanted)
      if (picture instanceof Uint8Array) return picture
      throw new Error(nonsense)
    },
    async dots(svg) {
      const known = drawn.get(svg)
      if (known) return known
      const picture = await keeper.ask({ svg, width: null, fonts }, 'paper')
      if (!isDots(picture)) throw new Error(nonsense)
      drawn.set(svg, picture)
      return picture
    },
    close: keeper.close,
  }
}

const nonsense = 'the painter answered nonsense'

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
