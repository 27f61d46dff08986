// Calling a particular number, with a reason: one from the list, or any number of today, typed.
import { useState } from 'preact/hooks'
import type { ReceptionVisit } from '../../../server/live/reception.ts'
import { fetchJson } from '../../../screens/command.ts'
import { panelText } from '../texts/index.ts'
import { Field } from '../../parts/Field.tsx'
import type { Workplace } from '../workplace.ts'
import { textIn, OrderForm } from './OrderForm.tsx'
import { Reason, reasonIn } from './Reason.tsx'

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
