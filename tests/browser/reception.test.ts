// The reception's page in a real browser: a number is given by keyboard, one that perhaps nobody holds is settled,
// one is found and cancelled, and a cut connection shows nothing as true.
import type { Locator, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openStaffedHouse } from './accounts.ts'
import { nobodyListens } from './dead-printer.ts'
import { userName } from './door.ts'
import { axeFaults } from './harness.ts'
import { houseOfFile } from './house.ts'
import { scan } from './scanner.ts'
import {
  begins,
  hallText,
  problemText,
  receptionText,
  sharedText,
  staffText,
  stepStatusText,
} from './words.ts'

const FAMILY_CARD = 'dukcapil-kk'
const HEALTH = 'bpjskes-daftar'

const { enter, house, open, staff } = houseOfFile(openStaffedHouse, { pagesStay: true })

let desk: Page | undefined

/** The page of an officer who has signed in, as it begins. The same window for all tests. */
async function openReception(width = 1366, query = '?lang=id'): Promise<Page> {
  const path = `/reception/${query}`
  const viewport = { width, height: 768 }
  if (desk) {
    await desk.setViewportSize(viewport)
    await desk.goto(`${house.url}${path}`)
  }
  // Without motion: what is still fading in has less contrast.
  desk ??= await enter(path, 'dukcapil-1', { viewport, reducedMotion: 'reduce' })
  await desk.getByRole('heading', { name: receptionText.either('issueTitle') }).waitFor()
  return desk
}

test('a number for two services is given by keyboard alone, said large, and looked after until it is given back', async () => {
  const page = await openReception()
  expect(await axeFaults(page)).toEqual([])
  const search = page.getByLabel(staffText('pick.search'))
  await search.focus()
  await page.keyboard.type('kartu keluarga baru')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ktp-el pemula')
  await page.keyboard.press('Enter')
  expect(
    await page
      .getByRole('list', { name: staffText('pick.chosen') })
      .getByRole('listitem')
      .allInnerTexts(),
  ).toEqual(['Kartu Keluarga baru', 'KTP-el pemula (pertama kali)'])
  await page.getByRole('checkbox', { name: begins(receptionText('comeToMe')) }).press('Space')
  await page.getByRole('button', { name: receptionText('issue'), exact: true }).press('Enter')
  const card = page.getByRole('region', { name: begins(receptionText.like('visitTitle')) })
  await card.getByText(receptionText('slipNone')).waitFor()
  const number = /[A-Z]{1,2}\d{3}$/.exec((await card.getAttribute('aria-label')) ?? '')?.[0] ?? ''
  expect(number).not.toBe('')
  const asked = page.getByRole('region', { name: receptionText('rows.come-to-me') })
  await asked.getByText(number).waitFor()
  expect(await axeFaults(page)).toEqual([])

  await card.getByRole('button', { name: receptionText('print') }).click()
  await card.getByRole('alert').getByText(receptionText('slipNoPrinter')).waitFor()
  await card.getByRole('button', { name: receptionText('cancelVisit') }).click()
  const dialog = page.getByRole('dialog')
  expect(await axeFaults(page)).toEqual([])
  await dialog.getByRole('button', { name: receptionText('cancelVisit') }).click()
  await card.getByText(stepStatusText('cancelled')).first().waitFor()
  await asked.getByText(receptionText('rows-none.come-to-me')).waitFor()
})

test('a slip that did not come out is shown with the reason until somebody sees that the number is noted', async () => {
  await staff.revise((plan) => void (plan.printers = [nobodyListens]))
  const { number } = await staff.takeNumber(await firstService())
  const page = await openReception()
  const list = page.getByRole('region', { name: receptionText('rows.not-taken') })
  await list.getByText(number).waitFor()
  await list
    .getByText(receptionText('slipFailed', { why: hallText('slip-fault.unreachable') }))
    .first()
    .waitFor()
  await page
    .getByRole('region', { name: hallText('attention.title') })
    .getByText(hallText('attention.offline', { name: nobodyListens.name.id }))
    .waitFor()
  expect(await axeFaults(page)).toEqual([])
  await list.getByRole('button', { name: receptionText('openNumber', { number }) }).click()
  const card = cardOf(page, number)
  await card.getByText(receptionText('slipNotCalled')).waitFor()
  await card.getByRole('button', { name: receptionText('noted') }).click()
  await list.getByText(receptionText('rows-none.not-taken')).waitFor()
  await card.getByText(receptionText('slipHeld')).waitFor()

  // Its row goes; keyboard users go on at the list.
  const other = await staff.takeNumber(await firstService())
  await list.getByRole('button', { name: receptionText('notedNumber', { number: other.number }) }).focus()
  await page.keyboard.press('Enter')
  await list.getByText(receptionText('rows-none.not-taken')).waitFor()
  await list.locator('h2:focus').waitFor()
})

