// The kiosk's own texts: `t('takeNumber')`, and the names of languages in themselves.
import { makeTexts } from '../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

const files = { id, en }

export const t = makeTexts(files)

/** What a language calls itself, `English`; its code where neither we nor the browser know. */
export function languageName(code: string): string {
  if (code === 'id' || code === 'en') return files[code].languageName
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
}
