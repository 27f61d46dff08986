// The kiosk's own texts: `kioskText('takeNumber')`; each language's own name, and its invitation to touch the screen.
import { makeTexts } from '../../screens/i18n.ts'
import { lookUp } from '../../screens/look-up.ts'
import { en } from './en.ts'
import { id } from './id.ts'

const files: { id: typeof id } & Record<string, Record<keyof typeof id, string>> = { id, en }

export const kioskText = makeTexts(files)

/** A language's name for itself, `English`; its code if neither we nor the browser know. */
export function languageName(code: string): string {
  const own = lookUp(files, code)
  return own ? own.languageName : (new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code)
}

/** The invitation to touch the screen in that language; null if we have none. */
export function touchIn(code: string): string | null {
  return lookUp(files, code)?.['search.touch'] ?? null
}
