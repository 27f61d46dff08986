// Copies the fonts that the server itself draws with into the build.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @import { Plugin } from 'vite' */

/**
 * The fonts of a folder as `fonts/` beside the server's files, with their licences: the painter looks for them there.
 * @param {string} folder
 * @returns {Plugin}
 */
export function fonts(folder) {
  return {
    name: 'fonts',
    generateBundle() {
      for (const name of readdirSync(folder)) {
        if (name.endsWith('.json')) continue
        this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source: readFileSync(join(folder, name)) })
      }
    },
  }
}
