// The result of something that was done to accounts, until the manager has read it.
import type { ComponentChildren } from 'preact'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { sharedText } from '../../../screens/texts/shared.ts'
import { manageText } from '../texts/index.ts'

export function DoneDialog({ children, onClose }: { children: ComponentChildren; onClose: () => void }) {
  return (
    <Dialog title={manageText('accounts.done')} onClose={onClose}>
      <div class="fields">
        {children}
        <Button kind="primary" onPress={onClose}>
          {sharedText('close')}
        </Button>
      </div>
    </Dialog>
  )
}
