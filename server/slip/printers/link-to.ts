// From a printer of the plan to the link that reaches it.
import type { Printer } from '../../hall/equipment.ts'
import { openDevice } from './device.ts'
import { fakeLink } from './fake-link.ts'
import type { Link, LinkParts } from './link.ts'
import { lpLink } from './lp-link.ts'
import { type Pace, usualPace } from './pace.ts'
import { rawLink } from './raw-link.ts'
import type { Reach } from './reach.ts'
import { openTcp } from './tcp.ts'

/** Milliseconds in which the same message is not logged twice: a printer that is gone is checked every few seconds. */
const NO_NEWS = 30 * 60_000

/** The link to a printer of the plan. `pace` is for those that take ESC/POS bytes. */
export function linkTo(
  { id, link, answers }: Printer,
  given: LinkParts & { readonly mayReach: Reach },
  pace: Pace = usualPace,
): Link {
  let last = { message: '', at: 0 }
  const told = (message: string) => {
    const at = performance.now()
    if (message === last.message && at - last.at < NO_NEWS) return
    last = { message, at }
    given.told(message)
  }
  const parts = { ...given, told }
  switch (link.kind) {
    case 'network':
      return rawLink({
        ...parts,
        answers,
        pace,
        open: (signal) => openTcp(link.host, link.port, signal, given),
      })
    case 'file':
      return rawLink({ ...parts, answers, pace, open: () => openDevice(link.path) })
    case 'lp':
      return lpLink({ ...parts, answers, queue: link.queue })
    case 'fake':
      return fakeLink({ ...parts, printer: id })
    default:
      return link satisfies never
  }
}
