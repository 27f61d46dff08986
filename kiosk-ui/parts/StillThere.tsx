// Asks whether somebody is still there, and ends what they began if nobody says so.
import { BareButton } from '../../screens/components/BareButton.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { type IdleTimes, STILL_THERE, useIdle } from '../idle-times.ts'
import { patient } from '../spoken/state.ts'

interface StillThereProps {
  times?: IdleTimes
  title: string
  hint: (seconds: number) => string
  stay: string
  onEnd: () => void
}

export function StillThere({ times = STILL_THERE, title, hint, stay, onEnd }: StillThereProps) {
  const left = useIdle(patient(times), onEnd, '')
  if (left === null) return null
  return (
    <Dialog title={title}>
      <p class="lead figures" role="timer">
        {hint(left)}
      </p>
      <div class="dialog-actions">
        {/* Any touch continues; the button is for people who need to see one. */}
        <BareButton kind="primary" size="huge" onPress={() => {}}>
          {stay}
        </BareButton>
      </div>
    </Dialog>
  )
}
