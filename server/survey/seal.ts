// What waits in the box is sealed: the server can seal it alone, but open it only after one of the hall's devices has
// shown itself. A device's cookie is the one secret that is in no file of the server, so somebody who copies the disk,
// even every night, can read no answer before it leaves in company (docs/survey.md, SU22).
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { lookUp } from '../hall/look-up.ts'

export interface Seals {
  /**
   * A device has shown itself with this key from its cookie: what the key can open stays open until the server stops,
   * and from now on it can open whatever is open now. Returns whether something was opened. @throws what the disk
   * throws
   */
  hear(key: string): boolean
  /** Whether what is sealed from now on can be opened again. */
  isOpen(): boolean
  /** Sealed, padded to this length; null: no device has ever shown itself. */
  seal(text: string, length: number): string | null
  /** Null: it stays shut until a device that can open it shows itself. */
  open(sealed: string): string | null
  /** Begins another seal if no device that was here today can open the last one. @throws what the disk throws */
  renew(): void
}

interface Kept {
  readonly id: string
  /** X25519, DER. */
  readonly public: string
  /** The private key, encrypted for each device that may open it, by the name of that device's key. */
  readonly wraps: Readonly<Record<string, string>>
}

/** Opens the seals kept in `file`; a damaged one is treated as missing. */
export function openSeals(file: string): Seals {
  let kept = read(file)
  const open = new Map<string, KeyObject>()
  /** Keys that were shown and open nothing. */
  const strangers = new Set<string>()

  function write(next: readonly Kept[]): void {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    const beside = `${file}.new`
    rmSync(beside, { force: true })
    writeFileSync(beside, JSON.stringify(next), { mode: 0o600, flag: 'wx', flush: true })
    renameSync(beside, file)
    kept = next
  }

  function begin(keys: Iterable<string>): void {
    const { publicKey, privateKey } = generateKeyPairSync('x25519')
    const id = randomBytes(6).toString('base64url')
    const wraps = Object.fromEntries([...keys].map((key) => [nameOf(key), wrap(privateKey, key, id)]))
    const made = publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
    write([...kept, { id, public: made, wraps }])
    open.set(id, privateKey)
  }

  return {
    hear(key) {
      const name = nameOf(key)
      const before = open.size
      for (const { id, wraps } of kept) {
        const wrapped = lookUp(wraps, name)
        const found = wrapped === undefined || open.has(id) ? null : unwrap(wrapped, key, id)
        if (found) open.set(id, found)
      }
      const last = kept.at(-1)
      const own = last && open.get(last.id)
      if (!last) begin([key])
      else if (!own) strangers.add(key)
      else if (lookUp(last.wraps, name) === undefined)
        write([...kept.slice(0, -1), { ...last, wraps: { ...last.wraps, [name]: wrap(own, key, last.id) } }])
      return open.size > before
    },

    isOpen() {
      const last = kept.at(-1)
      return last !== undefined && open.has(last.id)
    },

    seal(text, length) {
      const last = kept.at(-1)
      if (!last) return null
      const to = createPublicKey({ key: Buffer.from(last.public, 'base64'), type: 'spki', format: 'der' })
      const once = generateKeyPairSync('x25519')
      const secret = diffieHellman({ privateKey: once.privateKey, publicKey: to })
      const raw = once.publicKey.export({ type: 'spki', format: 'der' })
      const padded = Buffer.alloc(length, ' ')
      const bytes = Buffer.from(text)
      if (bytes.length > length) throw new Error('longer than its seal')
      bytes.copy(padded)
      return [last.id, raw.toString('base64'), encrypt(padded, keyFrom(secret, raw))].join('.')
    },

    open(sealed) {
      const [id = '', raw = '', secret = ''] = sealed.split('.')
      const own = open.get(id)
      if (!own) return null
      const from = Buffer.from(raw, 'base64')
      const publicKey = createPublicKey({ key: from, type: 'spki', format: 'der' })
      return decrypt(secret, keyFrom(diffieHellman({ privateKey: own, publicKey }), from))
        .toString()
        .trimEnd()
    },

    renew() {
      const last = kept.at(-1)
      if (!last || open.has(last.id) || strangers.size === 0) return
      begin(strangers)
      strangers.clear()
    },
  }
}

function read(file: string): readonly Kept[] {
  try {
    if (!existsSync(file)) return []
    return JSON.parse(readFileSync(file, 'utf8')) as Kept[]
  } catch {
    return []
  }
}

/** A name by which a device's key is found, and which reveals nothing about it. */
function nameOf(key: string): string {
  return createHash('sha256').update(`antre seal ${key}`).digest('base64url').slice(0, 16)
}

function wrap(own: KeyObject, key: string, id: string): string {
  return encrypt(own.export({ type: 'pkcs8', format: 'der' }), keyFrom(Buffer.from(key), Buffer.from(id)))
}

function unwrap(wrapped: string, key: string, id: string): KeyObject | null {
  try {
    const der = decrypt(wrapped, keyFrom(Buffer.from(key), Buffer.from(id)))
    return createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
  } catch {
    return null
  }
}

function keyFrom(secret: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'antre survey', 32))
}

function encrypt(text: Buffer, key: Buffer): string {
  const start = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, start)
  const done = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), done]).toString('base64')
}

/** @throws if it was altered, or belongs to another key */
function decrypt(text: string, key: Buffer): Buffer {
  const bytes = Buffer.from(text, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
}
