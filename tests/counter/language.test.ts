// Which language the pages of staff use if nobody has chosen one.
import { expect, test } from 'vitest'

test.each([
  [['en-GB', 'id'], 'en'],
  [['fr', 'id-ID', 'en'], 'id'],
  [['fr-FR'], undefined],
  [[], undefined],
])('of a browser that asks for %j: %s', async (asked, spoken) => {
  const { spokenOf } = await import('../../counter-ui/start.ts')
  expect(spokenOf(asked)).toBe(spoken)
})
