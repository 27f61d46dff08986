// Complaints in a real browser: a visitor's phone, by touch and keyboard, with and without network; staff at a desk, two at one
// complaint; the reception that writes one down.
import type { Page, Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { StaffComplaint } from '../../server/http/complaints/shapes.ts'
import { openStaffedHouse } from './accounts.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { complaintsText, complaintText, phoneText, problemText, reportsText, sharedText } from './words.ts'

const { house, open, enter, staff } = houseOfFile(
  () => openStaffedHouse({ PUBLIC_URL: 'http://mal.example', HOST_NAMES: '127.0.0.1' }),
  { keepsBrowsers: true },
)

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, reducedMotion: 'reduce' } as const
const words = (page: Page) => page.getByRole('textbox', { name: begins('words') })
const begins = (key: 'words') => new RegExp(`^${complaintText(key).replace('?', '\\?')}`, 'u')
const send = (page: Page) => page.getByRole('button', { name: complaintText('send'), exact: true })
const digits = async (page: Page) => (await page.locator('.number').innerText()).replace(/\D/g, '')
const filed = (page: Page) =>
  page.getByRole('heading', { level: 1, name: complaintText('filedTitle') }).waitFor()
const tooWide = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
const all = async () =>
  (await staff.get<{ complaints: StaffComplaint[] }>('/api/complaints?show=all')).complaints
const found = async (number: string) =>
  (await staff.get<{ complaint: StaffComplaint }>(`/api/complaints/numbers/${number}`)).complaint
/** One that the reception entered, about Kartu Keluarga. */
async function entered(text: string): Promise<{ number: string; token: string; id: string }> {
  const made = await staff.post<{ number: string; token: string }>('/api/complaints', {
    words: text,
    agency: 'dukcapil',
    channel: 'letter',
  })
  return { ...made, id: (await found(made.number)).id }
}

