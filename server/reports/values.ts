// The values of one figure, collected in any order: how many, their mean, and exact percentiles by nearest rank. Whole
// numbers in a typed array, so that two million of them are 8 MB and finding a percentile needs no sorting.

import { ENOUGH, type Spread } from './figures.ts'

/** What a column holds if there is no value. */
export const NONE = 0xffff_ffff

/** Whole milliseconds, each below 2³² − 1. */
export class Values {
  private data = new Uint32Array(8)
  count = 0
  private sum = 0

  /** Adds a value; `NONE` adds nothing. */
  add(value: number): void {
    if (value === NONE) return
    if (this.count === this.data.length) {
      const more = new Uint32Array(this.count * 2)
      more.set(this.data)
      this.data = more
    }
    this.data[this.count] = value
    this.count += 1
    this.sum += value
  }

  /** Null: too few. The order of the values is not kept. */
  spread(): Spread | null {
    const { count, data, sum } = this
    if (count < ENOUGH) return null
    const at = (percent: number) => Math.ceil((percent * count) / 100) - 1
    const [p50, p90] = [at(50), at(90)]
    select(data, 0, count - 1, p50)
    select(data, p50, count - 1, p90)
    let max = 0
    for (let nth = p90; nth < count; nth += 1) max = Math.max(max, data[nth] ?? 0)
    const seconds = (ms: number | undefined) => (ms ?? 0) / 1000
    return {
      mean: sum / count / 1000,
      p50: seconds(data[p50]),
      p90: seconds(data[p90]),
      max: seconds(max),
    }
  }
}

/**
 * Puts at `k` what would be there if `data` were sorted from `first` to `last`; nothing before it is larger, nothing
 * after it smaller (Hoare’s quickselect, which divides equal values evenly).
 */
function select(data: Uint32Array, first: number, last: number, k: number): void {
  let [left, right] = [first, last]
  while (left < right) {
    const middle = (left + right) >>> 1
    const [a = 0, b = 0, c = 0] = [data[left], data[middle], data[right]]
    const pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
    let i = left
    let j = right
    while (i <= j) {
      while ((data[i] ?? 0) < pivot) i += 1
      while ((data[j] ?? 0) > pivot) j -= 1
      if (i > j) break
      const kept = data[i] ?? 0
      data[i] = data[j] ?? 0
      data[j] = kept
      i += 1
      j -= 1
    }
    if (k <= j) right = j
    else if (k >= i) left = i
    else return
  }
}
