// The spoken mode's texts; and a text in a language of its own, for the question which language.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const spokenText = makeTexts({ id, en })

/** How a language is chosen by keys, said in itself: `nth` is its place; null where we have no words for it. */
export function languageHint(code: string, nth: number): string | null {
  if (code !== 'id' && code !== 'en') return null
  const { firstLanguage, otherLanguage, down } = { id, en }[code]
  return nth === 0 ? firstLanguage : otherLanguage.replace('{way}', Array(nth).fill(down).join(', '))
}
