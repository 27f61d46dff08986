// A new device: the link that turns a browser into a kiosk or a display, made and shown.
import { useState, useEffect, useRef } from 'preact/hooks'
import { type Problem, newKey } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import type { Hall } from '../../screens/hall.ts'
import { press } from '../../screens/press.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { Choices, Field } from '../parts/Field.tsx'
import { FormEnds } from '../parts/Ends.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { copyText } from './copy.ts'
import { type Device, deviceName, type KnownDevices } from './device.ts'
import type { DeviceLayout } from '../../server/access/devices.ts'
import { pick } from '../../screens/i18n.ts'
import { manageText } from './texts/index.ts'
import { Icon } from '../../screens/icons.tsx'

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

// A screen that shows a code: the manager types it, says where the screen hangs, and watches it become a display.

const LOOK_MS = 2_000

interface EnrolByCodeProps {
  hall: Hall
  known: KnownDevices
  onClose: () => void
}

export function EnrolByCode({ hall, known, onClose }: EnrolByCodeProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const [made, setMade] = useState<{ device: Device; address: string } | null>(null)
  // Pressed again after a lost answer, it is the same press.
  const key = useRef(newKey())

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return
    const fields = new FormData(event.currentTarget)
    const of = (name: string) => String(fields.get(name) ?? '').trim()
    const layout = layoutOfField(of('layout'))
    setBusy(true)
    const outcome = await press<{ device: Device; address: string }>(
      'POST',
      `/api/devices/codes/${encodeURIComponent(of('code'))}/confirm`,
      {
        ...(of('zone') === WHOLE_HALL ? {} : { zone: of('zone') }),
        ...(of('label') === '' ? {} : { label: of('label') }),
        ...(layout ? { layout } : {}),
      },
      { key: key.current },
    )
    setBusy(false)
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) setMade(outcome.data)
    else if (outcome.problem.status === 401) sessionEnded()
  }

  return (
    <Dialog title={manageText('byCode')} onClose={onClose}>
      {made ? (
        <Becomes hall={hall} known={known} {...made} onClose={onClose} />
      ) : (
        <form class="fields" onSubmit={(event) => void submit(event)}>
          <p>{manageText('codeLead')}</p>
          <div class="code-field">
            <Field
              name="code"
              label={manageText('code')}
              hint={manageText('codeHint')}
              plain
              required
              maxLength={20}
            />
          </div>
          <ZoneField hall={hall} />
          <LayoutField hall={hall} />
          <Field
            name="label"
            label={manageText('label')}
            hint={manageText('labelHintDisplay')}
            maxLength={60}
          />
          <ProblemLine problem={problem} />
          <FormEnds busy={busy} onBack={onClose}>
            {manageText('enrol')}
          </FormEnds>
        </form>
      )}
    </Dialog>
  )
}

interface BecomesProps extends EnrolByCodeProps {
  device: Device
  address: string
}

/** Waits until the display has fetched its link, and says what to check if it does not. */
function Becomes({ hall, known, device, address, onClose }: BecomesProps) {
  const listed = known.list?.find(({ id }) => id === device.id)
  const isEnrolled = Boolean(listed && listed.enrolledAt !== null)
  useEffect(() => {
    void known.load()
    if (isEnrolled) return undefined
    const timer = setInterval(() => void known.load(), LOOK_MS)
    return () => clearInterval(timer)
  }, [isEnrolled])
  return (
    <div class="fields">
      <p role="status" class="becomes">
        <Icon name={isEnrolled ? 'check' : 'refresh'} />
        <strong>
          {manageText(isEnrolled ? 'codeDone' : 'codeWaits', { name: deviceName(hall, device), address })}
        </strong>
      </p>
      <p>{manageText(isEnrolled ? 'codeLook' : 'codeSlow')}</p>
      <div class="dialog-ends">
        <Button kind="primary" onPress={onClose}>
          {sharedText('close')}
        </Button>
      </div>
    </div>
  )
}

// Where a device is, and what a new display shows: chosen as one of `kind:id`, by default its zone's board.

/** The layout that was chosen, null for the zone's board. */
export function layoutOfField(chosen: string): DeviceLayout | null {
  const [kind, id] = chosen.split(':')
  if (kind === 'zones' || kind === 'corridor') return { kind, of: [] }
  return (kind === 'agency' || kind === 'counter') && id ? { kind, of: [id] } : null
}

function LayoutField({ hall }: { hall: Hall }) {
  return (
    <div class="field">
      <label for="device-layout">{manageText('layout.shows')}</label>
      <select id="device-layout" name="layout">
        <option value="">{manageText('layout.board')}</option>
        <option value="zones">{manageText('layout.hall')}</option>
        <option value="corridor">{manageText('layout.corridor')}</option>
        <optgroup label={manageText('layout.agency')}>
          {[...hall.agencies.value.values()].map(({ id, name }) => (
            <option key={id} value={`agency:${id}`}>
              {pick(name)}
            </option>
          ))}
        </optgroup>
        <optgroup label={manageText('layout.counter')}>
          {[...hall.counters.value.values()].map(({ id, name }) => (
            <option key={id} value={`counter:${id}`}>
              {pick(name)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  )
}

// Where a device is, as a field of a form.

/** What is initially selected. */
const WHOLE_HALL = ''

function ZoneField({ hall }: { hall: Hall }) {
  return (
    <div class="field">
      <label for="device-zone">{manageText('zone')}</label>
      <select id="device-zone" name="zone">
        <option value={WHOLE_HALL}>{manageText('wholeHall')}</option>
        {[...hall.zones.value.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {pick(name)}
          </option>
        ))}
      </select>
    </div>
  )
}
