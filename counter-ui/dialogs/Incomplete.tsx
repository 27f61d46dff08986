// Finishing with something missing.
import type { Visit } from '../parts/Current.tsx'
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Lacking, lackingIn } from './Lacking.tsx'
import { OrderForm } from './OrderForm.tsx'

export function Incomplete({ place, current }: { place: Workplace; current: Visit }) {
  return (
    <OrderForm
      place={place}
      title={t('incompleteTitle', { number: current.number })}
      go={t('incompleteGo')}
      order={(fields) => ({ path: 'finish', body: { outcome: 'incomplete', ...lackingIn(fields) } })}
    >
      <Lacking place={place} current={current} lead={t('incompleteLead')} />
    </OrderForm>
  )
}
