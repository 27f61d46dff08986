// Elements as people say them.
import { isKey } from '../../screens/i18n.ts'
import { entryText, id } from './texts.ts'

/** `Persyaratan`; an element of the hall's own is called by its question. */
export function elementName(element: string, question: string): string {
  const key = `element.${element}` as const
  return isKey(id, key) ? entryText(key) : question
}
