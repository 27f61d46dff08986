// How long a printer that takes ESC/POS bytes is waited for. All in milliseconds; tests wait less.

export interface Pace {
  /** For one byte of status: a printer answers at once, also while it prints. */
  readonly answer: number
  /** For taking 4 KB of data: the slowest prints them in one second. */
  readonly take: number
  /** From the last byte until a slip must be out, beside what its bytes take. */
  readonly finish: number
  /** Bytes in a second that the slowest printer prints. */
  readonly slowest: number
  /** Between two looks meanwhile. */
  readonly look: number
  /** Without trouble, after which a slip counts as out where the printer never says so, beside what its bytes take. */
  readonly settled: number
  /** Bytes in a second that such a printer is trusted to print. */
  readonly guessed: number
  /** Between two looks while nothing is printed. */
  readonly every: number
  /** The same while it gives none: who puts paper in waits for it. */
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

/** Milliseconds from the last byte after which it counts as out where nobody says so. */
export function guessOf(bytes: number, { settled, guessed }: Pace): number {
  return settled + (bytes / guessed) * 1_000
}
