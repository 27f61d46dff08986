// What staff pages say about findings. That every page leads to noting one is read from the sources: opening each
// would cost a browser a minute.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { inOrder } from '../../counter-ui/manage/opening/ReadySection.tsx'

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
      /<(?:Look|StaffPage)\b|staffText\('noteFinding'\)/.test(readFileSync(join(root, file), 'utf8')),
    )
  })
  expect(without).toEqual([])
  expect(readFileSync(join(root, 'parts/StaffPage.tsx'), 'utf8')).toContain('<Look ')
  const menu = readFileSync(join(root, 'parts/Look.tsx'), 'utf8')
  expect(menu).toContain('href="/findings/#note"')
})

it('[FI12] a facility that is lacking is one line of the same list: of those to come, what vulnerable visitors need stands first', () => {
  const facility = (id: string, vulnerable: boolean, expected: string | null) => ({
    id,
    vulnerable,
    expected,
  })
  const order = inOrder([
    facility('television', false, '2026-12-01'),
    facility('ramp', true, null),
    facility('lactation-room', true, '2027-01-31'),
    facility('seats', false, null),
    facility('wheelchair', true, '2026-12-20'),
  ])
  expect(order.map(({ id }) => id)).toEqual(['wheelchair', 'lactation-room', 'ramp', 'television', 'seats'])
})