test('a number is found however it is typed, and one that is not there is said to be so, in English and on a phone', async () => {
  const { number } = await staff.takeNumber(await firstService())
  const page = await openReception(360, '?lang=en')
  await page
    .getByLabel(hallText.en('findLabel'))
    .fill(`${number.slice(0, 1).toLowerCase()} ${Number(number.slice(1))}`)
  await page.keyboard.press('Enter')
  await page.getByRole('region', { name: receptionText.en('visitTitle', { number }) }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await axeFaults(page)).toEqual([])
  await page.getByLabel(hallText.en('findLabel')).fill('A998')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').getByText(hallText.en('findNone')).waitFor()
  // A card taller than the screen reaches above its starting point, and yet shows its number.
  const several = await staff.takeNumber([FAMILY_CARD, HEALTH, 'pdam-bayar', 'bpn-roya', 'dpmptsp-reklame'])
  await page.getByLabel(hallText.en('findLabel')).fill(several.number)
  await page.keyboard.press('Enter')
  const card = page.getByRole('region', { name: receptionText.en('visitTitle', { number: several.number }) })
  await card.waitFor()
  await page.waitForFunction(() => {
    const plate = document.querySelector('.visit-top .plate')?.getBoundingClientRect()
    return plate && plate.top >= 0 && plate.bottom <= innerHeight
  })
  expect(await card.evaluate(({ clientHeight }) => clientHeight)).toBeGreaterThan(768)
  await staff.post(`/api/reception/visits/${several.id}/cancel`)
})

