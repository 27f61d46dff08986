// If a page can't start, it says in plain HTML, in both languages, what it needs: JavaScript, a newer browser,
// cookies. `screens/needs.js` shows what applies; without JavaScript the `noscript` part shows itself.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { needs, oldest } from './needs-texts.mjs'

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
  // The phone's page arrives drawn, with its own words for browsers without scripts.
  const isDrawn = browsers === 'phone'
  // For which queries of its address (a pattern) it needs cookies: a board only to become a display.
  const cookies = name === 'display' ? '[?&]enrol' : ''
  const needsCookies = !isDrawn && name !== 'home'
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
