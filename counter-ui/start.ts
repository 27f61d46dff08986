// What the pages of staff have in common at their start: the look, the language and the theme that this browser chose.
import '../screens/base.css'
import './page.css'
import { language, startLanguage } from '../screens/i18n.ts'
import { showTheme, type Theme } from '../screens/theme.ts'
import { remember, remembered } from './preferences.ts'

/** Shows the page in the remembered language and theme; `?lang=` in the address goes first. */
export function startPage(): void {
  startLanguage()
  const chosen = remembered('language')
  if (chosen !== null && !/[?&]lang=/.test(location.search)) language.value = chosen
  showTheme(chosenTheme())
}

/** The theme this browser chose; `system` until it did. */
export function chosenTheme(): Theme {
  const theme = remembered('theme')
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

export function chooseTheme(theme: Theme): void {
  remember('theme', theme)
  showTheme(theme)
}

export function chooseLanguage(chosen: string): void {
  remember('language', chosen)
  language.value = chosen
}
