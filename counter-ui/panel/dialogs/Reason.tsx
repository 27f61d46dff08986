// Why: a reason of the plan, or free text. No reason is a choice too.
import { useState } from 'preact/hooks'
import { pick } from '../../../screens/i18n.ts'
import { Field } from '../../parts/Field.tsx'
import { panelText } from '../texts/index.ts'
import { staffText } from '../../texts/index.ts'
import type { Workplace } from '../workplace.ts'
import { Choices } from '../../parts/Choices.tsx'

const OWN = ''

interface ReasonProps {
  place: Workplace
  kind: 'pause' | 'hold' | 'call'
  /** Called with every choice: the reason's id, empty for free text. */
  onChange?: (reason: string) => void
}

export function Reason({ place, kind, onChange }: ReasonProps) {
  const [chosen, choose] = useState<string | null>(null)
  const answer = place.hall.answer.value
  const reasons = answer ? answer.reasons[kind] : []
  return (
    <>
      <Choices
        legend={panelText('holdReason')}
        hint={staffText('optional')}
        name="reason"
        options={[
          ...reasons.map(({ id, name }) => ({ value: id, words: pick(name) })),
          { value: OWN, words: staffText('ownWords') },
        ]}
        value={chosen ?? '-'}
        onChange={(value) => {
          choose(value)
          if (onChange) onChange(value)
        }}
      />
      {chosen === OWN && <Field name="words" label={staffText('ownWords')} maxLength={200} />}
    </>
  )
}

/** The reason in the fields, as commands carry it; undefined for none. */
export function reasonIn(fields: FormData): string | undefined {
  const chosen = fields.get('reason')
  const reason = chosen === OWN ? fields.get('words') : chosen
  return typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : undefined
}
