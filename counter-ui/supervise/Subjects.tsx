// The open dialog of a page that follows an agency, and the one about the slips that nobody took.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber } from '../../screens/format.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { slipFaultText } from '../hall/slip-fault.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { serviceName } from '../parts/names.ts'
import { CounterDialog } from './CounterDialog.tsx'
import { ServiceDialog } from './ServiceDialog.tsx'
import { VisitSteps } from './VisitSteps.tsx'
import { superviseText } from './texts/index.ts'
import type { ViewAt } from './view-at.ts'
import { order } from './watch.ts'
import '../parts/dialogs.css'
import './sheet-dialogs.css'

/**
 * The open dialog: about a counter, a service, a visit, or the slips that nobody took. It shows the live view, and
 * closes by itself when its subject has left the plan.
 */
export function Subjects(at: ViewAt) {
  const { subject } = at.watch
  const shown = subject.value
  const close = () => {
    subject.value = null
  }
  if (!shown) return null
  if (shown.kind === 'slips') return <SlipsDialog {...at} onClose={close} />
  if (shown.kind === 'visit') return <VisitSteps key={shown.id} {...at} id={shown.id} onClose={close} />
  if (shown.kind === 'counter') {
    const counter = at.view.counters.find(({ id }) => id === shown.id)
    if (!counter) return null
    return <CounterDialog key={shown.id} {...at} counter={counter} first={shown.doing} onClose={close} />
  }
  const service = at.view.services.find(({ id }) => id === shown.id)
  if (!service) return null
  return <ServiceDialog key={shown.id} {...at} service={service} first={shown.doing} onClose={close} />
}

// The slips that nobody took, of visitors for this agency: what happened, and how to settle it.
function SlipsDialog({ watch, view, isTrue, onClose }: ViewAt & { onClose: () => void }) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const { notTaken, notTakenCount } = view
  async function settle(visit: string, how: 'noted' | 'print'): Promise<void> {
    const outcome = await order('POST', `/api/reception/visits/${encodeURIComponent(visit)}/${how}`)
    setProblem(outcome.ok ? null : outcome.problem)
  }
  return (
    <Dialog title={superviseText('slipsTitle')} onClose={onClose}>
      <div class="about">
        <p class="soft">{superviseText(notTaken.length === 0 ? 'slipsNone' : 'slipsLead')}</p>
        <ProblemLine problem={problem} text={isTrue ? undefined : superviseText('offline')} />
        <ul>
          {notTaken.map(({ id, number, slip, steps }) => (
            <li key={id} class="slip">
              <p>
                <strong class="figures">{number}</strong>{' '}
                {steps.map((step) => serviceName(watch.hall, step.service)).join(', ')}
              </p>
              <p class="soft">
                {slip.status === 'failed'
                  ? superviseText('slipFailed', { why: slipFaultText(slip.why) })
                  : superviseText('slipQueued')}
              </p>
              <p class="dialog-ends">
                <Button
                  disabled={!isTrue}
                  label={superviseText('notedNumber', { number })}
                  onPress={() => settle(id, 'noted')}
                >
                  {superviseText('noted')}
                </Button>
                <Button
                  disabled={!isTrue}
                  label={superviseText('printNumber', { number })}
                  onPress={() => settle(id, 'print')}
                >
                  {superviseText('print')}
                </Button>
              </p>
            </li>
          ))}
        </ul>
        {notTakenCount > notTaken.length && (
          <p class="soft">
            {superviseText('more', { count: formatNumber(notTakenCount - notTaken.length) })}
          </p>
        )}
        <Button kind="quiet" onPress={onClose}>
          {sharedText('close')}
        </Button>
      </div>
    </Dialog>
  )
}
