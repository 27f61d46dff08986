// Sending the visitor on to another service of any agency, with or without coming back, with a note.
import { useState } from 'preact/hooks'
import type { Visit } from '../parts/Current.tsx'
import { Field } from '../parts/Field.tsx'
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { OrderForm } from './OrderForm.tsx'
import { ServiceSearch } from './ServiceSearch.tsx'

export function Refer({ place, current }: { place: Workplace; current: Visit }) {
  const [service, choose] = useState<string | null>(null)
  return (
    <OrderForm
      place={place}
      title={t('referTitle', { number: current.number })}
      go={t('referGo')}
      disabled={service === null}
      order={(fields) => {
        if (service === null) return null
        const note = String(fields.get('note') ?? '').trim()
        const comeBack = fields.get('comeBack') !== null
        return { path: 'refer', body: { service, comeBack, ...(note === '' ? {} : { note }) } }
      }}
    >
      <ServiceSearch place={place} current={current} chosen={service} onChoose={choose} />
      <label class="tick tick-row">
        <input type="checkbox" name="comeBack" />
        <span>
          {t('referComeBack')}
          <span class="soft tick-more">{t('referComeBackHelp')}</span>
        </span>
      </label>
      <Field name="note" label={`${t('referNote')} (${t('optional')})`} maxLength={500} />
    </OrderForm>
  )
}
