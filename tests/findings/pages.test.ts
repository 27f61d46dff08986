// Every page of staff leads to noting what is missing: read from the sources, as opening each page would cost a browser a minute.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../counter-ui', import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
const pages = files.filter((file) => file.endsWith('index.html')).map((file) => dirname(file))

/** The call panel is the page of the folder itself. */
const roomOf = (page: string) => (page === '.' ? 'panel' : page)

it('[FI16] every page of staff leads to noting one', () => {
  expect(pages.length).toBeGreaterThan(12)
  const without = pages.filter((page) => {
    const own = files.filter((file) => file.startsWith(`${roomOf(page)}/`) && file.endsWith('.tsx'))
    return !own.some((file) =>
      /<Look\b|staffText\('noteFinding'\)/.test(readFileSync(join(root, file), 'utf8')),
    )
  })
  expect(without).toEqual([])
  const menu = readFileSync(join(root, 'parts/Look.tsx'), 'utf8')
  expect(menu).toContain('href="/findings/#note"')
})
