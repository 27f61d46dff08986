// Choosing a service: the agencies, then the services of one, or all services with the most wanted first.
import type { ComponentChild } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { formatNumber } from '../../screens/format.ts'
import { pick } from '../../screens/i18n.ts'
import { liveService, useKiosk, type Kiosk, trueView } from '../kiosk.ts'
import { useBasket } from '../parts/Chosen.tsx'
import { Blocked } from '../parts/Opening.tsx'
import { lettersOf } from '../parts/letters.ts'
import { PlainTile, ServiceTile } from '../parts/ServiceTile.tsx'
import { Shell, useWayBack } from '../parts/Shell.tsx'
import { whyNone } from '../standing-text.ts'
import { kioskText } from '../texts/index.ts'
import type { HallService } from '../../server/live/hall.ts'
import { spoken } from '../spoken/state.ts'
import { mostWanted } from '../standing.ts'

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

export function Agency({ agency }: { agency: string }) {
  const { hall } = useKiosk()
  const found = hall.agencies.value.get(agency)
  const plan = hall.answer.value
  const services = plan ? plan.services.filter((service) => service.agency === agency) : []
  return (
    <Services name="agency" heading={found ? pick(found.name) : ''} services={services} withAgency={false} />
  )
}

export function Wanted() {
  const kiosk = useKiosk()
  const plan = kiosk.hall.answer.value
  const services = plan ? mostWanted(plan.services, trueView(kiosk)) : []
  return <Services name="wanted" heading={kioskText('allServices')} services={services} withAgency />
}

interface ServicesProps {
  name: string
  heading: string
  services: HallService[]
  withAgency: boolean
}

function Services({ name, heading, services, withAgency }: ServicesProps) {
  return (
    <Shell name={name} heading={heading} actions={useBasket()} tools={useWayBack()}>
      <Blocked />
      <Tiles ids={services.map(({ id }) => id)} tile={(id) => <Choice id={id} withAgency={withAgency} />} />
    </Shell>
  )
}

/** Looks its service up by itself: the list is not redrawn when the plan is revised. */
function Choice({ id, withAgency }: { id: string; withAgency: boolean }) {
  const { hall, trip } = useKiosk()
  const service = hall.services.value.get(id)
  return (
    service && <ServiceTile service={service} withAgency={withAgency} onPress={() => trip.choose([id])} />
  )
}

// A list to choose from. A long one first draws what fits on the screen, and the rest over the following frames, a
// few at a time: a slow PC shows the new screen, and takes the next tap, without waiting for what nobody sees yet.

/** More than fit on an upright screen of 32 inches. */
const AT_FIRST = 16
const THEN = 12

interface TilesProps {
  ids: readonly string[]
  /** Draws one. Called again only when the ids change: whatever else a tile shows it reads from signals. */
  tile: (id: string) => ComponentChild
}

function Tiles({ ids, tile }: TilesProps) {
  // A screen reader is told how many there are.
  const [shown, show] = useState(spoken.value === 'off' ? AT_FIRST : Infinity)
  const isAll = shown >= ids.length
  useEffect(() => {
    if (isAll) return undefined
    let timer = 0
    const frame = requestAnimationFrame(() => {
      timer = window.setTimeout(() => show(shown + THEN))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [shown, isAll])
  const list = useMemo(
    () => ids.slice(0, shown).map((id) => <li key={id}>{tile(id)}</li>),
    [ids.join(' '), shown],
  )
  return <ul class="tiles">{list}</ul>
}
