// The section of the reports: the target that waits are judged by, and who sees more than they must.
import type { Plan } from '../../../server/hall/plan.ts'
import { Faults, NumberField } from '../form/fields.tsx'
import { type FieldOf, hallFields } from '../form/use-fields.ts'
import { placeText } from './texts.ts'

type Reports = NonNullable<Plan['reports']>

export function ReportsSection() {
  const field = hallFields()
  return field && <ReportsField {...field('reports')} />
}

function ReportsField({ id: place, value = {}, faults, onChange }: FieldOf<Plan['reports']>) {
  /** A field with its default value is left out, and the whole part if no field remains. */
  const change = (next: Reports) => {
    const { level, officers, public: isPublic } = next
    const kept: Reports = {
      ...(level !== undefined && { level }),
      ...(officers === true && { officers }),
      ...(isPublic === true && { public: isPublic }),
    }
    onChange(Object.keys(kept).length > 0 ? kept : undefined)
  }
  const tick = (key: 'officers' | 'public') => (
    <label class="tick tick-row">
      <input
        id={`${place}-${key}`}
        type="checkbox"
        checked={value[key] === true}
        onChange={({ currentTarget }) => change({ ...value, [key]: currentTarget.checked })}
      />
      <span>
        {placeText(`reports.${key}`)}
        <span class="soft tick-more">{placeText(`reports.${key}Help`)}</span>
      </span>
    </label>
  )
  return (
    <section class="part" aria-labelledby="reports-rules" id={place} tabIndex={-1}>
      <h2 id="reports-rules">{placeText('reports')}</h2>
      <div class="fields">
        <Faults id={place} list={faults.filter(({ sub }) => sub !== 'level').map(({ words }) => words)} />
        <NumberField
          id={`${place}-level`}
          label={placeText('reports.level')}
          value={value.level}
          faults={faults.filter(({ sub }) => sub === 'level')}
          onChange={(level: number | undefined) => {
            const { level: _, ...rest } = value
            change(level === undefined ? rest : { ...rest, level })
          }}
          hint={placeText('reports.levelHelp')}
          unit={placeText('minutes')}
          least={1}
          most={480}
          example={15}
          empty={undefined}
        />
        {tick('officers')}
        {tick('public')}
      </div>
    </section>
  )
}
