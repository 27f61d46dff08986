// Repeatable chance: the same seed draws the same numbers, so that a made-up day is the same every time.

/** From 0 to below 1. */
export type Random = () => number

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, plenty for playing. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A number from 0 to below 2³² that depends only on the text and the seed (FNV-1a). */
export function numberOfText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Separate chance for one part of the play, unaffected by what others draw. */
export function randomFor(seed: number, part: string): Random {
  return randomFrom(numberOfText(`${seed} ${part}`))
}

export function pick<T>(random: Random, things: readonly T[]): T | undefined {
  return things[Math.floor(random() * things.length)]
}

/** One of the things, each as likely as its weight says. */
export function pickWeighted<T extends { readonly weight: number }>(
  random: Random,
  things: readonly T[],
): T | undefined {
  let left = random() * things.reduce((sum, { weight }) => sum + weight, 0)
  return things.find(({ weight }) => (left -= weight) < 0) ?? things.at(-1)
}

export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low)
}

/** Lognormal with this median: most are near it, a few take far longer. */
export function around(random: Random, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return median * Math.exp(sigma * normal)
}
