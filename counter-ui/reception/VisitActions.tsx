// What staff can do for a visit: print its slip, confirm that the number is noted, add a service, change its class,
// cancel it.
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { Button } from '../../screens/components/Button.tsx'
import type { Hall } from '../../screens/hall.ts'
import { ProblemLine } from '../parts/ProblemLine.tsx'
import { actOn, NOT_PRINTED, printSlip } from './reception-desk.ts'
import { offersPriority } from './giving.ts'
import { isOpen } from './visit-questions.ts'
import { receptionText } from './texts/index.ts'
import type { Asked } from './Questions.tsx'
import { isUnheld } from './reception-words.ts'

interface ActionsProps {
  hall: Hall
  visit: ReceptionVisit
  isTrue: boolean
  onAsk: (asked: Asked) => void
  /** The end of the row. */
  children: ComponentChildren
}

export function VisitActions({ hall, visit, isTrue, onAsk, children }: ActionsProps) {
  const [{ problem, noPrinter }, setDone] = useState(NOT_PRINTED)
  const { id, slip, steps, copies, priority } = visit
  const isGoingOn = steps.some(isOpen)
  const canCancelAll = isGoingOn && steps.every(({ status }) => status !== 'serving')

  return (
    <>
      <ProblemLine problem={problem} text={noPrinter ? receptionText('slipNoPrinter') : undefined} />
      <div class="visit-actions">
        {isUnheld(slip) && (
          <Button
            disabled={!isTrue}
            icon="check"
            onPress={async () => setDone({ problem: await actOn(id, 'noted'), noPrinter: false })}
          >
            {receptionText('noted')}
          </Button>
        )}
        {isGoingOn && (
          <>
            <Button disabled={!isTrue} icon="printer" onPress={async () => setDone(await printSlip(id))}>
              {receptionText(copies === 0 ? 'print' : 'printCopy')}
            </Button>
            <Button disabled={!isTrue} icon="plus" onPress={() => onAsk({ what: 'add' })}>
              {receptionText('addStep')}
            </Button>
            {offersPriority(hall) && (
              <Button
                disabled={!isTrue}
                icon="priority"
                onPress={() => onAsk({ what: 'priority', priority: !priority })}
              >
                {receptionText(priority ? 'makeRegular' : 'makePriority')}
              </Button>
            )}
          </>
        )}
        {canCancelAll && (
          <Button kind="danger" disabled={!isTrue} onPress={() => onAsk({ what: 'cancel-visit' })}>
            {receptionText('cancelVisit')}
          </Button>
        )}
        {children}
      </div>
    </>
  )
}
