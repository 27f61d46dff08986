// What staff can do for a visit: print its slip, say that the number is noted, give it back.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ReceptionVisit } from '../../server/live/reception-views.ts'
import { command, type Problem } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { sessionEnded } from '../session.ts'
import { actOn } from './desk.ts'
import { r } from './texts/index.ts'
import { isUnheld } from './words.ts'

const ENDED: readonly string[] = ['done', 'cancelled', 'expired']

interface ActionsProps {
  visit: ReceptionVisit
  isTrue: boolean
  /** What stands at the end of the row. */
  children: ComponentChildren
}

export function VisitActions({ visit, isTrue, children }: ActionsProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [noPrinter, setNoPrinter] = useState(false)
  const [asking, ask] = useState(false)
  const { id, number, slip, steps, copies } = visit
  const path = `/api/reception/visits/${encodeURIComponent(id)}`
  const open = steps.filter(({ status }) => !ENDED.includes(status))
  const canCancel = open.length > 0 && open.every(({ status }) => status !== 'serving')

  async function print(): Promise<void> {
    const outcome = await command<{ slip: ReceptionVisit['slip'] }>('POST', `${path}/print`)
    setNoPrinter(outcome.ok && outcome.data.slip.why === 'no-such-printer')
    setProblem(outcome.ok ? null : outcome.problem)
    if (!outcome.ok && outcome.problem.status === 401) sessionEnded()
  }

  return (
    <>
      <ProblemLine problem={problem} text={noPrinter ? r('slipNoPrinter') : undefined} />
      <div class="visit-actions">
        {isUnheld(slip) && (
          <Button disabled={!isTrue} icon="check" onPress={async () => setProblem(await actOn(id, 'noted'))}>
            {r('noted')}
          </Button>
        )}
        {open.length > 0 && (
          <Button disabled={!isTrue} icon="printer" onPress={print}>
            {r(copies === 0 ? 'print' : 'printCopy')}
          </Button>
        )}
        {canCancel && (
          <Button kind="danger" disabled={!isTrue} onPress={() => ask(true)}>
            {r('cancelVisit')}
          </Button>
        )}
        {children}
      </div>
      {asking && (
        <Confirm
          title={r('visitTitle', { number })}
          text={r('cancelAsk', { number })}
          go={r('cancelVisit')}
          danger
          method="POST"
          path={`${path}/cancel`}
          onClose={() => ask(false)}
        />
      )}
    </>
  )
}
