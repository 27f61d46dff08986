// The slips that nobody took, of visitors for this agency: what happened, and how to settle it.
import { useState } from 'preact/hooks'
import type { Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Dialog } from '../../screens/components/Dialog.tsx'
import { formatNumber } from '../../screens/format.ts'
import { sharedText } from '../../screens/texts/shared.ts'
import { serviceName } from '../parts/names.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { slipFaultText } from '../hall/slip-fault.ts'
import { superviseText } from './texts/index.ts'
import type { ViewAt } from './view-at.ts'
import { order } from './watch.ts'

export function SlipsDialog({ watch, view, isTrue, onClose }: ViewAt & { onClose: () => void }) {
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
