// Chance that depends only on what it is for: in a draw the same visitor takes equally long whoever stands before
// them, so that one more ticket changes nothing for those ahead of it, and what is told never jumps by chance alone.

/** A number from 0 to below 2³² that depends only on the text (FNV-1a). */
export function keyOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** From above 0 to below 1, by the seed, the draw, and what it is for (the finish of MurmurHash3, public domain). */
export function chance(seed: number, draw: number, key: number): number {
  let mixed = (seed ^ Math.imul(draw + 1, 0x9e3779b1) ^ Math.imul(key, 0x85ebca77)) | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (((mixed ^ (mixed >>> 16)) >>> 0) + 0.5) / 2 ** 32
}

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
] as const
const B = [
  -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
] as const
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
] as const
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const

/** The standard normal deviate below which a share `p` lies (P. J. Acklam's approximation, error below 1.2e-9). */
export function normalAt(p: number): number {
  if (p > 0.97575) return -tail(1 - p)
  if (p < 0.02425) return tail(p)
  const q = p - 0.5
  const r = q * q
  return (
    ((((((A[0] * r + A[1]) * r + A[2]) * r + A[3]) * r + A[4]) * r + A[5]) * q) /
    (((((B[0] * r + B[1]) * r + B[2]) * r + B[3]) * r + B[4]) * r + 1)
  )
}

function tail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p))
  return (
    (((((C[0] * q + C[1]) * q + C[2]) * q + C[3]) * q + C[4]) * q + C[5]) /
    ((((D[0] * q + D[1]) * q + D[2]) * q + D[3]) * q + 1)
  )
}

/** The share below the standard normal deviate `z` (logistic approximation of Bowling et al. 2009, error below 0.0002). */
export function shareBelow(z: number): number {
  return 1 / (1 + Math.exp(-(0.07056 * z * z * z + 1.5976 * z)))
}

/**
 * The value below which a share `p` lies, judging by a few that were seen, the smallest first: spread evenly between
 * them, and one step beyond the first and the last, as two of n + 1 fall outside n that were seen.
 */
export function valueAt(seen: readonly number[], p: number): number {
  const last = seen.length - 1
  const place = p * (seen.length + 1) - 1
  const at = Math.max(0, Math.min(last - 1, Math.floor(place)))
  const [below = 0, above = below] = [seen[at], seen[Math.min(last, at + 1)]]
  return below + (above - below) * (place - at)
}
