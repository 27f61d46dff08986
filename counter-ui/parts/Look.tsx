// The personal menu of a page: appearance, language, signing out; and whatever the page adds.
import type { ComponentChildren } from 'preact'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { Appearance } from './Appearance.tsx'
import { signOut, type Staff } from '../session.ts'
import { staffText } from '../texts/index.ts'
import './dialogs.css'

interface LookProps {
  me: Staff
  onClose: () => void
  /** Why signing out did not work; null: it did. */
  onProblem: (problem: Problem | null) => void
  children?: ComponentChildren
}

export function Look({ me, onClose, onProblem, children }: LookProps) {
  const leave = async () => {
    onClose()
    onProblem(await signOut())
  }
  return (
    <Dialog title={me.name} onClose={onClose}>
      <div class="menu">
        <Button onPress={leave}>{staffText('signOut')}</Button>
        {children}
        <a class="button button-plain button-medium" href="/findings/#note" target="_blank">
          {staffText('noteFinding')}
        </a>
        <a class="button button-plain button-medium" href="/manage/account/" target="_blank">
          {staffText('ownAccount')}
        </a>
        <Appearance />
        <Button kind="quiet" onPress={onClose}>
          {sharedText('back')}
        </Button>
      </div>
    </Dialog>
  )
}
