// Taking a printer out of the plan, after saying what that means.
import { useState } from 'preact/hooks'
import type { Printer } from '../../../server/hall/plan-slip.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { pick } from '../../../screens/i18n.ts'
import { sharedText } from '../../../screens/texts/index.ts'
import { sessionEnded } from '../../session.ts'
import { PlanProblem } from './PlanProblem.tsx'
import { type KnownPlan, savePlan } from './plan.ts'
import { p } from './texts/index.ts'

interface RemoveProps {
  known: KnownPlan
  printer: Printer
  onClose: () => void
}

export function RemovePrinter({ known: { plan, from }, printer, onClose }: RemoveProps) {
  const [problem, setProblem] = useState<Problem | null>(null)

  async function remove(): Promise<void> {
    const printers = (plan.printers ?? []).filter(({ id }) => id !== printer.id)
    const outcome = await savePlan({ plan: { ...plan, printers }, from })
    if (outcome.ok) onClose()
    else if (outcome.problem.status === 401) sessionEnded()
    else setProblem(outcome.problem)
  }

  return (
    <Dialog title={p('removeNamed', { name: pick(printer.name) })} onClose={onClose}>
      <div class="fields">
        <p>{p('removeAsk')}</p>
        <PlanProblem problem={problem} />
        <div class="dialog-ends">
          <Button kind="danger" onPress={remove}>
            {p('remove')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {sharedText('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