test('[FG32] people who only ask are counted by one tap, by the day: by touch and by keyboard, a held key once, and undone', async () => {
  const page = await openReception(360)
  const part = page.getByRole('region', { name: receptionText('asked') })
  const button = part.getByRole('button', { name: receptionText('asked'), exact: true })
  const undo = part.getByRole('button', { name: receptionText('askedUndoLast') })
  const shows = (count: number) =>
    part.getByText(receptionText('askedCount', { count: String(count) }), { exact: true }).waitFor()
  const { count } = await staff.get<{ count: number }>('/api/reception/asked')
  await shows(count)
  expect(await undo.count()).toBe(0)
  await button.click()
  await shows(count + 1)
  await undo.waitFor()
  // The same finger is over by now.
  await page.waitForFunction(
    (since) => performance.now() - since > 400,
    await page.evaluate(() => performance.now()),
  )
  await button.focus()
  for (let repeat = 0; repeat < 4; repeat += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await shows(count + 2)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  expect(await axeFaults(page)).toEqual([])
  await undo.press('Enter')
  await shows(count + 1)
  await undo.waitFor({ state: 'detached' })
  expect(await button.evaluate((node) => node === document.activeElement)).toBe(true)
  expect(await staff.get('/api/reception/asked')).toMatchObject({ count: count + 1 })
})

test('a slip held before a scanner shows its visit, wherever the focus is, and the field keeps its content', async () => {
  const { number, token } = await staff.takeNumber(await firstService())
  const page = await openReception()
  const field = page.getByLabel(staffText('pick.search'))
  await field.fill('ktp')
  await scan(page, `https://antre.example/t/${token}?l=id`)
  await cardOf(page, number).waitFor()
  expect(await field.inputValue()).toBe('ktp')

  await page.getByLabel(hallText('findLabel')).focus()
  await scan(page, 'https://antre.example/t/AAAAAAAAAAAAAAAAAAAAAA')
  await page.getByRole('alert').getByText(receptionText('scan.unknown')).waitFor()
  expect(await page.getByLabel(hallText('findLabel')).inputValue()).toBe('')
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await scan(page, 'WIFI:S:mal;T:WPA;P:rahasia;;')
  await page.getByRole('alert').getByText(receptionText('scan.not-ours')).waitFor()
  expect(await axeFaults(page)).toEqual([])
})

describe('[Q11] a scan is one visit or one search, and its letters go nowhere else: at the reception', () => {
  const codeOf = (token: string) => `https://antre.example/t/${token}`
  const word = (page: Page, text: string) => page.locator('.scan-word').getByText(text).waitFor()

  test('is taken without Enter, once, and its Enter that comes late presses nothing', async () => {
    const [one, other] = [await staff.takeNumber([HEALTH]), await staff.takeNumber([HEALTH])]
    const page = await openReception()
    await openCard(page, one.number)
    const asked: string[] = []
    page.on('request', (request) => void (request.url().includes('token=') && asked.push(request.url())))
    await cardOf(page, one.number)
      .getByRole('button', { name: receptionText('cancelVisit') })
      .focus()
    const late = await scan(page, codeOf(other.token), '')
    await cardOf(page, other.number).waitFor()
    await cardOf(page, other.number)
      .getByRole('button', { name: receptionText('cancelVisit') })
      .focus()
    await late()
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(asked).toHaveLength(1)
  })

  test('torn asks for another one, and leaves no letter behind', async () => {
    const { number } = await staff.takeNumber([HEALTH])
    const page = await openReception()
    await openCard(page, number)
    const field = page.getByLabel(staffText('pick.search'))
    await field.fill('ktp')
    for (const text of [
      codeOf('AbC'),
      'https://antre.exa',
      codeOf('!bCdEf-_0123456789wxyz'),
      '0123456789wxyz',
    ]) {
      await scan(page, text)
      await page.getByRole('alert').getByText(receptionText('scan.torn')).waitFor()
      expect(await field.inputValue()).toBe('ktp')
      await scan(page, 'WIFI:S:mal;T:WPA;P:rahasia;;')
      await page.getByRole('alert').getByText(receptionText('scan.not-ours')).waitFor()
    }
    expect(await field.inputValue()).toBe('ktp')
    await cardOf(page, number).waitFor()
  })

  test('while something is asked changes nothing, and says so before the dialog', async () => {
    const [one, other] = [await staff.takeNumber([HEALTH]), await staff.takeNumber([HEALTH])]
    const page = await openReception()
    await openCard(page, one.number)
    await cardOf(page, one.number)
      .getByRole('button', { name: receptionText('cancelVisit') })
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await scan(page, codeOf(other.token))
    await word(page, receptionText('moment.dialog'))
    expect(
      await page
        .getByRole('status')
        .filter({ hasText: receptionText('moment.dialog') })
        .count(),
    ).toBe(1)
    expect(await dialog.isVisible()).toBe(true)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await scan(page, codeOf(other.token))
    await cardOf(page, other.number).waitFor()
    expect(await page.locator('.scan-word').textContent()).toBe('')
  })

  test('where nobody is signed in is no user name', async () => {
    const page = await open('/reception/', { reducedMotion: 'reduce' })
    const name = userName(page)
    await name.waitFor()
    let tried = 0
    page.on('request', (request) => void (request.method() === 'POST' && (tried += 1)))
    await scan(page, codeOf('AbCdEf-_0123456789wxyz'))
    await word(page, receptionText('moment.signed-out'))
    expect(await name.inputValue()).toBe('')
    expect(tried).toBe(0)
    expect(await axeFaults(page)).toEqual([])
    await page.context().close()
  })
})

test('a silent alarm is above everything and on the tab, until one of the staff goes there', async () => {
  const { number } = await staff.takeNumber(await firstService())
  const page = await openReception()
  await openCard(page, number)
  const counter = await firstCounter()
  await staff.post(`/api/counters/${counter.id}/open`)
  await staff.post(`/api/counters/${counter.id}/help`, { alarm: true })
  const alarm = page.getByRole('region', { name: receptionText('alarmsTitle') })
  await alarm.getByText(counter.name).waitFor()
  for (const width of [390, 1366]) {
    await page.setViewportSize({ width, height: 768 })
    const top = async (where: Locator) => (await where.boundingBox())?.y ?? 0
    for (const other of ['.issue', '.visit', '.find'])
      expect(await top(alarm)).toBeLessThan(await top(page.locator(other)))
  }
  await expect.poll(() => page.title()).toMatch(begins(receptionText('titleAlarm')))
  expect(await axeFaults(page)).toEqual([])
  await alarm.getByRole('button', { name: receptionText('alarmAnswerAt', { counter: counter.name }) }).click()
  await alarm.getByText(receptionText.like('alarmAnswered')).waitFor()
  await expect.poll(() => page.title()).toMatch(begins(receptionText('title')))
  expect(await axeFaults(page)).toEqual([])
})

describe('a visit that is changed at the desk', () => {
  test('gets one more service by keyboard, before the others, and its new slip; one is cancelled alone', async () => {
    await staff.revise((plan) => void (plan.printers = [nobodyListens]))
    const { number } = await staff.takeNumber([FAMILY_CARD, HEALTH])
    const page = await openReception()
    const card = await openCard(page, number)
    await card.getByRole('button', { name: receptionText('addStep') }).press('Enter')
    const dialog = page.getByRole('dialog', { name: receptionText('addTitle', { number }) })
    await dialog.getByText(receptionText('already')).first().waitFor()
    await dialog.getByText(receptionText('addSlip')).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.type('skck baru')
    await page.keyboard.press('Enter')
    expect(await dialog.getByRole('radio', { name: /^SKCK baru/ }).isChecked()).toBe(true)
    await dialog.getByRole('checkbox', { name: begins(receptionText('addBefore')) }).press('Space')
    await dialog.getByRole('button', { name: receptionText('add') }).press('Enter')

    await dialog.waitFor({ state: 'detached' })
    await card.locator('.visit-step-words').nth(2).waitFor()
    await card.getByText(receptionText.like('slipFailed')).waitFor()
    expect(await stepsOf(card)).toEqual([
      `Kartu Keluarga baru ${stepStatusText('blocked')}`,
      `Pendaftaran JKN peserta mandiri ${stepStatusText('blocked')}`,
      waitingFor('SKCK baru'),
    ])

    await card.getByRole('button', { name: receptionText('cancelThis', { service: 'SKCK baru' }) }).click()
    const sure = page.getByRole('dialog', { name: receptionText('cancelStepTitle', { number }) })
    await sure.getByText(receptionText('cancelStepAsk', { service: 'SKCK baru', number })).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await sure.getByRole('button', { name: receptionText('cancelStepGo') }).click()
    await card.getByText(stepStatusText('cancelled')).waitFor()
    expect(await stepsOf(card)).toEqual([
      waitingFor('Kartu Keluarga baru'),
      waitingFor('Pendaftaran JKN peserta mandiri'),
      `SKCK baru ${stepStatusText('cancelled')}`,
    ])
  })

  test('is asked for one service once, however often it is pressed; a colleague who was quicker is reported', async () => {
    await staff.revise((plan) => void (plan.printers = []))
    const { number } = await staff.takeNumber([FAMILY_CARD])
    const page = await openReception(390)
    const card = await openCard(page, number)
    await card.getByRole('button', { name: receptionText('addStep') }).click()
    await page.keyboard.type('skck baru')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: receptionText('add') }).dblclick()
    await dialog.waitFor({ state: 'detached' })
    await card.locator('.visit-step-words').nth(1).waitFor()
    expect(await stepsOf(card)).toHaveLength(2)

    await card.getByRole('button', { name: receptionText('addStep') }).click()
    await page.keyboard.type('peserta mandiri')
    await page.keyboard.press('Enter')
    await staff.post(`/api/reception/visits/${await idOf(page, number)}/steps`, { service: HEALTH })
    // Behind a dialog nothing has a role: the page is inert.
    await page.locator('.visit-step-words').nth(2).waitFor()
    await dialog.getByRole('button', { name: receptionText('add') }).click()
    await dialog.getByRole('alert').getByText(problemText('already-waiting')).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(await axeFaults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await stepsOf(card)).toHaveLength(3)
  })

  test('waits again after a hold, after a miss and before the second call, and it is said when it can be called', async () => {
    const counter = 'loket-9'
    const service = 'Registration of self-paying JKN members'
    const page = await openReception(1366, '?lang=en')
    for (const [action, asks, secondCallSeconds] of [
      ['hold', 'releaseNowAsk', 0],
      ['miss', 'releaseMissedAsk', 0],
      ['miss', 'releaseNowAsk', 600],
    ] as const) {
      if (secondCallSeconds > 0) await staff.revise((plan) => void Object.assign(plan, { secondCallSeconds }))
      await staff.takeNumber([HEALTH])
      const number = (await staff.callAt(counter)) ?? ''
      await staff.post(`/api/counters/${counter}/${action}`)
      const card = await openCard(page, number, receptionText.en('visitTitle', { number }))
      if (secondCallSeconds > 0)
        await card.getByText(`${stepStatusText.en('waiting')} · ${receptionText.en('missedOnce')}`).waitFor()
      await card.getByRole('button', { name: receptionText.en('releaseStep', { service }) }).click()
      const dialog = page.getByRole('dialog', { name: receptionText.en('releaseTitle', { number }) })
      await dialog.getByText(receptionText.en(asks, { service, number })).waitFor()
      expect(await axeFaults(page)).toEqual([])
      await dialog.getByRole('button', { name: receptionText.en('release') }).click()
      await dialog.waitFor({ state: 'detached' })
      await card
        .getByText(begins(stepStatusText.en('waiting')))
        .first()
        .waitFor()
      await card
        .getByRole('button', { name: begins(receptionText.en('release')) })
        .waitFor({ state: 'detached' })
      await staff.post(`/api/reception/visits/${await idOf(page, number)}/cancel`)
    }
    await staff.post(`/api/counters/${counter}/close`)
    await staff.revise((plan) => void delete plan.secondCallSeconds)
  })

  test('gets priority and loses it, as the person is told before; a question that another desk answered goes', async () => {
    const { number } = await staff.takeNumber([FAMILY_CARD])
    const page = await openReception()
    const card = await openCard(page, number)
    await card.getByRole('button', { name: receptionText('makePriority') }).click()
    const dialog = page.getByRole('dialog', { name: receptionText('visitTitle', { number }) })
    await dialog.getByText(receptionText.like('priorityAsk', { number })).waitFor()
    await dialog.getByRole('button', { name: receptionText('makePriority') }).click()
    await card.getByText(receptionText('priority'), { exact: true }).waitFor()
    await card.getByRole('button', { name: receptionText('makeRegular') }).click()
    await dialog.getByText(receptionText.like('regularAsk', { number })).waitFor()
    expect(await axeFaults(page)).toEqual([])
    await staff.post(`/api/reception/visits/${await idOf(page, number)}/priority`, { priority: false })
    await dialog.waitFor({ state: 'detached' })
    await card.getByRole('button', { name: receptionText('makePriority') }).waitFor()
    expect(await card.getByText(receptionText('priority'), { exact: true }).count()).toBe(0)
  })

  test('is not offered priority where the plan gives it no higher rate', async () => {
    const { number } = await staff.takeNumber([FAMILY_CARD])
    const page = await openReception()
    const card = await openCard(page, number)
    const [toggle, tick] = [
      card.getByRole('button', { name: receptionText('makePriority') }),
      page.getByRole('checkbox', { name: begins(receptionText('priority')) }),
    ]
    await toggle.waitFor()
    await tick.waitFor()
    await staff.revise((plan) => void (plan.rates = { regular: 1, priority: 1 }))
    await toggle.waitFor({ state: 'detached' })
    await tick.waitFor({ state: 'detached' })
    expect(await card.getByRole('button', { name: receptionText('addStep') }).isEnabled()).toBe(true)
    await staff.revise((plan) => void (plan.rates = { regular: 1, priority: 3 }))
    await toggle.waitFor()
  })

  test('takes nothing while the server is away, and says so in the question', async () => {
    const { number } = await staff.takeNumber([FAMILY_CARD, HEALTH])
    const page = await openReception()
    const card = await openCard(page, number)
    await card
      .getByRole('button', { name: receptionText('cancelThis', { service: 'Kartu Keluarga baru' }) })
      .click()
    const dialog = page.getByRole('dialog')
    await house.kill()
    await dialog.getByRole('alert').getByText(receptionText('offline')).waitFor()
    expect(await dialog.getByRole('button', { name: receptionText('cancelStepGo') }).isDisabled()).toBe(true)
    await dialog.getByRole('button', { name: sharedText('back'), exact: true }).click()
    expect(await card.getByRole('button', { name: receptionText('addStep') }).isDisabled()).toBe(true)
    await house.start()
    await card.locator('.visit-step-actions .button:not(:disabled)').first().waitFor()
    expect(await stepsOf(card)).toHaveLength(2)
  })
})

