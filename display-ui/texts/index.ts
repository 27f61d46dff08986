// The board's own texts: `t('next')` in the first language, `also('next')` in the second.
import { makeTexts } from '../../screens/i18n.ts'
import { second } from '../languages.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import { lookUp } from '../../screens/look-up.ts'

export const boardText = makeTexts({ id, en })

type Key = keyof typeof id
/** The texts without holes. */
export type PlainKey = { [K in Key]: (typeof id)[K] extends `${string}{${string}` ? never : K }[Key]

/** The same in the second language, with its holes filled; null where only one language is shown. */
export function boardAlso(key: Key, values: Readonly<Record<string, string>> = {}): string | null {
  if (second.value !== 'en') return null
  return en[key].replace(/\{(\w+)\}/g, (hole, name: string) => lookUp(values, name) || hole)
}
