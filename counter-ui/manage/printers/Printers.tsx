// The printers of the hall: how each stands, a test page, adding, changing and taking away.
import { useEffect, useState } from 'preact/hooks'
import type { Printer } from '../../../server/hall/equipment.ts'
import { fetchJson } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { deviceName, type ListedDevice } from '../device.ts'
import type { PlanDesk } from '../plan-desk.ts'
import { PrinterForm } from './PrinterForm.tsx'
import { PrinterRow } from './PrinterRow.tsx'
import { RemovePrinter } from './RemovePrinter.tsx'
import { manageText } from '../texts/index.ts'
import type { ListedPrinter } from './printer-words.ts'
import './printers.css'

/** A printer's state is asked again after this: paper is put in while the manager looks. */
const AGAIN_MS = 5_000

interface PrintersProps {
  hall: Hall
  devices: readonly ListedDevice[]
  desk: PlanDesk
}

export function Printers({ hall, devices, desk }: PrintersProps) {
  const { known } = desk
  const [states, setStates] = useState<readonly ListedPrinter[]>([])
  const [editing, edit] = useState<Printer | 'new' | null>(null)
  const [leaving, leave] = useState<Printer | null>(null)

  async function ask(): Promise<void> {
    const outcome = await fetchJson<{ printers: ListedPrinter[] }>('/api/printers')
    // What is not known any more is not shown as true.
    setStates(outcome.ok ? outcome.data.printers : [])
  }
  useEffect(() => {
    void ask()
    const timer = setInterval(() => void ask(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [known])

  const printers = known ? (known.plan.printers ?? []) : []
  const kioskName = (id: string) => {
    const device = devices.find((one) => one.id === id)
    return device ? deviceName(hall, device) : id
  }
  const done = () => {
    edit(null)
    leave(null)
  }
  return (
    <>
      <section class="part" aria-labelledby="printers-title">
        <div class="part-head">
          <h2 id="printers-title">{manageText('printers.title')}</h2>
          <Button icon="plus" disabled={!known} onPress={() => edit('new')}>
            {manageText('printers.add')}
          </Button>
        </div>
        <p class="soft">{manageText('printers.lead')}</p>
        <ProblemLine problem={desk.problem} />
        {known && printers.length === 0 && <p>{manageText('printers.none')}</p>}
        <ul class="devices">
          {printers.map((printer) => (
            <PrinterRow
              key={printer.id}
              hall={hall}
              printer={printer}
              listed={states.find(({ id }) => id === printer.id)}
              kioskName={kioskName}
              onEdit={() => edit(printer)}
              onRemove={() => leave(printer)}
              onTested={() => void ask()}
            />
          ))}
        </ul>
      </section>
      {editing && known && (
        <PrinterForm
          hall={hall}
          desk={desk}
          plan={known.plan}
          printer={editing === 'new' ? null : editing}
          kiosks={devices.filter(({ kind }) => kind === 'kiosk')}
          onClose={done}
        />
      )}
      {leaving && known && <RemovePrinter desk={desk} printer={leaving} onClose={done} />}
    </>
  )
}