test('without the server nothing is shown as true and no number is given', async () => {
  const page = await openReception()
  await page.getByLabel(staffText('pick.search')).fill('kartu keluarga baru')
  await page.keyboard.press('Enter')
  const give = page.getByRole('button', { name: receptionText('issue'), exact: true })
  await expect.poll(() => give.isEnabled()).toBe(true)
  await house.kill()
  await page.getByRole('alert').getByText(receptionText('offline')).first().waitFor()
  await expect.poll(() => give.isDisabled()).toBe(true)
  await house.start()
  await page.waitForFunction(() => document.querySelector('.issue [type=submit]:not(:disabled)') !== null)
})

/** A visit's card. */
const cardOf = (page: Page, number: string) =>
  page.getByRole('region', { name: receptionText('visitTitle', { number }) })

/** How `stepsOf` shows a service that can be called. */
const waitingFor = (service: string) =>
  expect.stringMatching(begins(`${service} ${stepStatusText('waiting')} · `))

/** Finds a number as it is typed; its card. */
async function openCard(
  page: Page,
  number: string,
  name = receptionText('visitTitle', { number }),
): Promise<Locator> {
  await page.locator('#find-number').fill(number)
  await page.locator('#find-number').press('Enter')
  const card = page.getByRole('region', { name })
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
