// Everything that the pages in docs/ refer to exists: other pages with their sections, and the tests behind a claim.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]
const read = (page: string) => readFileSync(join(root, page), 'utf8')

/** A heading as it appears in addresses. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
const sectionsOf = (page: string) =>
  [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slug(heading))

/** Links of a page that lead nowhere, and tests named there that do not exist. */
function brokenIn(page: string, text = read(page)): string[] {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].flatMap(
    ([, path = '', section]) => {
      const to = path === '' ? page : join(dirname(page), path)
      if (!existsSync(join(root, to))) return [`${page}: ${path}`]
      return section === undefined || !to.endsWith('.md') || sectionsOf(to).includes(section)
        ? []
        : [`${page}: ${path}#${section}`]
    },
  )
  const named = [...text.matchAll(/`(tests\/[\w./-]+)`/g)].map(([, path = '']) => path)
  return [
    ...links,
    ...named.filter((path) => !existsSync(join(root, path))).map((path) => `${page}: ${path}`),
  ]
}

it('every link and every test named in a page is there', () => {
  expect(pages.length).toBeGreaterThan(20)
  expect(pages.flatMap((page) => brokenIn(page))).toEqual([])
})

it('one that is not would be found', () => {
  const text = '[a](nowhere.md) [b](rules.md#no-such-rule) `tests/none.test.ts` [c](rules.md)'
  expect(brokenIn('docs/made-up.md', text)).toEqual([
    'docs/made-up.md: nowhere.md',
    'docs/made-up.md: rules.md#no-such-rule',
    'docs/made-up.md: tests/none.test.ts',
  ])
})

it('a command whose output goes into a file keeps npm from adding lines to it', () => {
  const redirected = pages.flatMap((page) => read(page).match(/npm run [^`\n>]*> ?[\w/.]+/g) ?? [])
  expect(redirected.length).toBeGreaterThan(1)
  expect(redirected.filter((command) => !command.startsWith('npm run -s '))).toEqual([])
})

it('each defence in the page on security names its test', () => {
  const rows = read('docs/security.md').match(/^\| .+$/gm) ?? []
  const defences = rows.filter((row) => !/^\| (?:---|tries )/.test(row))
  expect(defences.length).toBeGreaterThan(20)
  expect(defences.filter((row) => !/`tests\/[\w/-]+\.test\.ts` \|$/.test(row))).toEqual([])
})
