// A longer text in all of the hall's languages, for the forms of a standard. It does not depend on a draft, as
// supervisors have none.
import type { Text } from '../../../server/hall/plan.ts'
import { lookUp } from '../../../screens/look-up.ts'
import { languageName } from '../form/fields.tsx'

interface Props {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly languages: readonly string[]
  readonly value: Text | undefined
  /** Undefined once every line is empty. */
  readonly onChange: (value: Text | undefined) => void
}

export function Words({ id, label, hint, languages, value, onChange }: Props) {
  return (
    <fieldset class="texts">
      <legend>{label}</legend>
      {hint && (
        <p class="soft" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {languages.map((code) => (
        <div key={code} class="field texts-line">
          <label for={`${id}-${code}`}>{languageName(code)}</label>
          <textarea
            id={`${id}-${code}`}
            lang={code}
            rows={2}
            aria-describedby={hint && `${id}-hint`}
            value={(value && lookUp(value, code)) ?? ''}
            onInput={({ currentTarget }) => {
              const next: Text = { id: '', en: '', ...value, [code]: currentTarget.value }
              onChange(Object.values(next).some((words) => words.trim() !== '') ? next : undefined)
            }}
          />
        </div>
      ))}
    </fieldset>
  )
}
