// Gives back what the start left behind. V8 grows its heap while modules load and schemas compile, and shrinks it only
// under load, which may be hours away; on a cheap PC the browser beside the server needs those 15 MB.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Collects garbage once. Node offers that only behind a flag, which a new context sees. */
export function tidy(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  setFlagsFromString('--no-expose-gc')
}
