// Finishing with something missing.
import type { Visit } from '../parts/Current.tsx'
import { panelText } from '../panel/texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Lacking, lackingIn } from './Lacking.tsx'
import { OrderForm } from './OrderForm.tsx'

export function Incomplete({ place, current }: { place: Workplace; current: Visit }) {
  return (
    <OrderForm
      place={place}
      title={panelText('incompleteTitle', { number: current.number })}
      go={panelText('incompleteGo')}
      order={(fields) => ({ path: 'finish', body: { outcome: 'incomplete', ...lackingIn(fields) } })}
    >
      <Lacking place={place} current={current} lead={panelText('incompleteLead')} />
    </OrderForm>
  )
}
