// Finishing although not everything is done: with something missing, or for another of the plan's reasons.
import { useState } from 'preact/hooks'
import { pick } from '../../../screens/i18n.ts'
import { panelText } from '../texts/index.ts'
import { Field, Choices } from '../../parts/Field.tsx'
import { papersThere } from '../Papers.tsx'
import type { Visit, Workplace } from '../workplace.ts'
import { textIn, OrderForm } from './OrderForm.tsx'

/**
 * What goes with an incomplete end: which papers are missing, what the visitor was told, whether they will fetch it
 * and be back today. The figures tell the agency what visitors lack most.
 */
interface LackingProps {
  place: Workplace
  current: Visit
  /** Prefix of a service's papers. */
  lead: string
}

function Lacking({ place, current, lead }: LackingProps) {
  const requirements = place.hall.services.value.get(current.service)?.requirements ?? []
  const there = papersThere(current)
  const said = current.missing.map(({ id }) => id)
  const isLacking = (id: string) => (there.length > 0 ? there.indexOf(id) < 0 : said.indexOf(id) >= 0)
  return (
    <>
      <p>{requirements.length > 0 ? lead : panelText('incompleteNothing')}</p>
      {requirements.length > 0 && (
        <div class="papers">
          {requirements.map(({ id, name }) => (
            <label key={id} class="tick tick-row">
              <input type="checkbox" name="missing" value={id} defaultChecked={isLacking(id)} />
              <span>{pick(name)}</span>
            </label>
          ))}
        </div>
      )}
      <Field name="words" label={panelText('lacksWords')} maxLength={500} />
      <Field name="told" label={panelText('told')} hint={panelText('toldHelp')} maxLength={500} />
      <label class="tick tick-row">
        <input type="checkbox" name="comeBack" />
        <span>
          {panelText('comeBack')}
          <span class="soft tick-more">{panelText('comeBackHelp')}</span>
        </span>
      </label>
    </>
  )
}

/** The fields as the command carries them. */
function lackingIn(fields: FormData) {
  return {
    missing: fields.getAll('missing').map(String),
    ...textIn(fields, 'words'),
    ...textIn(fields, 'told'),
    ...(fields.has('comeBack') && { comeBack: true }),
  }
}

/** Finishing with something missing. */
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

// Finishing for one of the plan's reasons, which says how it counts. If that is incomplete, it leads on to what is
// missing.
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
