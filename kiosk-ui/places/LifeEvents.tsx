// Choosing by life event.
import { useState } from 'preact/hooks'
import type { Bundle } from '../../server/hall/plan.ts'
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import { type Kiosk, useKiosk, standingOf } from '../kiosk.ts'
import { useBasket } from '../parts/Chosen.tsx'
import { Blocked } from '../parts/Opening.tsx'
import { PlainTile, ServiceTile } from '../parts/ServiceTile.tsx'
import { Shell, useWayBack } from '../parts/Shell.tsx'
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

/** The services by name, as many as fit on two lines; or, if none gives numbers, when the first one will. */
function Within({ kiosk, ids }: { kiosk: Kiosk; ids: readonly string[] }) {
  const services = ids.flatMap((id) => kiosk.hall.services.value.get(id) ?? [])
  const why = whyNone(kiosk, services)
  if (why) return <span class="tile-why">{why}</span>
  // The part in brackets can wait until the event is open.
  const names = services.map(({ name }) => pick(name).replace(/ ?\(.*?\)/g, ''))
  return <span class="tile-more tile-two-lines">{names.join(', ')}</span>
}

// A life event: the services that people then need, ticked if they give numbers, and each can be unticked.
export function LifeEvent({ bundle: id }: { bundle: string }) {
  const kiosk = useKiosk()
  const { hall, trip } = kiosk
  const [left, leave] = useState<readonly string[]>([])
  const plan = hall.answer.value
  const bundle = plan && plan.bundles.find((one) => one.id === id)
  const services = bundle ? bundle.services.flatMap((service) => hall.services.value.get(service) ?? []) : []
  const possible = services.filter((service) => standingOf(kiosk, service).takes)
  const ticked = possible.filter((service) => !left.includes(service.id)).map((service) => service.id)

  const toggle = (service: string) =>
    leave(left.includes(service) ? left.filter((one) => one !== service) : [...left, service])

  return (
    <Shell
      name="event"
      heading={bundle ? pick(bundle.name) : ''}
      tools={useWayBack()}
      actions={
        <Button
          kind="primary"
          size="huge"
          icon="arrow-right"
          disabled={ticked.length === 0}
          onPress={() => trip.choose(ticked)}
        >
          {ticked.length > 1 ? kioskText('proceedWith', { count: ticked.length }) : kioskText('proceed')}
        </Button>
      }
    >
      <Blocked />
      <p class="hint">{possible.length > 0 ? kioskText('eventServices') : kioskText('eventNothing')}</p>
      <ul class="tiles tiles-one">
        {services.map((service) => (
          <li key={service.id}>
            <ServiceTile
              service={service}
              ticked={ticked.includes(service.id)}
              onPress={() => toggle(service.id)}
            />
          </li>
        ))}
      </ul>
    </Shell>
  )
}
