// What every build and the development server have in common: Vite's settings, and what is done to code besides what
// Vite does by itself.
import { runnerImport } from 'vite'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @import { InlineConfig, Plugin } from 'vite' */

/** By the helper's name. `{ ...a }`, `const { a, ...rest } = b` and `async`. @type {Record<string, string>} */
const SHORT = {
  objectSpread2: 'export default Object.assign',
  objectWithoutProperties: `export default (from, without) => {
    const rest = {}
    for (const key of Object.keys(from)) if (without.indexOf(key) < 0) rest[key] = from[key]
    return rest
  }`,
  asyncToGenerator: `export default (make) => function run() {
    const going = make.apply(this, arguments)
    const go = (way, given) => {
      const { done, value } = going[way](given)
      return done ? value : Promise.resolve(value).then((one) => go('next', one), (error) => go('throw', error))
    }
    return new Promise((resolve) => resolve(go('next')))
  }`,
}

/** @returns {Plugin} */
export function lightHelpers() {
  return {
    name: 'antre-light-helpers',
    transform(_code, id) {
      const name = /@oxc-project\+runtime.*\/(\w+)\.js$/.exec(id)?.[1] ?? ''
      return Object.hasOwn(SHORT, name) ? { code: SHORT[name] ?? '', map: null } : null
    },
  }
}

// Removes design tokens that a page does not use from its styles: every page includes the whole list of
// screens/tokens.css, but a board uses only half of it.

/**
 * Removes the custom properties that neither the styles nor the scripts built together mention.
 * @returns {Plugin}
 */
export function sparedTokens() {
  return {
    name: 'spared-tokens',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
        const scripts = files.flatMap((file) => (file.type === 'chunk' ? [file.code] : []))
        const sheets = files.flatMap((file) =>
          file.type === 'asset' && file.fileName.endsWith('.css') ? [file] : [],
        )
        const spared = withoutUnused(
          sheets.map(({ source }) => String(source)),
          scripts.join('\n'),
        )
        for (const [index, sheet] of sheets.entries()) sheet.source = spared[index] ?? sheet.source
      },
    },
  }
}

/**
 * The style sheets, minified, without the custom properties that nothing mentions, and without those that only these
 * mentioned.
 * @param {readonly string[]} sheets
 * @param {string} scripts what may mention one as well
 * @returns {string[]}
 */
export function withoutUnused(sheets, scripts) {
  const all = sheets.join('\n')
  const unused = [...new Set([...all.matchAll(/[{;](--[\w-]+):/g)].map(([, name]) => name ?? ''))].filter(
    (name) => !new RegExp(`var\\(\\s*${name}\\s*[,)]`).test(all) && !scripts.includes(name),
  )
  if (unused.length === 0) return [...sheets]
  const declared = new RegExp(`(?<=[{;])(?:${unused.join('|')}):[^;{}]*(?:;|(?=}))`, 'g')
  return withoutUnused(
    sheets.map((sheet) => sheet.replace(declared, '')),
    scripts,
  )
}

// The queries of server/store/queries as text. The builder that writes them would cost a server five megabytes and
// some twenty milliseconds of its start, so it runs here: the build contains what it wrote.

const module = /\/server\/store\/queries\/[^/]+\.ts$/

/**
 * @param {string} root
 * @returns {Plugin}
 */
export function queriesAsText(root) {
  return {
    name: 'queries-as-text',
    enforce: 'pre',
    async load(id) {
      if (!module.test(id)) return null
      const { module: written } = await runnerImport(id, common(root))
      return Object.entries(/** @type {Record<string, unknown>} */ (written))
        .map(([name, queries]) => `export const ${name} = ${JSON.stringify(queries)}`)
        .join('\n')
    },
  }
}

/** For Vite: no config file, no output but errors, Preact's JSX, and the version that pages tell the server. */
export const common = (/** @type {string} */ root) =>
  /** @satisfies {InlineConfig} */ ({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { ANTRE_VERSION: JSON.stringify(versionIn(root)) },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  })

/** @param {string} root */
function versionIn(root) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  return version
}
