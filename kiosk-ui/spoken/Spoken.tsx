// The visible side of the spoken mode: the touch that starts and ends it, the line with its keys, and the question
// which language to speak.
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { language } from '../../screens/i18n.ts'
import { useKiosk } from '../kiosk.ts'
import { languageName } from '../texts/index.ts'
import { speakNoMore, speakOn } from './mode.ts'
import { spoken, voiceless } from './state.ts'
import { languageHint, spokenText } from './texts.ts'

/** In the corner of the screen, where a finger finds it without looking. */
export function SpokenButton() {
  const kiosk = useKiosk()
  const on = spoken.value !== 'off'
  return (
    <Button size="large" icon="speaker" pressed={on} onPress={() => (on ? speakNoMore() : speakOn(kiosk))}>
      {spokenText('speak')}
    </Button>
  )
}

/** For somebody who helps; and the place where silence is explained. */
export function SpokenLine() {
  if (spoken.value === 'off') return null
  return (
    <aside class="spoken" aria-label={spokenText('guide')} data-unheard="">
      {voiceless.value ? spokenText('voiceless') : spokenText('bar')}
    </aside>
  )
}

export function AskLanguage() {
  const plan = useKiosk().hall.answer.value
  if (spoken.value !== 'asks') return null
  const codes = plan ? plan.languages : ['id', 'en']
  return (
    <Dialog title={spokenText('guide')}>
      <div class="spoken-hints">
        {codes.map((code, nth) => {
          const hint = languageHint(code, nth)
          return hint && <p lang={code}>{hint}</p>
        })}
      </div>
      <div class="dialog-actions">
        {codes.map((code) => (
          <button
            type="button"
            class="button button-plain button-huge"
            lang={code}
            onClick={() => {
              language.value = code
              spoken.value = 'on'
            }}
          >
            {languageName(code)}
          </button>
        ))}
      </div>
    </Dialog>
  )
}
