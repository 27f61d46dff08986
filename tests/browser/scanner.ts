// A barcode scanner in the browser tests: real keys with a scanner's times, however slow the machine is.
import type { Page } from 'playwright-core'

/** Between two keys, seconds. */
const GAP_S = 0.01

/** Types `text` into whatever has the focus, Enter at the end. */
export async function scan(page: Page, text: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const keys = [...[...text].map((key) => ({ key, text: key })), { key: 'Enter', text: '\r' }]
  const start = Date.now() / 1_000 - keys.length * GAP_S
  for (const [nth, key] of keys.entries()) {
    const timestamp = start + nth * GAP_S
    const code = key.key === 'Enter' ? { windowsVirtualKeyCode: 13 } : {}
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', timestamp, ...key, ...code })
    await devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', timestamp, key: key.key, ...code })
  }
  await devtools.detach()
}
