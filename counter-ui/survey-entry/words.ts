// Elements and months as people say them.
import { isKey } from '../../screens/i18n.ts'
import { locale } from '../../screens/format.ts'
import { entryText, id } from './texts.ts'

/** `Persyaratan`; an element of the hall's own is called by its question. */
export function elementName(element: string, question: string): string {
  const key = `element.${element}` as const
  return isKey(id, key) ? entryText(key) : question
}

/** `November 2026` for `2026-11`. */
export function monthName(month: string): string {
  const day = new Date(`${month}-15T00:00:00Z`)
  return new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(day)
}
