// Choosing by what has happened in one's life.
import type { Bundle } from '../../server/hall/plan.ts'
import { pick } from '../../screens/i18n.ts'
import { useKiosk, type Kiosk } from '../kiosk.ts'
import { useBasket } from '../parts/Basket.tsx'
import { Blocked } from '../parts/Blocked.tsx'
import { PlainTile } from '../parts/PlainTile.tsx'
import { Shell } from '../parts/Shell.tsx'
import { useWayBack } from '../parts/Tools.tsx'
import { whyNone } from '../standing-text.ts'
import { kioskText } from '../texts/index.ts'

export function LifeEvents() {
  const kiosk = useKiosk()
  const { hall, trip } = kiosk
  const bundles = hall.answer.value ? hall.answer.value.bundles : []
  const open = ({ id, services }: Bundle) => {
    const [only] = services
    if (services.length === 1 && only !== undefined) trip.choose([only])
    else trip.go({ at: 'event', bundle: id })
  }
  return (
    <Shell name="events" heading={kioskText('chooseEvent')} actions={useBasket()} tools={useWayBack()}>
      <Blocked />
      <ul class="tiles tiles-two">
        {bundles.map((bundle) => (
          <li key={bundle.id}>
            <PlainTile name={pick(bundle.name)} onPress={() => open(bundle)}>
              <Within kiosk={kiosk} ids={bundle.services} />
            </PlainTile>
          </li>
        ))}
      </ul>
    </Shell>
  )
}

/** The services by name, as far as two lines go; or, where none gives numbers, from when on the first one does. */
function Within({ kiosk, ids }: { kiosk: Kiosk; ids: readonly string[] }) {
  const services = ids.flatMap((id) => kiosk.hall.services.value.get(id) ?? [])
  const why = whyNone(kiosk, services)
  if (why) return <span class="tile-why">{why}</span>
  // What stands in brackets can wait until the event is open.
  const names = services.map(({ name }) => pick(name).replace(/ ?\(.*?\)/g, ''))
  return <span class="tile-more tile-two-lines">{names.join(', ')}</span>
}
