// How a dialog ends: the button that does what it asks about, and the way back that changes nothing.
import type { ComponentChildren } from 'preact'
import { Button } from '../../screens/components/Button.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { Submit } from './Submit.tsx'

interface FormEndsProps {
  busy: boolean
  disabled?: boolean
  onBack: () => void
  /** The label of the button that sends. */
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

interface AskEndsProps {
  danger?: boolean
  disabled?: boolean
  /** A returned promise makes the button busy. */
  onGo: () => Promise<void>
  onBack: () => void
  /** The words on the button that does nothing; *cancel* if left out. */
  back?: string | undefined
  /** The words on the button that does it. */
  children: ComponentChildren
}

/** The same if there is no form, only a question. */
export function AskEnds({ danger = false, disabled = false, onGo, onBack, back, children }: AskEndsProps) {
  return (
    <div class="dialog-ends">
      <Button kind={danger ? 'danger' : 'primary'} disabled={disabled} onPress={onGo}>
        {children}
      </Button>
      <Button kind="quiet" onPress={onBack}>
        {back ?? sharedText('cancel')}
      </Button>
    </div>
  )
}
