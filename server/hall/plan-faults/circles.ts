// Services that follow each other in a circle: in a visit with all of them none could ever be the first.
import type { Fault } from './fault.ts'
import type { Parts } from './parts.ts'

/** A circle longer than this is named by its two ends. */
const longest = 12

type Place = { readonly service: string; readonly at: string; next: number }

/**
 * Every circle that a walk along `after` closes, at the entry that closes it. With all those entries gone no circle is
 * left; the walk takes as many steps as the plan has entries.
 */
export function circles({ services }: Parts): Fault[] {
  const after = new Map(services.map(({ at, item }) => [item.id, { at, services: item.after }]))
  const faults: Fault[] = []
  const done = new Set<string>()
  for (const start of after.keys()) {
    // A path of its own instead of recursion: a plan from outside must not overflow the stack.
    const path: Place[] = []
    const depth = new Map<string, number>()
    const enter = (service: string) => {
      const at = after.get(service)?.at
      if (at === undefined || done.has(service)) return
      depth.set(service, path.length)
      path.push({ service, at, next: 0 })
    }
    enter(start)
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const index = here.next++
      const earlier = after.get(here.service)?.services[index]
      if (earlier === undefined) {
        done.add(here.service)
        depth.delete(here.service)
        path.pop()
        continue
      }
      const from = depth.get(earlier)
      if (from === undefined) enter(earlier)
      else faults.push(circleFault(`${here.at}.after[${index}]`, path, from))
    }
  }
  return faults
}

function circleFault(at: string, path: readonly Place[], from: number): Fault {
  const length = path.length - from
  const names = (part: readonly Place[]) => part.map(({ service }) => service)
  if (length === 1) return { at, code: 'after-itself', detail: { service: names(path.slice(-1)).join() } }
  const circle =
    length <= longest
      ? names(path.slice(from))
      : [...names(path.slice(from, from + longest / 2)), '…', ...names(path.slice(-longest / 2))]
  return { at, code: 'circle-of-services', detail: { circle } }
}
