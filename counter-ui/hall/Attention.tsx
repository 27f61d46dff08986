// What somebody should see to before a visitor has to mention it: on the reception's page and at the top of the
// manager's.
import type { Attention as Alert, DeviceTrouble } from '../../server/live/attention.ts'
import type { ReceptionView } from '../../server/live/reception.ts'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { hallText } from './texts.ts'
import './attention.css'

interface AttentionProps {
  hall: Hall
  /** For the printers' names. */
  printers: ReceptionView['printers']
  list: readonly Alert[]
}

export function Attention({ hall, printers, list }: AttentionProps) {
  return (
    <div role="status">
      {list.length > 0 && (
        <section class="attention" aria-labelledby="attention-title">
          <h2 id="attention-title">{hallText('attention.title')}</h2>
          <ul>
            {list.map((alert) => (
              <li key={`${alert.kind} ${alert.device ?? alert.printer ?? alert.zone}`}>
                <Icon name="warning" />
                <span>{alertText({ hall, printers }, alert)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

/** The state of a printer that needs attention. */
const PRINTERS = ['near-end', 'paper-out', 'cover-open', 'offline', 'error'] as const

function alertText({ hall, printers }: Omit<AttentionProps, 'list'>, alert: Alert): string {
  const { kind, since } = alert
  if (kind === 'zone-silent') {
    const found = hall.zones.value.get(alert.zone ?? '')
    return hallText('attention.zone-silent', {
      zone: found ? pick(found.name) : '',
      time: formatTime(since ?? ''),
    })
  }
  if (!isPrinters(kind)) return troubleText(kind, deviceName(hall, alert), since)
  const printer = printers.find(({ id }) => id === alert.printer)
  return hallText(`attention.${kind}`, { name: printer ? pick(printer.name) : (alert.printer ?? '') })
}

function isPrinters(kind: Alert['kind']): kind is (typeof PRINTERS)[number] {
  return PRINTERS.some((one) => one === kind)
}

function deviceName(hall: Hall, { of, name, zone }: Alert): string {
  const isKiosk = of === 'kiosk'
  if (name !== null) return hallText(isKiosk ? 'attention.kioskNamed' : 'attention.displayNamed', { name })
  const found = hall.zones.value.get(zone ?? '')
  if (!found) return hallText(isKiosk ? 'attention.kiosk' : 'attention.display')
  return hallText(isKiosk ? 'attention.kioskIn' : 'attention.displayIn', { zone: pick(found.name) })
}

// What is wrong with a kiosk or display, in words: what people see, and what to do about it.

/** Faults that only the person in charge of the devices can fix. */
const MANAGERS: readonly string[] = ['place-gone', 'memory-high', 'clock-off', 'version-old']

/** `name` begins the sentence; `since` is when it was last heard from, ISO 8601. */
export function troubleText(kind: DeviceTrouble, name: string, since: string | null): string {
  if (kind !== 'kiosk-silent' && kind !== 'display-silent') return hallText(`attention.${kind}`, { name })
  return since === null
    ? hallText('attention.deviceSilentUnknown', { name })
    : hallText('attention.deviceSilent', { name, time: formatTime(since) })
}

/** Whether somebody at the reception can fix it. */
export function isForReception({ kind }: { kind: string }): boolean {
  return !MANAGERS.includes(kind)
}
