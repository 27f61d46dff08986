// The queries of server/store/queries as text. The builder that writes them would cost a server five megabytes and
// some twenty milliseconds of its start, so it runs here: the build contains what it wrote.
import { runnerImport } from 'vite'
import { common } from './common.mjs'

/** @import { Plugin } from 'vite' */

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
