// Certificate and key: read and tried before they are used, and read again when their files change. Open connections
// go on; the next one gets the new certificate. If the new files do not fit together the old pair stays in use.
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { createSecureContext, type SecureContextOptions, type Server } from 'node:tls'
import type { Log } from './log-sink.ts'

/** Milliseconds between two checks of the files. A certificate is renewed weeks before the old one ends. */
const LOOK_EVERY = 5_000
/** Days before its end from which a certificate is warned of. */
const WARN_DAYS = 14

/** The paths of the two. */
export interface TlsFiles {
  readonly cert: string
  readonly key: string
}

/** What a server needs of them. */
export interface TlsPair extends Required<Pick<SecureContextOptions, 'cert' | 'key' | 'minVersion'>> {
  readonly cert: Buffer
  readonly key: Buffer
}

/** A certificate or key that can't be read or used. `file` is the one at fault, or both. */
export class TlsError extends Error {
  override readonly name = 'TlsError'
  readonly file: string

  constructor(file: string, cause: unknown) {
    super(`${file}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.file = file
  }
}

/**
 * Reads the pair and tries it. @throws TlsError if a file can't be read, is invalid, or the two don't belong together
 */
export function readTls(files: TlsFiles): TlsPair {
  const cert = read(files.cert)
  const key = read(files.key)
  const certificate = attempt(files.cert, () => new X509Certificate(cert))
  const secret = attempt(files.key, () => createPrivateKey(key))
  const both = `${files.cert}, ${files.key}`
  if (!certificate.checkPrivateKey(secret)) throw new TlsError(both, 'the key is not that of the certificate')
  const pair = { cert, key, minVersion: 'TLSv1.2' } as const
  // Also tries the certificates after the first one.
  attempt(both, () => createSecureContext(pair))
  return pair
}

/** What is watched: the files, what of them is in use, and by whom. */
export interface Watched {
  readonly files: TlsFiles
  readonly pair: Pick<TlsPair, 'cert'>
  readonly server: Pick<Server, 'setSecureContext'>
  readonly log: Pick<Log, 'info' | 'warn'>
  /** Milliseconds since 1970. */
  readonly now: () => number
}

/**
 * Checks the files now and then, and gives the server what is new. What is wrong with them is logged once per change,
 * and once when a certificate ends soon. `look` checks at once; `stop` ends it.
 */
export function watchTls({ files, pair, server, log, now }: Watched): { look: () => void; stop: () => void } {
  let tried = stateOf(files)
  let ends = endOf(pair)
  let told = ''

  function look(): void {
    const found = stateOf(files)
    if (found !== tried) take()
    tried = found
    const days = (ends.getTime() - now()) / 86_400_000
    const message = days < 0 ? 'tls: the certificate has ended' : 'tls: the certificate ends soon'
    if (days >= WARN_DAYS || told === message) return
    told = message
    log.warn({ file: files.cert, until: ends.toISOString() }, message)
  }

  function take(): void {
    try {
      const taken = readTls(files)
      server.setSecureContext(taken)
      ends = endOf(taken)
      told = ''
      log.info({ file: files.cert, until: ends.toISOString() }, 'tls: a new certificate is in use')
    } catch (err) {
      log.warn({ err }, 'tls: the changed certificate can’t be used, the old one stays')
    }
  }

  look()
  const timer = setInterval(look, LOOK_EVERY).unref()
  return { look, stop: () => clearInterval(timer) }
}

function read(file: string): Buffer {
  return attempt(file, () => readFileSync(file))
}

/** @throws TlsError that says which file it was */
function attempt<T>(file: string, what: () => T): T {
  try {
    return what()
  } catch (error) {
    throw new TlsError(file, error)
  }
}

function endOf({ cert }: Pick<TlsPair, 'cert'>): Date {
  return new Date(new X509Certificate(cert).validTo)
}

/**
 * When both were written, and how long they are; for a link, the file it leads to counts. If one can't be examined
 * (its folder is gone, closed, a circle of links), the reason: this runs in a timer, where a throw would end the
 * process.
 */
function stateOf({ cert, key }: TlsFiles): string {
  return [cert, key]
    .map((file) => {
      try {
        const { ino, mtimeMs, size } = statSync(file)
        return `${ino} ${mtimeMs} ${size}`
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : 'none'
      }
    })
    .join(', ')
}
