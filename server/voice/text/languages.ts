// The languages that can be spoken, and how.
import type { Plan } from '../../hall/plan.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import type { SpokenLanguage } from './spoken-language.ts'

const spoken = { id, en } satisfies Record<string, SpokenLanguage>

/** A language that can be spoken; a hall may show more languages than it speaks. */
export type Language = keyof typeof spoken

/** Codes of the languages that can be spoken. */
export const spokenLanguages = Object.keys(spoken)

/** The languages that a plan wants spoken, in order. */
export function spokenOf({ languages, voice }: Pick<Plan, 'languages' | 'voice'>): Language[] {
  return (voice?.languages ?? languages).filter(isSpoken)
}

/** How a language is spoken. */
export function languageOf(language: Language): SpokenLanguage {
  return spoken[language]
}

/** Whether the language, a code such as `id`, can be spoken. */
export function isSpoken(language: string): language is Language {
  return Object.hasOwn(spoken, language)
}
