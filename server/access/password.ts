// Passwords: scrypt with the parameters of the design, stored beside the hash so that they can grow.
import { scrypt, timingSafeEqual } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { lookUp } from '../hall/look-up.ts'
import type { Random } from './secret.ts'

/** log2 of N, then r and p: 32 MB and about a tenth of a second each. */
interface Cost {
  ln: number
  r: number
  p: number
}
const cost: Cost = { ln: 15, r: 8, p: 3 }
const hashBytes = 32

/** Node's scrypt runs in its pool of four threads, which the disk needs too: never more than two at once. */
const atOnce = 2
/** Anyone behind this many others would wait too long for an answer. */
const longestQueue = 64

/**
 * Whose password it is: of somebody who asks from where that person has signed in before, or who is signed in; or of
 * anybody else. A stranger can send as many as they like, and must not keep the others waiting.
 */
export type Asking = 'known' | 'stranger'

const waiting: Readonly<Record<Asking, (() => void)[]>> = { known: [], stranger: [] }
const turns = { taken: 0 }

/** Runs it when its turn comes: known people before strangers. */
async function inTurn<T>(asking: Asking, work: () => Promise<T>): Promise<T> {
  if (turns.taken < atOnce) turns.taken += 1
  else
    await new Promise<void>((resolve) => {
      waiting[asking].push(resolve)
    })
  try {
    return await work()
  } finally {
    const next = waiting.known.shift() ?? waiting.stranger.shift()
    if (next) next()
    else turns.taken -= 1
  }
}

/** Whether so many passwords are being checked that another should be refused (`too-many-requests`). */
export function passwordsBusy(asking: Asking): boolean {
  return waiting[asking].length >= longestQueue
}

/** Resolves when no password is being checked or made any more, and whoever waited for one has gone on. */
export async function passwordsDone(): Promise<void> {
  while (turns.taken > 0) await pause(10)
  await pause(0)
}

/** The hash of a password in PHC form: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, both base64url. */
export async function hashPassword(password: string, random: Random): Promise<string> {
  const salt = random(16)
  const hash = await derive(password, salt, cost, 'known')
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

/**
 * Whether `stored` was made from `password`. `stored` null: nobody has that user name; this takes as long as a wrong
 * password, so that the time does not reveal which names exist.
 */
export async function isPassword(
  password: string,
  stored: string | null,
  asking: Asking = 'stranger',
): Promise<boolean> {
  const known = stored === null ? null : parse(stored)
  const hash = await derive(password, known?.salt ?? Buffer.alloc(16), known?.cost ?? cost, asking)
  return known !== null && hash.length === known.hash.length && timingSafeEqual(hash, known.hash)
}

/** Null if damaged, so that no password matches; a cost that nobody chose would block the PC. */
function parse(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } | null {
  const found = /^\$scrypt\$ln=(1?[0-9]),r=([1-9]|1[0-6]),p=([1-9]|1[0-6])\$([\w-]+)\$([\w-]+)$/.exec(stored)
  const [, ln, r, p, salt, hash] = found ?? []
  if (salt === undefined || hash === undefined) return null
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'),
    hash: Buffer.from(hash, 'base64url'),
  }
}

/** NFKC: the same key presses give the same bytes on every keyboard and system (NIST SP 800-63B, 3.1.1.2). */
function derive(password: string, salt: Buffer, { ln, r, p }: Cost, asking: Asking): Promise<Buffer> {
  const options = { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }
  return inTurn(
    asking,
    () =>
      new Promise<Buffer>((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, hashBytes, options, (error, hash) =>
          error === null ? resolve(hash) : reject(error),
        )
      }),
  )
}

// Which passwords are refused, after NIST SP 800-63B: too short or too long, known to everybody, or made of words
// that belong to this place. There are no rules about which kinds of characters they contain.

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
