// The chosen services on the check screen, in the order they can be done: each with where to wait and its queue, and
// removable by a tap; one that has closed says so before anybody taps for a number.
import { useState } from 'preact/hooks'
import { fetchJson } from '../../screens/command.ts'
import { Button } from '../../screens/components/Button.tsx'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import type { HallService } from '../../server/live/hall.ts'
import type { PublishedService } from '../../server/live/standard.ts'
import { chosenServices, liveService, standingOf, useKiosk } from '../kiosk.ts'
import { standingText } from '../standing-text.ts'
import { kioskText } from '../texts/index.ts'
import { MOST_SERVICES } from '../trip.ts'
import { waitsFor, walkingOrder } from '../visit-order.ts'
import { Queue } from './ServiceTile.tsx'

export function Chosen() {
  const kiosk = useKiosk()
  const { trip } = kiosk
  const chosen = chosenServices(kiosk)
  const after = waitsFor(chosen, trip.missing.value)
  return (
    <section class="chosen">
      <h2 class="visually-hidden">{kioskText('services')}</h2>
      {chosen.length > 1 && <p class="hint">{kioskText('oneNumber')}</p>}
      <ol class="steps">
        {walkingOrder(after).map((place) => {
          const service = chosen[place]
          const before = (after[place] ?? []).flatMap((earlier) => chosen[earlier] ?? [])
          return service && <ChosenRow key={service.id} service={service} before={before} />
        })}
      </ol>
      {chosen.length < MOST_SERVICES ? (
        <Button size="large" icon="plus" onPress={() => trip.go({ at: 'start' })}>
          {kioskText('addMore')}
        </Button>
      ) : (
        <p class="hint">{kioskText('fullBasket', { most: MOST_SERVICES })}</p>
      )}
    </section>
  )
}

function ChosenRow({ service, before }: { service: HallService; before: HallService[] }) {
  const kiosk = useKiosk()
  const { hall, trip, ticket } = kiosk
  const agency = hall.agencies.value.get(service.agency)
  const now = standingOf(kiosk, service)
  const name = pick(service.name)
  return (
    <li class={now.takes ? 'step' : 'step step-off'}>
      <span class="step-words">
        <span class="tile-name">{name}</span>
        <Zones service={service.id} />
        {before.length > 0 && <strong>{afterText(before)}</strong>}
        <span class="tile-state">
          {agency && <span>{pick(agency.name)}</span>}
          {now.takes && now.trial && <span class="chip">{kioskText('trial')}</span>}
          {!now.takes && <span class="tile-why">{standingText(now)}</span>}
          {/* Nobody can say yet when a step that comes after another begins; the number will not say so either. */}
          {now.takes && before.length === 0 && (
            <Queue live={liveService(kiosk, service.id)} priority={trip.priority.value} />
          )}
        </span>
        {service.hasStandard && <About service={service.id} />}
      </span>
      <button
        type="button"
        class="step-leave"
        aria-label={kioskText('leaveOut', { service: name })}
        onClick={() => {
          ticket.reconsider()
          trip.leaveOut(service.id)
        }}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}

/** `Setelah Kartu Keluarga baru`. */
export function afterText(before: readonly HallService[]): string {
  return kioskText('after', { service: before.map(({ name }) => pick(name)).join(', ') })
}

// Where to wait for a service: its zones, each with directions.
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

const PARTS = ['time', 'fee', 'product', 'complaints'] as const

/** What is published about a service besides its papers, fetched at the first look. */
function About({ service }: { service: string }) {
  const [told, tell] = useState<PublishedService | null>(null)
  const [isOpen, open] = useState(false)
  const press = async () => {
    open(!isOpen)
    if (isOpen || told) return
    const answer = await fetchJson<PublishedService>(`/api/services/${service}/standard`)
    if (answer.ok) tell(answer.data)
    else open(false)
  }
  return (
    <>
      <Button kind="quiet" pressed={isOpen} onPress={() => void press()}>
        {kioskText('about')}
      </Button>
      {isOpen && told && (
        <dl class="about">
          {PARTS.map((part) => {
            const words = told[part]
            return (
              words && (
                <div key={part}>
                  <dt>{kioskText(`about.${part}`)}</dt>
                  <dd>{pick(words)}</dd>
                </div>
              )
            )
          })}
          {told.procedure.length > 0 && (
            <div>
              <dt>{kioskText('about.procedure')}</dt>
              {told.procedure.map((step, place) => (
                <dd key={place}>
                  {place + 1}. {pick(step)}
                </dd>
              ))}
            </div>
          )}
        </dl>
      )}
    </>
  )
}

// What has been chosen so far, above the tools of every screen where more can be chosen, with the way on.

/** Null while nothing is chosen. */
export function useBasket() {
  const kiosk = useKiosk()
  const chosen = chosenServices(kiosk)
  if (chosen.length === 0) return null
  return (
    <>
      <p class="basket-names">{chosen.map(({ name }) => pick(name)).join(' · ')}</p>
      <Button kind="primary" size="huge" onPress={() => kiosk.trip.go({ at: 'check' })}>
        {chosen.length === 1 ? kioskText('proceed') : kioskText('proceedWith', { count: chosen.length })}
      </Button>
    </>
  )
}
