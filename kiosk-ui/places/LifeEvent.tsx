// A life event: the services that people then need, ticked as far as they take tickets, to be left out one by one.
import { useState } from 'preact/hooks'
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import { standingOf, useKiosk } from '../kiosk.ts'
import { Blocked } from '../parts/Blocked.tsx'
import { ServiceTile } from '../parts/ServiceTile.tsx'
import { Shell } from '../parts/Shell.tsx'
import { useWayBack } from '../parts/Tools.tsx'
import { kioskText } from '../texts/index.ts'

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
