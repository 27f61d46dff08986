// The two ways to begin with a visitor who is not next: calling a particular number, and serving somebody who has
// none.
import { useState } from 'preact/hooks'
import type { ReceptionVisit } from '../../../server/live/reception.ts'
import { fetchJson } from '../../../screens/command.ts'
import { panelText } from '../texts/index.ts'
import { Field } from '../../parts/Field.tsx'
import type { Workplace } from '../workplace.ts'
import { textIn, OrderForm, Reason, reasonIn } from './OrderForm.tsx'
import { ServicePick, useKiosk, whyClosed, whyHallClosed } from '../../pick/ServicePick.tsx'

export function Call({ place }: { place: Workplace }) {
  const [fault, setFault] = useState<string | undefined>(undefined)

  /** The visit of a number: from the list, otherwise from the server. */
  async function visitOf(number: string): Promise<string | null> {
    const view = place.desk.view.value
    const row = view && view.next.find((one) => one.number === number)
    if (row) return row.visit
    const path = `/api/reception/visits?number=${encodeURIComponent(number)}`
    const found = await fetchJson<{ visit: ReceptionVisit }>(path)
    if (found.ok) return found.data.visit.id
    const { code, detail, title } = found.problem
    setFault(code === 'unknown-visit' ? panelText('callUnknown') : detail || title)
    return null
  }

  return (
    <OrderForm
      place={place}
      title={panelText('callTitle')}
      go={panelText('callGo')}
      fault={fault}
      order={async (fields) => {
        setFault(undefined)
        const { number } = textIn(fields, 'number')
        const visit = number === undefined ? null : await visitOf(number)
        const reason = reasonIn(fields)
        return (
          visit !== null && { path: 'call', body: { visit, ...(reason === undefined ? {} : { reason }) } }
        )
      }}
    >
      <Field
        name="number"
        label={panelText('callLabel')}
        hint={panelText('callHint')}
        value={place.calling.value}
        maxLength={20}
        required
        plain
      />
      <Reason place={place} kind="call" />
    </OrderForm>
  )
}

// Serving a visitor at the desk who has no number: one is taken and served at once, without a call.

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
