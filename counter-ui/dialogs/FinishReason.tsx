// Finishing for another reason than that all is done: one of the plan's, which says how it counts. Where that is
// incomplete, it leads on to what is missing.
import { useState } from 'preact/hooks'
import { pick } from '../../screens/i18n.ts'
import { panelText } from '../panel/texts/index.ts'
import type { Visit } from '../parts/Current.tsx'
import type { Workplace } from '../workplace.ts'
import { Choices } from './Choices.tsx'
import { Lacking, lackingIn } from './Lacking.tsx'
import { OrderForm } from './OrderForm.tsx'

const COUNTS = ['served', 'incomplete'] as const

export function FinishReason({ place, current }: { place: Workplace; current: Visit }) {
  const [chosen, choose] = useState<string | null>(null)
  const answer = place.hall.answer.value
  const reasons = answer ? answer.reasons.finish : []
  const reason = reasons.find(({ id }) => id === chosen)
  const isIncomplete = reason !== undefined && reason.outcome === 'incomplete'
  return (
    <OrderForm
      place={place}
      title={panelText('finishTitle', { number: current.number })}
      go={panelText('finishGo')}
      disabled={!reason}
      order={(fields) =>
        reason
          ? { path: 'finish', body: { reason: reason.id, ...(isIncomplete && lackingIn(fields)) } }
          : null
      }
    >
      {COUNTS.map((outcome) => (
        <Choices
          key={outcome}
          legend={panelText(`finish.${outcome}`)}
          name="reason"
          options={reasons
            .filter((one) => one.outcome === outcome)
            .map(({ id, name }) => ({ value: id, words: pick(name) }))}
          value={chosen ?? ''}
          onChange={choose}
        />
      ))}
      {isIncomplete && <Lacking place={place} current={current} lead={panelText('lacksPapers')} />}
    </OrderForm>
  )
}
