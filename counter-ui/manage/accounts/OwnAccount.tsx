// What belongs to the person: the own password, and where one is signed in.
import { PasswordForm } from '../../parts/PasswordForm.tsx'
import { manageText } from '../texts/index.ts'
import { staffText } from '../../texts/index.ts'
import { OwnSessions } from './OwnSessions.tsx'

export function OwnAccount() {
  return (
    <section class="part" aria-labelledby="own-title">
      <h2 id="own-title">{manageText('accounts.own')}</h2>
      <div class="columns">
        <div>
          <h3>{staffText('changePassword')}</h3>
          <PasswordForm />
        </div>
        <div>
          <h3>{manageText('accounts.ownSessions')}</h3>
          <OwnSessions />
        </div>
      </div>
    </section>
  )
}
