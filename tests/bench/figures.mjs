// Statistics of measured figures.

/**
 * The value that `percent` of the figures do not exceed (nearest rank).
 * @param {number[]} figures
 * @param {number} percent
 */
export function percentile(figures, percent) {
  const sorted = figures.toSorted((a, b) => a - b)
  const rank = Math.max(Math.ceil((percent / 100) * sorted.length), 1)
  return sorted[rank - 1] ?? Number.NaN
}

/** @param {number[]} figures */
export const median = (figures) => percentile(figures, 50)

/**
 * The least and the greatest, as `41–63`.
 * @param {number[]} figures
 * @param {number} [digits] after the point
 */
export const spread = (figures, digits = 0) =>
  `${Math.min(...figures).toFixed(digits)}–${Math.max(...figures).toFixed(digits)}`
