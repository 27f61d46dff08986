// A timer as an argument: code that waits is given one, so that a test can make the time pass.

/** Calls `run` after this many milliseconds; the result cancels it. */
export type After = (ms: number, run: () => void) => () => void

/** The same, if nothing is ever cancelled. */
export type Later = (ms: number, run: () => void) => void

/** The browser's own. */
export const after: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
