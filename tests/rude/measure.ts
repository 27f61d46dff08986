// What a process holds: memory after the garbage is gone, and descriptors.
import { existsSync, readdirSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Bytes that this process still needs. */
export function neededMemory(): number {
  // What the first run lets go of (weak references, finalisers) the second one takes.
  collect()
  collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Descriptors of a process; 0 where the system can't tell (Linux alone can). */
export function descriptors(pid: number | 'self' = 'self'): number {
  const folder = `/proc/${pid}/fd`
  return existsSync(folder) ? readdirSync(folder).length : 0
}
