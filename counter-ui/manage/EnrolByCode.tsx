// A screen that shows a code: the manager types it, says where the screen hangs, and watches it become a display.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { press } from '../../screens/press.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import type { Hall } from '../../screens/hall.ts'
import { Icon } from '../../screens/icons.tsx'
import { newKey } from '../../screens/key.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { Field } from '../parts/Field.tsx'
import { FormEnds } from '../parts/Ends.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { type Device, deviceName } from './device.ts'
import { LayoutField, layoutOfField, WHOLE_HALL, ZoneField } from './DevicePlace.tsx'
import { manageText } from './texts/index.ts'
import type { KnownDevices } from './use-devices.ts'

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
