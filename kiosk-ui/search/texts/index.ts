// The texts of the ways to a service: `f('search')`; and those of the idle screen in a language of its own.
import { makeTexts } from '../../../screens/i18n.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import { lookUp } from '../../../screens/look-up.ts'

const files: { id: typeof id } & Record<string, Record<keyof typeof id, string>> = { id, en }

export const f = makeTexts(files)

/** How somebody who reads that language is asked to touch the screen; null where we have no words. */
export function touchIn(language: string): string | null {
  return lookUp(files, language)?.touch ?? null
}
