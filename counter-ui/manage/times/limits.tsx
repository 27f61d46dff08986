// When numbers stop, for the hall and for one service: the last one before closing, and what is said when a quota is
// used up.
import type { AtZero, LastTicket } from '../../../server/hall/times.ts'
import { ChoiceField, NumberField, OptionalTextsField } from '../form/fields.tsx'
import type { FieldOf } from '../form/use-fields.ts'
import { timesText } from './texts.ts'

/** When numbers stop before the hours end. */
export function LastTicketField({ id, label, value, faults, onChange }: FieldOf<LastTicket | undefined>) {
  const change = (next: LastTicket) =>
    onChange(next.minutes === undefined && next.capacity !== true ? undefined : next)
  return (
    <fieldset class="texts" id={id} tabIndex={-1}>
      <legend>{label}</legend>
      <NumberField
        id={`${id}-minutes`}
        label={timesText('lastMinutes')}
        value={value?.minutes}
        faults={faults}
        onChange={(minutes) => {
          const { minutes: _, ...rest } = value ?? {}
          change(minutes === undefined ? rest : { ...rest, minutes })
        }}
        hint={timesText('lastMinutesHint')}
        unit={timesText('minutes')}
        least={0}
        most={480}
        example={30}
        empty={undefined}
      />
      <label class="tick">
        <input
          type="checkbox"
          checked={value?.capacity === true}
          onChange={({ currentTarget }) => {
            const { capacity: _, ...rest } = value ?? {}
            change(currentTarget.checked ? { ...rest, capacity: true } : rest)
          }}
        />
        <span>{timesText('lastCapacity')}</span>
      </label>
      <p class="soft">{timesText('lastCapacityHint')}</p>
    </fieldset>
  )
}

/** What is said when nothing is left. */
export function AtZeroFields({ field }: { field: FieldOf<AtZero | undefined> }) {
  const { id, label, value, faults, onChange } = field
  const answer = value ? value.answer : 'come-back'
  const change = (next: AtZero) => onChange(next.answer === 'come-back' && !next.say ? undefined : next)
  return (
    <>
      <ChoiceField<AtZero['answer']>
        id={id}
        label={label}
        value={answer}
        faults={[]}
        onChange={(next) => change({ ...value, answer: next })}
        hint={timesText('atZeroHint')}
        options={(['come-back', 'reception'] as const).map((one) => ({
          value: one,
          words: timesText(`atZero.${one}`),
        }))}
      />
      <OptionalTextsField
        id={`${id}-say`}
        label={timesText('atZeroSay')}
        value={value?.say}
        faults={faults}
        onChange={(say) => change(say ? { answer, say } : { answer })}
        hint={timesText('atZeroSayHint')}
      />
    </>
  )
}
