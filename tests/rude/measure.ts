// What a process holds: memory after garbage collection, and descriptors.
import { existsSync, readdirSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that this process still needs. */
export function neededMemory(): number {
  // What the first run releases (weak references, finalisers) the second one collects.
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Descriptors of a process; 0 if the system can't tell (only Linux can). */
export function descriptors(pid: number | 'self' = 'self'): number {
  const folder = `/proc/${pid}/fd`
  return existsSync(folder) ? readdirSync(folder).length : 0
}
