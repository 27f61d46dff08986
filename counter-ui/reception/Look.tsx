// What belongs to the person at the desk: the look of the page, its language, signing out.
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/index.ts'
import { Appearance } from '../dialogs/Appearance.tsx'
import type { Staff } from '../session.ts'
import { t } from '../texts/index.ts'
import '../dialogs/dialogs.css'

interface LookProps {
  me: Staff
  onClose: () => void
  onSignOut: () => Promise<void>
}

export function Look({ me, onClose, onSignOut }: LookProps) {
  return (
    <Dialog title={me.name} onClose={onClose}>
      <div class="menu">
        <Button onPress={onSignOut}>{t('signOut')}</Button>
        <Appearance />
        <Button kind="quiet" onPress={onClose}>
          {sharedText('back')}
        </Button>
      </div>
    </Dialog>
  )
}
