// The dialog that is open: about a counter, a service, a visit, or the slips that nobody took. It shows the live view,
// and goes by itself when its subject has left the plan.
import { CounterDialog } from './CounterDialog.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'
import { SlipsDialog } from './SlipsDialog.tsx'
import type { ViewAt } from './view-at.ts'
import { VisitDialog } from './VisitDialog.tsx'
import '../dialogs/dialogs.css'

export function Subjects(at: ViewAt) {
  const { subject } = at.watch
  const shown = subject.value
  const close = () => {
    subject.value = null
  }
  if (!shown) return null
  if (shown.kind === 'slips') return <SlipsDialog {...at} onClose={close} />
  if (shown.kind === 'visit') return <VisitDialog key={shown.id} {...at} id={shown.id} onClose={close} />
  if (shown.kind === 'counter') {
    const counter = at.view.counters.find(({ id }) => id === shown.id)
    return counter ? <CounterDialog key={shown.id} {...at} counter={counter} onClose={close} /> : null
  }
  const service = at.view.services.find(({ id }) => id === shown.id)
  return service ? <ServiceDialog key={shown.id} {...at} service={service} onClose={close} /> : null
}
