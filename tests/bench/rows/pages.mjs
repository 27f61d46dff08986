// What the pages weigh, as the build weighs them.
import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { isTooHeavy, kB } from '../../../server/launch/weight.mjs'

/** @import { Weight } from '../../../server/launch/weight.mjs' */
/** @import { Row } from '../table.mjs' */

/** @returns {Promise<Row[]>} */
export async function pages() {
  const weights = await builtWeights()
  return weights.flatMap((weight) => {
    const { page, js, css, limit } = weight
    if (limit === null) return []
    return {
      what: `${page}: JS + CSS, gzip`,
      measured: `${kB(js + css)} kB`,
      goal: `≤ ${kB(limit)} kB`,
      reached: !isTooHeavy(weight),
      more: [],
    }
  })
}

/**
 * A build in a process of its own, as it is large and its memory goes with it.
 * @returns {Promise<Weight[]>}
 */
function builtWeights() {
  const builder = fork(fileURLToPath(new URL('../children/builder.mjs', import.meta.url)))
  return new Promise((resolve, reject) => {
    builder.once('message', (weights) => resolve(/** @type {Weight[]} */ (weights)))
    builder.once('exit', (code) => reject(new Error(`the build ended with code ${code}`)))
  })
}
