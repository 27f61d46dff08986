// docs/access.md matches the table of doors. After a change of the table: `npx vitest run
// tests/api/access-page.test.ts -u`.
import { expect, it } from 'vitest'
import { accessPage } from './doors/access-page.ts'
import { describedBy } from './doors/requests.ts'
import { hallApp } from './hall-app.ts'

it('the page about who may do what matches the table of doors', async () => {
  const page = accessPage(await describedBy(await hallApp()))
  expect(page).not.toContain('|  |')
  await expect(page).toMatchFileSnapshot('../../docs/access.md')
})
