// A barcode scanner is a keyboard that nobody can be as quick as: keys fast in a row, Enter at the end. It types the
// phone page's address from a slip; other fast typing ends in a word to the visitor, not in pressed buttons.

/** Between two keys of a scanner, milliseconds. The slowest send one every 40 ms; nobody types for long below that. */
const FAST_MS = 60
/** The same within an address: a busy PC or a radio scanner pauses, and who types by hand never gets that far. */
const PAUSE_MS = 1_000
/** Shorter bursts are a keyboard's, a keypad's, a bouncing key's. */
const LEAST = 6
/** No address of ours is longer. */
const MOST = 512

/** What a key ends: nothing yet, or a scan with the token in it, `''` where there is none. */
export type Scanned = string | null

/** Reads keys as they come, each with its time in milliseconds, and answers what was scanned. */
export function createScanReader(): (key: string, at: number) => Scanned {
  let typed = ''
  let last = -Infinity
  return (key, at) => {
    if (at - last > (/^https?:\/\//i.test(typed) ? PAUSE_MS : FAST_MS)) typed = ''
    last = at
    if (key !== 'Enter') {
      // A scanner sends Shift before a capital.
      if (key.length > 1) return null
      typed = (typed + key).slice(-MOST)
      return null
    }
    const scanned = typed
    typed = ''
    return scanned.length < LEAST ? null : tokenIn(scanned)
  }
}

/**
 * The token of `https://hall.example/t/<token>`, whatever stands after it, blanks around it, and where Caps Lock turned
 * every letter round; `''` for any other text.
 */
export function tokenIn(scanned: string): string {
  const read = /^\s*HTTP/.test(scanned) ? scanned.replace(/[a-z]/gi, turned) : scanned
  const found = /\/t\/([\w-]{1,64})(?:[/?#].*)?\s*$/.exec(read)
  return (found && found[1]) || ''
}

/** A capital as a small letter, and the other way round. */
function turned(letter: string): string {
  const small = letter.toLowerCase()
  return letter === small ? letter.toUpperCase() : small
}

/** Listens to the keys of the page until the answer is called. An Enter that ends a scan presses nothing. */
export function watchScans(onScan: (token: string) => void): () => void {
  const read = createScanReader()
  const key = (event: KeyboardEvent) => {
    const scanned = event.repeat ? null : read(event.key, event.timeStamp)
    if (scanned === null) return
    event.preventDefault()
    event.stopPropagation()
    onScan(scanned)
  }
  addEventListener('keydown', key, true)
  return () => removeEventListener('keydown', key, true)
}
