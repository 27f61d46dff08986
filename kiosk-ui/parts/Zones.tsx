// Where to wait for a service: its zones, each with the words that lead there.
import { pick } from '../../screens/i18n.ts'
import { useKiosk } from '../kiosk.ts'
import { kioskText } from '../texts/index.ts'

export function Zones({ service }: { service: string }) {
  const { hall } = useKiosk()
  const counters = hall.answer.value ? hall.answer.value.counters : []
  const ids = counters.filter(({ services }) => services.includes(service)).map(({ zone }) => zone)
  return [...new Set(ids)].map((id) => {
    const zone = hall.zones.value.get(id)
    return (
      zone && (
        <span key={id} class="zone">
          <strong>{kioskText('waitIn', { zone: pick(zone.name) })}</strong> <span>{pick(zone.where)}</span>
        </span>
      )
    )
  })
}
