// Loaded into a server that is watched: on SIGUSR2 it says into PROBE_FILE, as a line of JSON, what memory it needs
// once the garbage is gone. Started with `--expose-gc`.
import { appendFileSync } from 'node:fs'

const collect = globalThis.gc ?? (() => {})
const file = process.env.PROBE_FILE ?? ''

process.on('SIGUSR2', () => {
  collect()
  // Finalisers of the first run let go of more.
  setImmediate(() => {
    collect()
    appendFileSync(file, `${JSON.stringify(process.memoryUsage())}\n`)
  })
})
