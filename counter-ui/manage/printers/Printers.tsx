// The printers of the hall: the state of each, a test page, adding, changing and removing.
import { useEffect, useState } from 'preact/hooks'
import { type Problem, fetchJson } from '../../../screens/command.ts'
import { Button } from '../../../screens/components/Button.tsx'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { pick } from '../../../screens/i18n.ts'
import { Icon } from '../../../screens/icons.tsx'
import { press } from '../../../screens/press.ts'
import type { Printer } from '../../../server/hall/equipment.ts'
import { slipFaultText } from '../../hall/texts.ts'
import { AskEnds } from '../../parts/Ends.tsx'
import { ProblemLine } from '../../parts/ProblemLine.tsx'
import { sessionEnded } from '../../session.ts'
import { PlanProblem, type PlanDesk, usePlanPart } from '../plan-desk.tsx'
import {
  type ListedDevice,
  deviceName,
  type ListedPrinter,
  printerStateText,
  printerTexts,
  usersText,
} from '../device.ts'
import { manageText } from '../texts/index.ts'
import { PrinterForm } from './PrinterForm.tsx'
import './printers.css'

/** A printer's state is fetched again after this, as paper may be added while the manager looks. */
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
    // What is no longer known is not shown as true.
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

// One printer: its state in words, who prints there, and a test page with its result.
interface RowProps {
  hall: Hall
  printer: Printer
  listed: ListedPrinter | undefined
  kioskName: (id: string) => string
  onEdit: () => void
  onRemove: () => void
  onTested: () => void
}

/** Waits for a test page as long as the server waits for the paper. */
const TEST_LIMIT_MS = 40_000

function PrinterRow({ hall, printer, listed, kioskName, onEdit, onRemove, onTested }: RowProps) {
  const [problem, setProblem] = useState<Problem | null>(null)
  const [result, setResult] = useState<{ good: boolean; words: string } | null>(null)
  const name = pick(printer.name)
  const isTrouble = listed !== undefined && listed.state !== 'ready' && listed.state !== 'unknown'

  async function test(): Promise<void> {
    setResult(null)
    const path = `/api/printers/${encodeURIComponent(printer.id)}/test`
    const outcome = await press<{ why?: string | null }>('POST', path, undefined, {
      limitMs: TEST_LIMIT_MS,
    })
    setProblem(outcome.ok ? null : outcome.problem)
    if (outcome.ok) {
      const why = outcome.data.why ?? null
      const good = manageText(printer.answers ? 'printers.testDone' : 'printers.testAccepted')
      setResult(
        why === null
          ? { good: true, words: good }
          : { good: false, words: manageText('printers.testFailed', { why: slipFaultText(why) }) },
      )
    } else if (outcome.problem.status === 401) sessionEnded()
    onTested()
  }

  return (
    <li class="device printer">
      <span class="device-words">
        <strong>{name}</strong>
        <span class={isTrouble ? 'printer-state printer-trouble' : 'printer-state'}>
          {isTrouble && <Icon name="warning" />}
          {[printerStateText(listed), ...printerTexts(listed)].join(' · ')}
        </span>
        {!printer.answers && <span class="soft">{manageText('printers.silent')}</span>}
        <span class="soft">{usersText(hall, printer, kioskName)}</span>
        <ProblemLine problem={problem} text={result && !result.good ? result.words : undefined} />
        <span class="done" role="status">
          {result && result.good && result.words}
        </span>
      </span>
      <span class="printer-actions">
        <Button label={manageText('printers.testNamed', { name })} icon="printer" onPress={test}>
          {manageText('printers.test')}
        </Button>
        <Button label={manageText('printers.editNamed', { name })} onPress={onEdit}>
          {manageText('printers.edit')}
        </Button>
        <Button kind="danger" label={manageText('printers.removeNamed', { name })} onPress={onRemove}>
          {manageText('printers.remove')}
        </Button>
      </span>
    </li>
  )
}

// Removing a printer from the plan, after saying what that means.
interface RemoveProps {
  desk: PlanDesk
  printer: Printer
  onClose: () => void
}

function RemovePrinter({ desk, printer, onClose }: RemoveProps) {
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
        <AskEnds danger onGo={remove} onBack={onClose}>
          {manageText('printers.remove')}
        </AskEnds>
      </div>
    </Dialog>
  )
}
