// What a process holds: memory after garbage collection, and descriptors.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
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

/** Processes that a process has started and that still run; 0 if the system can't tell. */
export function children(pid: number): number {
  if (!existsSync('/proc/self/stat')) return 0
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid).length
}

/** Of a process that may end meanwhile. */
function parentOf(pid: string): number {
  try {
    // `pid (name) state parent …`; a name may hold anything.
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1])
  } catch {
    return 0
  }
}
