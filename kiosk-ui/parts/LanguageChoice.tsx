// The languages of the hall, each under its own name.
import { language } from '../../screens/i18n.ts'

export interface LanguageChoiceProps {
  codes: readonly string[]
  /** A language's name for itself. */
  nameOf: (code: string) => string
  /** The name of the group. */
  label: string
  large?: boolean
}

/** `large`: for the start, where it is the first thing people see; elsewhere the codes are enough. */
export function LanguageChoice({ codes, nameOf, label, large = false }: LanguageChoiceProps) {
  return (
    <div class={large ? 'languages languages-large' : 'languages'} role="group" aria-label={label}>
      {codes.map((code) => (
        <button
          key={code}
          type="button"
          class="language"
          aria-pressed={language.value === code}
          onClick={() => {
            language.value = code
          }}
        >
          {!large && <span aria-hidden="true">{code.toUpperCase()}</span>}
          <span lang={code} class={large ? undefined : 'visually-hidden'}>
            {nameOf(code)}
          </span>
        </button>
      ))}
    </div>
  )
}
