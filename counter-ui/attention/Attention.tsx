// What somebody should see to before a visitor has to say it: on the reception's page and at the top of the manager's.
import type { Attention as Alert } from '../../server/live/attention.ts'
import type { ReceptionView } from '../../server/live/reception.ts'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { a } from './texts/index.ts'
import { troubleText } from './trouble.ts'
import './attention.css'

interface AttentionProps {
  hall: Hall
  /** For their names. */
  printers: ReceptionView['printers']
  list: readonly Alert[]
}

export function Attention({ hall, printers, list }: AttentionProps) {
  return (
    <div role="status">
      {list.length > 0 && (
        <section class="attention" aria-labelledby="attention-title">
          <h2 id="attention-title">{a('title')}</h2>
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

const PRINTER = {
  'near-end': 'printerNearEnd',
  'paper-out': 'printerPaperOut',
  'cover-open': 'printerCoverOpen',
  offline: 'printerOffline',
  error: 'printerError',
} as const

function alertText({ hall, printers }: Omit<AttentionProps, 'list'>, alert: Alert): string {
  const { kind, since } = alert
  if (kind === 'zone-silent') {
    const found = hall.zones.value.get(alert.zone ?? '')
    return a('zoneSilent', { zone: found ? pick(found.name) : '', time: formatTime(since ?? '') })
  }
  if (!isPrinters(kind)) return troubleText(kind, deviceName(hall, alert), since)
  const printer = printers.find(({ id }) => id === alert.printer)
  return a(PRINTER[kind], { name: printer ? pick(printer.name) : (alert.printer ?? '') })
}

function isPrinters(kind: Alert['kind']): kind is keyof typeof PRINTER {
  return kind in PRINTER
}

function deviceName(hall: Hall, { of, name, zone }: Alert): string {
  const isKiosk = of === 'kiosk'
  if (name !== null) return a(isKiosk ? 'kioskNamed' : 'displayNamed', { name })
  const found = hall.zones.value.get(zone ?? '')
  if (!found) return a(isKiosk ? 'kiosk' : 'display')
  return a(isKiosk ? 'kioskIn' : 'displayIn', { zone: pick(found.name) })
}
