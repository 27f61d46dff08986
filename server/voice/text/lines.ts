// Texts as they come become lines that the voices can say: the hall's own pronunciation first, then the usual one, and
// nothing that no voice speaks.
// What eSpeak NG is told: which voice, how fast, and phonemes for the words it says wrong. Its Indonesian rules take
// the e of "empat", "enam" and "belas" for an open e where the language has a schwa, and call letters like words.
import type { VoiceRules } from '../../hall/plan-voice.ts'
import type { Kind } from '../synthesise.ts'
import type { Line } from '../which-voice.ts'
import { isSpoken, type Language, type Say, spokenForm } from './announcement.ts'

export interface SpokenText {
  /** A language code; a text in a language that is not spoken is left out. */
  readonly language: string
  readonly text: string
}

const mostTexts = 12
/** In characters; numbers in words are longer than their digits. */
const longestText: Readonly<Record<Kind, number>> = { announcement: 600, speech: 1_200 }

/** The texts that can be said; `say`: the usual exceptions of pronunciation. */
export function linesOf(
  texts: readonly SpokenText[],
  given: {
    readonly kind: Kind
    readonly languages: readonly string[]
    readonly rules: VoiceRules | undefined
    readonly say: readonly Say[]
  },
): Line[] {
  const { kind, languages, rules, say } = given
  const own = (rules?.pronounce ?? []).map(({ written, spoken }): Say => ({ word: written, as: spoken }))
  const says = [...say, ...own]
  return texts.slice(0, mostTexts).flatMap(({ language, text }) => {
    if (!isSpoken(language) || !languages.includes(language) || text.length > longestText[kind]) return []
    const spoken = spokenForm(text, language, says)
    return spoken === '' ? [] : [{ language, text, spoken, utterance: utterance(spoken, language) }]
  })
}

/** One run of eSpeak: `text` may hold phonemes in double brackets; `rate` is words per minute. */
export interface Utterance {
  readonly voice: string
  readonly rate: number
  readonly text: string
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
