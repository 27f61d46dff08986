// Passwords: scrypt with the parameters of the design, stored beside the hash so that they can grow.
import { scrypt, timingSafeEqual } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import pLimit from 'p-limit'
import type { Random } from './secret.ts'

/** log2 of N, then r and p: 32 MB and about a tenth of a second each. */
interface Cost {
  ln: number
  r: number
  p: number
}
const cost: Cost = { ln: 15, r: 8, p: 3 }
const hashBytes = 32

/** Node's scrypt runs in its pool of four threads, which the disk needs too: never more than two at once. */
const atOnce = 2
/** Anyone behind this many others would wait too long for an answer. */
const longestQueue = 64

const limit = pLimit(atOnce)

/** Whether so many passwords are being checked that another should be refused (`too-many-requests`). */
export function passwordsBusy(): boolean {
  return limit.pendingCount >= longestQueue
}

/** Resolves when no password is being checked or made any more, and whoever waited for one has gone on. */
export async function passwordsDone(): Promise<void> {
  while (limit.activeCount + limit.pendingCount > 0) await pause(10)
  await pause(0)
}

/** The hash of a password in PHC form: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, both base64url. */
export async function hashPassword(password: string, random: Random): Promise<string> {
  const salt = random(16)
  const hash = await derive(password, salt, cost)
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/**
 * Whether `stored` was made from `password`. `stored` null: nobody has that user name; this takes as long as a wrong
 * password, so that the time does not reveal which names exist.
 */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const known = stored === null ? null : parse(stored)
  const hash = await derive(password, known?.salt ?? Buffer.alloc(16), known?.cost ?? cost)
  return known !== null && hash.length === known.hash.length && timingSafeEqual(hash, known.hash)
}

/** Null if damaged, so that no password matches; a cost that nobody chose would block the PC. */
function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } | null {
  const found = /^\$scrypt\$ln=(1?[0-9]),r=([1-9]|1[0-6]),p=([1-9]|1[0-6])\$([\w-]+)\$([\w-]+)$/.exec(stored)
  const [, ln, r, p, salt, hash] = found ?? []
  if (salt === undefined || hash === undefined) return null
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  }
}

/** NFKC: the same key presses give the same bytes on every keyboard and system (NIST SP 800-63B, 3.1.1.2). */
function derive(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }
  return limit(
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, hash) =>
          error === null ? resolve(hash) : reject(error),
        )
      }),
  )
}
