// How the form of a dialog ends: the button that sends it, and the way back that changes nothing.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { Submit } from './Submit.tsx'

interface FormEndsProps {
  busy: boolean
  disabled?: boolean
  onBack: () => void
  /** The words on the button that sends. */
  children: ComponentChildren
}

export function FormEnds({ busy, disabled = false, onBack, children }: FormEndsProps) {
  return (
    <div class="dialog-ends">
      <Submit busy={busy} disabled={disabled}>
        {children}
      </Submit>
      <Button kind="quiet" onPress={onBack}>
        {sharedText('cancel')}
      </Button>
    </div>
  )
}
