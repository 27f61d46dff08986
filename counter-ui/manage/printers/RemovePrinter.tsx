// Taking a printer out of the plan, after saying what that means.
import { useState } from 'preact/hooks'
import type { Printer } from '../../../server/hall/equipment.ts'
import type { Problem } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import { pick } from '../../../screens/i18n.ts'
import { sharedText } from '../../../screens/texts/shared.ts'
import { type PlanDesk, usePlanPart } from '../plan-desk.ts'
import { PlanProblem } from '../PlanProblem.tsx'
import { manageText } from '../texts/index.ts'

interface RemoveProps {
  desk: PlanDesk
  printer: Printer
  onClose: () => void
}

export function RemovePrinter({ desk, printer, onClose }: RemoveProps) {
  const part = usePlanPart(desk, 'printers', true)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function remove(): Promise<void> {
    const refused = await part.save(({ printers = [] }) => printers.filter(({ id }) => id !== printer.id))
    setProblem(refused)
    if (!refused) onClose()
  }

  return (
    <Dialog title={manageText('printers.removeNamed', { name: pick(printer.name) })} onClose={onClose}>
      <div class="fields">
        <p>{manageText('printers.removeAsk')}</p>
        <PlanProblem problem={problem} />
        <div class="dialog-ends">
          <Button kind="danger" onPress={remove}>
            {manageText('printers.remove')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {sharedText('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
