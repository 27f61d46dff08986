// Language and theme of this browser.
import { useState } from 'preact/hooks'
import { language } from '../../screens/i18n.ts'
import type { Theme } from '../../screens/theme.ts'
import { chosenTheme, chooseLanguage, chooseTheme, LANGUAGES } from '../start.ts'
import { staffText } from '../texts/index.ts'
import { Choices } from './Choices.tsx'

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
