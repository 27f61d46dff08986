// On a fresh clone the early tests run before there is a database library or a build.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSource, type Source } from '../walls/tree.ts'
import { EARLY } from './early.mjs'

const root = join(import.meta.dirname, '../..')

/** Many load the same. */
const known = new Map<string, Source>()
function sourceOf(path: string): Source {
  const source = known.get(path) ?? readSource(path, readFileSync(join(root, path), 'utf8'))
  known.set(path, source)
  return source
}

/** Of all that a file loads: what there is only later, each as `file: what`. */
function lacking(first: string): string[] {
  const met = new Set([first])
  const found: string[] = []
  for (const path of met) {
    if (!existsSync(join(root, path)) || !/\.(ts|tsx|mjs)$/.test(path)) continue
    const { code, imports } = sourceOf(path)
    if (/\bdist\//.test(code)) found.push(`${path}: the build`)
    for (const { to, typeOnly } of imports) {
      if (typeOnly) continue
      if (to === 'better-sqlite3') found.push(`${path}: ${to}`)
      if (to.includes('/')) met.add(to)
    }
  }
  return found
}

test.each(EARLY)('%s needs neither the database library nor the build', (file) => {
  expect(existsSync(join(root, file))).toBe(true)
  expect(lacking(file)).toEqual([])
})

test('a test that needs them would be found', () => {
  expect(lacking('tests/store/queries.test.ts')).not.toEqual([])
  expect(lacking('tests/process/crash.test.ts')).toContain('tests/process/server.ts: the build')
})
