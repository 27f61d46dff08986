// The rules and the tests are one list: every rule of docs/rules.md, and of the pages beside it whose rules have two
// letters, has a test that quotes it, word by word, and no test quotes a rule that does not exist.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const tests = new URL('../', import.meta.url)
const pages = [
  'forecast',
  'rules',
  'figures',
  'reports',
  'monitor',
  'simulator',
  'paper',
  'rehearsal',
  'survey',
  'complaints',
  'evaluation',
  'findings',
]
  .map((page) => new URL(`../docs/${page}.md`, tests))
  .filter((page) => existsSync(page))
const document = pages.map((page) => readFileSync(page, 'utf8')).join('\n')
const rules = new Map(
  [...document.matchAll(/^- \*\*([A-Z]{1,2}\d+) ([^*]+)\.\*\*/gm)].map(([, id, title]) => [id, title]),
)

const quotes = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .flatMap((name) => [
    ...readFileSync(new URL(name, tests), 'utf8').matchAll(/'\[([A-Z]{1,2}\d+)\] ([^']+)'/g),
  ])
  .map(([, id, words]) => ({ id, words: words ?? '' }))

const lettersOf = (id = '') => id.replace(/\d+$/, '')
const uncapitalised = (words = '') => words.charAt(0).toLowerCase() + words.slice(1)

it('every rule is numbered once, without a gap, in a paragraph of its own', () => {
  const numbered = [...document.matchAll(/\*\*([A-Z]{1,2}\d+)\b/g)].map(([, id]) => id)
  expect(numbered).toEqual([...rules.keys()])
  for (const [index, id] of numbered.entries()) {
    const before = numbered[index - 1]
    const letters = lettersOf(id)
    const expected = lettersOf(before) === letters ? Number(before?.slice(letters.length)) + 1 : 1
    expect(id).toBe(`${letters}${expected}`)
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
