// The reception's page in a real browser: a number is given by keyboard, one that may be in nobody's hand is settled,
// one is found and given back, and a cut connection shows nothing as true.
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { makeAccounts } from './accounts.ts'
import { axeFaults, faultsOf, type House, openBrowser, openHouse } from './harness.ts'
import { signIn, type Staff } from './staff.ts'

let house: House
let browser: Browser
let staff: Staff
let passwords: Map<string, string>
const faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  staff = await signIn(house)
  passwords = makeAccounts(house)
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

afterAll(async () => {
  await browser.close()
  await house.close()
})

/** The page after an officer has signed in. */
async function openReception(width = 1366, query = ''): Promise<Page> {
  // Without motion: what is still fading in has less contrast.
  const context = await browser.newContext({ viewport: { width, height: 768 }, reducedMotion: 'reduce' })
  const page = await context.newPage()
  faults.push(faultsOf(page))
  await page.goto(`${house.url}/reception/${query}`)
  await page.getByLabel(/Nama pengguna|User name/).fill('dukcapil-1')
  await page
    .getByLabel(/Kata sandi|Password/, { exact: true })
    .first()
    .fill(passwords.get('dukcapil-1') ?? '')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /Beri nomor|Give a number/ }).waitFor()
  return page
}

test('a number for two services is given by keyboard alone, said large, and looked after until it is given back', async () => {
  const page = await openReception()
  expect(await axeFaults(page)).toEqual([])
  const search = page.getByLabel('Cari layanan atau instansi')
  await search.focus()
  await page.keyboard.type('kartu keluarga baru')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ktp-el pemula')
  await page.keyboard.press('Enter')
  expect(
    await page.getByRole('list', { name: 'Layanan yang dipilih' }).getByRole('listitem').allInnerTexts(),
  ).toEqual(['Kartu Keluarga baru', 'KTP-el pemula (pertama kali)'])
  await page.getByRole('checkbox', { name: /^Minta dihampiri/ }).press('Space')
  await page.getByRole('button', { name: 'Beri nomor' }).press('Enter')
  const card = page.getByRole('region', { name: /^Nomor / })
  await card.getByText('Tanpa slip. Sebutkan nomornya').waitFor()
  const number = /Nomor (\w+)/.exec((await card.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  expect(number).toMatch(/^[A-Z]{1,2}\d{3}$/)
  const asked = page.getByRole('region', { name: 'Minta dihampiri' })
  await asked.getByText(number).waitFor()
  expect(await axeFaults(page)).toEqual([])

  await card.getByRole('button', { name: 'Cetak slip' }).click()
  await card.getByRole('alert').getByText('Tidak ada pencetak untuk Anda').waitFor()
  await card.getByRole('button', { name: 'Batalkan nomor' }).click()
  const dialog = page.getByRole('dialog')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Batalkan nomor' }).click()
  await card.getByText('Dibatalkan').first().waitFor()
  await asked.getByText('Tidak ada yang minta dihampiri.').waitFor()
})

test('a slip that did not come out is shown with the reason until somebody sees that the number is noted', async () => {
  await staff.revise((plan) => {
    plan.printers = [
      {
        id: 'meja',
        name: { id: 'Pencetak meja depan', en: 'Front desk printer' },
        // Nobody listens there.
        link: { kind: 'network', host: '127.0.0.1', port: 9 },
        paper: 80,
        answers: true,
        kiosks: [],
        counters: [],
        reception: true,
      },
    ]
  })
  const { number } = await staff.takeNumber(await firstService())
  const page = await openReception()
  const list = page.getByRole('region', { name: 'Slip belum diambil' })
  await list.getByText(number).waitFor()
  await list.getByText('Slip tidak keluar: pencetak tidak terhubung.').first().waitFor()
  await page
    .getByRole('region', { name: 'Perlu perhatian' })
    .getByText('Pencetak meja depan tidak terhubung.')
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  await list.getByRole('button', { name: `Lihat ${number}` }).click()
  const card = page.getByRole('region', { name: `Nomor ${number}` })
  await card.getByText('Nomor ini belum dipanggil').waitFor()
  await card.getByRole('button', { name: 'Sudah dicatat' }).click()
  await list.getByText('Semua slip sudah sampai').waitFor()
  await card.getByText('Pengunjung sudah memegang nomornya.').waitFor()
})

test('a number is found however it is typed, and one that is not there is said to be so, in English and on a phone', async () => {
  const { number } = await staff.takeNumber(await firstService())
  const page = await openReception(360, '?lang=en')
  await page.getByLabel('Queue number').fill(`${number.slice(0, 1).toLowerCase()} ${Number(number.slice(1))}`)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: `Number ${number}` }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel('Queue number').fill('A998')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText('There is no such number today.').waitFor()
})

test('a slip held before a scanner shows its visit, wherever the focus is, and the field keeps what stood in it', async () => {
  const { number, token } = await staff.takeNumber(await firstService())
  const page = await openReception()
  const field = page.getByLabel('Cari layanan atau instansi')
  await field.fill('ktp')
  await scan(page, `https://antre.example/t/${token}?l=id`)
  await page.getByRole('region', { name: `Nomor ${number}` }).waitFor()
  expect(await field.inputValue()).toBe('ktp')

  await page.getByLabel('Nomor antrean').focus()
  await scan(page, 'https://antre.example/t/AAAAAAAAAAAAAAAAAAAAAA')
  await page.getByRole('alert').getByText('Slip itu bukan dari hari ini.').waitFor()
  expect(await page.getByLabel('Nomor antrean').inputValue()).toBe('')
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await scan(page, 'WIFI:S:mal;T:WPA;P:rahasia;;')
  await page.getByRole('alert').getByText('Kode itu bukan dari slip mal ini.').waitFor()
  expect(await axeFaults(page)).toEqual([])
})

test('a silent alarm stands above all and at the tab, until somebody of the staff goes there', async () => {
  const page = await openReception()
  const counter = await firstCounter()
  await staff.post(`/api/counters/${counter.id}/open`)
  await staff.post(`/api/counters/${counter.id}/help`, { alarm: true })
  const alarm = page.getByRole('region', { name: 'Alarm senyap' })
  await alarm.getByText(counter.name).waitFor()
  await page.waitForFunction(() => document.title.startsWith('(!)'))
  expect(await axeFaults(page)).toEqual([])
  await alarm.getByRole('button', { name: `Saya ke sana: ${counter.name}` }).click()
  await alarm.getByText(/menuju ke sana/).waitFor()
  await page.waitForFunction(() => document.title.startsWith('Resepsionis'))
  expect(await axeFaults(page)).toEqual([])
})

test('without the server nothing is shown as true and no number is given', async () => {
  const page = await openReception()
  await page.getByLabel('Cari layanan atau instansi').fill('kartu keluarga baru')
  await page.keyboard.press('Enter')
  const give = page.getByRole('button', { name: 'Beri nomor' })
  expect(await give.isEnabled()).toBe(true)
  await house.kill()
  await page.getByRole('alert').getByText('Sambungan terputus').first().waitFor()
  expect(await give.isDisabled()).toBe(true)
  await house.start()
  await page.waitForFunction(() => document.querySelector('.issue [type=submit]:not(:disabled)') !== null)
})

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))

async function firstService(): Promise<string[]> {
  const answer = (await (await fetch(`${house.url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  return answer.services
    .filter(({ status }) => status === 'open')
    .slice(0, 1)
    .map(({ id }) => id)
}

/** Types as a scanner does: within the page, so that no key waits for a slow machine. */
function scan(page: Page, text: string): Promise<void> {
  return page.evaluate((typed) => {
    for (const key of [...typed, 'Enter']) {
      const field = document.activeElement
      const isField = field instanceof HTMLInputElement
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      const goesOn = (field ?? document.body).dispatchEvent(event)
      if (!goesOn || !isField || key === 'Enter') continue
      field.value += key
      field.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }, text)
}

async function firstCounter(): Promise<{ id: string; name: string }> {
  const { counters } = (await (await fetch(`${house.url}/api/hall`)).json()) as {
    counters: { id: string; name: { id: string } }[]
  }
  const [first] = counters
  return { id: first?.id ?? '', name: first?.name.id ?? '' }
}
