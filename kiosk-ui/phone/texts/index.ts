// The texts of the visitor's own page, and in which language a phone reads them.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'

export const t = makeTexts({ id, en })

/** The slip's `?lang=` decides, else the first of the phone's own languages that we have. */
export function phoneLanguage(query: string, own: readonly string[]): 'id' | 'en' {
  const asked = /[?&]lang=(id|en)(?:&|$)/.exec(query)
  const code = asked
    ? asked[1]
    : own.map((tag) => tag.slice(0, 2)).find((tag) => tag === 'id' || tag === 'en')
  return code === 'en' ? 'en' : 'id'
}
