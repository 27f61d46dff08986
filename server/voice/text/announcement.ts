// The sentences of announcements, as people read them: "Nomor antrean, A, nol satu dua, silakan menuju loket tiga."
import type { Text } from '../../hall/plan.ts'
import { type Language, languageOf } from './languages.ts'
import { numbersInWords, sentenceText, spelled } from './numbers.ts'
import { wholeWord } from './pronunciation.ts'
import type { SpokenLanguage } from './spoken-language.ts'

/**
 * The sentence that calls a number to a counter, without letters replaced by their names: it is shown as well.
 * `counterName` is how the counter is said in a sentence; the label above it is added where the name lacks it
 * and it is a number or one letter, because that is what people look for.
 */
export function announcementText(call: CallWords & { language: Language }): string {
  const { number, counter } = inWords(call, call.language)
  return languageOf(call.language).announcement(number, counter)
}

/** The sentence for a visitor who asked for staff to come: it sends nobody to the counter. */
export function comingText(call: CallWords & { language: Language }): string {
  const { number, counter } = inWords(call, call.language)
  return languageOf(call.language).coming(number, counter)
}

/** Several calls in one sentence; a number called twice to the same counter is named once. */
export function togetherText(calls: readonly CallWords[], language: Language): string {
  const once = new Map(calls.map((call) => [`${call.number} ${call.counterLabel}`, inWords(call, language)]))
  return languageOf(language).together([...once.values()])
}

/** The sentence for a test of a zone's sound. */
export function checkText(zone: Text, language: Language): string {
  return languageOf(language).check(sentenceText(zone[language], language))
}

/** A number, and the counter that it is called to. */
export interface CallWords {
  readonly number: string
  readonly counterName: Text
  readonly counterLabel: string
}

function inWords({ number, counterName, counterLabel }: CallWords, code: Language) {
  const language = languageOf(code)
  return {
    number: spelled(number, language),
    counter: counterInWords(counterName[code], counterLabel, language),
  }
}

function counterInWords(name: string, label: string, language: SpokenLanguage): string {
  const generic = new RegExp(`^${language.counter}(?![\\p{L}\\p{N}])`, 'iu')
  const inSentence = numbersInWords(name.trim().replace(generic, language.counter), language)
  if (wholeWord(label.trim()).test(name) || !/\d|^\p{L}$/u.test(label.trim())) return inSentence
  const labelled = `${language.counter} ${numbersInWords(label.trim(), language)}`
  return inSentence === language.counter ? labelled : `${inSentence}, ${labelled}`
}
