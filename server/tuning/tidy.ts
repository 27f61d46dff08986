// Gives back the memory that the start left behind. V8 grows its heap while modules load and schemas compile, and
// shrinks it only under load, which may be hours away; on a cheap PC the browser beside the server needs those 15 MB.
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Milliseconds after the start. Once browsers are back; and again, because V8 gives memory back only if little was
 * allocated since the last time. On a PC that was busy meanwhile it needs asking more often.
 */
const SETTLED = [3_000, 10_000, 11_000, 12_000, 13_000]
/** How many of them are for every start; the others only while `isLarge`. */
const ALWAYS = 2
/** Bytes. V8 begins with a young generation of one megabyte and lets it grow to 32. */
const YOUNG = 2 * 1024 * 1024

/** Tidies up when the start is over. It keeps no process alive. */
export function tidyLater({ collect = collectGarbage, isLarge = youngIsLarge } = {}): void {
  for (const [turn, after] of SETTLED.entries()) {
    setTimeout(() => {
      if (turn < ALWAYS || isLarge()) collect()
    }, after).unref()
  }
}

/**
 * Collects garbage once. Node offers that only behind a flag, which a new context sees. What is left is compacted, or
 * a page of memory with one small thing in it would stay.
 */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  setFlagsFromString('--compact-on-every-full-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  setFlagsFromString('--no-compact-on-every-full-gc')
  setFlagsFromString('--no-expose-gc')
}

function youngIsLarge(): boolean {
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')
  return young !== undefined && young.space_size > YOUNG
}
