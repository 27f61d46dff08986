// Finishing with something missing: which papers, what the visitor was told, whether they fetch it and are back today.
// The figures tell the agency what visitors lack most.
import { useState } from 'preact/hooks'
import { pick } from '../../screens/i18n.ts'
import { d } from '../desk/texts/index.ts'
import type { Visit } from '../parts/Current.tsx'
import { Field } from '../parts/Field.tsx'
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { textIn } from './fields.ts'
import { OrderForm } from './OrderForm.tsx'

export function Incomplete({ place, current }: { place: Workplace; current: Visit }) {
  const [comesBack, comeBack] = useState(false)
  const requirements = place.hall.services.value.get(current.service)?.requirements ?? []
  const lacking = new Set(current.missing.map(({ id }) => id))
  return (
    <OrderForm
      place={place}
      title={t('incompleteTitle', { number: current.number })}
      go={t('incompleteGo')}
      order={(fields) => ({
        path: 'finish',
        body: {
          outcome: 'incomplete',
          missing: fields.getAll('missing').map(String),
          ...textIn(fields, 'words'),
          ...textIn(fields, 'told'),
          ...(comesBack && { comeBack: true }),
        },
      })}
    >
      <p>{requirements.length > 0 ? t('incompleteLead') : t('incompleteNothing')}</p>
      {requirements.length > 0 && (
        <div class="papers">
          {requirements.map(({ id, name }) => (
            <label key={id} class="tick tick-row">
              <input type="checkbox" name="missing" value={id} defaultChecked={lacking.has(id)} />
              <span>{pick(name)}</span>
            </label>
          ))}
        </div>
      )}
      <Field name="words" label={d('lacksWords')} maxLength={500} />
      <Field name="told" label={d('told')} hint={d('toldHelp')} maxLength={500} />
      <label class="tick tick-row">
        <input
          type="checkbox"
          checked={comesBack}
          onChange={(event) => comeBack(event.currentTarget.checked)}
        />
        <span>
          {d('comeBack')}
          <span class="soft tick-more">{d('comeBackHelp')}</span>
        </span>
      </label>
    </OrderForm>
  )
}
