// The settings, read from the environment once. Nothing but this file and main.ts reads the environment.
import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { lookUp } from './hall/look-up.ts'

export interface Settings {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** The hall's public address, without a slash at the end; null if it has none. */
  readonly publicUrl: string | null
  /** More names by which browsers reach the hall, in lower case and without a port. */
  readonly hostNames: readonly string[]
  /** Files of certificate and key; null: plain http. */
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly logLevel: string
  /** Seconds added to the system's clock, for rehearsals and tests. */
  readonly clockOffset: number
}

/** An invalid setting: which, and its value. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly setting: string
  readonly value: string

  constructor(setting: string, value: string) {
    super(`${setting}=${value}`)
    this.setting = setting
    this.value = value
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads `PORT`, `HOST`, `DATA_DIR`, `PUBLIC_URL`, `HOST_NAMES`, `TLS_CERT`, `TLS_KEY`, `LOG_LEVEL`, `CLOCK_OFFSET`. @throws SettingsError */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = (name: string) => lookUp(environment, name)?.trim() || null
  return {
    port: whole('PORT', read('PORT') ?? '3000', 0, 65_535),
    host: read('HOST') ?? '127.0.0.1',
    dataDir: read('DATA_DIR') ?? 'data',
    publicUrl: url('PUBLIC_URL', read('PUBLIC_URL')),
    hostNames: hostNames('HOST_NAMES', read('HOST_NAMES')),
    tls: tls(read('TLS_CERT'), read('TLS_KEY')),
    logLevel: oneOf('LOG_LEVEL', read('LOG_LEVEL') ?? 'info', LOG_LEVELS),
    clockOffset: whole('CLOCK_OFFSET', read('CLOCK_OFFSET') ?? '0', -1e10, 1e10),
  }
}

function whole(name: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < least || number > most) throw new SettingsError(name, value)
  return number
}

function oneOf(name: string, value: string, known: readonly string[]): string {
  if (!known.includes(value)) throw new SettingsError(name, value)
  return value
}

function url(name: string, value: string | null): string | null {
  if (value === null) return null
  const parsed = URL.canParse(value) ? new URL(value) : null
  if (!parsed || !['http:', 'https:'].includes(parsed.protocol)) throw new SettingsError(name, value)
  return value.replace(/\/+$/, '')
}

/** Names separated by commas or blanks, as people write them. */
function hostNames(setting: string, value: string | null): string[] {
  return (value?.split(/[\s,]+/) ?? [])
    .filter((written) => written !== '')
    .map((written) => {
      const name = domainToASCII(written.replace(/\.$/, ''))
      if (isIP(written) === 0 && !/^[\w-]+(?:\.[\w-]+)*$/.test(name))
        throw new SettingsError(setting, written)
      return name
    })
}

function tls(cert: string | null, key: string | null): Settings['tls'] {
  if (cert === null && key === null) return null
  if (cert === null) throw new SettingsError('TLS_CERT', '')
  if (key === null) throw new SettingsError('TLS_KEY', '')
  return { cert, key }
}
