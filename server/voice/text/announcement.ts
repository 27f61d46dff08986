// What is said: queue numbers, counters and letters in words. Two forms of one sentence: the text, which people
// also read ("A, nol satu dua"), and its spoken form, in which nothing is left to a voice's guess ("be" for "B").
import type { Plan, Text } from '../../hall/plan.ts'
import { en } from './en.ts'
import { id } from './id.ts'
import { digitByDigit, sentenceInWords, spelled } from './numbers.ts'
import type { Letter, SpokenLanguage } from './spoken-language.ts'

const spoken = { id, en } satisfies Record<string, SpokenLanguage>

/** A language that can be spoken; a hall may show more languages than it speaks. */
export type Language = keyof typeof spoken

/** One exception of pronunciation: a word as it is written and, by language, how to say it. Case matters. */
export interface Say {
  readonly word: string
  readonly as: Readonly<Partial<Record<Language, string>>>
}

/** Codes of the languages that can be spoken. */
export const spokenLanguages = Object.keys(spoken)

/** The languages that a plan has spoken, in their order. */
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

/**
 * The sentence that calls a number to a counter, without letters replaced by their names: it is shown as well.
 * `counterName` is how the counter is said in a sentence; the label above it is added where the name lacks it
 * and it is a number or one letter, because that is what people look for.
 */
export function announcementText(call: CallWords & { language: Language }): string {
  const { number, counter } = inWords(call, call.language)
  return spoken[call.language].announcement(number, counter)
}

/** The sentence for who asked that somebody comes: it sends nobody to the counter. */
export function comingText(call: CallWords & { language: Language }): string {
  const { number, counter } = inWords(call, call.language)
  return spoken[call.language].coming(number, counter)
}

/** Several calls in one sentence; who is called twice to the same counter is named once. */
export function togetherText(calls: readonly CallWords[], language: Language): string {
  const once = new Map(calls.map((call) => [`${call.number} ${call.counterLabel}`, inWords(call, language)]))
  return spoken[language].together([...once.values()])
}

/** The sentence that tries the sound of a zone. */
export function checkText(zone: Text, language: Language): string {
  return spoken[language].check(sentenceText(zone[language], language))
}

/** A number, and the counter that it is called to. */
export interface CallWords {
  readonly number: string
  readonly counterName: Text
  readonly counterLabel: string
}

function inWords({ number, counterName, counterLabel }: CallWords, code: Language) {
  const language = spoken[code]
  return {
    number: spelled(number, language),
    counter: counterInWords(counterName[code], counterLabel, language),
  }
}

/** A queue number with every sign on its own, `A 0 1 2`: so do screen readers read it out sign by sign. */
export function spacedNumber(number: string): string {
  return [...number].filter((sign) => sign.trim() !== '').join(' ')
}

/**
 * A text as a voice must say it: exceptions of pronunciation applied to whole words, then single capital letters
 * by their names. Signs that a speech engine could take for commands are dropped.
 */
export function spokenForm(text: string, language: Language, say: readonly Say[]): string {
  return namedLetters(replaceWords(plain(text), language, say), spoken[language])
    .replace(/\s+/g, ' ')
    .trim()
}

/**
 * An ordinary sentence of a screen, with what voices guess wrong in words: queue numbers sign by sign, times, ranges,
 * amounts, dates, measures. Signs that nobody says are dropped; what only they made up is the empty text.
 */
export function sentenceText(text: string, code: Language): string {
  const words = sentenceInWords(text.normalize('NFC'), spoken[code])
  return /[\p{L}\p{N}]/u.test(words) ? words : ''
}

function counterInWords(name: string, label: string, language: SpokenLanguage): string {
  const generic = new RegExp(`^${language.counter}(?![\\p{L}\\p{N}])`, 'iu')
  const inSentence = numbersInWords(name.trim().replace(generic, language.counter), language)
  if (wholeWord(label.trim()).test(name) || !/\d|^\p{L}$/u.test(label.trim())) return inSentence
  const labelled = `${language.counter} ${numbersInWords(label.trim(), language)}`
  return inSentence === language.counter ? labelled : `${inSentence}, ${labelled}`
}

function numbersInWords(text: string, language: SpokenLanguage): string {
  return text.replace(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, ' ').replace(/\d+/g, (digits) => {
    const asWritten = digits.length > 3 || (digits.length > 1 && digits.startsWith('0'))
    return asWritten ? digitByDigit(digits, language) : language.cardinal(Number(digits))
  })
}

/** Brackets open phoneme input in eSpeak; control characters and markup have no business in a sentence either. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/[[\]{}<>\\|`\p{C}]/gu, ' ')
}

function replaceWords(text: string, language: Language, say: readonly Say[]): string {
  const known = new Map<string, string>()
  for (const { word, as } of say) {
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
function wholeWord(...words: string[]): RegExp {
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}
