// What a panel says unasked. Somebody comes to an empty queue, or a supervisor writes, while it is behind another
// application: the tab's icon and title, a tone and a notification say so, and the focus stays where it is. And what may
// have gone wrong out of sight of the counter: a call that no speaker confirmed, a number that perhaps nobody holds.
import { expect, test } from 'vitest'
import { nobodyListens } from './dead-printer.ts'
import { axeFaults } from './harness.ts'
import { called, nobody, nowAt, panelsOfFile, primary, serving, upNext } from './panel.ts'
import { begins, panelText } from './words.ts'

const ID_CARD = 'dukcapil-ktp-pemula'
const FAMILY_CARD = 'dukcapil-kk'

const { officerAt, staff } = panelsOfFile()

/** What the page did to attract attention. */
interface Noticed {
  tones: number
  notes: string[]
  focused: number
}

test('the icon says how many wait, tone and notification come once, and nothing takes the focus', async () => {
  const page = await officerAt('manager', 'Loket 3')
  await page.evaluate(() => {
    localStorage.setItem('antre.options', 'tone notify')
    const noticed: Noticed = { tones: 0, notes: [], focused: 0 }
    class Notice extends EventTarget {
      static readonly permission = 'granted'
      constructor(title: string, { body }: NotificationOptions) {
        super()
        noticed.notes.push(`${title} – ${body}`)
      }
    }
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (when) {
      noticed.tones += 1
      start.call(this, when)
    }
    Object.assign(window, { noticed, Notification: Notice, focus: () => (noticed.focused += 1) })
    document.hasFocus = () => false
    // As when another tab of this browser changed the options.
    dispatchEvent(new StorageEvent('storage', { key: 'antre.options' }))
    const field = document.createElement('input')
    field.id = 'elsewhere'
    document.body.append(field)
    field.focus()
  })
  const icon = () => page.locator('link[rel=icon]').getAttribute('href')
  const plain = await icon()

  const { number } = await staff.takeNumber([ID_CARD])
  await upNext(page).waitFor()
  await expect.poll(icon).toContain(encodeURIComponent('>1</text>'))
  await expect.poll(() => page.title()).toBe('(1) Loket 3 · Antre')
  await staff.takeNumber([ID_CARD])
  await expect.poll(icon).toContain(encodeURIComponent('>2</text>'))

  const noticed = await page.evaluate(() => (window as unknown as { noticed: Noticed }).noticed)
  const came = `${panelText('upNext')}: ${number} – KTP-el pemula (pertama kali) · Loket 3`
  expect(noticed).toEqual({ tones: 2, notes: [came], focused: 0 })
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('elsewhere')

  // Its text is for the counter, not for the system's list of notifications.
  await staff.post('/api/counters/loket-3/messages', { text: 'Tolong ke ruang rapat' })
  await page.getByText('Tolong ke ruang rapat').waitFor()
  const then = await page.evaluate(() => (window as unknown as { noticed: Noticed }).noticed)
  expect(then).toEqual({
    tones: 4,
    notes: [came, expect.stringMatching(new RegExp(`^${panelText('help.messages')} – .+ · Loket 3$`))],
    focused: 0,
  })
  expect(then.notes.join()).not.toContain('ruang rapat')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('elsewhere')

  for (const path of ['call-next', 'start', 'finish', 'call-next', 'start', 'finish']) {
    await staff.post(`/api/counters/loket-3/${path}`)
  }
  await nobody(page).waitFor()
  await expect.poll(icon).toBe(plain)
})

test('a call that no loudspeaker said is to be called by voice, until the visitor is here', async () => {
  // No display looks at a board: nobody can have heard it.
  await staff.takeNumber([FAMILY_CARD])
  const page = await officerAt('dukcapil-1', 'Loket 1')
  await primary(page).click()
  const alert = page.getByText(panelText('unheard.none'))
  await alert.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.setViewportSize({ width: 360, height: 768 })
  await alert.waitFor()
  expect(await axeFaults(page)).toEqual([])
  await page.getByRole('button', { name: begins(panelText('action.start')) }).click()
  await serving(page).waitFor()
  expect(await alert.count()).toBe(0)
  await primary(page).click()
  await nobody(page).waitFor()
})

test('a number whose slip nobody took waits, says so and who deals with it, and can be called once it is noted', async () => {
  await staff.revise((plan) => void (plan.printers = [nobodyListens]))
  const { id, number } = await staff.takeNumber([FAMILY_CARD])
  const page = await officerAt('dukcapil-1', 'Loket 1')
  const row = page.getByRole('listitem').filter({ hasText: number })
  await row.getByText(panelText('becauseSlipNotTaken')).waitFor()
  await page.getByText(panelText('notYetTitle')).first().waitFor()
  expect(await primary(page).isDisabled()).toBe(true)
  expect(await row.getByRole('button').count()).toBe(0)
  expect(await axeFaults(page)).toEqual([])
  await staff.post(`/api/reception/visits/${id}/noted`)
  await upNext(page).waitFor()
  expect(await nowAt(page).textContent()).toBe(number)
  await primary(page).click()
  await called(page).waitFor()
})