describe('a visitor’s phone', () => {
  it('says what becomes of it, keeps what is typed without a network, and files once', async () => {
    const page = await open('/complaint/', PHONE)
    await page.getByText(complaintText('nextHow')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await send(page).tap()
    await page.getByText(complaintText('empty')).waitFor()
    expect(await words(page).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.getByLabel(complaintText('about')).selectOption({ label: 'Kartu Keluarga baru' })
    const text = 'Dua jam menunggu <b>tanpa</b> kabar. مرحبا 😡'
    await words(page).fill(text)
    // What is there survives a reload and a lost connection.
    await page.reload()
    await expect.poll(() => words(page).inputValue()).toBe(text)
    await page.getByLabel(complaintText('about')).selectOption({ label: 'Kartu Keluarga baru' })
    // The answer to the first try is lost on its way: the complaint is there, and nobody knows.
    const loseOne = async (route: Route) => {
      await route.fetch()
      await route.abort()
    }
    await page.route('**/api/complaints', loseOne, { times: 1 })
    await send(page).tap()
    await filed(page)
    const number = await digits(page)
    expect((await all()).filter((one) => one.words === text)).toMatchObject([{ number, channel: 'phone' }])
    expect(await axeFaults(page)).toEqual([])
    // Later, on the same phone.
    await page.goto(`${house.url}/complaint/?lang=en`)
    await page.getByText(complaintText.en('state.received')).waitFor()
    const { id } = await found(number)
    await staff.post(`/api/complaints/${id}/answer`, { answer: 'Maaf, <i>sudah</i> kami perbaiki.' })
    await page.reload()
    await page.getByText('Maaf, <i>sudah</i> kami perbaiki.').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: complaintText.en('forget') }).tap()
    await page.getByRole('button', { name: complaintText.en('forgetYes') }).tap()
    await page.getByRole('heading', { name: complaintText.en('own') }).waitFor({ state: 'detached' })
  })

  it('opens an answer by its address, and by nothing less', async () => {
    const { number, token } = await entered('Kursi kurang')
    const page = await open('/complaint/', { ...PHONE, viewport: { width: 320, height: 640 } })
    const asked = page.getByLabel(complaintText('askLabel'))
    await asked.fill(number)
    await asked.press('Enter')
    await page.getByText(complaintText('asked.number')).waitFor()
    await asked.fill(`http://mal.example/complaint/#${token}`)
    await asked.press('Enter')
    await page.getByText(complaintText('state.received')).waitFor()
    await page.getByRole('button', { name: complaintText('larger') }).tap()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
    expect(await axeFaults(page)).toEqual([])
    // From a QR code, the address is enough; a made-up one is said to be unknown.
    const other = await open(`/complaint/#${token}`, PHONE)
    await other.getByText(complaintText('state.received')).waitFor()
    await other.goto(`${house.url}/complaint/?lang=id#${'x'.repeat(22)}`)
    await other.getByText(complaintText('asked.unknown')).waitFor()
  })

  it('[CO20] the page of a number says that a complaint from this phone was answered: until somebody reads it', async () => {
    const { token } = await staff.takeNumber(['bpjskes-daftar'])
    const page = await open(`/t/${token}`, PHONE)
    const answered = page.getByRole('link', { name: phoneText('answered') })
    await page.route('**/api/health', (route) => route.fulfill({ json: { rehearsal: true } }))
    await page.getByRole('link', { name: phoneText('complain') }).tap()
    await page.getByRole('heading', { level: 1, name: complaintText('title') }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/complaint/')
    await page.getByText(complaintText('rehearsal')).waitFor()
    await words(page).fill('Kursi rusak')
    await send(page).tap()
    await filed(page)
    const { id } = await found(await digits(page))
    const asked = () => page.waitForResponse((response) => /complaints\/[\w-]{22}$/.test(response.url()))
    const [first] = await Promise.all([asked(), page.goto(`${house.url}/t/${token}`)])
    await first.finished()
    expect(await answered.count()).toBe(0)
    await staff.post(`/api/complaints/${id}/answer`, { answer: 'Sudah kami ganti.' })
    await page.reload()
    await answered.tap()
    await page.getByText('Sudah kami ganti.').waitFor()
    const [second] = await Promise.all([asked(), page.goto(`${house.url}/t/${token}`)])
    await second.finished()
    expect(await answered.count()).toBe(0)
  })
})

describe('the tablet at the exit', () => {
  it('shows number and code, remembers nothing, and goes back to the start by itself', async () => {
    const { url } = await staff.post<{ url: string }>('/api/devices', {
      kind: 'survey',
      label: 'Pintu keluar',
    })
    const glass = {
      viewport: { width: 1080, height: 1920 },
      hasTouch: true,
      reducedMotion: 'reduce',
    } as const
    const page = await open(new URL(url).pathname + new URL(url).search, glass)
    await page.waitForURL((now) => !now.search.includes('enrol'))
    await page.clock.install()
    await page.goto(`${house.url}/complaint/`)
    await page.getByText(complaintText('nextHowTablet')).waitFor()
    await words(page).fill('Pintu otomatis rusak')
    // Nobody is there: it asks, and who stays goes on with what was typed.
    await page.clock.fastForward(95_000)
    await page.getByRole('button', { name: complaintText('stillYes') }).tap()
    expect(await words(page).inputValue()).toBe('Pintu otomatis rusak')
    await send(page).tap()
    await filed(page)
    const number = await digits(page)
    await page.getByAltText(complaintText('filedQrAlt')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    expect(await found(number)).toMatchObject({ channel: 'tablet' })
    expect(await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(
      'omplaint',
    )
    await page.clock.fastForward(61_000)
    await page.waitForURL('**/survey/')
    await page.goto(`${house.url}/complaint/`)
    await page.getByText(complaintText('nextHowTablet')).waitFor()
    expect(await page.getByText(complaintText('own')).count()).toBe(0)
    // Its clock is not that of others.
    await page.context().close()
  })
})

describe('staff', () => {
  it('two at one complaint: the second sees what the first did, and loses nothing', async () => {
    const { id, number } = await entered('Petugas tidak ada di loket')
    const page = await enter('/complaints/', 'manager', { reducedMotion: 'reduce' })
    const grouped = `${number.slice(0, 3)} ${number.slice(3)}`
    await page.getByRole('button', { name: grouped }).click()
    await page.getByRole('heading', { name: complaintsText('heading', { number: grouped }) }).waitFor()
    expect(await axeFaults(page)).toEqual([])
    const answer = page.getByLabel(complaintsText('answer'))
    await answer.fill('Jawaban saya')
    await staff.post(`/api/complaints/${id}/answer`, { answer: 'Jawaban orang lain' })
    await page.getByRole('button', { name: complaintsText('answerGo') }).click()
    await page.getByText(problemText('complaint-changed')).waitFor()
    await page.getByText('Jawaban orang lain').waitFor()
    expect(await answer.inputValue()).toBe('Jawaban saya')
    await page.getByRole('button', { name: complaintsText('answerAgain') }).click()
    await page.getByText(complaintsText('didAnswer')).waitFor()
    expect((await found(number)).history.map(({ kind }) => kind)).toEqual([
      'received',
      'answered',
      'answered',
    ])
    // What was typed for whoever takes over also stays when somebody was quicker.
    await page.getByRole('button', { name: complaintsText('reopen') }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: complaintsText('reopen') })
      .click()
    await page.getByText(complaintsText('didReopen')).waitFor()
    await page.getByRole('button', { name: complaintsText('forward'), exact: true }).click()
    await page.getByLabel(complaintsText('note')).fill('Untuk loket 3')
    await staff.post(`/api/complaints/${id}/answer`, { answer: 'Sekali lagi' })
    await page
      .getByRole('dialog')
      .getByRole('button', { name: complaintsText('forward') })
      .click()
    await page.getByRole('dialog').getByText(problemText('complaint-changed')).waitFor()
    expect(await page.getByLabel(complaintsText('note')).inputValue()).toBe('Untuk loket 3')
    await page.getByRole('button', { name: sharedText('cancel') }).click()
    // By keyboard: close it with a reason.
    await page.getByRole('button', { name: complaintsText('close'), exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel(complaintsText('why')).selectOption('settled')
    await page.getByRole('button', { name: complaintsText('closeGo') }).press('Enter')
    await page.getByText(complaintsText('didClose')).waitFor()
    await page.getByLabel(complaintsText('done'), { exact: true }).check()
    await page.getByRole('button', { name: grouped }).waitFor()
    expect(await tooWide(page)).toBeLessThanOrEqual(0)
  })

  it('writes down what somebody says at the reception, and hands over number and code', async () => {
    const page = await enter('/complaints/?lang=en', 'manager', { reducedMotion: 'reduce' })
    await page.getByRole('button', { name: complaintsText.en('enter') }).click()
    await page.getByLabel(complaintsText.en('by.call')).check()
    await page.getByLabel(complaintsText.en('enterWords')).fill('The lift is broken')
    expect(await axeFaults(page)).toEqual([])
    await page.getByRole('button', { name: complaintsText.en('enterGo') }).click()
    const picture = page.getByAltText(complaintsText.en('enteredQr'))
    await picture.waitFor()
    const number = (await page.getByRole('dialog').locator('.complaints-number').innerText()).replace(
      /\D/g,
      '',
    )
    expect(await found(number)).toMatchObject({ words: 'The lift is broken', channel: 'call', agency: null })
    await expect
      .poll(() => picture.evaluate((one) => (one instanceof HTMLImageElement ? one.naturalWidth : 0)))
      .toBeGreaterThan(0)
    await page.getByRole('button', { name: sharedText.en('close') }).click()
    await page.getByRole('button', { name: `${number.slice(0, 3)} ${number.slice(3)}` }).waitFor()
  })

  it('sees in the reports what came of complaints, and enters what SP4N-LAPOR! counted', async () => {
    await entered('Terlalu panas')
    const { lastDay } = await staff.get<{ lastDay: string }>('/api/reports/periods')
    const path = `/reports/complaints/?period=${lastDay.slice(0, 8)}01..${lastDay}&by=agency`
    const page = await enter(path, 'manager', { reducedMotion: 'reduce' })
    const table = page.getByRole('table', { name: reportsText('section.complaints'), exact: true })
    await table.getByRole('rowheader', { name: 'Dinas Kependudukan dan Pencatatan Sipil' }).waitFor()
    await page.getByLabel(reportsText('sp4n.count')).fill('12')
    await page.getByRole('button', { name: reportsText('sp4n.enter'), exact: true }).click()
    await page.getByText(reportsText.like('sp4n.entered')).waitFor()
    await page.getByRole('button', { name: reportsText('complaints.hall'), exact: true }).click()
    await table.getByRole('cell', { name: '12', exact: true }).waitFor()
    expect(await axeFaults(page)).toEqual([])
  })
})
