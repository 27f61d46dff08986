// Which passwords are refused, after NIST SP 800-63B: too short or too long, known to everybody, or made of words
// that belong to this place. There are no rules about which kinds of characters they contain.
import { lookUp } from '../hall/look-up.ts'

/** Shortest password accepted, in characters. */
export const shortestPassword = 10

/** Longest one: far beyond what anybody types, short enough to cost nothing. */
export const longestPassword = 200

/** A known word with up to this many characters around it is still that word: `dukcapil2026!`. */
const mostAround = 6

/** Words other than the user name count only from this many letters on. */
const shortestWord = 4

/** Why a password is refused. */
export type Weakness = 'too-short' | 'too-long' | 'common' | 'known-here' | 'too-plain' | 'the-old-one'

/** Who chooses it, and where: the words that anybody guessing would try first. */
export interface Here {
  readonly username: string
  /** Names of the person, the agency and the hall; each is split into words. */
  readonly names: readonly string[]
}

/** Why this password is refused, null if it is good. Characters are counted as people count them. */
export async function weakness(password: string, here: Here): Promise<Weakness | null> {
  const plain = password.normalize('NFKC').toLowerCase()
  const length = [...plain].length
  if (length < shortestPassword) return 'too-short'
  if (length > longestPassword) return 'too-long'
  if (isPlain(plain)) return 'too-plain'
  if (isKnownHere(plain, here)) return 'known-here'
  return (await isKnown(plain)) ? 'common' : null
}

/** The same few characters again and again, or one after the other as in the alphabet. */
function isPlain(plain: string): boolean {
  const codes = [...plain].map((character) => character.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, at) => code - (codes[at] ?? 0)))
  const isRow = steps.size === 1 && Math.abs([...steps][0] ?? 0) <= 1
  return isRow || new Set(codes).size < 4 || /^(.{1,4}?)\1+.{0,3}$/u.test(plain)
}

function isKnownHere(plain: string, { username, names }: Here): boolean {
  const words = names
    .flatMap((name) =>
      name
        .normalize('NFKC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= shortestWord)
  const known = [username, ...words].toSorted((one, other) => other.length - one.length)
  const rest = known.reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest !== plain && [...rest].length <= mostAround
}

/** As it is, or with signs for letters, or with a little around it, or twice. */
async function isKnown(plain: string): Promise<boolean> {
  const twice = /^(.+)\1$/u.exec(plain)?.[1]
  const variants = [plain, ...(twice === undefined ? [] : [twice])].flatMap((text) => {
    const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    const isCore = core.length >= shortestWord && [...text].length - [...core].length <= mostAround
    return isCore ? [text, core, asLetters(core)] : [text]
  })
  const found = await Promise.all([...new Set(variants)].map(isCommon))
  return found.includes(true)
}

const signs = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** `p@ssw0rd` as `password`. */
function asLetters(text: string): string {
  return [...text].map((character) => lookUp(signs, character) ?? character).join('')
}

/** The passwords that everybody tries first: 36,651 of them, in one text. As a set they would take 3 MB. */
let text: Promise<string> | null = null

/** Whether `password`, in lower case, is one of them. The text is loaded when somebody first chooses a password. */
async function isCommon(password: string): Promise<boolean> {
  text ??= import('./common/passwords.txt?raw').then((file) => `\n${file.default}`)
  return (await text).includes(`\n${password}\n`)
}
