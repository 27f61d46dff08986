// How long to wait for a printer that takes ESC/POS bytes. All in milliseconds; tests wait less.

export interface Pace {
  /** For one byte of status: a printer answers at once, even while it prints. */
  readonly answer: number
  /** For taking 4 KB of data: the slowest prints that in one second. */
  readonly take: number
  /** From the last byte until a slip must be out, on top of the time for its bytes. */
  readonly finish: number
  /** Bytes per second that the slowest printer prints. */
  readonly slowest: number
  /** Between two checks while it prints. */
  readonly look: number
  /**
   * Without trouble, after which a slip counts as out if the printer never says so, on top of the time for its bytes.
   */
  readonly settled: number
  /** Bytes per second that such a printer is assumed to print. */
  readonly guessed: number
  /** Between two checks while nothing is printed. */
  readonly every: number
  /** The same while it can't print: somebody putting paper in waits for it. */
  readonly everyWhileBad: number
}

export const usualPace: Pace = {
  answer: 1_000,
  take: 8_000,
  finish: 12_000,
  slowest: 2_000,
  look: 200,
  settled: 2_500,
  guessed: 4_000,
  every: 7_000,
  everyWhileBad: 2_500,
}

/** Milliseconds from the last byte until a slip must be out. */
export function limitOf(bytes: number, { finish, slowest }: Pace): number {
  return finish + (bytes / slowest) * 1_000
}

/** Milliseconds from the last byte after which a slip counts as out if nothing says so. */
export function guessOf(bytes: number, { settled, guessed }: Pace): number {
  return settled + (bytes / guessed) * 1_000
}
