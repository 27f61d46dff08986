// The sentences of announcements, as people read them: "Nomor antrean, A, nol satu dua, silakan menuju loket tiga."
import type { VoiceRules } from '../../hall/equipment.ts'
import type { Text } from '../../hall/plan.ts'
import type { Kind, Utterance } from '../job.ts'
import { type Language, languageOf, isSpoken } from './languages.ts'
import { numbersInWords, sentenceText, spelled } from './numbers.ts'
import { wholeWord, type Pronunciation, spokenForm } from './pronunciation.ts'
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

// Texts become lines that the voices can say: the hall's own pronunciation first, then the usual one, and nothing in a
// language that no voice speaks. The text for eSpeak NG has phonemes for the words that it mispronounces: its
// Indonesian rules give "empat", "enam" and "belas" an open e where the language has a schwa, and say letters as if
// they were words.

export interface SpokenText {
  /** A language code; a text in a language that is not spoken is left out. */
  readonly language: string
  readonly text: string
}

/** One text in all its forms: as it is shown, as a voice must say it, and as eSpeak is told. */
export interface Line {
  readonly language: Language
  readonly text: string
  readonly spoken: string
  readonly utterance: Utterance
}

const mostTexts = 12
/** In characters; numbers in words are longer than their digits. */
const longestText: Readonly<Record<Kind, number>> = { announcement: 600, speech: 1_200 }

/** The texts that can be said; `usual`: pronunciations that hold in every hall. */
export function linesOf(
  texts: readonly SpokenText[],
  given: {
    readonly kind: Kind
    readonly languages: readonly string[]
    readonly rules: VoiceRules | undefined
    readonly usual: readonly Pronunciation[]
  },
): Line[] {
  const { kind, languages, rules, usual } = given
  const own = (rules?.pronounce ?? []).map(({ written, spoken }): Pronunciation => ({
    word: written,
    as: spoken,
  }))
  const exceptions = [...usual, ...own]
  return texts.slice(0, mostTexts).flatMap(({ language, text }) => {
    if (!isSpoken(language) || !languages.includes(language) || text.length > longestText[kind]) return []
    const spoken = spokenForm(text, language, exceptions)
    return spoken === '' ? [] : [{ language, text, spoken, utterance: utterance(spoken, language) }]
  })
}

const voices: Readonly<Record<Language, { voice: string; rate: number }>> = {
  id: { voice: 'id', rate: 150 },
  en: { voice: 'en-gb', rate: 150 },
}

// eSpeak's own phoneme letters: @ is the schwa, E the open e, an apostrophe stands before the stressed vowel.
const phonemes: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  id: {
    empat: "'@mpat",
    enam: "@n'am",
    belas: "b@l'as",
    sebelas: "s@b@l'as",
    loket: "l'okEt",
    be: "b'e",
    ce: "tS'e",
    de: "d'e",
    ge: "g'e",
    je: "dZ'e",
    pe: "p'e",
    te: "t'e",
    ve: "v'e",
    we: "w'e",
    ye: "j'e",
  },
  en: { ay: "'eI" },
}

/** The run of eSpeak that says a text, which must be in its spoken form and hold no brackets. */
export function utterance(spokenText: string, language: Language): Utterance {
  const known = new Map(Object.entries(phonemes[language]))
  const text = spokenText.replace(/\p{L}+/gu, (word) => {
    const said = known.get(word)
    return said === undefined ? word : `[[${said}]]`
  })
  return { ...voices[language], text }
}
