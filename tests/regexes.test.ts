// None of our regular expressions can be kept busy (ReDoS): each one, of server and screens, is given long texts that
// nearly match, made from its own letters. One that tries all ways to split them would never end; the limit is for
// those alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, Script } from 'node:vm'
import { parseSync } from 'vite'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
/** Characters: a body's limit. */
const LONG = 16 * 1024
/** Milliseconds: many times what the slowest of ours takes. */
const NEVER_ENDS = 20_000
const EVERYWHERE = 'a0A -_.,:;/\\"\'<>=&%{}[]()\n\té'

interface Found {
  readonly where: string
  readonly pattern: string
  readonly flags: string
}

/** All regular expressions in a file. */
function regexesOf(where: string): Found[] {
  const { program } = parseSync(where, readFileSync(join(root, where), 'utf8'))
  const found: Found[] = []
  const lookAt = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { regex } = node as { regex?: { pattern: string; flags: string } }
    if (regex) found.push({ where, ...regex })
    for (const part of Object.values(node)) lookAt(part)
  }
  lookAt(program)
  return found
}

const all = ['server', 'screens', 'kiosk-ui', 'counter-ui', 'display-ui']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
  .flatMap(regexesOf)
  .filter(
    ({ pattern, flags }, nth, found) =>
      nth === found.findIndex((one) => one.pattern === pattern && one.flags === flags),
  )

const repeated = new Map<string, string>()

/** A letter or two, over and over; most patterns are given the same ones. */
function long(letters: string): string {
  const text = repeated.get(letters) ?? letters.repeat(LONG / letters.length)
  repeated.set(letters, text)
  return text
}

/** Long texts of one letter or of two alternating, with an end that does not match. */
function* texts(pattern: string): Generator<string> {
  const letters = [...new Set(pattern.replace(/\\[a-zA-Z]/g, '').match(/[^\\^$*+?()[\]{}|]/g))].slice(0, 12)
  for (const letter of [...EVERYWHERE, ...letters]) {
    yield `${long(letter)}\u0000`
    yield `x${long(letter)}`
  }
  for (const one of letters) for (const other of ['a', '0', ' ', '-']) yield `${long(`${one}${other}`)}\u0000`
}

const script = new Script('for (const text of texts) text.replace(regex, "")')
const apart = createContext({})

/** The patterns that did not come to an end. */
function endless(found: readonly Found[], timeout = NEVER_ENDS): string[] {
  return found
    .filter(({ pattern, flags }) => {
      Object.assign(apart, { regex: new RegExp(pattern, flags), texts: [...texts(pattern)] })
      try {
        script.runInContext(apart, { timeout })
        return false
      } catch {
        return true
      }
    })
    .map(({ where, pattern }) => `${where}: ${pattern}`)
}

it('every regular expression comes to an end', { timeout: 300_000 }, () => {
  expect(all.length).toBeGreaterThan(40)
  expect(endless(all)).toEqual([])
})

it('one that does not would be found', () => {
  // However long it is given, and here it is given little.
  expect(endless([{ where: 'a', pattern: '^(?:a+)+$', flags: '' }], 1_000)).toEqual(['a: ^(?:a+)+$'])
})
