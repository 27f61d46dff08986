// Loaded into a server under observation: on SIGUSR2 it writes into PROBE_FILE, as a line of JSON, how much memory it
// needs after garbage collection. Started with `--expose-gc`.
import { appendFileSync } from 'node:fs'

const collect = globalThis.gc ?? (() => {})
const file = process.env.PROBE_FILE ?? ''

process.on('SIGUSR2', () => {
  collect()
  // Finalisers of the first run release more.
  setImmediate(() => {
    collect()
    appendFileSync(file, `${JSON.stringify(process.memoryUsage())}\n`)
  })
})
