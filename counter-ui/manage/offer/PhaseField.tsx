// The status of a service in the draft, with what belongs to each: the day, the place, the reason.
import type { Phase } from '../../../server/hall/plan.ts'
import { serviceStatusText } from '../../../screens/texts/services.ts'
import { Choices } from '../../parts/Field.tsx'
import type { PlacedFault } from '../draft/faults.ts'
import { Faults, OptionalTextsField, TextField, TextsField } from '../form/fields.tsx'
import type { FieldOf } from '../form/use-fields.ts'
import { phaseAs } from '../draft/edit.ts'
import { offerText } from './texts.ts'

const STATUSES = ['open', 'trial', 'soon', 'paused', 'elsewhere'] as const

export function PhaseField({ id, label, value, faults, onChange }: FieldOf<Phase>) {
  const within = (part: string) =>
    faults.filter(({ sub }) => sub === part || sub.startsWith(`${part}.`)).map(inner)
  const rest = faults.filter(({ sub }) => !/^(where|expected|until|reason)\b/.test(sub))
  return (
    <div id={id} tabIndex={-1} class="fields">
      <div>
        <Choices
          legend={label}
          name={`${id}-status`}
          value={value.status}
          options={STATUSES.map((status) => ({ value: status, words: serviceStatusText(status) }))}
          onChange={(status) => onChange(phaseAs(status, value))}
        />
        <Faults id={id} list={rest.map(({ words }) => words)} />
        <p class="soft">{offerText('phaseHint')}</p>
      </div>
      {value.status === 'soon' && (
        <>
          <div class="field">
            <label for={`${id}-expected`}>{offerText('expected')}</label>
            <input
              id={`${id}-expected`}
              type="date"
              value={value.expected ?? ''}
              aria-describedby={`${id}-expected-hint ${id}-expected-faults`}
              onChange={({ currentTarget }) => onChange({ ...value, expected: currentTarget.value || null })}
            />
            <Faults id={`${id}-expected`} list={within('expected').map(({ words }) => words)} />
            <p class="soft" id={`${id}-expected-hint`}>
              {offerText('expectedHint')}
            </p>
          </div>
          <OptionalTextsField
            id={`${id}-where`}
            label={offerText('whereMeanwhile')}
            value={value.where}
            faults={within('where')}
            hint={offerText('whereHint')}
            onChange={(where) => {
              const { where: _, ...left } = value
              onChange(where ? { ...left, where } : left)
            }}
          />
        </>
      )}
      {value.status === 'elsewhere' && (
        <TextsField
          id={`${id}-where`}
          label={offerText('where')}
          value={value.where}
          faults={within('where')}
          hint={offerText('whereHint')}
          onChange={(where) => onChange({ ...value, where })}
        />
      )}
      {value.status === 'paused' && (
        <>
          <TextField
            id={`${id}-until`}
            label={offerText('until')}
            value={value.until ?? ''}
            faults={within('until')}
            hint={offerText('untilHint')}
            onChange={(until) => onChange({ ...value, until: until || null })}
          />
          <OptionalTextsField
            id={`${id}-reason`}
            label={offerText('reason')}
            value={value.reason ?? undefined}
            faults={within('reason')}
            hint={offerText('reasonHint')}
            onChange={(reason) => onChange({ ...value, reason: reason ?? null })}
          />
        </>
      )}
    </div>
  )
}

/** A fault at `where.en` is at `en` for the field of that part. */
function inner(fault: PlacedFault): PlacedFault {
  const [, ...rest] = fault.sub.split('.')
  return { ...fault, sub: rest.join('.') }
}
