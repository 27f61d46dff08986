// Light or dark: an attribute on <html> that `tokens.css` reads. A kiosk or board writes it into its HTML;
// a panel follows the system until the person chooses.
import './dark.css'

export type Theme = 'light' | 'dark' | 'system'

const DARK = '(prefers-color-scheme: dark)'
let followed: MediaQueryList | null = null

/** Shows a theme; `system` also follows later changes of the system. */
export function showTheme(theme: Theme): void {
  if (followed) followed.removeEventListener('change', set)
  followed = theme === 'system' ? matchMedia(DARK) : null
  if (followed) followed.addEventListener('change', set)
  set({ matches: followed ? followed.matches : theme === 'dark' })
}

function set({ matches }: { matches: boolean }): void {
  document.documentElement.dataset.theme = matches ? 'dark' : 'light'
}
