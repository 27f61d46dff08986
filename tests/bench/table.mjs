// The results as a table for people.
import { cpus, totalmem } from 'node:os'

/**
 * @typedef {object} Row
 * @property {string} what
 * @property {string} measured
 * @property {string} goal
 * @property {boolean} reached
 * @property {string[]} more how it came about: rounds, absolute figures
 */

/** The machine and the program that the figures are from. */
export function machine() {
  const processors = cpus()
  const model = processors[0]?.model.trim() ?? 'unknown processor'
  const memory = (totalmem() / 1e9).toFixed(0)
  return `${model}, ${processors.length} cores, ${memory} GB, ${process.platform} ${process.arch}, Node.js ${process.versions.node}`
}

/** @param {Row[]} rows */
export function table(rows) {
  const cells = [
    ['what', 'measured', 'goal', 'reached'],
    ...rows.map(({ what, measured, goal, reached }) => [what, measured, goal, reached ? 'yes' : 'no']),
  ]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)))
  const lines = cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  const [head = '', ...body] = lines
  return [head, rule, ...body].join('\n')
}

/**
 * The details of each row.
 * @param {Row[]} rows
 */
export function behind(rows) {
  return rows
    .filter(({ more }) => more.length > 0)
    .map(({ what, more }) => [what, ...more.map((line) => `  ${line}`)].join('\n'))
    .join('\n')
}
