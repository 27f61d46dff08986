// Language and theme of this browser.
import { useState } from 'preact/hooks'
import { language } from '../../screens/i18n.ts'
import type { Theme } from '../../screens/theme.ts'
import { chosenTheme, chooseLanguage, chooseTheme, LANGUAGES } from '../start.ts'
import { t } from '../texts/index.ts'
import { Choices } from './Choices.tsx'

const THEMES = { system: 'themeSystem', light: 'themeLight', dark: 'themeDark' } as const

export function Appearance() {
  const [theme, setTheme] = useState<Theme>(chosenTheme)
  return (
    <>
      <Choices
        legend={t('themeTitle')}
        name="theme"
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, words: t(THEMES[value]) }))}
        value={theme}
        onChange={(value) => {
          const chosen = value === 'light' || value === 'dark' ? value : 'system'
          setTheme(chosen)
          chooseTheme(chosen)
        }}
      />
      <Choices
        legend={t('languageTitle')}
        name="language"
        options={LANGUAGES}
        value={language.value}
        onChange={chooseLanguage}
      />
    </>
  )
}
