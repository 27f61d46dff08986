// What a page weighs: the gzip size of all JS and CSS that it can load, including lazily loaded parts.
import { gzipSync } from 'node:zlib'

/**
 * A built file as the bundler gives it, as far as needed for weighing.
 * @typedef {{ code: string, imports: string[], dynamicImports: string[], styles: string[] }} Chunk
 * @typedef {{ page: string, js: number, css: number, limit: number | null }} Weight in bytes
 */

/**
 * Weighs one page.
 * @param {string} entry file name of the page's first chunk
 * @param {Map<string, Chunk>} chunks by file name
 * @param {Map<string, string>} styles CSS by file name
 * @returns {{ js: number, css: number }} bytes
 */
export function weigh(entry, chunks, styles) {
  /** @type {Set<string>} */
  const loaded = new Set()
  /** @param {string} name */
  const load = (name) => {
    const chunk = chunks.get(name)
    if (chunk === undefined || loaded.has(name)) return
    loaded.add(name)
    for (const next of [...chunk.imports, ...chunk.dynamicImports]) load(next)
  }
  load(entry)
  const parts = [...chunks].filter(([name]) => loaded.has(name)).map(([, chunk]) => chunk)
  const sheets = new Set(parts.flatMap((chunk) => chunk.styles))
  return {
    js: sum(parts.map((chunk) => gzipped(chunk.code))),
    css: sum([...sheets].map((name) => gzipped(styles.get(name) ?? ''))),
  }
}

/** @param {string} text */
const gzipped = (text) => gzipSync(text, { level: 9 }).length

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)

/** @param {Weight} weight */
export const isTooHeavy = ({ js, css, limit }) => limit !== null && js + css > limit

/**
 * The weights as a table for people, in kB of 1000 bytes.
 * @param {Weight[]} weights
 */
export function weightTable(weights) {
  const rows = weights.map(({ page, js, css, limit }) => [
    page,
    kB(js),
    kB(css),
    kB(js + css),
    limit === null ? '-' : kB(limit),
  ])
  const table = [['page (gzip, kB)', 'js', 'css', 'together', 'limit'], ...rows]
  return table
    .map(([page = '', ...figures]) => page.padEnd(16) + figures.map((figure) => figure.padStart(10)).join(''))
    .join('\n')
}

/** @param {number} bytes */
export const kB = (bytes) => (bytes / 1000).toFixed(1)
