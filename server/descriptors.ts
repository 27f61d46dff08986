// How many files and connections the system lets this process hold. Node raises what it may to the most it may itself.
import { readFileSync } from 'node:fs'

/** Most descriptors of this process; Infinity where the system does not say (it says so on Linux alone) or sets no limit. */
export function mostDescriptors(): number {
  try {
    return read(readFileSync('/proc/self/limits', 'utf8'))
  } catch {
    return Infinity
  }
}

/** Out of Linux's table: `Max open files            4096                 4096                 files`. */
function read(limits: string): number {
  const [, soft] = /^Max open files\s+(\d+)/mu.exec(limits) ?? []
  return soft === undefined ? Infinity : Number(soft)
}
