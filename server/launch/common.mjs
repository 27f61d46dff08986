// What every build and the development server have in common.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @import { InlineConfig } from 'vite' */

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
