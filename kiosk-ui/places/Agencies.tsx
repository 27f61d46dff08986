// Choosing by agency.
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { liveService, useKiosk, type Kiosk } from '../kiosk.ts'
import { useBasket } from '../parts/Basket.tsx'
import { Blocked } from '../parts/Blocked.tsx'
import { lettersOf } from '../parts/letters.ts'
import { PlainTile } from '../parts/ServiceTile.tsx'
import { Shell } from '../parts/Shell.tsx'
import { useWayBack } from '../parts/Tools.tsx'
import { whyNone } from '../standing-text.ts'
import { kioskText } from '../texts/index.ts'

export function Agencies() {
  const kiosk = useKiosk()
  const { hall, trip } = kiosk
  const agencies = hall.answer.value ? hall.answer.value.agencies.filter(({ retired }) => !retired) : []
  return (
    <Shell name="agencies" heading={kioskText('chooseAgency')} actions={useBasket()} tools={useWayBack()}>
      <Blocked />
      <ul class="tiles tiles-two">
        {agencies.map(({ id, name, short, monogram, logo }) => (
          <li key={id}>
            <PlainTile
              name={short}
              emblem={
                logo ? (
                  <img src={`/api/agencies/${id}/logo?${logo}`} alt="" />
                ) : (
                  (monogram ?? lettersOf(short))
                )
              }
              onPress={() => trip.go({ at: 'agency', agency: id })}
            >
              {pick(name) !== short && <span class="tile-more">{pick(name)}</span>}
              <Now kiosk={kiosk} agency={id} />
            </PlainTile>
          </li>
        ))}
      </ul>
    </Shell>
  )
}

/** How many wait there; or, if no service gives numbers, why the first one does not. */
function Now({ kiosk, agency }: { kiosk: Kiosk; agency: string }) {
  const services = [...kiosk.hall.services.value.values()].filter((service) => service.agency === agency)
  const why = whyNone(kiosk, services)
  if (why) return <span class="tile-why">{why}</span>
  const count = services.reduce((sum, { id }) => {
    const live = liveService(kiosk, id)
    return sum + (live && !live.closed ? live.waiting : 0)
  }, 0)
  if (count === 0) return null
  return <span class="tile-more figures">{kioskText('waiting', { count: formatNumber(count) })}</span>
}
