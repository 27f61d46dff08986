// Adding or changing a printer: its name, how it is reached, its paper, and who prints there.
import { useState } from 'preact/hooks'
import type { Printer, PrinterLink } from '../../../server/hall/equipment.ts'
import type { Plan } from '../../../server/hall/plan.ts'
import type { Problem } from '../../../screens/command.ts'
import { Dialog } from '../../../screens/components/Dialog.tsx'
import type { Hall } from '../../../screens/hall.ts'
import { language, pick } from '../../../screens/i18n.ts'
import { lookUp } from '../../../screens/look-up.ts'
import { Choices, Field } from '../../parts/Field.tsx'
import { FormEnds } from '../../parts/Ends.tsx'
import { type ListedDevice, deviceName } from '../device.ts'
import { type PlanDesk, usePlanPart, PlanProblem } from '../plan-desk.tsx'
import { manageText } from '../texts/index.ts'
import { TickField, Ticks } from './Ticks.tsx'

interface FormProps {
  hall: Hall
  desk: PlanDesk
  plan: Plan
  /** Null: a new one. */
  printer: Printer | null
  kiosks: readonly ListedDevice[]
  onClose: () => void
}

export function PrinterForm({ hall, desk, plan, printer, kiosks, onClose }: FormProps) {
  const [kind, setKind] = useState<PrinterLink['kind']>(printer ? printer.link.kind : 'network')
  const [paper, setPaper] = useState(printer ? printer.paper : 80)
  /** Whether it takes the printer's own language; others get a picture. */
  const isReceipt = kind === 'network' || kind === 'file'
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState(false)
  const part = usePlanPart(desk, 'printers', true)
  const others = (plan.printers ?? []).filter(({ id }) => !printer || id !== printer.id)
  const names = new Intl.DisplayNames([language.value], { type: 'language' })

  /** Whose slips this one now also prints, so that nobody takes it from them unknowingly. */
  function holder(has: (other: Printer) => boolean): string | null {
    const found = others.find(has)
    return found ? manageText('printers.now', { printer: pick(found.name) }) : null
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy || !(event.currentTarget instanceof HTMLFormElement)) return
    const fields = new FormData(event.currentTarget)
    const written = (name: string) => String(fields.get(name) ?? '').trim()
    const first = written(`name-${plan.languages[0] ?? 'id'}`)
    const texts = plan.languages.map((code) => [code, written(`name-${code}`) || first])
    const made: Omit<Printer, 'id'> = {
      name: { id: first, en: first, ...Object.fromEntries(texts) },
      link: linkOf(kind, written),
      paper,
      answers: fields.get('answers') !== null,
      ...(isReceipt ? { drawsQr: fields.get('drawsQr') !== null } : {}),
      kiosks: fields.getAll('kiosks').map(String),
      counters: fields.getAll('counters').map(String),
      reception: fields.get('reception') !== null,
    }
    setBusy(true)
    const refused = await part.save(({ printers = [] }) =>
      withPrinter(printers, { id: printer ? printer.id : newPrinterId(printers), ...made }),
    )
    setBusy(false)
    setProblem(refused)
    if (!refused) onClose()
  }

  return (
    <Dialog
      title={
        printer ? manageText('printers.editNamed', { name: pick(printer.name) }) : manageText('printers.add')
      }
      onClose={onClose}
    >
      <form class="fields" onSubmit={(event) => void submit(event)}>
        {plan.languages.map((code, index) => (
          <Field
            key={code}
            name={`name-${code}`}
            label={manageText('printers.name', { language: names.of(code) ?? code })}
            required={index === 0}
            maxLength={60}
            value={(printer ? lookUp(printer.name, code) : null) ?? ''}
          />
        ))}
        <LinkFields kind={kind} link={printer ? printer.link : null} onKind={setKind} />
        <Choices
          legend={manageText('printers.paper')}
          name="paper"
          options={['80', '58'].map((mm) => ({ value: mm, words: manageText('printers.paperMm', { mm }) }))}
          value={String(paper)}
          onChange={(value) => setPaper(value === '58' ? 58 : 80)}
        />
        <TickField
          name="answers"
          words={manageText('printers.answers')}
          help={manageText('printers.answersHelp')}
          checked={printer ? printer.answers : true}
        />
        {isReceipt && (
          <TickField
            name="drawsQr"
            words={manageText('printers.drawsQr')}
            help={manageText('printers.drawsQrHelp')}
            checked={printer ? printer.drawsQr === true : true}
          />
        )}
        <Ticks
          legend={manageText('printers.kiosks')}
          name="kiosks"
          none={manageText('printers.noKiosks')}
          options={kiosks.map((kiosk) => ({
            value: kiosk.id,
            words: deviceName(hall, kiosk),
            more: holder((other) => other.kiosks.includes(kiosk.id)),
          }))}
          checked={printer ? printer.kiosks : []}
        />
        <Ticks
          legend={manageText('printers.counters')}
          name="counters"
          options={plan.counters.map((counter) => ({
            value: counter.id,
            words: pick(counter.name),
            more: holder((other) => other.counters.includes(counter.id)),
          }))}
          checked={printer ? printer.counters : []}
        />
        <TickField
          name="reception"
          words={[manageText('printers.forReception'), holder((other) => other.reception)]
            .filter(Boolean)
            .join(' – ')}
          help={manageText('printers.forReceptionHelp')}
          checked={printer ? printer.reception : false}
        />
        <PlanProblem problem={problem} typed />
        <FormEnds busy={busy} onBack={onClose}>
          {manageText('printers.save')}
        </FormEnds>
      </form>
    </Dialog>
  )
}

