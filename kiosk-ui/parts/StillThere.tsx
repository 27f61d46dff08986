// Asks whether somebody is still there, and ends the visit of one who left.
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { STILL_THERE, useIdle } from '../idle.ts'
import { endVisit, useKiosk } from '../kiosk.ts'
import { patient } from '../spoken/state.ts'
import { t } from '../texts/index.ts'

export function StillThere() {
  const kiosk = useKiosk()
  const left = useIdle(patient(STILL_THERE), () => endVisit(kiosk), '')
  if (left === null) return null
  return (
    <Dialog title={t('stillThere')}>
      <p class="lead figures" role="timer">
        {t('stillThereHint', { seconds: left })}
      </p>
      <div class="dialog-actions">
        {/* Any touch goes on; the button is for who needs to see one. */}
        <Button kind="primary" size="huge" onPress={() => {}}>
          {t('stay')}
        </Button>
      </div>
    </Dialog>
  )
}
