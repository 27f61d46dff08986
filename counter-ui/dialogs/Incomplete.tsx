// Finishing with something missing: which papers. The figures tell the agency what visitors lack most.
import { pick } from '../../screens/i18n.ts'
import type { Visit } from '../parts/Current.tsx'
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { OrderForm } from './OrderForm.tsx'

export function Incomplete({ place, current }: { place: Workplace; current: Visit }) {
  const requirements = place.hall.services.value.get(current.service)?.requirements ?? []
  const lacking = new Set(current.missing.map(({ id }) => id))
  return (
    <OrderForm
      place={place}
      title={t('incompleteTitle', { number: current.number })}
      go={t('incompleteGo')}
      order={(fields) => ({
        path: 'finish',
        body: { outcome: 'incomplete', missing: fields.getAll('missing').map(String) },
      })}
    >
      <p>{requirements.length > 0 ? t('incompleteLead') : t('incompleteNothing')}</p>
      <div class="papers">
        {requirements.map(({ id, name }) => (
          <label key={id} class="tick tick-row">
            <input type="checkbox" name="missing" value={id} defaultChecked={lacking.has(id)} />
            <span>{pick(name)}</span>
          </label>
        ))}
      </div>
    </OrderForm>
  )
}
