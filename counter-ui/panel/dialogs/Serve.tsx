// Serving a visitor at the desk who has no number: one is taken and served at once, without a call.
import { useState } from 'preact/hooks'
import { panelText } from '../texts/index.ts'
import { ServicePick, useKiosk } from '../../pick/ServicePick.tsx'
import { whyClosed, whyHallClosed } from '../../pick/choosable.ts'
import type { Workplace } from '../workplace.ts'
import { OrderForm } from './OrderForm.tsx'

export function Serve({ place }: { place: Workplace }) {
  const { hall, desk } = place
  const counter = hall.counters.value.get(desk.id)
  const own = counter ? counter.services : []
  const [chosen, choose] = useState<readonly string[]>(own.length === 1 ? own : [])
  const kiosk = useKiosk()
  const all = [...hall.services.value.values()]
  const isOwn = ({ id }: { id: string }) => own.includes(id)
  const hasOwn = chosen.some((id) => own.includes(id))
  const closed = whyHallClosed(kiosk.view.value)
  return (
    <OrderForm
      place={place}
      title={panelText('action.serve')}
      go={panelText('serveGo')}
      disabled={!hasOwn || closed !== null}
      order={(fields) => ({
        path: 'serve',
        body: { services: chosen, ...(fields.get('priority') !== null && { priority: true }) },
      })}
    >
      <p>{panelText('serveLead')}</p>
      {closed !== null && <p role="status">{closed}</p>}
      <ServicePick
        hall={hall}
        kiosk={kiosk}
        services={[...all.filter(isOwn), ...all.filter((one) => !isOwn(one))]}
        chosen={chosen}
        onChange={choose}
        whyNot={whyClosed}
      />
      {chosen.length > 0 && !hasOwn && <p>{panelText('serveOwn')}</p>}
      {hall.answer.value?.priority && (
        <label class="tick tick-row">
          <input type="checkbox" name="priority" />
          <span>{panelText('servePriority')}</span>
        </label>
      )}
    </OrderForm>
  )
}
