// Choosing a file and sending it: its progress, and in words why it was not accepted.
import { useState } from 'preact/hooks'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { upload } from '../../parts/upload.ts'
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
      const outcome = await upload(`/api/media?name=${encodeURIComponent(name)}`, file, (percent) =>
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
