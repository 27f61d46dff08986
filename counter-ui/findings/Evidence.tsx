// The evidence of a finding: photos to look at, other files to save, and adding and removing them.
import { useState, useRef } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Confirm } from '../parts/Ends.tsx'
import { isKey } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import type { FindingsDesk, Finding } from './desk.ts'
import { findingsText, id as texts } from './texts.ts'

interface Props {
  desk: FindingsDesk
  finding: Finding
  mayRemove: boolean
}

const pictures: readonly string[] = ['jpeg', 'png', 'webp']

export function EvidenceList({ desk, finding, mayRemove }: Props) {
  const [asked, ask] = useState<Finding['evidence'][number] | null>(null)
  const address = (id: string) => `/api/findings/${finding.id}/evidence/${id}`
  return (
    <>
      {finding.evidence.length === 0 && <p class="soft">{findingsText('noEvidence')}</p>}
      <ul class="findings-evidence">
        {finding.evidence.map((one) => (
          <li key={one.id}>
            {one.lost ? (
              <span>
                {one.name}: {findingsText('lost')}
              </span>
            ) : (
              <a
                href={address(one.id)}
                {...(pictures.includes(one.kind) ? { target: '_blank' } : { download: one.name })}
              >
                {pictures.includes(one.kind) && <img src={address(one.id)} alt="" loading="lazy" />}
                <span>{one.name}</span>
              </a>
            )}
            {mayRemove && (
              <Button
                kind="quiet"
                icon="close"
                label={findingsText('removeFile', { name: one.name })}
                onPress={() => ask(one)}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="findings-acts">
        <AddFile desk={desk} id={finding.id} />
      </div>
      {asked && (
        <Confirm
          title={findingsText('removeAsk')}
          text={findingsText('removeMeans', { name: asked.name })}
          go={findingsText('remove')}
          danger
          method="DELETE"
          path={address(asked.id)}
          onClose={(done) => {
            ask(null)
            if (done) void desk.openOne(finding.id)
          }}
        />
      )}
    </>
  )
}

// Adding evidence: a photo from the camera of the phone or tablet, or a file. Shows progress, and why one is not
// accepted.

const ACCEPTED = 'image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp'

interface AddProps {
  desk: FindingsDesk
  id: string
  /** The camera first. */
  isPhoto?: boolean
}

export function AddFile({ desk, id, isPhoto = false }: AddProps) {
  const [state, setState] = useState('')
  const [fault, setFault] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const field = useRef('')
  if (!field.current) field.current = `file-${id}`

  async function send(input: HTMLInputElement): Promise<void> {
    const files = [...(input.files ?? [])]
    input.value = ''
    if (busy || files.length === 0) return
    setBusy(true)
    setFault(undefined)
    const faults: string[] = []
    for (const file of files) {
      const { name } = file
      const told = (percent: number) => setState(findingsText('sending', { name, percent }))
      told(0)
      const outcome = await desk.attach(id, name, await smaller(file), told)
      setState(outcome.ok ? findingsText('sent', { name }) : '')
      if (!outcome.ok) faults.push(`${name}: ${wordsOf(outcome)}`)
    }
    setFault(faults.join(' ') || undefined)
    setBusy(false)
  }

  return (
    <div class="findings-file">
      <input
        id={field.current}
        class="findings-choose"
        type="file"
        multiple
        disabled={busy}
        {...(isPhoto ? { accept: 'image/*', capture: 'environment' as const } : { accept: ACCEPTED })}
        aria-describedby={`${field.current}-hint`}
        onChange={({ currentTarget }) => void send(currentTarget)}
      />
      <label class="button button-plain button-large" for={field.current}>
        <Icon name="plus" />
        <span>{findingsText(isPhoto ? 'takePhoto' : 'addFile')}</span>
      </label>
      <p class="soft" id={`${field.current}-hint`}>
        {findingsText('fileHint')}
      </p>
      <p class="done" role="status">
        {state}
      </p>
      <ProblemLine problem={null} text={fault} />
    </div>
  )
}

function wordsOf({ why, detail }: { why: string | null; detail: string }): string {
  const key = `why.${why ?? ''}` as const
  return isKey(texts, key) ? findingsText(key) : detail || findingsText('broken')
}

/** Pixels of the longer side: enough to see a crack in a wall. */
const LONGEST = 2000
const QUALITY = 0.82

/**
 * The photo, made smaller; the file itself if the browser can't do that, it is not a photo, or nothing would be
 * gained.
 */
async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || typeof createImageBitmap !== 'function') return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(picture.width * scale))
    canvas.height = Math.max(1, Math.round(picture.height * scale))
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const drawn = await new Promise<Blob | null>((done) => {
      canvas.toBlob(done, 'image/jpeg', QUALITY)
    })
    return drawn && drawn.size < file.size ? drawn : file
  } catch {
    // This browser can't draw the picture: let the server judge it.
    return file
  }
}
