// Choosing a service: of one agency, or of all with the most wanted first.
import type { ComponentChild } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { HallService } from '../../server/live/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { trueView, useKiosk } from '../kiosk.ts'
import { useBasket } from '../parts/Basket.tsx'
import { Blocked } from '../parts/Blocked.tsx'
import { ServiceTile } from '../parts/ServiceTile.tsx'
import { Shell } from '../parts/Shell.tsx'
import { useWayBack } from '../parts/Tools.tsx'
import { spoken } from '../spoken/state.ts'
import { mostWanted } from '../standing.ts'
import { kioskText } from '../texts/index.ts'

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
