// Ids and tokens for what the hall makes. Random bytes are drawn in bulk: a ticket needs several, and each draw costs.
import { randomFillSync } from 'node:crypto'

const pool = Buffer.alloc(4096)
let used = pool.length

function take(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const text = pool.toString('base64url', used, used + bytes)
  // What was handed out must not stay behind in memory.
  pool.fill(0, used, used + bytes)
  used += bytes
  return text
}

/** An id: 12 characters, 72 random bits. */
export function newId(): string {
  return take(9)
}

/** A token that opens a visit's page: 22 characters, 128 random bits, unguessable. */
export function newVisitToken(): string {
  return take(16)
}
