// Why a password is refused, in words.
import type { Weakness } from '../access/weak.ts'
import { en } from './weak.en.ts'
import { id } from './weak.id.ts'

/** The sentence for the screen, in the language of the request. */
export function weakText(why: Weakness, language: 'id' | 'en'): string {
  return { id, en }[language][why]
}
