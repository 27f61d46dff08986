// Changing the own password, as a dialog.
import { Dialog } from '../../screens/components/Dialog.tsx'
import { PasswordForm } from '../parts/PasswordForm.tsx'
import { staffText } from '../texts/index.ts'

export function Password({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={staffText('changePassword')} onClose={onClose}>
      <PasswordForm onClose={onClose} />
    </Dialog>
  )
}
