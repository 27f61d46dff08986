// The visible side of the spoken mode: the touch that starts and ends it, the line with its keys, and the question
// which language to speak.
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { language } from '../../screens/i18n.ts'
import { speakNoMore, speakOn } from './mode.ts'
import { spoken, voiceless } from './state.ts'
import { languageHint, spokenText } from './texts.ts'

/** In the corner of the screen, where a finger finds it without looking. */
export function SpokenButton() {
  const on = spoken.value !== 'off'
  return (
    <Button size="large" icon="speaker" pressed={on} onPress={() => (on ? speakNoMore() : speakOn())}>
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

/** `nameOf`: a language's name for itself. */
export function AskLanguage({
  codes,
  nameOf,
}: {
  codes: readonly string[]
  nameOf: (code: string) => string
}) {
  if (spoken.value !== 'asks') return null
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
            {nameOf(code)}
          </button>
        ))}
      </div>
    </Dialog>
  )
}
