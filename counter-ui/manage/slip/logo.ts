// A logo from a file: whether it is a PNG and small enough, and its bytes as the plan keeps them.

/** Characters of base64 that a plan takes. */
const MOST_CHARACTERS = 40_000
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export type ReadLogo = { png: string } | { fault: 'not-png' } | { fault: 'too-large'; bytes: number }

/** Reads a file as a logo. */
export function logoFrom(bytes: Uint8Array): ReadLogo {
  if (SIGNATURE.some((byte, index) => bytes[index] !== byte)) return { fault: 'not-png' }
  if (Math.ceil(bytes.length / 3) * 4 > MOST_CHARACTERS) return { fault: 'too-large', bytes: bytes.length }
  return { png: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')) }
}
