// A barcode scanner is a keyboard that nobody can be as quick as: keys fast in a row, and something at the end, or
// nothing. It types the phone page's address from a slip. A reading is collected by the form of that address, so that a
// pause, capitals, blanks or a missing Enter tear nothing. scan-keys.ts listens to the page.
import type { After } from './timer.ts'

/** Between two keys of a scanner, milliseconds. The slowest send one every 40 ms; nobody types for long below that. */
export const FAST_MS = 60
/** The same within an address: a busy PC or a radio scanner pauses, and who types by hand never gets that far. */
export const PAUSE_MS = 1_000
/** So long nothing must follow a whole code for it to count without its Enter. */
export const QUIET_MS = 200
/** Where no field has the focus: shorter bursts are a keyboard's, a keypad's, a bouncing key's. */
const LEAST = 6
/** In a field, without a blank: more than anybody types at once. */
const LONG = 12
/** No address of ours is longer. */
const MOST = 512

/** What was read: a visit's code; a part of one, or two run together; another code altogether. */
export type Scan = { what: 'visit'; token: string } | { what: 'torn' } | { what: 'other' }

/** Where keys go: nowhere, into a field, or into a form with a password, which programs fill as fast as a scanner. */
export type Into = 'page' | 'field' | 'secret'

export interface ScanIo {
  /** Runs it later; answers how to call that off. */
  after: After
  /** With this key a reading may begin. */
  first(): void
  /** By now it is a scanner: its keys so far were nobody's, and those to come are answered with true. */
  sure(): void
  scanned(scan: Scan): void
}

/** Reads keys as they come, each with its time in milliseconds; answers whether it is the scanner's and nobody else's. */
export function createScanReader({ after, first, sure, scanned }: ScanIo) {
  let typed = ''
  let last = -Infinity
  let known = false
  /** One pause was forgiven before it was known. */
  let paused = false
  /** Until then what still comes of a reading that was taken, its Enter above all, is nobody's. */
  let tailUntil = -Infinity
  let inTail = false
  let callOff = () => {}

  function begin(): void {
    callOff()
    typed = ''
    known = false
    paused = false
  }

  function take(tailMs: number): void {
    const scan = readScan(typed)
    begin()
    tailUntil = last + tailMs
    inTail = false
    scanned(scan)
  }

  /** Nothing follows. What has neither the form nor the length of a code was a hand on the keyboard. */
  function rest(): void {
    if (known && isPatient()) take(PAUSE_MS)
    else begin()
  }

  const isPatient = () => typed.length >= LONG || ADDRESS.test(typed)

  /** Whether this key belongs to a reading that was taken already. */
  function isTail(key: string, at: number): boolean {
    if (at > tailUntil) return false
    const isMore = inTail ? at - last <= FAST_MS : /^[\s/?#]$/.test(key)
    if (isEnd(key)) inTail = false
    else if (key.length > 1) return false
    else if (isMore) inTail = true
    else {
      tailUntil = -Infinity
      return false
    }
    return true
  }

  return (key: string, at: number, into: Into = 'page'): boolean => {
    const gap = at - last
    const mine = isTail(key, at)
    last = at
    if (mine) return true
    if (typed !== '' && gap > (known && isPatient() ? PAUSE_MS : FAST_MS)) {
      const mayPause = !known && !paused && gap <= PAUSE_MS && 'https://'.indexOf(typed.toLowerCase()) === 0
      if (mayPause) paused = true
      else rest()
    }
    if (isEnd(key)) {
      // So soon after a letter nobody means a button.
      const isNobodys = known || (into === 'page' && typed.length > 1)
      if (known) take(FAST_MS)
      else begin()
      return isNobodys
    }
    // A scanner sends Shift before a capital.
    if (key.length > 1) return false
    if (typed === '') first()
    typed = (typed + key).slice(-MOST)
    if (!known && isScanner(typed, into)) {
      known = true
      sure()
    }
    callOff()
    if (known) callOff = after(readScan(typed).what === 'visit' ? QUIET_MS : PAUSE_MS, rest)
    return known
  }
}

/** What only an address has. */
const ADDRESS = /https?:|:\/\/|\/t\//i

const isEnd = (key: string) => key === 'Enter' || key === 'Tab'

function isScanner(typed: string, into: Into): boolean {
  if (ADDRESS.test(typed)) return true
  if (into === 'page') return typed.length >= LEAST
  return into === 'field' && typed.length >= LONG && !/\s/.test(typed)
}

/**
 * Reads `https://hall.example/t/<token>`: whatever stands after the token, blanks around it, without its beginning, and
 * where Caps Lock turned every letter round. A token has 22 characters (server/ids.ts).
 */
export function readScan(scanned: string): Scan {
  const read = (/\/T\//.test(scanned) ? scanned.replace(/[a-z]/gi, turned) : scanned).trim()
  const addresses = read.split('://').length
  const found = addresses <= 2 && read.split('/t/').length === 2 && /\/t\/([\w-]{22})(?:[/?#].*)?$/.exec(read)
  if (found && found[1]) return { what: 'visit', token: found[1] }
  const isAddress = ADDRESS.test(read)
  const isForeign = isAddress && addresses <= 2 && /:\/\/[^/]+\/(?!t(?:\/|$))[^/]/.test(read)
  // Part of a token is letters; digits alone stand on goods and cards.
  const isPart = isAddress || (/^[\w-]{1,22}$/.test(read) && !/^\d+$/.test(read))
  return { what: isPart && !isForeign ? 'torn' : 'other' }
}

/** A capital as a small letter, and the other way round. */
function turned(letter: string): string {
  const small = letter.toLowerCase()
  return letter === small ? letter.toUpperCase() : small
}
