// A conversation with an ESC/POS printer over one line: how are you, print this, is it out?
import { patiently } from '../../worker/patience.ts'
import { type Channel, LineFault, pause, within, type Condition, conditionOf } from './link.ts'
import { guessOf, limitOf, type Pace } from './pace.ts'

/** Bytes sent at once. */
const PIECE = 4_096
/** Bytes that a printer may say in one talk: far more than any needs, and too few to keep the server busy. */
const MOST_SAID = 4_096

export interface Talk {
  /** How the printer is. @throws LineFault when the line breaks */
  ask(): Promise<Condition>
  /**
   * Finds out whether an idle printer confirms that everything so far was processed. @throws LineFault when the line
   * breaks
   */
  learn(): Promise<void>
  /**
   * Prints, and watches until the slip is out: then `why` is null. Nothing is sent to a printer that can't print, nor
   * to one that does not answer, unless `blindly`. @throws LineFault when the line breaks
   */
  print(bytes: Uint8Array, blindly: boolean): Promise<Condition>
  /** Sends bytes without asking anything. @throws LineFault */
  give(bytes: Uint8Array): Promise<void>
}

/** Begins a talk. The caller closes the line. */
export function createTalk(channel: Channel, pace: Pace, echo: Echo): Talk {
  const hear = createEar()
  const statuses: number[] = []
  const heard = { garbage: false, done: false, unasked: null as Condition | null }
  let said = 0
  let gone = false
  let wake = () => {}
  channel.listen((bytes) => {
    said += bytes.length
    if (said > MOST_SAID) {
      // Whatever sends this much is no printer; nobody listens any longer.
      heard.garbage = true
      channel.close()
      return wake()
    }
    for (const one of hear(bytes)) {
      if (one.kind === 'status') statuses.push(one.byte)
      else if (one.kind === 'unasked') heard.unasked = one.condition
      else heard[one.kind] = true
    }
    wake()
  })
  channel.onGone(() => {
    gone = true
    wake()
  })

  const news = () =>
    new Promise<void>((resolve) => {
      wake = resolve
    })

  /** Waits until a condition holds, at most `ms`; returns whether it does. @throws LineFault when the line is gone */
  async function until(ms: number, isSo: () => boolean): Promise<boolean> {
    let late = false
    const stop = patiently(ms, () => {
      late = true
      wake()
    })
    try {
      while (!isSo()) {
        if (gone) throw new LineFault('unreachable', 'the printer hung up')
        if (late) return false
        await news()
      }
      return true
    } finally {
      stop()
    }
  }

  async function ask(): Promise<Condition> {
    statuses.length = 0
    for (const n of [1, 2, 3, 4] as const) {
      if (heard.garbage) return conditionOf('error')
      await within(pace.answer, channel.write(askStatus(n)))
      const answered = await until(pace.answer, () => statuses.length >= n || heard.garbage)
      if (heard.garbage) return conditionOf('error')
      // A late answer would be mistaken for the next one: nothing more is asked on this line.
      if (!answered) return heard.unasked ?? conditionOf('timeout')
    }
    const [one = 0, two = 0, three = 0, four = 0] = statuses
    return conditionFrom([one, two, three, four])
  }

  async function give(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; from += PIECE) {
      await within(pace.take, channel.write(bytes.subarray(from, from + PIECE)))
    }
  }

  async function print(bytes: Uint8Array, blindly: boolean): Promise<Condition> {
    const before = await ask()
    if (before.why !== null) {
      if (blindly && before.state === 'unknown') await give(bytes)
      return before
    }
    Object.assign(heard, { unasked: null, done: false })
    try {
      await give(bytes)
      await give(askWhenDone)
    } catch (error) {
      const told = heard.unasked
      if (told === null || told.why === null) throw error
      return drop(told)
    }
    return watch(bytes.length)
  }

  /**
   * Waits until the slip is out. A printer that has ever confirmed one is waited for until it does; for a mute one it
   * is a guess, and an answer that comes meanwhile may still be about the slip before, so it does not end the
   * waiting.
   */
  async function watch(bytes: number): Promise<Condition> {
    const isMute = echo.isMute()
    const end = performance.now() + (isMute ? guessOf(bytes, pace) : limitOf(bytes, pace))
    for (;;) {
      if (isMute) await pause(pace.look)
      else await until(pace.look, () => heard.done)
      const isOut = heard.done
      // Asked even after the sign: some give it before they have printed.
      const now = await askBusy(end)
      if (heard.done) echo.came()
      if (now.why !== null) return drop(now)
      if (isOut && !isMute) return now
      if (performance.now() <= end) continue
      if (isMute) return now
      // It came with the last status: ask once more.
      if (heard.done) continue
      echo.wasMissing()
      return drop(conditionOf('timeout'))
    }
  }

  /** Asks a printer that is printing. Cheap ones answer only after all data: until then, nobody knows. */
  async function askBusy(end: number): Promise<Condition> {
    const now = await ask()
    if (now.state !== 'unknown' || echo.isMute()) return now
    await until(end - performance.now(), () => heard.done || heard.garbage)
    return heard.done ? ask() : now
  }

  async function learn(): Promise<void> {
    heard.done = false
    echo.asked()
    await give(askWhenDone)
    if (await until(pace.answer, () => heard.done)) echo.came()
  }

  /** Whatever was not printed must not come out later, when nobody knows whose it is. */
  async function drop(condition: Condition): Promise<Condition> {
    await Promise.race([channel.write(clearBuffer), pause(pace.look)]).catch(() => {})
    return condition
  }

  return { ask, learn, give, print }
}

