// How the pages of staff start: with the appearance, language and theme that this browser chose.
import { type ComponentType, h, render } from 'preact'
import '../screens/base.css'
import './page.css'
import { type Hall, loadHall } from '../screens/hall.ts'
import { language, startLanguage } from '../screens/i18n.ts'
import { showTheme, type Theme } from '../screens/theme.ts'
import { remember, remembered } from './preferences.ts'
import { askSession } from './session.ts'

/** Each language is named in itself: somebody who needs it cannot read the others. */
export const LANGUAGES = [
  { value: 'id', words: 'Bahasa Indonesia' },
  { value: 'en', words: 'English' },
]

/**
 * Shows the page in the remembered language, else the browser's, and theme; `?lang=` in the address takes precedence.
 * `Page` is drawn once, with the hall; who is signed in is asked meanwhile.
 */
export function startPage(Page: ComponentType<{ hall: Hall }>): void {
  startLanguage()
  const chosen = remembered('language') ?? spokenOf(navigator.languages)
  if (chosen !== undefined && !/[?&]lang=/.test(location.search)) language.value = chosen
  showTheme(chosenTheme())
  void askSession()
  const page = document.getElementById('page')
  if (page) render(h(Page, { hall: loadHall() }), page)
}

/** The first of a browser's languages (`en-GB`) that these pages speak; undefined: none of them. */
export function spokenOf(asked: readonly string[]): string | undefined {
  const ours = asked.map((one) => one.toLowerCase().replace(/[-_].*/, ''))
  return ours.find((one) => LANGUAGES.some(({ value }) => value === one))
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
