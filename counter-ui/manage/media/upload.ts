// Sends a file as it is, and tells how far it is: a film takes a while, and `fetch` can't say.
import { language } from '../../../screens/i18n.ts'

export interface Uploaded {
  ok: boolean
  /** 0: it broke off. */
  status: number
  /** The server's sentence, or why a file is not shown. */
  detail: string
  why: string | null
}

export function upload(file: File, told: (percent: number) => void): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/media?name=${encodeURIComponent(file.name)}`)
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
  const ok = status === 200
  try {
    const { detail, why } = JSON.parse(text) as Partial<Record<string, unknown>>
    return {
      ok,
      status,
      detail: typeof detail === 'string' ? detail : '',
      why: typeof why === 'string' ? why : null,
    }
  } catch {
    return { ok: false, status: 0, detail: '', why: null }
  }
}