// Whether a printer confirms that a slip is out (GS r 1). One that ever did is waited for: a slow one and a silent
// one look alike for some seconds, and a visitor whose slip never came out must not be called. The knowledge lasts as
// long as the link, and is gained by checking the idle printer before the first slip.

/** Answers missing in a row, while all else was well, after which a printer counts as mute. */
const MOST_MISSING = 3
/** Checks that ask before it has ever answered: a printer that does not know the question may print it as a letter. */
const MOST_ASKED = 3

export interface Echo {
  /** Its answer is not waited for: it has never given one, or not lately. */
  isMute(): boolean
  /** Whether a check should ask as well. */
  shouldAsk(): boolean
  /** A check has asked. */
  asked(): void
  came(): void
  /** A slip was waited for to the end, with a good status but no answer. */
  wasMissing(): void
  /** It was not well: once it is again, it may be another printer. */
  wasBad(): void
}

/** Nothing known yet. */
export function createEcho(): Echo {
  let hasAnswered = false
  let missing = 0
  let asked = 0
  const isMute = () => !hasAnswered || missing >= MOST_MISSING
  return {
    isMute,
    shouldAsk: () => isMute() && asked < MOST_ASKED,
    asked: () => void (asked += 1),
    came() {
      hasAnswered = true
      missing = 0
    },
    wasMissing: () => void (missing += 1),
    wasBad: () => void (asked = 0),
  }
}

// What an ESC/POS printer answers, byte by byte: real-time status (DLE EOT 1 to 4), the automatic status that it
// sends unasked (ASB), and the sign that all data so far was processed (GS r 1). From Epson's command reference.

/** Asks for one of the four bytes of the real-time status; answered at once, whatever is still to be printed. */
const askStatus = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n)
/** Asks for the paper sensor, in line with the data: the answer means that everything before it was processed. */
const askWhenDone = Uint8Array.of(0x1d, 0x72, 1)
/** Discards what was sent and not printed (DLE DC4 8): half a slip must not come out with the next one. */
export const clearBuffer = Uint8Array.of(0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8)

/** The four bytes of the real-time status: printer, cause of being off line, errors, paper. */
export type FourBytes = readonly [number, number, number, number]

/** What the four bytes of DLE EOT 1 to 4 mean. An open cover comes first: with it, the paper sensor sees nothing. */
export function conditionFrom([printer, cause, error, paper]: FourBytes): Condition {
  if (cause & 0x04) return conditionOf('cover-open')
  if (paper & 0x60 || cause & 0x20) return conditionOf('paper-out')
  if (cause & 0x40 || error & 0x6c) return conditionOf('error')
  if (printer & 0x08) return conditionOf('offline')
  return { state: paper & 0x0c ? 'near-end' : 'ready', why: null }
}

/** The same for the four bytes that a printer sends unasked. */
export function conditionFromAsb([first, errors, paper]: FourBytes): Condition {
  if (first & 0x20) return conditionOf('cover-open')
  if (paper & 0x0c) return conditionOf('paper-out')
  if (errors & 0x6c) return conditionOf('error')
  if (first & 0x08) return conditionOf('offline')
  return { state: paper & 0x03 ? 'near-end' : 'ready', why: null }
}

export type Heard =
  | { readonly kind: 'status'; readonly byte: number }
  | { readonly kind: 'unasked'; readonly condition: Condition }
  | { readonly kind: 'done' }
  | { readonly kind: 'garbage' }

/** Makes a parser: bytes go in as they arrive, in whatever pieces, and their meaning comes out. */
export function createEar(): (bytes: Uint8Array) => Heard[] {
  let unasked: number[] = []

  function hear(byte: number): Heard[] {
    if (unasked.length > 0) {
      // The other three have bits 4 and 7 clear; otherwise this was not such a status.
      if ((byte & 0x90) !== 0) {
        unasked = []
        return [{ kind: 'garbage' }, ...hear(byte)]
      }
      unasked.push(byte)
      if (unasked.length < 4) return []
      const [one = 0, two = 0, three = 0, four = 0] = unasked
      unasked = []
      return [{ kind: 'unasked', condition: conditionFromAsb([one, two, three, four]) }]
    }
    if ((byte & 0x93) === 0x12) return [{ kind: 'status', byte }]
    if ((byte & 0x93) === 0x10) {
      unasked = [byte]
      return []
    }
    if ((byte & 0xf0) === 0) return [{ kind: 'done' }]
    // XON and XOFF belong to the serial line behind some printers' network cards.
    return byte === 0x11 || byte === 0x13 ? [] : [{ kind: 'garbage' }]
  }
  return (bytes) => [...bytes].flatMap(hear)
}
