// A barcode scanner is a keyboard faster than any person: quick keys in a row, and something at the end, or nothing.
// It types the phone page's address from a slip. A scan is recognised by the form of that address, so that a pause,
// capitals, blanks or a missing Enter do no harm. `watchScans` listens to the page.
import { type After, after } from './timer.ts'

/**
 * Between two keys of a scanner, milliseconds. The slowest send one every 40 ms; nobody types faster than that for
 * long.
 */
export const FAST_MS = 60
/** The same within an address: a busy PC or a radio scanner pauses, and somebody typing by hand never gets that far. */
export const PAUSE_MS = 1_000
/** Nothing must follow a whole code for this long for it to count without its Enter. */
export const QUIET_MS = 200
/** If no field has the focus: shorter bursts come from a keyboard, a keypad, a bouncing key. */
const LEAST = 6
/** In a field, without a blank: more than anybody types in one go. */
const LONG = 12
/** No address of ours is longer. */
const MOST = 512

/** What was read: a visit's code; part of one, or two run together; another code altogether. */
export type Scan = { what: 'visit'; token: string } | { what: 'torn' } | { what: 'other' }

/** Where keys go: nowhere, into a field, or into a form with a password, which programs fill as fast as a scanner. */
export type Into = 'page' | 'field' | 'secret'

export interface ScanIo {
  /** Runs it later; returns how to cancel that. */
  after: After
  /** A scan may begin with this key. */
  first(): void
  /** By now it is a scanner: its keys so far were nobody's, and true is returned for those to come. */
  sure(): void
  scanned(scan: Scan): void
}

/**
 * Reads keys as they come, each with its time in milliseconds; returns whether it is the scanner's and nobody else's.
 */
export function createScanReader({ after, first, sure, scanned }: ScanIo) {
  let typed = ''
  let last = -Infinity
  let known = false
  /** One pause was forgiven before it was known to be a scanner. */
  let paused = false
  /** Until then, what still comes of a recognised scan, its Enter above all, is nobody's. */
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

  /** Nothing follows. Without the form or the length of a code it was a hand on the keyboard. */
  function rest(): void {
    if (known && isPatient()) take(PAUSE_MS)
    else begin()
  }

  const isPatient = () => typed.length >= LONG || ADDRESS.test(typed)

  /** Whether this key belongs to a scan that was recognised already. */
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
      // This soon after a letter nobody means to press a button.
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

/** What only an address contains. */
const ADDRESS = /https?:|:\/\/|\/t\//i

const isEnd = (key: string) => key === 'Enter' || key === 'Tab'

function isScanner(typed: string, into: Into): boolean {
  if (ADDRESS.test(typed)) return true
  if (into === 'page') return typed.length >= LEAST
  return into === 'field' && typed.length >= LONG && !/\s/.test(typed)
}

/**
 * Reads `https://hall.example/t/<token>`: whatever follows the token, with surrounding blanks, without its beginning,
 * and with every letter's case swapped by Caps Lock. A token has 22 characters (server/ids.ts).
 */
export function readScan(scanned: string): Scan {
  const read = (/\/T\//.test(scanned) ? scanned.replace(/[a-z]/gi, turned) : scanned).trim()
  const addresses = read.split('://').length
  const found = addresses <= 2 && read.split('/t/').length === 2 && /\/t\/([\w-]{22})(?:[/?#].*)?$/.exec(read)
  if (found && found[1]) return { what: 'visit', token: found[1] }
  const isAddress = ADDRESS.test(read)
  const isForeign = isAddress && addresses <= 2 && /:\/\/[^/]+\/(?!t(?:\/|$))[^/]/.test(read)
  // Part of a token contains letters; digits alone are on goods and cards.
  const isPart = isAddress || (/^[\w-]{1,22}$/.test(read) && !/^\d+$/.test(read))
  return { what: isPart && !isForeign ? 'torn' : 'other' }
}

/** Swaps the case of a letter. */
function turned(letter: string): string {
  const small = letter.toLowerCase()
  return letter === small ? letter.toUpperCase() : small
}

// Watches the keys of a page for a scanner, and keeps a scanner's keys from everything else: none of them stays in a
// field, moves a choice or presses a button.

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/**
 * Listens until the returned function is called. Call it before others listen for keys: what it takes, they do not
 * get.
 */
export function watchScans(onScan: (scan: Scan) => void): () => void {
  /** The content of the fields before the first key. */
  let before: { field: Field; value: string }[] = []

  const read = createScanReader({
    after,
    first() {
      const fields = document.querySelectorAll<Field>('input, textarea, select')
      before = Array.prototype.map.call(fields, (field: Field) => ({
        field,
        value: field.value,
      })) as typeof before
    },
    sure() {
      for (const { field, value } of before) {
        if (field.value === value) continue
        field.value = value
        field.dispatchEvent(new Event('input', { bubbles: true }))
        field.dispatchEvent(new Event('change', { bubbles: true }))
      }
    },
    scanned: onScan,
  })

  function key(event: KeyboardEvent): void {
    if (event.repeat || event.metaKey || event.altKey) return
    // Some send a line feed after their Enter, as Ctrl+J.
    const name = event.ctrlKey ? (event.key === 'j' || event.key === 'm' ? 'Enter' : '') : event.key
    if (name === '' || !read(name, event.timeStamp, into())) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  addEventListener('keydown', key, true)
  return () => removeEventListener('keydown', key, true)
}

function into(): Into {
  const node = document.activeElement
  if (!node || !node.matches('input, textarea, select')) return 'page'
  const { form } = node as Field
  return form && form.querySelector('[type=password]') ? 'secret' : 'field'
}
