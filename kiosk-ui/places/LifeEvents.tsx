// Choosing by what has happened in one's life.
import type { Bundle } from '../../server/hall/plan.ts'
import { pick } from '../../screens/i18n.ts'
import { useKiosk } from '../kiosk.ts'
import { useBasket } from '../parts/Basket.tsx'
import { Blocked } from '../parts/Blocked.tsx'
import { PlainTile } from '../parts/PlainTile.tsx'
import { Shell } from '../parts/Shell.tsx'
import { useWayBack } from '../parts/Tools.tsx'
import { t } from '../texts/index.ts'

export function LifeEvents() {
  const { hall, trip } = useKiosk()
  const bundles = hall.answer.value ? hall.answer.value.bundles : []
  const open = ({ id, services }: Bundle) => {
    const [only] = services
    if (services.length === 1 && only !== undefined) trip.choose([only])
    else trip.go({ at: 'event', bundle: id })
  }
  return (
    <Shell name="events" heading={t('chooseEvent')} actions={useBasket()} tools={useWayBack()}>
      <Blocked />
      <ul class="tiles tiles-two">
        {bundles.map((bundle) => (
          <li key={bundle.id}>
            <PlainTile name={pick(bundle.name)} onPress={() => open(bundle)}>
              <span class="tile-more">{t('servicesCount', { count: bundle.services.length })}</span>
            </PlainTile>
          </li>
        ))}
      </ul>
    </Shell>
  )
}
