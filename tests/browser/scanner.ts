// A barcode scanner in the browser tests: real keys with a scanner's times, however slow the machine is.
import type { Page } from 'playwright-core'

/** Between two keys, seconds. */
const GAP_S = 0.01

const END = {
  Enter: { key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
  Tab: { key: 'Tab', text: '', windowsVirtualKeyCode: 9 },
}

/**
 * Types `text` into whatever has the focus; with `Enter` at the end, unless this scanner sends something else or
 * nothing. Returns a function that sends an Enter half a second late, whenever it is called.
 */
export async function scan(
  page: Page,
  text: string,
  end: keyof typeof END | '' = 'Enter',
): Promise<() => Promise<void>> {
  const devtools = await page.context().newCDPSession(page)
  const keys = [...[...text].map((key) => ({ key, text: key })), ...(end === '' ? [] : [END[end]])]
  const over = Date.now() / 1_000
  // All at once: a machine that is busy between two keys is not a scanner that pauses.
  const send = (key: object, timestamp: number) => [
    devtools.send('Input.dispatchKeyEvent', { ...key, type: 'keyDown', timestamp }),
    devtools.send('Input.dispatchKeyEvent', { ...key, type: 'keyUp', timestamp, text: '' }),
  ]
  await Promise.all(keys.flatMap((key, nth) => send(key, over - (keys.length - nth) * GAP_S)))
  return async () => void (await Promise.all(send(END.Enter, over + 0.5)))
}
