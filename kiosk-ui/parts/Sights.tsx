// The button that opens the display options, and the sheet with its three choices.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { type Sight, isShown, showSight } from '../sight.ts'
import { Icon } from '../../screens/icons.tsx'
import { language } from '../../screens/i18n.ts'

/** `text`: the words of the screen it stands on. */
export function Sights({ text }: { text: (key: 'sight' | 'largeText' | 'contrast' | 'low') => string }) {
  const [open, show] = useState(false)
  const choice = (sight: Sight, words: string) => (
    <Help on={isShown(sight)} words={words} onPress={() => showSight(sight, !isShown(sight))} />
  )
  const close = () => show(false)
  return (
    <>
      <Button size="large" onPress={() => show(true)}>
        <span class="sight-mark" aria-hidden="true">
          Aa
        </span>{' '}
        {text('sight')}
      </Button>
      {open && (
        <Dialog title={text('sight')} onClose={close}>
          <div class="dialog-actions">
            {choice('text', text('largeText'))}
            {choice('contrast', text('contrast'))}
            {/* A landscape screen is low enough already; there the styles leave this one out. */}
            <div class="sight-low">{choice('reach', text('low'))}</div>
            <Button kind="primary" size="huge" onPress={close}>
              {sharedText('close')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

// A choice that is on or off, with a box to tick and a line that explains it.

export interface HelpProps {
  on: boolean
  words: string
  hint?: string
  onPress: () => void
}

export function Help({ on, words, hint, onPress }: HelpProps) {
  return (
    <button type="button" class="help" aria-pressed={on} onClick={onPress}>
      <span class={on ? 'tile-mark tile-mark-on' : 'tile-mark'} aria-hidden="true">
        {on && <Icon name="check" />}
      </span>
      <span class="help-words">
        <span class="help-name">{words}</span>
        {hint && <span class="help-hint">{hint}</span>}
      </span>
    </button>
  )
}

// The languages of the hall, each under its own name.

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
