// How the server reaches a printer: the kind of connection, and the fields that go with it.
import type { PrinterLink } from '../../../server/hall/equipment.ts'
import { Choices } from '../../parts/Choices.tsx'
import { Field } from '../../parts/Field.tsx'
import { manageText } from '../texts/index.ts'

type Kind = PrinterLink['kind']
const KINDS = ['network', 'file', 'lp', 'fake'] as const satisfies readonly Kind[]
/** The port at which network printers listen. */
const RAW_PORT = 9100

/** The link that the fields make; the server says what is wrong with it. */
export function linkOf(kind: Kind, written: (name: string) => string): PrinterLink {
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

export function LinkFields({ kind, link, onKind }: LinkProps) {
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
