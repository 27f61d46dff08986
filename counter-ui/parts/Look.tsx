// The personal menu of a page: appearance, language, signing out; and whatever the page adds.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { sharedText } from '../../screens/texts/shared.ts'
import { language } from '../../screens/i18n.ts'
import type { Theme } from '../../screens/theme.ts'
import { chosenTheme, chooseLanguage, chooseTheme, LANGUAGES } from '../start.ts'
import { staffText } from '../texts.ts'
import { Choices } from './Field.tsx'
import { signOut, type Staff } from '../session.ts'
import './dialogs.css'

interface LookProps {
  me: Staff
  onClose: () => void
  /** Why signing out did not work; null: it did. */
  onProblem: (problem: Problem | null) => void
  children?: ComponentChildren
}

export function Look({ me, onClose, onProblem, children }: LookProps) {
  const leave = async () => {
    onClose()
    onProblem(await signOut())
  }
  return (
    <Dialog title={me.name} onClose={onClose}>
      <div class="menu">
        <Button onPress={leave}>{staffText('signOut')}</Button>
        {children}
        <a class="button button-plain button-medium" href="/findings/#note" target="_blank">
          {staffText('noteFinding')}
        </a>
        <a class="button button-plain button-medium" href="/manage/account/" target="_blank">
          {staffText('ownAccount')}
        </a>
        <Appearance />
        <Button kind="quiet" onPress={onClose}>
          {sharedText('back')}
        </Button>
      </div>
    </Dialog>
  )
}

// Language and theme of this browser.

export function Appearance() {
  const [theme, setTheme] = useState<Theme>(chosenTheme)
  return (
    <>
      <Choices
        legend={staffText('themeTitle')}
        name="theme"
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          words: staffText(`theme.${value}`),
        }))}
        value={theme}
        onChange={(value) => {
          const chosen = value === 'light' || value === 'dark' ? value : 'system'
          setTheme(chosen)
          chooseTheme(chosen)
        }}
      />
      <Choices
        legend={staffText('languageTitle')}
        name="language"
        options={LANGUAGES}
        value={language.value}
        onChange={chooseLanguage}
      />
    </>
  )
}
