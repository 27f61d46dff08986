// What belongs to the person: the own password, and where one is signed in.
import { PasswordForm } from '../../parts/PasswordForm.tsx'
import { t } from '../../texts/index.ts'
import { OwnSessions } from './OwnSessions.tsx'
import { a } from './texts/index.ts'

export function OwnAccount() {
  return (
    <section class="part" aria-labelledby="own-title">
      <h2 id="own-title">{a('own')}</h2>
      <div class="columns">
        <div>
          <h3>{t('changePassword')}</h3>
          <PasswordForm />
        </div>
        <div>
          <h3>{a('ownSessions')}</h3>
          <OwnSessions />
        </div>
      </div>
    </section>
  )
}
