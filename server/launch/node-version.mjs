// Is this Node new enough? The range is `engines` of package.json, nowhere else. Old syntax: an old Node
// must be able to read this file (no optional chaining, no top-level await).
import { readFileSync } from 'node:fs'
import { say, texts } from './texts.mjs'

/** @param {string} version */
const parts = (version) => version.replace(/-.*/, '').split('.').map(Number)

/**
 * @param {number[]} a
 * @param {number[]} b
 * @returns {number} below 0 if `a` is older than `b`, 0 if the same
 */
function compare(a, b) {
  for (let at = 0; at < 3; at++) {
    const difference = (a[at] || 0) - (b[at] || 0)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Whether a version is in a range of the two forms that package.json uses: `^1.2.3` (that major, from there
 * on) and `>=1.2.3`, joined by `||`.
 * @param {string} version
 * @param {string} range
 */
export function nodeFits(version, range) {
  const have = parts(version)
  return range.split('||').some((one) => {
    if (!/^\s*(\^|>=)\d+\.\d+\.\d+\s*$/.test(one)) throw new Error(`engines.node is not understood: ${one}`)
    const least = parts(one.replace(/[\s^>=]/g, ''))
    return compare(have, least) >= 0 && (one.indexOf('>=') >= 0 || have[0] === least[0])
  })
}

/**
 * The range as a person reads it: `20.19+ / 22.12+ / 24+`.
 * @param {string} range
 */
export function readable(range) {
  return range
    .split('||')
    .map((one) => `${one.replace(/[\s^>=]/g, '').replace(/(\.0)+$/, '')}+`)
    .join(' / ')
}

/** Whether the running Node fits; if not, says so and lets the process end with code 1. */
export function nodeIsRight() {
  const range = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).engines.node
  if (nodeFits(process.versions.node, range)) return true
  say(texts.nodeTooOld(process.versions.node, readable(range)))
  process.exitCode = 1
  return false
}
