// A timer as an argument: what waits is given one, so that a test lets the time pass itself.

/** Runs `run` after so many milliseconds; what comes back calls it off. */
export type After = (ms: number, run: () => void) => () => void

/** The same where nothing is called off. */
export type Later = (ms: number, run: () => void) => void

/** The browser's own. */
export const after: After = (ms, run) => {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}
