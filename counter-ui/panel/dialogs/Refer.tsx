// Sending the visitor on to other services of any agency, with or without coming back, with a note.
import { useState } from 'preact/hooks'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { serviceStatusText } from '../../../screens/texts/services.ts'
import { panelText } from '../texts/index.ts'
import { Field } from '../../parts/Field.tsx'
import { whyNotReferable, ServicePick, useKiosk } from '../../pick/ServicePick.tsx'
import { staffText } from '../../texts.ts'
import type { Visit, Workplace } from '../workplace.ts'
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

/** What the visitor needs at the chosen services, so that the officer can say it before they walk there. */
function Needs({ hall, services }: { hall: Hall; services: readonly string[] }) {
  const asked = services.flatMap((id) => hall.services.value.get(id) ?? [])
  if (asked.length === 0) return null
  return (
    <section class="to-bring">
      <h3>{panelText('needsTitle')}</h3>
      <ul>
        {asked.map(({ id, name, requirements }) => (
          <li key={id}>
            {asked.length > 1 && <strong>{pick(name)}: </strong>}
            {requirements.length === 0
              ? panelText('needsNothing')
              : requirements.map((one) => pick(one.name)).join('; ')}
          </li>
        ))}
      </ul>
    </section>
  )
}
