// Brings what people type and what the plan says to one form: old spellings, letters that sound alike, and the
// prefixes and suffixes of Indonesian. English passes through the same: what matters is that both sides do.
import { lookUp } from '../hall/look-up.ts'

/** How many letters and words of what is typed are used. */
export const MOST_TYPED = 64
const MOST_WORDS = 8

/** The forms under which one word may be found. */
export interface Folded {
  /** The word as it sounds: `foto` and `poto` are one, so are `hilang` and `ilang`. */
  readonly sound: string
  /** Without prefixes and suffixes: `perkawinan` and `kawin` are one. Often the same as `sound`. */
  readonly root: string
}

/** Every word of a text; punctuation separates words, but `KTP-el` and `AK-1` are one word as well as two. */
export function wordsOf(text: string): string[] {
  return roughWords(text).flatMap((word) => {
    const parts = partsOf(word)
    return (parts.length > 1 ? [...parts, parts.join('')] : parts).map((part) => lookUp(meant, part) ?? part)
  })
}

/** The words of what somebody typed, without filler words if there are others. */
export function typedWords(typed: string): string[] {
  const words = roughWords(typed.slice(0, MOST_TYPED)).flatMap(partsOf)
  const telling = words.filter((word) => !silent.has(word) && !/^\p{L}$/u.test(word))
  return (telling.length > 0 ? telling : words)
    .slice(0, MOST_WORDS)
    .map((word) => lookUp(meant, word) ?? word)
}

/** Whether a word asks for something new: true of so many services that it only breaks ties. */
export function isWeak(word: string): boolean {
  return weak.has(word)
}

/** The forms of one lower-case word. */
export function fold(word: string): Folded {
  const sound = soundOf(word)
  return { sound, root: rootOf(sound) }
}

function roughWords(text: string): string[] {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
}

function partsOf(word: string): string[] {
  return word.split('-').filter((part) => part !== '')
}

const sounds: readonly (readonly [RegExp, string])[] = [
  // Spelling before 1972, which a visitor of seventy learnt at school: soerat, Djakarta, tjap.
  [/oe/g, 'u'],
  [/dj/g, 'j'],
  [/tj/g, 'c'],
  // The commonest misspelling of all: ijin for izin.
  [/ijin/g, 'isin'],
  // Letters that sound alike: foto, ijazah, khusus.
  [/[fv]/g, 'p'],
  [/z/g, 's'],
  [/kh/g, 'k'],
]

function soundOf(word: string): string {
  const said = sounds.reduce((all, [from, to]) => all.replace(from, to), word)
  // `KK` is no typing error, `kartuu` is; `ilang`, `utang`: nobody hears an h before a vowel at the beginning.
  const once = said.length >= 4 ? said.replace(/(.)\1+/g, '$1') : said
  return once.length >= 5 ? once.replace(/^h(?=[aiueo])/, '') : once
}

const beginnings =
  /^(?:mem(?=[bp])|men(?=[cdjt])|meng(?=[aeioughk])|me(?=[lmnrwy])|pem(?=[bp])|pen(?=[cdjt])|peng(?=[aeioughk])|per|ber|ter|ke|di|pe(?=[lmnrwy]))/
/** Fewest letters that must remain of a word; *-nya* may follow the shortest. */
const LEAST_LEFT = 4
const LEAST_BEFORE_NYA = 2

function rootOf(sound: string): string {
  const bare = cut(cut(sound, /nya$/, LEAST_BEFORE_NYA), /(?:kan|lah)$/)
  return soundOf(cut(cut(cut(bare, beginnings), beginnings), /an$/))
}

function cut(word: string, part: RegExp, least = LEAST_LEFT): string {
  const rest = word.replace(part, '')
  return rest.length >= least ? rest : word
}

/** Everyday words for what services call something else. */
const meant = {
  bikin: 'baru',
  buat: 'baru',
  membuat: 'baru',
  pembuatan: 'baru',
  make: 'new',
  apply: 'new',
}

const weak = new Set(['baru', 'new'])

const silent = new Set(
  (
    'saya aku mau ingin pengen minta tolong mohon cara gimana bagaimana apa di ke dari yang dan atau untuk dengan ' +
    'urus mengurus ngurus punya bapak ibu i want need to the a an my of for and or how please get'
  ).split(' '),
)
