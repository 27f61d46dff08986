// Why the server can't start, as one plain sentence in both languages that says what to do.
import { resolve } from 'node:path'
import { asDataDirError, DataDirError, StorageError, storageFault } from './store/errors.ts'
import { SettingsError, type Settings } from './settings.ts'
import { isStartText, startText } from './texts/start.ts'
import { TlsError } from './tls.ts'

/** The sentences for an error during the start. `settings` are null if they could not be read. */
export function startFault(error: unknown, settings: Settings | null): [string, string] {
  if (error instanceof SettingsError) {
    if (error.setting === 'HOST_NAMES') return startText('hostNames', { value: error.value })
    return startText('setting', { setting: error.setting, value: error.value })
  }
  if (error instanceof TlsError) return tlsFault(error)
  const ofData = dataFault(error, settings)
  if (ofData && isStartText(ofData.code)) {
    const { cause } = ofData
    return startText(ofData.code, { path: ofData.path, why: cause instanceof Error ? cause.message : '–' })
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const { port = 0, host = '' } = settings ?? {}
  if (code === 'EADDRINUSE') return startText('portTaken', { port })
  if (code === 'EACCES') return startText('portForbidden', { port })
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return startText('hostUnknown', { host })
  return startText('unknown', { message: error instanceof Error ? error.message : String(error) })
}

/** Whether a later start may succeed with nothing changed: a disk that is full or fails. */
export function mayHeal(error: unknown, settings: Settings | null): boolean {
  const code = dataFault(error, settings)?.code
  return code === 'full' || code === 'failing'
}

/** A certificate or key that is missing, unreadable, or unusable. */
function tlsFault({ file, cause, message }: TlsError): [string, string] {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (['ENOENT', 'ENOTDIR', 'ELOOP'].includes(code)) return startText('tlsMissing', { file })
  if (['EACCES', 'EPERM'].includes(code)) return startText('tlsForbidden', { file })
  return startText('tlsUnusable', { why: message })
}

/** What is wrong with the data folder, also if it shows only when the journal is read. */
function dataFault(error: unknown, settings: Settings | null): DataDirError | null {
  if (error instanceof DataDirError) return error
  const isStorage = error instanceof StorageError || storageFault(error) !== undefined
  const known = isStorage ? asDataDirError(error, resolve(settings?.dataDir ?? '')) : error
  return known instanceof DataDirError ? known : null
}
