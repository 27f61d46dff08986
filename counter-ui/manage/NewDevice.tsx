// Making the link that turns a browser into a kiosk or a display, and showing it.
import { useState, useEffect, useRef } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import type { Hall } from '../../screens/hall.ts'
import { press } from '../../screens/press.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { Choices } from '../parts/Choices.tsx'
import { Field } from '../parts/Field.tsx'
import { FormEnds } from '../parts/Ends.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { copyText } from './copy.ts'
import type { Device } from './device.ts'
import { LayoutField, layoutOfField, WHOLE_HALL, ZoneField } from './DevicePlace.tsx'
import { manageText } from './texts/index.ts'

const KINDS = ['kiosk', 'display', 'survey'] as const

export function NewDevice({ hall, onClose }: { hall: Hall; onClose: () => void }) {
  const [kind, setKind] = useState<Device['kind']>('kiosk')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ device: Device; url: string } | null>(null)

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return
    const fields = new FormData(event.currentTarget)
    const zone = String(fields.get('zone') ?? WHOLE_HALL)
    const label = String(fields.get('label') ?? '').trim()
    const layout = layoutOfField(String(fields.get('layout') ?? ''))
    setBusy(true)
    const outcome = await press<{ device: Device; url: string }>('POST', '/api/devices', {
      kind,
      ...(zone === WHOLE_HALL ? {} : { zone }),
      ...(label === '' ? {} : { label }),
      ...(layout ? { layout } : {}),
    })
    setBusy(false)
    if (outcome.ok) setMade(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }

  return (
    <Dialog title={manageText('newDevice')} onClose={onClose}>
      {made ? (
        <DeviceLink url={made.url} onClose={onClose} />
      ) : (
        <form class="fields" onSubmit={(event) => void submit(event)}>
          <Choices
            legend={manageText('kind')}
            name="kind"
            options={[
              { value: 'kiosk', words: manageText('device.kiosk') },
              { value: 'display', words: manageText('device.display') },
              { value: 'survey', words: manageText('device.survey') },
            ]}
            value={kind}
            onChange={(value) => setKind(KINDS.find((one) => one === value) ?? 'kiosk')}
          />
          <ZoneField hall={hall} />
          {kind === 'display' && <LayoutField hall={hall} />}
          <Field name="label" label={manageText('label')} hint={manageText('labelHint')} maxLength={60} />
          <ProblemLine problem={problem} />
          <FormEnds busy={busy} onBack={onClose}>
            {manageText('makeLink')}
          </FormEnds>
        </form>
      )}
    </Dialog>
  )
}

/** An enrolment link, to be copied, or typed into a browser across the room. */
function DeviceLink({ url, onClose }: { url: string; onClose: () => void }) {
  const field = useRef<HTMLTextAreaElement>(null)
  const [copied, setCopied] = useState(false)
  useEffect(() => field.current?.focus(), [])

  async function copy(): Promise<void> {
    field.current?.select()
    setCopied(await copyText(url))
  }

  return (
    <div class="fields">
      <p>{manageText('linkLead')}</p>
      <textarea
        class="link"
        ref={field}
        readOnly
        rows={3}
        spellcheck={false}
        aria-label={manageText('link')}
        value={url}
        onFocus={(event) => event.currentTarget.select()}
      />
      <p class="soft" role="status">
        {copied ? manageText('copied') : manageText('linkOnce')}
      </p>
      <div class="dialog-ends">
        <Button kind="primary" onPress={copy}>
          {manageText('copy')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {sharedText('close')}
        </Button>
      </div>
    </div>
  )
}
