// The own password, and where the accounts of the others come from.
import { PasswordForm } from '../parts/PasswordForm.tsx'
import { t } from '../texts/index.ts'
import { m } from './texts/index.ts'

export function Accounts() {
  return (
    <section class="part">
      <h2>{m('accounts')}</h2>
      <div class="columns">
        <div>
          <h3>{t('changePassword')}</h3>
          <PasswordForm />
        </div>
        <div>
          <h3>{m('staffTitle')}</h3>
          <p>{m('staffLead')}</p>
          <p>
            <code>npm run staff -- make-all</code>
          </p>
          <p class="soft">{m('staffFile')}</p>
        </div>
      </div>
    </section>
  )
}
