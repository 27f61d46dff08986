// Choosing a file and sending it: its progress, and in words why it was not accepted.
import { useState } from 'preact/hooks'
import { language } from '../../../screens/i18n.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { manageText } from '../texts/index.ts'

export function UploadField({ onDone }: { onDone: () => void }) {
  const [state, setState] = useState('')
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function send(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])]
    input.value = ''
    if (busy || files.length === 0) return
    setBusy(true)
    const faults: string[] = []
    for (const file of files) {
      const { name } = file
      setState(manageText('media.uploading', { name, percent: '0' }))
      const outcome = await upload(file, (percent) =>
        setState(manageText('media.uploading', { name, percent: String(percent) })),
      )
      if (outcome.status === 401) sessionEnded()
      setState(outcome.ok ? manageText('media.added', { name }) : '')
      if (!outcome.ok) faults.push(`${name}: ${outcome.detail || manageText('media.broken')}`)
    }
    setFault(faults.join(' '))
    setBusy(false)
    onDone()
  }

  return (
    <div class="field">
      <label for="media-upload">{manageText('media.add')}</label>
      <input
        id="media-upload"
        type="file"
        multiple
        disabled={busy}
        accept="image/png,image/jpeg,image/webp,image/gif,video/mp4,video/webm"
        aria-describedby="media-upload-hint"
        onChange={(event) => void send(event.currentTarget)}
      />
      <p class="soft" id="media-upload-hint">
        {manageText('media.formats')}
      </p>
      <p class="done" role="status">
        {state}
      </p>
      <ProblemLine problem={null} text={fault || undefined} />
    </div>
  )
}

// Sends a file as it is, and reports the progress: a film takes a while, and `fetch` can't tell.
interface Uploaded {
  ok: boolean
  /** 0: it broke off. */
  status: number
  /** The server's sentence, or why a file is not shown. */
  detail: string
  why: string | null
}

function upload(file: File, told: (percent: number) => void): Promise<Uploaded> {
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
