// The section of complaints: by when an answer is promised, how long words are kept, and where SP4N-LAPOR! appears.
import type { Plan } from '../../../server/hall/plan.ts'
import { ChoiceField, Faults, NumberField } from '../form/fields.tsx'
import { type FieldOf, hallFields } from '../form/use-fields.ts'
import { placeText } from './texts.ts'

type Rules = NonNullable<Plan['complaints']>
/** Where SP4N-LAPOR! appears; `none` is left out of the plan. */
const STANDS = ['none', 'beside', 'instead'] as const

export function ComplaintsSection() {
  const field = hallFields()
  return field && <ComplaintsField {...field('complaints')} />
}

function ComplaintsField({ id: place, value = {}, faults, onChange }: FieldOf<Plan['complaints']>) {
  /** A field with its default value is left out, and the whole part if no field remains. */
  const change = (next: { [Key in keyof Rules]?: Rules[Key] | undefined }) => {
    const { days, eraseAfterDays, sp4n } = next
    const kept: Rules = {
      ...(days !== undefined && { days }),
      ...(eraseAfterDays !== undefined && { eraseAfterDays }),
      ...(sp4n !== undefined && { sp4n }),
    }
    onChange(Object.keys(kept).length > 0 ? kept : undefined)
  }
  const own = ['days', 'eraseAfterDays']
  return (
    <section class="part" aria-labelledby="complaint-rules" id={place} tabIndex={-1}>
      <h2 id="complaint-rules">{placeText('complaints')}</h2>
      <div class="fields">
        <Faults
          id={place}
          list={faults.filter(({ sub }) => !own.includes(sub ?? '')).map(({ words }) => words)}
        />
        <NumberField
          id={`${place}-days`}
          label={placeText('complaints.days')}
          value={value.days}
          faults={faults.filter(({ sub }) => sub === 'days')}
          onChange={(days: number | undefined) => change({ ...value, days })}
          hint={placeText('complaints.daysHelp')}
          unit={placeText('complaints.openDays')}
          least={1}
          most={60}
          example={5}
          empty={undefined}
        />
        <NumberField
          id={`${place}-erase`}
          label={placeText('complaints.erase')}
          value={value.eraseAfterDays}
          faults={faults.filter(({ sub }) => sub === 'eraseAfterDays')}
          onChange={(eraseAfterDays: number | undefined) => change({ ...value, eraseAfterDays })}
          hint={placeText('complaints.eraseHelp')}
          unit={placeText('complaints.calendarDays')}
          least={30}
          most={1825}
          example={180}
          empty={undefined}
        />
        <ChoiceField<(typeof STANDS)[number]>
          id={`${place}-sp4n`}
          label={placeText('complaints.sp4n')}
          hint={placeText('complaints.sp4nHelp')}
          value={value.sp4n ?? 'none'}
          faults={[]}
          options={STANDS.map((one) => ({ value: one, words: placeText(`complaints.sp4n.${one}`) }))}
          onChange={(chosen) => change({ ...value, sp4n: chosen === 'none' ? undefined : chosen })}
        />
      </div>
    </section>
  )
}
