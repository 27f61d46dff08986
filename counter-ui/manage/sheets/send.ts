// Sends a file as it is: read once when chosen, so that what is taken is what was checked.
import type { Problem } from '../../../screens/command.ts'
import { formatNumber } from '../../../screens/format.ts'
import { language } from '../../../screens/i18n.ts'
import { standingText } from '../../../screens/texts/standing.ts'
import { sheetText } from './texts.ts'

/** The server's name for it. */
const MOST_MB = 8
/** Reading a large file takes the server a while. */
export const LIMIT_MS = 40_000

export interface Chosen {
  readonly name: string
  readonly bytes: ArrayBuffer
}

/** The file that somebody chose, or in words why not; null: none. */
export async function chosenFile(input: HTMLInputElement): Promise<Chosen | string | null> {
  const [file] = [...(input.files ?? [])]
  // The same file can be chosen again after it was corrected.
  input.value = ''
  if (!file) return null
  const { name, size } = file
  if (size > MOST_MB * 1024 * 1024)
    return sheetText('tooLarge', {
      name,
      size: formatNumber(Math.ceil(size / 1024 / 1024)),
      most: String(MOST_MB),
    })
  try {
    return { name, bytes: await file.arrayBuffer() }
  } catch {
    return sheetText('gone')
  }
}

export type Sent<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly problem: Problem; readonly body: unknown }

/** Never rejects. Nothing is resent automatically: the person chooses the file again. */
export async function sendFile<T>(path: string, { bytes }: Chosen, limitMs = LIMIT_MS): Promise<Sent<T>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), limitMs)
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        Accept: 'application/json',
        'Accept-Language': language.value,
      },
      body: bytes,
      credentials: 'same-origin',
      signal: stop.signal,
    })
    const body = (await response.json()) as unknown
    return response.ok ? { ok: true, data: body as T } : { ok: false, problem: body as Problem, body }
  } catch {
    const problem = {
      status: 0,
      code: 'offline',
      title: standingText('offlineTitle'),
      detail: standingText('offlineDetail'),
    }
    return { ok: false, problem, body: null }
  } finally {
    clearTimeout(timer)
  }
}
