// The languages of the hall, each under its own name.
import { language } from '../../screens/i18n.ts'
import { useKiosk } from '../kiosk.ts'
import { kioskText, languageName } from '../texts/index.ts'

/** `large`: for the start, where it is the first thing to see; elsewhere their codes are enough to see. */
export function LanguageChoice({ large = false }: { large?: boolean }) {
  const plan = useKiosk().hall.answer.value
  const codes = plan ? plan.languages : ['id', 'en']
  return (
    <div
      class={large ? 'languages languages-large' : 'languages'}
      role="group"
      aria-label={kioskText('languages')}
    >
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
            {languageName(code)}
          </span>
        </button>
      ))}
    </div>
  )
}
