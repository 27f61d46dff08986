// The page of findings in a real browser: an officer notes one with two taps on a telephone, the manager steers it by keyboard on
// the counter's PC, and a line that is cut loses nothing.
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { FindingAnswer } from '../../server/http/findings/shapes.ts'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { findingsText, staffText } from './words.ts'

const { enter, house, staff } = houseOfFile(openStaffedHouse, { keepsBrowsers: true })
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const sample = (name: string) => fileURLToPath(new URL(`../media/files/${name}`, import.meta.url))
const tap = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).tap()
/** What somebody else noted meanwhile. */
const noted = (body: object) => staff.post<FindingAnswer>('/api/findings', body)
const fitsWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)

/** A BMP, which nothing makes smaller: four megabytes of stripes. */
function bitmap(width: number, height: number): Buffer {
  const file = Buffer.alloc(54 + width * height * 3, 0x40)
  file.fill(0, 0, 54)
  file.write('BM', 0, 'latin1')
  file.writeUInt32LE(file.length, 2)
  file.writeUInt32LE(54, 10)
  file.writeUInt32LE(40, 14)
  file.writeInt32LE(width, 18)
  file.writeInt32LE(height, 22)
  file.writeUInt16LE(1, 26)
  file.writeUInt16LE(24, 28)
  for (let at = 54; at < file.length; at += 90) file[at] = 0xff
  return file
}

test('[FI1] all staff see findings and note them, and the manager steers: two taps on a telephone, the own counter first', async () => {
  const page = await enter('/reception/', 'dukcapil-1', { ...PHONE, reducedMotion: 'reduce' })
  await page.getByRole('button', { name: staffText('menu') }).waitFor()
  expect((await page.request.post(`${house.url}/api/counters/loket-1/open`)).status()).toBe(200)
  await page.getByRole('button', { name: staffText('menu') }).tap()
  const way = page.getByRole('link', { name: staffText('noteFinding') })
  expect(await way.getAttribute('target')).toBe('_blank')
  const opened = page.waitForEvent('popup')
  await way.tap()
  const note = await opened
  await note.getByRole('heading', { name: findingsText('whatTitle') }).waitFor()
  expect(await axeFaults(note)).toEqual([])
  expect(await fitsWide(note)).toBe(true)

  await tap(note, 'AC, panas')
  const own = note.getByRole('button', { name: findingsText('ownCounter', { name: 'Loket 1' }) })
  await own.waitFor()
  expect(await axeFaults(note)).toEqual([])
  expect(await fitsWide(note)).toBe(true)
  await own.tap()

  await note.getByRole('heading', { name: findingsText.like('noted') }).waitFor()
  expect(await axeFaults(note)).toEqual([])
  const file = note.getByLabel(findingsText('takePhoto'))
  await file.setInputFiles(sample('small.jpg'))
  await note.getByText(findingsText('sent', { name: 'small.jpg' })).waitFor()
  // As large as a phone's, and of a kind that the server does not accept: it is redrawn, smaller, before it is sent.
  await file.setInputFiles({ name: 'besar.bmp', mimeType: 'image/bmp', buffer: bitmap(2400, 600) })
  await note.getByText(findingsText('sent', { name: 'besar.bmp' })).waitFor()
  await file.setInputFiles({
    name: 'lie.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<svg onload="x"/>'),
  })
  await note.getByText(`lie.jpg: ${findingsText('why.unsupported')}`).waitFor()
  await note.getByLabel(findingsText('addWords')).fill('AC mati sejak pagi')
  await tap(note, findingsText('save'))
  await note.getByText(findingsText('wordsSaved')).waitFor()

  await note.getByRole('link', { name: findingsText('open') }).tap()
  await note.getByRole('heading', { name: 'AC mati sejak pagi' }).waitFor()
  // Not the manager: there is nothing to steer with.
  expect(await note.getByRole('heading', { name: findingsText('steer') }).count()).toBe(0)
  expect(await note.getByRole('link', { name: 'small.jpg' }).count()).toBe(1)
  expect(await axeFaults(note)).toEqual([])
  expect(await fitsWide(note)).toBe(true)
  const { findings } = await staff.get<{ findings: FindingAnswer[] }>('/api/findings?agency=dukcapil')
  expect(findings[0]).toMatchObject({
    what: 'AC mati sejak pagi',
    subject: 'air-conditioning',
    where: 'Loket 1',
    notedBy: { username: 'dukcapil-1' },
    evidence: [{ kind: 'jpeg' }, { kind: 'jpeg', name: 'besar.jpg' }],
  })
  expect(findings[0]?.evidence[1]?.bytes).toBeLessThan(400_000)
})

