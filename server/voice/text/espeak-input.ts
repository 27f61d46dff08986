// What eSpeak NG is told: which voice, how fast, and phonemes for the words it says wrong. Its Indonesian rules take
// the e of "empat", "enam" and "belas" for an open e where the language has a schwa, and call letters like words.
import type { Language } from './announcement.ts'

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
