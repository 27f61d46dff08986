// The spoken form of a text, in which nothing is left to a voice's guess: "be" for "B", short names of offices spelled
// or read as people say them.
import { type Language, languageOf } from './languages.ts'
import type { Letter, SpokenLanguage } from './spoken-language.ts'

/** One exception of pronunciation: a word as it is written and, by language, how to say it. Case matters. */
export interface Pronunciation {
  readonly word: string
  readonly as: Readonly<Partial<Record<Language, string>>>
}

const spelt = (word: string, letters: string): Pronunciation => ({ word, as: { id: letters, en: letters } })

/** Short names of Indonesian offices and papers; those of the plan go before them. */
export const usualPronunciations: readonly Pronunciation[] = [
  spelt('BNN', 'B N N'),
  spelt('BPJS', 'B P J S'),
  spelt('BPN', 'B P N'),
  spelt('DPMPTSP', 'D P M P T S P'),
  spelt('KTP', 'K T P'),
  spelt('KTP-el', 'K T P el'),
  spelt('KUA', 'K U A'),
  spelt('NIB', 'N I B'),
  spelt('NIK', 'N I K'),
  spelt('NPWP', 'N P W P'),
  spelt('PBB', 'P B B'),
  spelt('PDAM', 'P D A M'),
  spelt('PLN', 'P L N'),
  spelt('SIM', 'sim'),
  spelt('SKCK', 'S K C K'),
  spelt('STNK', 'S T N K'),
  spelt('UMKM', 'U M K M'),
]

/**
 * A text as a voice must say it: exceptions of pronunciation applied to whole words, then single capital letters
 * by their names. Signs that a speech engine could take for commands are dropped.
 */
export function spokenForm(text: string, language: Language, exceptions: readonly Pronunciation[]): string {
  return namedLetters(replaceWords(plain(text), language, exceptions), languageOf(language))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Brackets open phoneme input in eSpeak; control characters and markup have no business in a sentence either. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/[[\]{}<>\\|`\p{C}]/gu, ' ')
}

function replaceWords(text: string, language: Language, exceptions: readonly Pronunciation[]): string {
  const known = new Map<string, string>()
  for (const { word, as } of exceptions) {
    const said = as[language]
    if (word.trim() !== '' && said !== undefined) known.set(word, plain(said))
  }
  if (known.size === 0) return text
  const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length)
  return text.replace(wholeWord(...longestFirst), (word) => known.get(word) ?? word)
}

function namedLetters(text: string, language: SpokenLanguage): string {
  const isLetter = (sign: string): sign is Letter => Object.hasOwn(language.letters, sign)
  return text.replace(wholeWord(...Object.keys(language.letters)), (sign) =>
    isLetter(sign) ? language.letters[sign] : sign,
  )
}

/** Matches any of the words where no letter or digit touches it. */
export function wholeWord(...words: string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}
