// Records when the server and its devices were alive, as spans, to tell for how much of the opening hours they were. A
// span is lengthened while it lasts, so that a power cut loses at most its last half minute; a clock that is set, or a
// PC that sleeps, ends it.

export const watchedKinds = ['server', 'kiosk', 'display', 'printer'] as const
export type WatchedKind = (typeof watchedKinds)[number]

/** Times are milliseconds since 1970. */
export interface AliveSpan {
  readonly kind: WatchedKind
  /** The id of the device or printer; empty for the server. */
  readonly id: string
  readonly from: number
  readonly to: number
}

export interface StoredAlive {
  /** Adds spans, or lengthens those with the same beginning. Never waits, like `StoredTold`'s. @throws StorageError */
  put(spans: readonly AliveSpan[]): void
  /** Those that overlap a time. @throws StorageError */
  within(from: number, to: number): AliveSpan[]
}

/** Something that gave a sign of life, and when; milliseconds since 1970. */
export interface Sign extends Pick<AliveSpan, 'kind' | 'id'> {
  readonly at: number
}

/** Milliseconds between two looks. */
export const LOOK_MS = 30_000
/** Without a sign for this long it counts as away: a device reports every minute, and one report may get lost. */
export const AWAY_MS = 150_000
/** A look that comes this much later than it should have: the PC slept, or its clock was set. */
const LEAP_MS = 60_000
/** How many spans wait while the disk is full; beyond that the oldest go. */
const MOST = 1_000

interface Ground {
  readonly stored: Pick<StoredAlive, 'put'>
  /** The hall's time, milliseconds since 1970. */
  readonly now: () => number
  /** Milliseconds that never go back. */
  readonly steady: () => number
  /** The last sign of everything but the server. */
  readonly signs: () => readonly Sign[]
  /** The first write that failed since the last one that worked. */
  readonly failed: (error: unknown) => void
}

export function keepAlive({ stored, now, steady, signs, failed }: Ground) {
  let spans = new Map<string, AliveSpan>()
  let last: { readonly at: number; readonly steady: number } | null = null
  /** By device and beginning: what the disk has not taken yet. */
  const unwritten = new Map<string, AliveSpan>()
  let fails = false
  let timer: NodeJS.Timeout | undefined

  /** Time has not simply gone on since the last look. */
  function leapt(at: number, count: number): boolean {
    if (!last) return false
    const passed = count - last.steady
    return passed > LOOK_MS + LEAP_MS || Math.abs(at - last.at - passed) > LEAP_MS
  }

  /** A disk that fails now is tried again in a while. */
  function trying(act: () => void): void {
    try {
      act()
      fails = false
    } catch (error) {
      if (!fails) failed(error)
      fails = true
    }
  }

  const look = () => trying(lookAround)

  function lookAround(): void {
    const [at, count] = [now(), steady()]
    // What was alive before the leap was alive until the last look, as recorded.
    const goesOn = leapt(at, count) ? new Map<string, AliveSpan>() : spans
    last = { at, steady: count }
    const next = new Map<string, AliveSpan>()
    for (const sign of [{ kind: 'server', id: '', at } as const, ...signs()]) {
      if (sign.at > at || at - sign.at > AWAY_MS) continue
      const key = `${sign.kind} ${sign.id}`
      const before = goesOn.get(key)
      const isSame = before !== undefined && sign.at - before.to <= AWAY_MS && sign.at >= before.to
      next.set(key, { kind: sign.kind, id: sign.id, from: isSame ? before.from : sign.at, to: sign.at })
    }
    for (const [key, span] of next) {
      const before = spans.get(key)
      if (before?.from !== span.from || before.to !== span.to) unwritten.set(`${key} ${span.from}`, span)
    }
    spans = next
    write()
  }

  function write(): void {
    try {
      if (unwritten.size > 0) stored.put([...unwritten.values()])
      unwritten.clear()
    } finally {
      for (const key of unwritten.keys()) if (unwritten.size > MOST) unwritten.delete(key)
    }
  }

  return {
    start() {
      look()
      timer = setInterval(look, LOOK_MS).unref()
    },
    /** Looks now. */
    look,
    stop() {
      clearInterval(timer)
      look()
    },
  }
}