// How the manager's changes alter the printers of the hall's plan.

/** An id that no printer has yet. */
export function newPrinterId(printers: readonly Pick<Printer, 'id'>[]): string {
  let count = printers.length + 1
  while (printers.some(({ id }) => id === `printer-${count}`)) count += 1
  return `printer-${count}`
}

/**
 * The printers with this one added or replaced. Its users are removed from the others: a kiosk, a counter and the
 * reception have one printer each.
 */
export function withPrinter(printers: readonly Printer[], printer: Printer): Printer[] {
  const others = printers.map((one) =>
    one.id === printer.id
      ? printer
      : {
          ...one,
          kiosks: one.kiosks.filter((id) => !printer.kiosks.includes(id)),
          counters: one.counters.filter((id) => !printer.counters.includes(id)),
          reception: one.reception && !printer.reception,
        },
  )
  return printers.some(({ id }) => id === printer.id) ? others : [...others, printer]
}

// How the server reaches a printer: the kind of connection, and the fields that go with it.

type Kind = PrinterLink['kind']
const KINDS = ['network', 'file', 'lp', 'fake'] as const satisfies readonly Kind[]
/** The port at which network printers listen. */
const RAW_PORT = 9100

/** The link that the fields make; the server says what is wrong with it. */
function linkOf(kind: Kind, written: (name: string) => string): PrinterLink {
  switch (kind) {
    case 'network':
      return { kind, host: written('host'), port: Number(written('port')) }
    case 'file':
      return { kind, path: written('path') }
    case 'lp':
      return { kind, queue: written('queue') }
    case 'fake':
      return { kind }
    default:
      return kind satisfies never
  }
}

interface LinkProps {
  kind: Kind
  /** What the printer has now. */
  link: PrinterLink | null
  onKind: (kind: Kind) => void
}

function LinkFields({ kind, link, onKind }: LinkProps) {
  const now = link && link.kind === kind ? link : null
  return (
    <>
      <Choices
        legend={manageText('printers.kind')}
        name="kind"
        options={KINDS.map((value) => ({ value, words: manageText(`printer-link.${value}`) }))}
        value={kind}
        onChange={(value) => onKind(KINDS.find((one) => one === value) ?? 'network')}
      />
      {kind === 'network' && (
        <>
          <p class="soft">{manageText('printers.networkHelp')}</p>
          <Field
            name="host"
            label={manageText('printers.host')}
            hint={manageText('printers.hostHint')}
            required
            plain
            maxLength={255}
            value={now && now.kind === 'network' ? now.host : ''}
          />
          <Field
            name="port"
            label={manageText('printers.port')}
            required
            plain
            maxLength={5}
            value={String(now && now.kind === 'network' ? now.port : RAW_PORT)}
          />
        </>
      )}
      {kind === 'file' && (
        <Field
          name="path"
          label={manageText('printers.path')}
          hint={manageText('printers.pathHint')}
          required
          plain
          maxLength={255}
          value={now && now.kind === 'file' ? now.path : '/dev/usb/lp0'}
        />
      )}
      {kind === 'lp' && (
        <Field
          name="queue"
          label={manageText('printers.queue')}
          required
          plain
          maxLength={127}
          value={now && now.kind === 'lp' ? now.queue : ''}
        />
      )}
      {kind === 'fake' && <p class="soft">{manageText('printers.fakeHelp')}</p>}
    </>
  )
}
