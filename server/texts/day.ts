// Sentences about the hours of the day, with their `{names}` filled in: in every language that the screens have.
import { lookUp } from '../hall/look-up.ts'
import type { Text } from '../hall/equipment.ts'
import { en } from './day.en.ts'
import { type DayText, id } from './day.id.ts'

type Holes = Readonly<Record<string, string>>
export type Spoken = 'id' | 'en'

/** One sentence in both languages; `holes` gives what stands in its braces, in that language. */
export function dayText(key: DayText, holes: (language: Spoken) => Holes = () => ({})): Text {
  const fill = (text: string, given: Holes) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => lookUp(given, name) ?? whole)
  return { id: fill(id[key], holes('id')), en: fill(en[key], holes('en')) }
}

/** Sentences one after the other. */
export function dayTexts(...texts: readonly Text[]): Text {
  const all = (language: Spoken) => texts.map((text) => text[language]).join(' ')
  return { id: all('id'), en: all('en') }
}
