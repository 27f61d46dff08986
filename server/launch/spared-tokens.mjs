// Removes design tokens that a page does not use from its styles: every page includes the whole list of
// screens/tokens.css, but a board uses only half of it.

/** @import { Plugin } from 'vite' */

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
