// A one-time password, shown once and large, to be copied, printed or written down. Only a button closes it.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { formatDay } from '../../../screens/format.ts'
import { copyText } from '../copy.ts'
import type { OneTime } from './account.ts'
import { manageText } from '../texts/index.ts'
import { sharedText } from '../../../screens/texts/shared.ts'

interface PasswordProps {
  made: OneTime
  /** Anything else to know. */
  children?: ComponentChildren
  onClose: () => void
}

export function OneTimePassword({ made: { staff, password, until }, children, onClose }: PasswordProps) {
  const [copied, setCopied] = useState<boolean | null>(null)
  const { name, username } = staff
  return (
    <Dialog title={manageText('accounts.passwordFor', { name })}>
      <div class="fields">
        <p>{manageText('accounts.passwordLead', { name })}</p>
        <div class="one-time">
          <p class="one-time-title">{manageText('accounts.passwordFor', { name })}</p>
          <p>{manageText('accounts.passwordOpen', { url: `${location.origin}/counter/` })}</p>
          <dl>
            <dt>{manageText('accounts.username')}</dt>
            <dd>{username}</dd>
            <dt>{manageText('accounts.password')}</dt>
            <dd class="one-time-password">{password}</dd>
          </dl>
          <p class="soft">{manageText('accounts.passwordUntil', { name, day: formatDay(until) })}</p>
        </div>
        {children}
        <p class="soft" role="status">
          {copied !== null && manageText(copied ? 'accounts.copied' : 'accounts.copyNot')}
        </p>
        <div class="dialog-ends">
          <Button kind="primary" onPress={onClose}>
            {manageText('accounts.handedOver')}
          </Button>
          <Button onPress={async () => setCopied(await copyText(password))}>
            {manageText('accounts.copy')}
          </Button>
          <Button icon="printer" onPress={() => print()}>
            {manageText('accounts.print')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

// The result of something that was done to accounts, until the manager has read it.

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
