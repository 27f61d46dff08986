// The rules and the tests are one list: every rule of docs/rules.md has a test that quotes it, word by word, and no
// test quotes a rule that does not exist.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const tests = new URL('../', import.meta.url)
const document = readFileSync(new URL('../docs/rules.md', tests), 'utf8')
const rules = new Map(
  [...document.matchAll(/^- \*\*([A-Z]\d+) ([^*]+)\.\*\*/gm)].map(([, id, title]) => [id, title]),
)

const quotes = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => [...readFileSync(new URL(name, tests), 'utf8').matchAll(/'\[([A-Z]\d+)\] ([^']+)'/g)])
  .map(([, id, words]) => ({ id, words: words ?? '' }))

const uncapitalised = (words = '') => words.charAt(0).toLowerCase() + words.slice(1)

it('every rule is numbered once, without a gap, in a paragraph of its own', () => {
  const numbered = [...document.matchAll(/\*\*([A-Z]\d+)\b/g)].map(([, id]) => id)
  expect(numbered).toEqual([...rules.keys()])
  for (const [index, id] of numbered.entries()) {
    const before = numbered[index - 1]
    const expected = before?.charAt(0) === id?.charAt(0) ? Number(before?.slice(1)) + 1 : 1
    expect(id).toBe(`${id?.charAt(0)}${expected}`)
  }
})

it('every rule has a test', () => {
  const tested = new Set(quotes.map(({ id }) => id))
  expect([...rules.keys()].filter((id) => !tested.has(id))).toEqual([])
})

it('every test that names a rule quotes it', () => {
  const wrong = quotes.filter(({ id, words }) => {
    const title = uncapitalised(rules.get(id))
    return title === '' || (words !== title && !words.startsWith(`${title}: `))
  })
  expect(wrong).toEqual([])
})
