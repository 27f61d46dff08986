// What an ESC/POS printer answers, byte by byte: real-time status (DLE EOT 1 to 4), the automatic status that it
// sends unasked (ASB), and the sign that all data so far was processed (GS r 1). From Epson's command reference.
import { type Condition, conditionOf } from './link.ts'

/** Asks for one of the four bytes of the real-time status; answered at once, whatever is still to be printed. */
export const askStatus = (n: 1 | 2 | 3 | 4): Uint8Array => Uint8Array.of(0x10, 0x04, n)
/** Asks for the paper sensor, in line with the data: the answer means that everything before it was processed. */
export const askWhenDone = Uint8Array.of(0x1d, 0x72, 1)
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
