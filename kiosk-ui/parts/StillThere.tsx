// Asks whether somebody is still there, and ends the visit of one who left.
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { STILL_THERE, useIdle } from '../idle.ts'
import { endVisit, useKiosk } from '../kiosk.ts'
import { patient } from '../spoken/state.ts'
import { kioskText } from '../texts/index.ts'

export function StillThere() {
  const kiosk = useKiosk()
  const left = useIdle(patient(STILL_THERE), () => endVisit(kiosk), '')
  if (left === null) return null
  return (
    <Dialog title={kioskText('stillThere')}>
      <p class="lead figures" role="timer">
        {kioskText('stillThereHint', { seconds: left })}
      </p>
      <div class="dialog-actions">
        {/* Any touch goes on; the button is for who needs to see one. */}
        <Button kind="primary" size="huge" onPress={() => {}}>
          {kioskText('stay')}
        </Button>
      </div>
    </Dialog>
  )
}
