// What nobody can know, drawn from what was seen: how long somebody who never was served would have taken, whether
// they would have come, how long an officer takes until the next call. The same seed and step draw the same, whatever
// is changed around them, so that two runs differ only by the change.
import { numberOfText, randomFrom } from '../training/random.ts'

/** More of each kind than this teaches nothing new. */
const MOST_SEEN = 2_000

/** All that was seen so far, by kind and owner: `serving` of a service, `gap` of a counter. Milliseconds. */
export class Seen {
  private readonly values = new Map<string, number[]>()
  private readonly rates = new Map<string, { of: number; yes: number }>()

  /** Notes a value, for its owner and for all of that kind. */
  note(kind: string, whose: string, ms: number): void {
    for (const key of [`${kind} ${whose}`, kind]) {
      const values = this.values.get(key) ?? []
      if (values.length === 0) this.values.set(key, values)
      if (values.length < MOST_SEEN) values.push(ms)
    }
  }

  /** Notes whether something was so. */
  count(kind: string, whose: string, isSo: boolean): void {
    const key = `${kind} ${whose}`
    const rate = this.rates.get(key) ?? { of: 0, yes: 0 }
    this.rates.set(key, { of: rate.of + 1, yes: rate.yes + (isSo ? 1 : 0) })
  }

  /** One of the values noted; undefined if fewer than five. `share`: from 0 to below 1, which one. */
  one(kind: string, whose: string | null, share: number): number | undefined {
    const values = this.values.get(whose === null ? kind : `${kind} ${whose}`) ?? []
    return values.length < ENOUGH ? undefined : values[Math.floor(share * values.length)]
  }

  /** How often it was so, as a share from 0 to 1. */
  rate(kind: string, whose: string): number {
    const { of, yes } = this.rates.get(`${kind} ${whose}`) ?? { of: 0, yes: 0 }
    return of === 0 ? 0 : yes / of
  }
}

/** Fewer than this are chance. */
const ENOUGH = 5

/** From 0 to below 1, by the seed and what it is for. */
export function share(seed: number, what: string): number {
  return randomFrom(numberOfText(what, seed))()
}
