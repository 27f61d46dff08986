// How long a printer that takes ESC/POS bytes is waited for. All in milliseconds; tests wait less.

export interface Pace {
  /** For one byte of status: a printer answers at once, also while it prints. */
  readonly answer: number
  /** For taking 4 KB of data: the slowest prints them in one second. */
  readonly take: number
  /** From the last byte until the slip must be out. */
  readonly finish: number
  /** Between two looks meanwhile. */
  readonly look: number
  /** Without trouble, after which a slip is out where the printer doesn't say so. */
  readonly settled: number
  /** Between two looks while nothing is printed. */
  readonly every: number
  /** The same while it gives none: who puts paper in waits for it. */
  readonly everyWhileBad: number
}

export const usualPace: Pace = {
  answer: 1_000,
  take: 8_000,
  finish: 12_000,
  look: 200,
  settled: 2_500,
  every: 7_000,
  everyWhileBad: 2_500,
}
