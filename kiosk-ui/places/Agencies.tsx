// Choosing by the agency that one has to see.
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { trueView, useKiosk, type Kiosk } from '../kiosk.ts'
import { useBasket } from '../parts/Basket.tsx'
import { Blocked } from '../parts/Blocked.tsx'
import { PlainTile } from '../parts/PlainTile.tsx'
import { Shell } from '../parts/Shell.tsx'
import { useWayBack } from '../parts/Tools.tsx'
import { t } from '../texts/index.ts'

export function Agencies() {
  const kiosk = useKiosk()
  const { hall, trip } = kiosk
  const agencies = hall.answer.value ? hall.answer.value.agencies : []
  return (
    <Shell name="agencies" heading={t('chooseAgency')} actions={useBasket()} tools={useWayBack()}>
      <Blocked />
      <ul class="tiles tiles-two">
        {agencies.map(({ id, name, short }) => (
          <li key={id}>
            <PlainTile
              name={short}
              monogram={monogram(short)}
              onPress={() => trip.go({ at: 'agency', agency: id })}
            >
              {pick(name) !== short && <span class="tile-more">{pick(name)}</span>}
              <Waiting count={waitingAt(kiosk, id)} />
            </PlainTile>
          </li>
        ))}
      </ul>
    </Shell>
  )
}

function Waiting({ count }: { count: number }) {
  if (count === 0) return null
  return <span class="tile-more figures">{t('waiting', { count: formatNumber(count) })}</span>
}

function waitingAt(kiosk: Kiosk, agency: string): number {
  const view = trueView(kiosk)
  const ofAgency = (id: string) => kiosk.hall.services.value.get(id)?.agency === agency
  return view ? view.services.reduce((sum, { id, waiting }) => sum + (ofAgency(id) ? waiting : 0), 0) : 0
}

/** `BK` for `BPJS Kesehatan`, `P` for `PLN`: an emblem until the plan has pictures. */
function monogram(short: string): string {
  const letters = short.split(/[^\p{L}]+/u).map((word) => word.slice(0, 1))
  return letters.join('').slice(0, 2).toUpperCase()
}
