// The sentences of the start in both languages: no language is chosen yet when they are said.
import { en } from './start.en.ts'
import { id } from './start.id.ts'
import { lookUp } from '../hall/look-up.ts'

export type StartText = keyof typeof id

/** A sentence in both languages, Indonesian first, with its `{names}` filled in. */
export function startText(
  key: StartText,
  facts: Readonly<Record<string, string | number>> = {},
): [string, string] {
  const fill = (text: string) =>
    text.replace(/\{(\w+)\}/g, (whole, name: string) => String(lookUp(facts, name) ?? whole))
  return [fill(id[key]), fill(en[key])]
}

/** Whether a fault's code has a sentence of its own. */
export function isStartText(key: string): key is StartText {
  return Object.hasOwn(id, key)
}
