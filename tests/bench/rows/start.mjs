// The start of a server with a long past.
import { median, spread } from '../figures.mjs'
import { longPast } from '../past.mjs'
import { startAntre } from '../processes.mjs'

/** @import { Row } from '../table.mjs' */

const STARTS = 5

/** @returns {Promise<Row[]>} */
export async function start() {
  const dataDir = await longPast()
  /** @type {number[]} */
  const starts = []
  while (starts.length < STARTS) {
    const server = await startAntre(dataDir)
    starts.push(server.startMs)
    await server.stop()
  }
  return [
    {
      what: 'start with 1,000 visits today, 1,000,000 events in all',
      measured: `${median(starts).toFixed(0)} ms to health`,
      goal: '≤ 1,000 ms',
      reached: median(starts) <= 1000,
      more: [`${STARTS} starts: ${spread(starts)} ms, from the spawn to the first answer`],
    },
  ]
}
