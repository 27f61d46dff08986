// No plain object is asked for a key that a stranger may choose: every object has `constructor` and `__proto__`, and
// finding those ends in a throw, or in the wrong words. `lookUp` finds only an object's own keys; a Map is safe by
// itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { lookUp as ofServer } from '../server/hall/look-up.ts'
import { lookUp as ofPages } from '../screens/look-up.ts'
import { type LookUp, lookUps } from './walls/look-ups.ts'

/** Places whose keys are never a stranger's, each with the reason. */
const known: readonly LookUp[] = [
  // The keys of what our own code creates, on the way of every event.
  { path: 'server/hall/hall.ts', text: 'old[key]' },
  { path: 'server/hall/hall.ts', text: 'key as keyof Hall' },
  // What our own queries name.
  { path: 'server/store/statement.ts', text: 'byName[one.given]' },
  // Written only by us.
  { path: 'server/store/tables/access.ts', text: "row.why as Ending['why']" },
  { path: 'server/store/tables/access.ts', text: "action as AccessLine['action']" },
  { path: 'server/store/tables/watched.ts', text: 'kind as WatchedKind' },
]

it('nowhere but in lookUp', () => {
  const folders = /^(?:server\/(?!launch\/)|screens\/|kiosk-ui\/|display-ui\/|counter-ui\/)/
  const found = lookUps(fileURLToPath(new URL('../tsconfig.json', import.meta.url)), (path) =>
    folders.test(path),
  )
  const byPath = (one: LookUp, other: LookUp) => (one.path < other.path ? -1 : 1)
  expect(found.sort(byPath)).toEqual([...known].sort(byPath))
})

/** What is found in a file with this text. */
function foundIn(text: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'antre-look-ups-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'tsconfig.json'), '{"compilerOptions":{"strict":true},"files":["a.ts"]}')
  writeFileSync(join(folder, 'a.ts'), `export {}\ndeclare const name: string\n${text}`)
  return lookUps(join(folder, 'tsconfig.json'), (path) => path === 'a.ts').map((place) => place.text)
}

describe('it is found', () => {
  it.each([
    ['const t: Record<string, number> = {}; t[name]', 't[name]'],
    ['const t: Record<string, number> = {}; t[name] = 1', 't[name]'],
    ['const t: Record<string, number> = {}; t[name.slice(1) || "a"]', 't[name.slice(1) || "a"]'],
    ['const t = { a: 1 }; t[name as "a"]', 'name as "a"'],
    ['const t = { a: 1 }; name in t', 'name in t'],
    ['const t = { a: 1, b: 2 }; const k = name as keyof typeof t; t[k]', 'name as keyof typeof t'],
    ['const t: Record<string, number> = {}; const k: any = 1; t[k]', 't[k]'],
    ['const t: Record<string, number> = {}; t[`${name}`]', 't[`${name}`]'],
  ])('%s', (text, found) => expect(foundIn(text)).toEqual([found]))

  it.each([
    'const t = { a: 1, b: 2 }; declare const k: "a" | "b"; t[k]',
    'const t = [1]; declare const k: number; t[k]',
    'const t: Record<string, number> = {}; t["a"]; "a" in t',
    'function f<T, K extends keyof T>(t: T, k: K) { return t[k] }; f({ a: 1 }, "a")',
  ])('but not %s', (text) => expect(foundIn(text)).toEqual([]))
})

describe.each([
  ['the server', ofServer],
  ['the pages', ofPages],
])('lookUp of %s', (_where, lookUp) => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf', ''])(
    'has no “%s”',
    (name) => {
      expect(lookUp({ a: 1 }, name)).toBeUndefined()
      expect(
        lookUp(
          new (class {
            a = 1
          })(),
          name,
        ),
      ).toBeUndefined()
    },
  )
  it('has the object’s own keys', () => expect(lookUp({ a: 1, b: 'x' }, 'b')).toBe('x'))
})
