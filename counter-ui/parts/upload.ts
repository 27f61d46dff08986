// Sends a file as it is, and reports the progress: a film takes a while, and `fetch` can't tell.
import { language } from '../../screens/i18n.ts'

export interface Uploaded {
  ok: boolean
  /** 0: the connection broke off. */
  status: number
  /** The server's sentence; empty if it said nothing. */
  detail: string
  /** The code of the reason, if there is one. */
  why: string | null
  /** The answer; undefined unless it is `ok`. */
  data?: unknown
}

/** Never rejects. `told`: how many per cent have been sent. */
export function upload(path: string, file: Blob, told: (percent: number) => void): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.setRequestHeader('Accept-Language', language.value)
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      told(Math.floor((loaded / Math.max(total, 1)) * 100)),
    )
    request.addEventListener('loadend', () => resolve(answerOf(request.status, request.responseText)))
    request.send(file)
  })
}

function answerOf(status: number, text: string): Uploaded {
  const ok = status >= 200 && status < 300
  try {
    const data = JSON.parse(text) as Partial<Record<string, unknown>>
    const { detail, why } = data
    return {
      ok,
      status,
      detail: typeof detail === 'string' ? detail : '',
      why: typeof why === 'string' ? why : null,
      ...(ok && { data }),
    }
  } catch {
    return { ok: false, status: 0, detail: '', why: null }
  }
}
