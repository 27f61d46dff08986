// Finishing for another reason than that all is done: one of the plan's, which says how it counts.
import { useState } from 'preact/hooks'
import { pick } from '../../screens/i18n.ts'
import { d } from '../desk/texts/index.ts'
import type { Visit } from '../parts/Current.tsx'
import type { Workplace } from '../workplace.ts'
import { Choices } from './Choices.tsx'
import { OrderForm } from './OrderForm.tsx'

const COUNTS = [
  ['served', 'finishServed'],
  ['incomplete', 'finishIncomplete'],
] as const

export function FinishReason({ place, current }: { place: Workplace; current: Visit }) {
  const [reason, choose] = useState<string | null>(null)
  const answer = place.hall.answer.value
  const reasons = answer ? answer.reasons.finish : []
  return (
    <OrderForm
      place={place}
      title={d('finishTitle', { number: current.number })}
      go={d('finishGo')}
      disabled={reason === null}
      order={() => reason !== null && { path: 'finish', body: { reason } }}
    >
      {COUNTS.map(([outcome, legend]) => (
        <Choices
          key={outcome}
          legend={d(legend)}
          name="reason"
          options={reasons
            .filter((one) => one.outcome === outcome)
            .map(({ id, name }) => ({ value: id, words: pick(name) }))}
          value={reason ?? ''}
          onChange={choose}
        />
      ))}
    </OrderForm>
  )
}
