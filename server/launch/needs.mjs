// If a page can't start, it says in plain HTML, in both languages, what it needs: JavaScript, a newer browser,
// cookies. `screens/needs.js` shows what applies; without JavaScript the `noscript` part shows itself.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** @import { Page } from './pages.mjs' */
/** @import { Said } from './texts.mjs' */

/** The script's place in the sources. */
export const NEEDS_SCRIPT = 'screens/needs.js'

/**
 * The page with the words and the script in it.
 * @param {string} html as in the sources or as built
 * @param {Page} page
 * @param {string} src address of the script
 */
export function withNeeds(html, { name, browsers }, src) {
  // It needs nothing.
  // A preview waits for its content, in a browser that runs the page around it.
  if (browsers === 'any' || browsers === 'preview') return html
  // The phone's page arrives drawn, with its own words for browsers without scripts.
  const isDrawn = browsers === 'phone'
  // For which queries of its address (a pattern) it needs cookies: a board only to become a display.
  const cookies = name === 'display' ? '[?&]enrol' : ''
  const needsCookies = !isDrawn && name !== 'home' && browsers !== 'visitor'
  const parts = isDrawn
    ? hidden('old', words(needs.still(oldest[browsers])))
    : [
        `<noscript>${alone(needs.noScript())}</noscript>`,
        hidden('old', alone(needs.old(oldest[browsers]))),
        hidden('failed', alone(needs.failed())),
        needsCookies ? hidden('cookies', words(needs.cookies())) : '',
      ].join('')
  const data = `data-browsers="${browsers}"${needsCookies ? ` data-cookies="${cookies}"` : ''}`
  const block = `<div id="needs" ${data}>${parts}</div>`
  // A drawn page is read first. Otherwise the script runs before the page's own, which changes the address.
  return isDrawn
    ? html.replace('</body>', () => `${block}<script defer src="${src}"></script></body>`)
    : html.replace('<body>', () => `<body>${block}<script src="${src}"></script>`)
}

/**
 * Puts words and script into the built pages.
 * @param {string} root
 * @param {string} outDir
 * @param {Page[]} pages
 * @returns {string} the script, to be weighed with each page
 */
export function addNeeds(root, outDir, pages) {
  const script = squeezed(readFileSync(join(root, NEEDS_SCRIPT), 'utf8'))
  const name = `needs-${createHash('sha256').update(script).digest('base64url').slice(0, 8)}.js`
  writeFileSync(join(outDir, 'assets', name), script)
  writeFileSync(join(outDir, 'assets', `${name}.gz`), gzipSync(script, { level: 9 }))
  for (const page of pages) {
    const file = join(outDir, page.name, 'index.html')
    writeFileSync(file, withNeeds(readFileSync(file, 'utf8'), page, `/assets/${name}`))
  }
  return script
}

/**
 * Without its comments and indents. The bundler's own minifier would write modern syntax.
 * @param {string} script
 */
const squeezed = (script) =>
  script
    .replace(/\/\*\*[^]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '')

/**
 * @param {string} what
 * @param {string} said as HTML
 */
const hidden = (what, said) => `<div id="needs-${what}" role="alert" hidden>${said}</div>`

/**
 * Then this is the whole page; by roles, as the page has a `main` and an `h1` of its own while this is hidden.
 * @param {Said} said
 */
const alone = (said) =>
  `<div role="main"><p class="needs" role="heading" aria-level="1">Antre</p>${words(said)}</div>`

/** @param {Said} said */
const words = ({ id, en }) => `<div class="needs"><p lang="id">${id}</p><p lang="en">${en}</p></div>`

/** @import { Browsers } from './pages.mjs' */
/** @import { Sentence } from './texts.mjs' */

const LAST_OF_WINDOWS_7 = 'Chrome 109, Edge 109, Firefox 115, Safari 16'

/**
 * The oldest browsers that each kind of page runs in, for people to read; `targets` of pages.mjs.
 * @type {Record<Exclude<Browsers, 'any' | 'preview'>, string>}
 */
export const oldest = {
  today: LAST_OF_WINDOWS_7,
  panel: LAST_OF_WINDOWS_7,
  kiosk: LAST_OF_WINDOWS_7,
  tablet: LAST_OF_WINDOWS_7,
  phone: 'Chrome 87, Safari 14',
  visitor: 'Chrome 87, Safari 14',
  tv: 'Chrome 53',
}

/** @satisfies {Record<string, Sentence>} */
export const needs = {
  noScript: () => ({
    id: 'Halaman ini memerlukan JavaScript. Nyalakan JavaScript di setelan peramban, lalu muat ulang halaman.',
    en: 'This page needs JavaScript. Switch it on in the browser’s settings, then reload the page.',
  }),
  old: (browsers) => ({
    id: `Versi peramban ini sudah usang. Yang diperlukan: ${browsers}, atau yang lebih baru. Perbarui peramban atau pakai perangkat lain.`,
    en: `This browser is too old. Needed: ${browsers}, or newer. Update the browser or use another device.`,
  }),
  still: (browsers) => ({
    id: `Versi peramban ini sudah usang (diperlukan ${browsers}, atau yang lebih baru). Halaman dimuat ulang setiap 30 detik. Ingin membatalkan atau datang terlambat? Silakan ke resepsionis.`,
    en: `This browser is too old (needed: ${browsers}, or newer). The page reloads every 30 seconds. To cancel, or if you are late, please go to the reception.`,
  }),
  failed: () => ({
    id: 'Halaman ini tidak dapat dimulai. Muat ulang halaman. Bila tetap begini, hubungi pengelola.',
    en: 'This page could not start. Reload it. If that does not help, tell the manager.',
  }),
  cookies: () => ({
    id: 'Peramban ini menolak kuki, sehingga sistem tidak mengenali siapa yang memakainya. Izinkan kuki untuk alamat ini di setelan peramban, lalu muat ulang halaman.',
    en: 'This browser keeps no cookies, so the system cannot know who uses it. Allow cookies for this address in the browser’s settings, then reload the page.',
  }),
}
