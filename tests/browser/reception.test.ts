// The reception's page in a real browser: a number is given by keyboard, one that may be in nobody's hand is settled,
// one is found and given back, and a cut connection shows nothing as true.
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openStaffedHouse, type StaffedHouse } from './accounts.ts'
import { nobodyListens } from './dead-printer.ts'
import { userName } from './door.ts'
import { axeFaults, faultsOf, openBrowser } from './harness.ts'
import { scan } from './scanner.ts'
import { signIn, type Staff } from './staff.ts'

const FAMILY_CARD = 'dukcapil-kk'
const HEALTH = 'bpjskes-daftar'

let house: StaffedHouse
let browser: Browser
let staff: Staff
const faults: string[][] = []

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openStaffedHouse(), openBrowser()])
  staff = await signIn(house)
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
    .fill(house.passwords.get('dukcapil-1') ?? '')
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
  await staff.revise((plan) => void (plan.printers = [nobodyListens]))
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

  // Its row goes; who works by keyboard goes on at the list.
  const other = await staff.takeNumber(await firstService())
  await list.getByRole('button', { name: `Sudah dicatat: ${other.number}` }).focus()
  await page.keyboard.press('Enter')
  await list.getByText('Semua slip sudah sampai').waitFor()
  await list.locator('h2:focus').waitFor()
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
  // A card that is taller than the glass stands above where it was asked for, and yet shows its number.
  const several = await staff.takeNumber([FAMILY_CARD, HEALTH, 'pdam-bayar', 'bpn-roya', 'dpmptsp-reklame'])
  await page.getByLabel('Queue number').fill(several.number)
  await page.keyboard.press('Enter')
  const card = page.getByRole('region', { name: `Number ${several.number}` })
  await card.waitFor()
  await page.waitForFunction(() => {
    const plate = document.querySelector('.visit-top .plate')?.getBoundingClientRect()
    return plate && plate.top >= 0 && plate.bottom <= innerHeight
  })
  expect(await card.evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(768)
  await staff.post(`/api/reception/visits/${several.id}/cancel`)
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

describe('[Q11] a scan is one visit or one search, and its letters go nowhere else: at the reception', () => {
  const codeOf = (token: string) => `https://antre.example/t/${token}`
  const word = (page: Page, text: string) => page.locator('.scan-word').getByText(text).waitFor()
  const card = (page: Page, number: string) => page.getByRole('region', { name: `Nomor ${number}` })

  test('is taken without Enter, once, and its Enter that comes late presses nothing', async () => {
    const [one, other] = [await staff.takeNumber([HEALTH]), await staff.takeNumber([HEALTH])]
    const page = await openReception()
    await openCard(page, one.number)
    const asked: string[] = []
    page.on('request', (request) => void (request.url().includes('token=') && asked.push(request.url())))
    await card(page, one.number).getByRole('button', { name: 'Batalkan nomor' }).focus()
    const late = await scan(page, codeOf(other.token), '')
    await card(page, other.number).waitFor()
    await card(page, other.number).getByRole('button', { name: 'Batalkan nomor' }).focus()
    await late()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(asked).toHaveLength(1)
  })

  test('torn asks for another one, and leaves no letter behind', async () => {
    const { number } = await staff.takeNumber([HEALTH])
    const page = await openReception()
    await openCard(page, number)
    const field = page.getByLabel('Cari layanan atau instansi')
    await field.fill('ktp')
    for (const text of [
      codeOf('AbC'),
      'https://antre.exa',
      codeOf('!bCdEf-_0123456789wxyz'),
      '0123456789wxyz',
    ]) {
      await scan(page, text)
      await page.getByRole('alert').getByText('Kode belum terbaca utuh. Pindai sekali lagi.').waitFor()
      expect(await field.inputValue()).toBe('ktp')
      await scan(page, 'WIFI:S:mal;T:WPA;P:rahasia;;')
      await page.getByRole('alert').getByText('Kode itu bukan dari slip mal ini.').waitFor()
    }
    expect(await field.inputValue()).toBe('ktp')
    await card(page, number).waitFor()
  })

  test('while something is asked changes nothing, and says so before the dialog', async () => {
    const [one, other] = [await staff.takeNumber([HEALTH]), await staff.takeNumber([HEALTH])]
    const page = await openReception()
    await openCard(page, one.number)
    await card(page, one.number).getByRole('button', { name: 'Batalkan nomor' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await scan(page, codeOf(other.token))
    await word(page, 'Selesaikan atau tutup dahulu dialog ini, lalu pindai lagi.')
    expect(await page.getByRole('status').filter({ hasText: 'lalu pindai lagi' }).count()).toBe(1)
    expect(await dialog.isVisible()).toBe(true)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await scan(page, codeOf(other.token))
    await card(page, other.number).waitFor()
    expect(await page.locator('.scan-word').textContent()).toBe('')
  })

  test('where nobody is signed in is no user name', async () => {
    const context = await browser.newContext({
      viewport: { width: 1366, height: 768 },
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    faults.push(faultsOf(page))
    await page.goto(`${house.url}/reception/`)
    const name = userName(page)
    await name.waitFor()
    let tried = 0
    page.on('request', (request) => void (request.method() === 'POST' && (tried += 1)))
    await scan(page, codeOf('AbCdEf-_0123456789wxyz'))
    await word(page, 'Masuk dahulu, lalu pindai lagi.')
    expect(await name.inputValue()).toBe('')
    expect(tried).toBe(0)
    expect(await axeFaults(page)).toEqual([])
  })
})

test('a silent alarm stands above all and at the tab, until somebody of the staff goes there', async () => {
  const { number } = await staff.takeNumber(await firstService())
  const page = await openReception()
  await openCard(page, number)
  const counter = await firstCounter()
  await staff.post(`/api/counters/${counter.id}/open`)
  await staff.post(`/api/counters/${counter.id}/help`, { alarm: true })
  const alarm = page.getByRole('region', { name: 'Alarm senyap' })
  await alarm.getByText(counter.name).waitFor()
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 768 })
    const top = async (where: Locator) => (await where.boundingBox())?.y ?? 0
    for (const other of ['.issue', '.visit', '.find'])
      expect(await top(alarm)).toBeLessThan(await top(page.locator(other)))
  }
  await page.waitForFunction(() => document.title.startsWith('(!)'))
  expect(await axeFaults(page)).toEqual([])
  await alarm.getByRole('button', { name: `Saya ke sana: ${counter.name}` }).click()
  await alarm.getByText(/menuju ke sana/).waitFor()
  await page.waitForFunction(() => document.title.startsWith('Resepsionis'))
  expect(await axeFaults(page)).toEqual([])
})

describe('a visit that is changed at the desk', () => {
  test('gets one more service by keyboard, before the others, and its new slip; one is cancelled alone', async () => {
    await staff.revise((plan) => void (plan.printers = [nobodyListens]))
    const { number } = await staff.takeNumber([FAMILY_CARD, HEALTH])
    const page = await openReception()
    const card = await openCard(page, number)
    await card.getByRole('button', { name: 'Tambah layanan' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: `Tambah layanan untuk ${number}` })
    await dialog.getByText('Sudah ada').first().waitFor()
    await dialog.getByText('Slip barunya keluar sendiri').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.type('skck baru')
    await page.keyboard.press('Enter')
    expect(await dialog.getByRole('radio', { name: /^SKCK baru/ }).isChecked()).toBe(true)
    await dialog.getByRole('checkbox', { name: /^Dahulukan layanan ini/ }).press('Space')
    await dialog.getByRole('button', { name: 'Tambahkan' }).press('Enter')

    await dialog.waitFor({ state: 'detached' })
    await card.locator('.visit-step-words').nth(2).waitFor()
    await card.getByText('Slip tidak keluar').waitFor()
    expect(await stepsOf(card)).toEqual([
      'Kartu Keluarga baru Menunggu langkah sebelumnya',
      'Pendaftaran JKN peserta mandiri Menunggu langkah sebelumnya',
      expect.stringMatching(/^SKCK baru Menunggu · /),
    ])

    await card.getByRole('button', { name: 'Batalkan: SKCK baru' }).click()
    const sure = page.getByRole('dialog', { name: `Batalkan satu layanan ${number}` })
    await sure.getByText(`Layanan lain ${number} tetap`).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await sure.getByRole('button', { name: 'Batalkan layanan' }).click()
    await card.getByText('Dibatalkan').waitFor()
    expect(await stepsOf(card)).toEqual([
      expect.stringMatching(/^Kartu Keluarga baru Menunggu · /),
      expect.stringMatching(/^Pendaftaran JKN peserta mandiri Menunggu · /),
      'SKCK baru Dibatalkan',
    ])
  })

  test('is asked for one service once, however often it is pressed; who was quicker elsewhere is said to be so', async () => {
    await staff.revise((plan) => void (plan.printers = []))
    const { number } = await staff.takeNumber([FAMILY_CARD])
    const page = await openReception(390)
    const card = await openCard(page, number)
    await card.getByRole('button', { name: 'Tambah layanan' }).click()
    await page.keyboard.type('skck baru')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Tambahkan' }).dblclick()
    await dialog.waitFor({ state: 'detached' })
    await card.locator('.visit-step-words').nth(1).waitFor()
    expect(await stepsOf(card)).toHaveLength(2)

    await card.getByRole('button', { name: 'Tambah layanan' }).click()
    await page.keyboard.type('peserta mandiri')
    await page.keyboard.press('Enter')
    await staff.post(`/api/reception/visits/${await idOf(page, number)}/steps`, { service: HEALTH })
    // Behind a dialog nothing has a role: the page is inert.
    await page.locator('.visit-step-words').nth(2).waitFor()
    await dialog.getByRole('button', { name: 'Tambahkan' }).click()
    await dialog.getByRole('alert').getByText(/sudah/).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await stepsOf(card)).toHaveLength(3)
  })

  test('waits again after a hold, after a miss and before the second call, and it is said when it can be called', async () => {
    const counter = 'loket-9'
    const page = await openReception(1366, '?lang=en')
    for (const [action, says, secondCallSeconds] of [
      ['hold', 'can be called at once', 0],
      ['miss', 'only after the pause for those who are late', 0],
      ['miss', 'can be called at once', 600],
    ] as const) {
      if (secondCallSeconds > 0) await staff.revise((plan) => void Object.assign(plan, { secondCallSeconds }))
      await staff.takeNumber([HEALTH])
      const number = (await staff.callAt(counter)) ?? ''
      await staff.post(`/api/counters/${counter}/${action}`)
      const card = await openCard(page, number, 'Number')
      if (secondCallSeconds > 0) await card.getByText(/^Waiting · did not come to the first call/).waitFor()
      await card.getByRole('button', { name: 'Queue again: Registration of self-paying JKN members' }).click()
      const dialog = page.getByRole('dialog', { name: `Queue ${number} again` })
      await dialog.getByText(says).waitFor()
      expect(await axeFaults(page)).toEqual([])
      await dialog.getByRole('button', { name: 'Queue again' }).click()
      await dialog.waitFor({ state: 'detached' })
      await card
        .getByText(/^Waiting/)
        .first()
        .waitFor()
      await card.getByRole('button', { name: /^Queue again/ }).waitFor({ state: 'detached' })
      await staff.post(`/api/reception/visits/${await idOf(page, number)}/cancel`)
    }
    await staff.post(`/api/counters/${counter}/close`)
    await staff.revise((plan) => void delete plan.secondCallSeconds)
  })

  test('gets priority and loses it, as the person is told before; a question that another desk answered goes', async () => {
    const { number } = await staff.takeNumber([FAMILY_CARD])
    const page = await openReception()
    const card = await openCard(page, number)
    await card.getByRole('button', { name: 'Jadikan prioritas' }).click()
    const dialog = page.getByRole('dialog', { name: `Nomor ${number}` })
    await dialog.getByText('dihitung sebagai prioritas').waitFor()
    await dialog.getByRole('button', { name: 'Jadikan prioritas' }).click()
    await card.getByText('Prioritas', { exact: true }).waitFor()
    await card.getByRole('button', { name: 'Jadikan biasa' }).click()
    await dialog.getByText('nomor lain dapat mendahuluinya').waitFor()
    expect(await axeFaults(page)).toEqual([])
    await staff.post(`/api/reception/visits/${await idOf(page, number)}/priority`, { priority: false })
    await dialog.waitFor({ state: 'detached' })
    await card.getByRole('button', { name: 'Jadikan prioritas' }).waitFor()
    expect(await card.getByText('Prioritas', { exact: true }).count()).toBe(0)
  })

  test('is not offered priority where the plan gives it no higher rate', async () => {
    const { number } = await staff.takeNumber([FAMILY_CARD])
    const page = await openReception()
    const card = await openCard(page, number)
    const [toggle, tick] = [
      card.getByRole('button', { name: 'Jadikan prioritas' }),
      page.getByRole('checkbox', { name: /^Prioritas/ }),
    ]
    await toggle.waitFor()
    await tick.waitFor()
    await staff.revise((plan) => void (plan.rates = { regular: 1, priority: 1 }))
    await toggle.waitFor({ state: 'detached' })
    await tick.waitFor({ state: 'detached' })
    expect(await card.getByRole('button', { name: 'Tambah layanan' }).isEnabled()).toBe(true)
    await staff.revise((plan) => void (plan.rates = { regular: 1, priority: 3 }))
    await toggle.waitFor()
  })

  test('takes nothing while the server is away, and says so in the question', async () => {
    const { number } = await staff.takeNumber([FAMILY_CARD, HEALTH])
    const page = await openReception()
    const card = await openCard(page, number)
    await card.getByRole('button', { name: 'Batalkan: Kartu Keluarga baru' }).click()
    const dialog = page.getByRole('dialog')
    await house.kill()
    await dialog.getByRole('alert').getByText('Sambungan terputus').waitFor()
    expect(await dialog.getByRole('button', { name: 'Batalkan layanan' }).isDisabled()).toBe(true)
    await dialog.getByRole('button', { name: 'Kembali' }).click()
    expect(await card.getByRole('button', { name: 'Tambah layanan' }).isDisabled()).toBe(true)
    await house.start()
    await card.locator('.visit-step-actions .button:not(:disabled)').first().waitFor()
    expect(await stepsOf(card)).toHaveLength(2)
  })
})

test('without the server nothing is shown as true and no number is given', async () => {
  const page = await openReception()
  await page.getByLabel('Cari layanan atau instansi').fill('kartu keluarga baru')
  await page.keyboard.press('Enter')
  const give = page.getByRole('button', { name: 'Beri nomor' })
  await expect.poll(() => give.isEnabled()).toBe(true)
  await house.kill()
  await page.getByRole('alert').getByText('Sambungan terputus').first().waitFor()
  await expect.poll(() => give.isDisabled()).toBe(true)
  await house.start()
  await page.waitForFunction(() => document.querySelector('.issue [type=submit]:not(:disabled)') !== null)
})

test('no page threw or asked for what the policy forbids', () => expect(faults.flat()).toEqual([]))

/** Finds a number as it is typed; its card. */
async function openCard(page: Page, number: string, word = 'Nomor'): Promise<Locator> {
  await page.locator('#find-number').fill(number)
  await page.locator('#find-number').press('Enter')
  const card = page.getByRole('region', { name: `${word} ${number}` })
  await card.waitFor()
  return card
}

/** `Kartu Keluarga baru Menunggu · 2 di depannya`, one for each service. */
async function stepsOf(card: Locator): Promise<string[]> {
  const words = await card.locator('.visit-step-words').allInnerTexts()
  return words.map((text) => text.replace(/\s+/g, ' '))
}

/** The visit's id, as staff find it by its number. */
function idOf(page: Page, number: string): Promise<string> {
  return page.evaluate(async (asked) => {
    const answer = (await (await fetch(`/api/reception/visits?number=${asked}`)).json()) as {
      visit: { id: string }
    }
    return answer.visit.id
  }, number)
}

async function firstService(): Promise<string[]> {
  const answer = (await (await fetch(`${house.url}/api/hall`)).json()) as {
    services: { id: string; status: string }[]
  }
  return answer.services
    .filter(({ status }) => status === 'open')
    .slice(0, 1)
    .map(({ id }) => id)
}

async function firstCounter(): Promise<{ id: string; name: string }> {
  const { counters } = (await (await fetch(`${house.url}/api/hall`)).json()) as {
    counters: { id: string; name: { id: string } }[]
  }
  const [first] = counters
  return { id: first?.id ?? '', name: first?.name.id ?? '' }
}
