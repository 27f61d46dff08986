// Pausing the counter. The board shows the reason, so that those who wait know.
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { OrderForm } from './OrderForm.tsx'
import { Reason, reasonIn } from './Reason.tsx'

export function Pause({ place }: { place: Workplace }) {
  return (
    <OrderForm
      place={place}
      title={t('pauseTitle')}
      go={t('pauseGo')}
      order={(fields) => {
        const reason = reasonIn(fields)
        return { path: 'pause', body: reason === undefined ? {} : { reason } }
      }}
    >
      <Reason place={place} kind="pause" />
    </OrderForm>
  )
}
