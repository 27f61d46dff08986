// Reproducible randomness: the same seed plays the same day.

export interface Random {
  /** A whole number from 0 up to, but not including, `below`. */
  int(below: number): number
  /** True once in `n` times. */
  oneIn(n: number): boolean
  /** One of these; throws if there are none. */
  pick<T>(things: readonly T[]): T
  /** Up to `most` of these, at least one, each once, in any order. */
  some<T>(things: readonly T[], most: number): T[]
  /** One of these, as often as its weight says. */
  weighted<T>(things: readonly (readonly [weight: number, thing: T])[]): T
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for playing. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (below: number) => Math.floor(next() * below)
  const pick = <T>(things: readonly T[]): T => {
    if (things.length === 0) throw new Error('nothing to pick from')
    return things[int(things.length)] as T
  }
  return {
    int,
    pick,
    oneIn: (n) => int(n) === 0,
    some(things, most) {
      const left = [...things]
      const count = 1 + int(Math.min(most, left.length))
      return Array.from({ length: count }, () => left.splice(int(left.length), 1)[0] as (typeof left)[number])
    },
    weighted(things) {
      let at = next() * things.reduce((sum, [weight]) => sum + weight, 0)
      const found = things.find(([weight]) => (at -= weight) < 0) ?? things.at(-1)
      if (!found) throw new Error('nothing to pick from')
      return found[1]
    },
  }
}
