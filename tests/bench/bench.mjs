// Builds what has to be built, measures row by row, and prints the table.
import { prepare } from '../../server/launch/steps.mjs'
import { behind, machine, table } from './table.mjs'

/** @import { Row } from './table.mjs' */

/** The rows by name, each loaded when it is measured. */
const rows = {
  tickets: async () => (await import('./rows/tickets.mjs')).tickets(),
  full: async () => (await import('./rows/tickets.mjs')).full(),
  boards: async () => (await import('./rows/boards.mjs')).boards(),
  phones: async () => (await import('./rows/phones.mjs')).phones(),
  voice: async () => (await import('./rows/voice.mjs')).voice(),
  panel: async () => (await import('./rows/panel.mjs')).panel(),
  kiosk: async () => (await import('./rows/kiosk.mjs')).kiosk(),
  start: async () => (await import('./rows/start.mjs')).start(),
  memory: async () => (await import('./rows/memory.mjs')).memory(),
  forecast: async () => (await import('./rows/forecast.mjs')).forecast(),
  reports: async () => (await import('./rows/reports.mjs')).reportsOfTenYears(),
  pages: async () => (await import('./rows/pages.mjs')).pages(),
}

/**
 * Measures and prints.
 * @param {string[]} names of rows; none means all
 */
export async function bench(names) {
  const unknown = names.filter((name) => !Object.hasOwn(rows, name))
  if (unknown.length > 0) {
    console.error(`There is no row ${unknown.join(', ')}. Rows: ${Object.keys(rows).join(', ')}.`)
    process.exitCode = 1
    return
  }
  if (!(await prepare())) {
    process.exitCode = 1
    return
  }
  const chosen = Object.entries(rows).filter(([name]) => names.length === 0 || names.includes(name))
  /** @type {Row[]} */
  const measured = []
  for (const [name, measure] of chosen) {
    process.stderr.write(`${name} …\n`)
    try {
      measured.push(...(await measure()))
    } catch (error) {
      // The other rows took minutes: they are printed all the same.
      console.error(`${name} could not be measured:`, error)
      process.exitCode = 1
    }
  }
  console.log(`${machine()}\n\n${table(measured)}\n\n${behind(measured)}`)
}
