// Finds the addresses of printers that the plan knows by name. The system looks names up on one of the four threads
// that all files and passwords of the server share, and where no name server answers it takes ten seconds and more:
// so one name is looked up at a time, and once for all that wait for it.
import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'

/** Looks names up for `net.connect`. `lookup`: the system's own by default. */
export function createLookup(lookup: LookupFunction = systemLookup): LookupFunction {
  const waiting = new Map<
    string,
    { ask: (done: () => void) => void; told: Parameters<LookupFunction>[2][] }
  >()
  let busy = false

  function next(): void {
    const [first] = waiting.values()
    if (busy || first === undefined) return
    busy = true
    first.ask(() => {
      busy = false
      next()
    })
  }

  return (host, options, told) => {
    const key = `${host} ${JSON.stringify(options)}`
    const same = waiting.get(key)
    if (same) {
      same.told.push(told)
      return
    }
    const all = [told]
    const ask = (done: () => void): void =>
      lookup(host, options, (...found) => {
        waiting.delete(key)
        done()
        for (const one of all) one(...found)
      })
    waiting.set(key, { ask, told: all })
    next()
  }
}
