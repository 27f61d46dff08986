// Somebody comes to an empty queue while the panel is behind another application: the tab's icon and title, a tone
// and a notification say so, and the focus stays where it is. The same when a supervisor writes.
import { expect, test } from 'vitest'
import { nobody, panelsOfFile, upNext } from './panel.ts'
import { panelText } from './words.ts'

const ID_CARD = 'dukcapil-ktp-pemula'

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
