// How many files and connections the system lets this process hold. Node raises the limit as far as it is allowed to.
import { readFileSync } from 'node:fs'

/** Most descriptors of this process; Infinity if the system does not say (only Linux does) or sets no limit. */
export function mostDescriptors(): number {
  try {
    return read(readFileSync('/proc/self/limits', 'utf8'))
  } catch {
    return Infinity
  }
}

/** Read from Linux's table: `Max open files            4096                 4096                 files`. */
function read(limits: string): number {
  const [, soft] = /^Max open files\s+(\d+)/mu.exec(limits) ?? []
  return soft === undefined ? Infinity : Number(soft)
}
