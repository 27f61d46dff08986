// Texts become lines that the voices can say: the hall's own pronunciation first, then the usual one, and nothing in a
// language that no voice speaks. The text for eSpeak NG has phonemes for the words that it mispronounces: its
// Indonesian rules give "empat", "enam" and "belas" an open e where the language has a schwa, and say letters as if
// they were words.
import type { VoiceRules } from '../../hall/equipment.ts'
import type { Kind, Utterance } from '../job.ts'
import { isSpoken, type Language } from './languages.ts'
import { type Pronunciation, spokenForm } from './pronunciation.ts'

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
