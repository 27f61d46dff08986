// What somebody should see to before a visitor has to say it: on the reception's page and at the top of the manager's.
import type { Attention as Alert } from '../../server/live/reception-views.ts'
import { formatTime } from '../../screens/format.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { a } from './texts/index.ts'
import './attention.css'

export function Attention({ hall, list }: { hall: Hall; list: readonly Alert[] }) {
  return (
    <div role="status">
      {list.length > 0 && (
        <section class="attention" aria-labelledby="attention-title">
          <h2 id="attention-title">{a('title')}</h2>
          <ul>
            {list.map((alert) => (
              <li key={`${alert.kind} ${alert.device}`}>
                <Icon name="warning" />
                <span>{alertText(hall, alert)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function alertText(hall: Hall, alert: Alert): string {
  const name = kioskName(hall, alert)
  if (alert.since === null) return a('kioskSilentUnknown', { name })
  return a('kioskSilent', { name, time: formatTime(alert.since) })
}

function kioskName(hall: Hall, { name, zone }: Alert): string {
  if (name !== null) return a('kioskNamed', { name })
  const found = hall.zones.value.get(zone ?? '')
  return found ? a('kioskIn', { zone: pick(found.name) }) : a('kiosk')
}
