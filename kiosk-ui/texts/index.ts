// The kiosk's own texts: `kioskText('takeNumber')`; the names of languages in themselves, and how each asks for a touch.
import { makeTexts } from '../../screens/i18n.ts'
import { lookUp } from '../../screens/look-up.ts'
import { en } from './en.ts'
import { id } from './id.ts'

const files: { id: typeof id } & Record<string, Record<keyof typeof id, string>> = { id, en }

export const kioskText = makeTexts(files)

/** What a language calls itself, `English`; its code where neither we nor the browser know. */
export function languageName(code: string): string {
  const own = lookUp(files, code)
  return own ? own.languageName : (new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code)
}

/** How somebody who reads that language is asked to touch the screen; null where we have no words. */
export function touchIn(code: string): string | null {
  return lookUp(files, code)?.['search.touch'] ?? null
}
