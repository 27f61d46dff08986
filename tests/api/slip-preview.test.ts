// The sample of a slip that the manager looks at while setting up what slips say.
import { expect, it } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp } from './hall-app.ts'

const line = 'GET /api/slip/preview.svg'

it('is for the manager', async () => {
  const hall = await hallApp()
  await hall.enrol('kiosk')
  expect(await hall.outcomes(line, {}, ['nobody', 'kiosk', 'ayu', 'spv'])).toEqual({
    nobody: '401 not-signed-in',
    kiosk: '403 not-allowed',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
  })
})

it('is an SVG that says what the plan says, and can do nothing', async () => {
  const footer = [{ id: 'Terima kasih', en: 'Thank you' }]
  const hall = await hallApp({ plan: { ...rulesPlan, slip: { header: [], footer, logo: null } } })
  const get = (query: string) =>
    hall.app.inject({
      url: `/api/slip/preview.svg${query}`,
      headers: { cookie: hall.cookies.get('manager') ?? '' },
    })
  const wide = await get('?paper=80&language=en&plan=1')
  expect(wide.statusCode).toBe(200)
  expect(wide.headers['content-type']).toMatch(/^image\/svg\+xml/)
  expect(wide.headers['content-security-policy']).toContain("default-src 'none'")
  expect(wide.body).toContain('A012')
  expect(wide.body).toContain('Thank you')
  const narrow = await get('?paper=58')
  expect(narrow.body).toContain('Terima kasih')
  const widthOf = (svg: string) => Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  expect(widthOf(narrow.body)).toBeLessThan(widthOf(wide.body))
})

it('shows the short slip or the long one, whichever comes out of the printers', async () => {
  const hall = await hallApp({ plan: karangasem })
  const shown = async () =>
    (
      await hall.app.inject({
        url: '/api/slip/preview.svg',
        headers: { cookie: hall.cookies.get('manager') ?? '' },
      })
    ).body
  const short = await shown()
  expect(short).toContain('Belum Anda miliki:')
  expect(short).not.toContain('Siapkan:')
  const slip = { header: [], footer: [], logo: null, long: true }
  await hall.does(`PUT /api/plan?from=${hall.hall.planSeq}`, { as: 'manager', body: { ...karangasem, slip } })
  expect(await shown()).toContain('Siapkan:')
})

it.each(['?paper=70', '?language=english', '?plan=-1', '?more=1'])('%s is 400 bad-request', async (query) => {
  const hall = await hallApp()
  expect(await hall.outcome(`${line}${query}`, { as: 'manager' })).toBe('400 bad-request')
})
