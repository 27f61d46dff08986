// What hands and keyboards do to a kiosk: no way out of it, one ticket for many taps, and none while the server is
// away.
import { describe, expect, it } from 'vitest'
import { axeFaults } from './harness.ts'
import { middleOf, standingKiosk } from './standing-kiosk.ts'
import { kioskText } from './words.ts'

const glass = standingKiosk()
const { tap, twoFingers } = glass
const upright = { width: 1080, height: 1920 }

it('a long list comes whole, a few tiles after the other, and each can be walked to', async () => {
  const { services } = (await (await fetch(`${glass.house.url}/api/hall`)).json()) as { services: unknown[] }
  await tap(kioskText('allServices'))
  const tiles = glass.page.locator('.shell-wanted .tile')
  await tiles.nth(services.length - 1).waitFor({ state: 'attached' })
  expect(await tiles.count()).toBe(services.length)
  const last = glass.page.locator('.shell-wanted button.tile').last()
  await last.focus()
  expect(await last.evaluate((node) => node.getBoundingClientRect().bottom < innerHeight)).toBe(true)
  expect(await axeFaults(glass.page)).toEqual([])
})

describe('no way out', () => {
  it('neither by the menu, keys, dropped files, nor by the way back', async () => {
    await glass.page.evaluate(() => {
      const kept: string[] = []
      for (const name of ['keydown', 'contextmenu', 'drop', 'auxclick'])
        addEventListener(name, (event) => {
          const what = event instanceof KeyboardEvent ? event.key : name
          if (!event.defaultPrevented) kept.push(what)
        })
      Object.assign(globalThis, { kept })
    })
    const keys = [
      'F5',
      'F11',
      'F12',
      'Control+p',
      'Control+r',
      'Control+Equal',
      'Control+Minus',
      'Alt+ArrowLeft',
    ]
    for (const one of keys) await glass.page.keyboard.press(one)
    await glass.page.locator('.heading').click({ button: 'right' })
    await glass.page.locator('.heading').click({ button: 'middle' })
    await glass.page.evaluate(() =>
      document.body.dispatchEvent(new Event('drop', { bubbles: true, cancelable: true })),
    )
    expect(await glass.page.evaluate(() => (globalThis as unknown as { kept: string[] }).kept)).toEqual([])
    await tap(kioskText('byAgency'))
    await glass.page.evaluate(() => history.back())
    await glass.page.waitForFunction(() => history.state === 'held')
    await glass.page.evaluate(() => history.back())
    await glass.page.waitForFunction(() => history.state === 'held')
    expect(await glass.page.getByRole('heading', { name: kioskText('chooseAgency') }).isVisible()).toBe(true)
  })

  it('two fingers and Ctrl with the wheel do not zoom', async () => {
    const screen = await glass.page.context().newCDPSession(glass.page)
    await screen.send('Input.synthesizePinchGesture', { x: 540, y: 900, scaleFactor: 3 })
    expect(await glass.page.evaluate(() => visualViewport?.scale)).toBe(1)
    const prevented = await glass.page.evaluate(
      () =>
        !document.body.dispatchEvent(
          new WheelEvent('wheel', { ctrlKey: true, bubbles: true, cancelable: true }),
        ),
    )
    expect(prevented).toBe(true)
  })

  it('nothing can be selected but in the field', async () => {
    await glass.page.mouse.move(60, 200)
    await glass.page.mouse.down()
    await glass.page.mouse.move(900, 900, { steps: 5 })
    await glass.page.mouse.up()
    expect(await glass.page.evaluate(() => String(getSelection()))).toBe('')
  })
})

describe('one ticket', () => {
  it('comes of a double tap, of two fingers, and of taps while it is on its way', async () => {
    const keys: (string | undefined)[] = []
    await glass.page.route('**/api/visits', async (route) => {
      keys.push(route.request().headers()['idempotency-key'])
      // The others tap while this one is on its way.
      await new Promise((resolve) => {
        setTimeout(resolve, 300)
      })
      await route.continue()
    })
    await tap(/^Kartu Keluarga baru/)
    const button = glass.page.getByRole('button', { name: kioskText('takeNumber') })
    const at = await middleOf(button)
    await twoFingers({ x: at.x - 80, y: at.y }, { x: at.x + 80, y: at.y })
    for (let taps = 0; taps < 3; taps += 1) await glass.page.touchscreen.tap(at.x, at.y)
    await glass.page.getByRole('heading', { name: kioskText('yourNumber') }).waitFor()
    await glass.page.unroute('**/api/visits')
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(1)
  })
})

describe('the kiosk', () => {
  it('says plainly that it cannot give numbers while the server is away, and comes back alone', async () => {
    await glass.page.evaluate(() => Object.assign(globalThis, { same: true }))
    await glass.house.kill()
    const blocked = glass.page.locator('.blocked')
    await blocked.waitFor({ timeout: 30_000 })
    expect(await blocked.textContent()).toContain(kioskText('blocked.connection'))
    expect(await axeFaults(glass.page)).toEqual([])
    // With the notice, all ways to choose are still above the fold, on either screen.
    for (const viewport of [{ width: 1280, height: 800 }, upright]) {
      await glass.page.setViewportSize(viewport)
      const below = () =>
        glass.page.locator('.main').evaluate((main) => main.scrollHeight - main.clientHeight)
      await expect.poll(below, { message: `${viewport.width} wide` }).toBe(0)
    }
    await glass.house.start()
    await blocked.waitFor({ state: 'detached', timeout: 30_000 })
    expect(await glass.page.evaluate(() => (globalThis as { same?: boolean }).same)).toBe(true)
    await tap(/^Kartu Keluarga baru/)
    await glass.page.getByRole('button', { name: kioskText('takeNumber') }).waitFor()
  })
})