test('[FI4] nobody overwrites unseen what another has changed: the manager steers by keyboard, and nothing typed is lost', async () => {
  const { id, number } = await noted({ what: 'Kursi roda belum ada', due: '2026-01-15' })
  const page = await enter(`/findings/?lang=en&overdue#finding=${id}`, 'manager', { reducedMotion: 'reduce' })
  await page.getByRole('heading', { name: 'Kursi roda belum ada' }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  const due = page.getByLabel(findingsText.en('due'), { exact: true })
  await page.getByLabel(findingsText.en('owner'), { exact: true }).focus()
  await page.keyboard.type('Bagian Umum')
  await due.fill('2099-03-01')
  // Another hand is quicker.
  await staff.post(`/api/findings/${id}`, { due: '2099-02-02' })
  const save = page.getByRole('button', { name: findingsText.en('save'), exact: true })
  await save.press('Enter')
  await page.getByRole('alert').filter({ hasText: 'out of date' }).waitFor()
  await page.getByText('2 Feb 2099').first().waitFor()
  expect(await due.inputValue()).toBe('2099-03-01')
  await save.press('Enter')
  await page.getByText(findingsText.en('saved')).waitFor()
  expect(await staff.get(`/api/findings/${id}`)).toMatchObject({ owner: 'Bagian Umum', due: '2099-03-01' })

  // It was overdue before: the list that was asked for has it no more.
  await page.getByRole('link', { name: findingsText.en('backToList') }).focus()
  await page.keyboard.press('Enter')
  await page.getByText(findingsText.en('noneFit')).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: findingsText.en('allAgain') }).press('Enter')
  await page.getByRole('link', { name: `${number} Kursi roda belum ada` }).waitFor()
  await page.getByLabel(findingsText.en('owner'), { exact: true }).selectOption('Bagian Umum')
  await page.waitForFunction(() => location.search.includes('owner=Bagian'))
  expect(await axeFaults(page)).toEqual([])
})

test('[FI12] a facility that is lacking is one line of the same list: and what became of things since a visit is told', async () => {
  const page = await enter('/findings/#facilities', 'manager', { reducedMotion: 'reduce' })
  const name = 'Ruang laktasi'
  await page.getByLabel(findingsText('facilityState', { name })).selectOption('lacking')
  await page.getByLabel(findingsText('facilityExpected', { name })).fill('2099-01-31')
  await page.getByRole('link', { name: `${findingsText('toFinding')}: ${name}` }).waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('link', { name: findingsText('way.visits') }).click()
  await page.getByLabel(findingsText('visitDay')).fill('2026-01-20')
  await page.getByLabel(findingsText('visitWho')).fill('Tim penilai')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: new RegExp(`^${findingsText('noteHere')}`) }).click()
  await page.getByLabel(findingsText('what')).fill('Petunjuk arah kurang')
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: findingsText('note') }).click()
  await page.getByRole('heading', { name: 'Petunjuk arah kurang' }).waitFor()
  await page.getByRole('link', { name: findingsText('way.visits') }).click()
  await page.getByRole('link', { name: new RegExp(`^${findingsText('since')}`) }).click()
  await page.getByRole('heading', { name: findingsText('since.left') }).waitFor()
  expect(await page.getByRole('link', { name: 'Petunjuk arah kurang' }).count()).toBe(2)
  expect(await page.getByRole('link', { name }).count()).toBe(1)
  expect(await axeFaults(page)).toEqual([])
})

test('[FI2] the same noted again by the same person within ten minutes is one finding: whose answer was lost on its way', async () => {
  const page = await enter('/findings/#note', 'polres-1', PHONE)
  let sent = 0
  await page.route('**/api/findings', async (route) => {
    sent += 1
    if (sent > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })
  await tap(page, 'Kebersihan')
  await tap(page, 'Parkir')
  await page.getByRole('heading', { name: findingsText.like('noted') }).waitFor()
  expect(sent).toBe(2)
  const open = async () => {
    const { findings } = await staff.get<{ findings: FindingAnswer[] }>('/api/findings?state=open')
    return findings.filter(({ subject }) => subject === 'cleanliness').length
  }
  expect(await open()).toBe(1)
  await tap(page, findingsText('undo'))
  await page.getByRole('link', { name: findingsText('note'), exact: true }).waitFor()
  expect(await open()).toBe(0)
})

test('what could not be asked while the server was away is asked again once it is back', async () => {
  const page = await enter('/findings/', 'manager', { reducedMotion: 'reduce' })
  const facilities = page.getByRole('link', { name: findingsText('way.facilities') })
  await facilities.waitFor()
  await page.route('**/api/findings/facilities', (route) => route.fulfill({ status: 500 }))
  await facilities.click()
  await page.getByRole('alert').waitFor()
  await house.kill()
  await page.unroute('**/api/findings/facilities')
  await house.start()
  await page.getByRole('heading', { name: findingsText('vulnerable') }).waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
})
