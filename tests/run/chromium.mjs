// Finds the browser for the browser tests.
import { existsSync } from 'node:fs'

// Debian's headless Chromium comes first: the same engine, which opens a page three times as fast.
const places = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * The program of Chromium or Chrome: that of `CHROMIUM_PATH`, else where systems put it; null if there is none.
 * @param {string | undefined} [chosen]
 * @param {(path: string) => boolean} [exists]
 * @returns {string | null}
 */
export function findChromium(chosen = process.env['CHROMIUM_PATH'], exists = existsSync) {
  if (chosen !== undefined && chosen !== '') return exists(chosen) ? chosen : null
  return places.find((place) => exists(place)) ?? null
}
