// Sending the visitor on to other services of any agency, with or without coming back, with a note.
import { useState } from 'preact/hooks'
import { serviceStatusText } from '../../screens/service-texts/index.ts'
import { whyNotReferable } from '../desk/referable.ts'
import type { Visit } from '../parts/Current.tsx'
import { Field } from '../parts/Field.tsx'
import { ServicePick } from '../pick/ServicePick.tsx'
import { useKiosk } from '../pick/use-kiosk.ts'
import { panelText } from '../panel/texts/index.ts'
import { staffText } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Needs } from './Needs.tsx'
import { OrderForm } from './OrderForm.tsx'

export function Refer({ place, current }: { place: Workplace; current: Visit }) {
  const [chosen, choose] = useState<readonly string[]>([])
  const kiosk = useKiosk()
  const { desk, hall } = place
  const [service, ...also] = chosen
  return (
    <OrderForm
      place={place}
      title={panelText('referTitle', { number: current.number })}
      go={panelText('referGo')}
      disabled={service === undefined}
      order={(fields) => {
        if (service === undefined) return null
        const note = String(fields.get('note') ?? '').trim()
        const comeBack = fields.get('comeBack') !== null
        return {
          path: 'refer',
          body: { service, comeBack, ...(note === '' ? {} : { note }), ...(also.length > 0 && { also }) },
        }
      }}
    >
      <ServicePick
        hall={hall}
        kiosk={kiosk}
        chosen={chosen}
        onChange={choose}
        whyNot={(one) => {
          const why = whyNotReferable(one, current)
          return why && (why === 'already' ? panelText('referAlready') : serviceStatusText(one.status))
        }}
      />
      <Needs hall={hall} services={chosen} />
      <label class="tick tick-row">
        <input type="checkbox" name="comeBack" />
        <span>
          {panelText('referComeBack')}
          <span class="soft tick-more">{panelText('referComeBackHelp')}</span>
        </span>
      </label>
      <Field name="note" label={`${panelText('referNote')} (${staffText('optional')})`} maxLength={500} />
      <p class="soft">{slipWords(desk.view.value?.printer ?? null)}</p>
    </OrderForm>
  )
}

/** Whether the slip that says where to go comes out here, as far as is known. */
function slipWords(printer: string | null): string {
  if (printer === null) return panelText('referNoSlip')
  const comes = printer === 'ready' || printer === 'near-end' || printer === 'unknown'
  return panelText(comes ? 'referSlip' : 'referSlipFails')
}
