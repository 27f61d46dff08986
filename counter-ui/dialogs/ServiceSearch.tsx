// Finding a service among those of all agencies: type, go down with the arrow, choose. Each says how many wait there.
import { useEffect, useState } from 'preact/hooks'
import type { KioskView } from '../../server/live/views.ts'
import type { HallService } from '../../server/live/hall-answer.ts'
import { connectLive } from '../../screens/live.ts'
import { pick } from '../../screens/i18n.ts'
import { serviceStatusText } from '../../screens/texts/index.ts'
import { whyNotReferable } from '../desk/referable.ts'
import { searchServices } from '../desk/search.ts'
import type { Visit } from '../parts/Current.tsx'
import { t } from '../texts/index.ts'
import type { Workplace } from '../workplace.ts'

interface ServiceSearchProps {
  place: Workplace
  current: Visit
  chosen: string | null
  onChoose: (service: string | null) => void
}

export function ServiceSearch({ place, current, chosen, onChoose }: ServiceSearchProps) {
  const [words, setWords] = useState('')
  const [live] = useState(() => connectLive<KioskView>({ topic: 'kiosk' }))
  useEffect(() => () => live.close(), [live])
  const { hall } = place
  const found = searchServices([...hall.services.value.values()], hall.agencies.value, words)
  const waiting = new Map(live.view.value?.services.map((one) => [one.id, one.waiting] as const))

  function search(typed: string): void {
    setWords(typed)
    onChoose(null)
  }

  /** From the field into the list; Enter takes the first that can be taken instead of sending the form. */
  function keyInField(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && (event.key !== 'Enter' || chosen !== null)) return
    event.preventDefault()
    const first = found.find((service) => whyNotReferable(service, current) === null)
    if (!first) return
    onChoose(first.id)
    document.querySelector<HTMLElement>(`.services input[value="${first.id}"]`)?.focus()
  }

  return (
    <>
      <div class="field">
        <label for="service-search">{t('referSearch')}</label>
        <input
          id="service-search"
          type="search"
          autoComplete="off"
          value={words}
          onInput={(event) => search(event.currentTarget.value)}
          onKeyDown={keyInField}
        />
      </div>
      <fieldset class="services">
        <legend class="visually-hidden">{t('referServices')}</legend>
        {found.length === 0 && <p class="soft">{t('referNone')}</p>}
        {found.map((service) => (
          <Service
            key={service.id}
            place={place}
            service={service}
            current={current}
            waiting={waiting.get(service.id)}
            chosen={service.id === chosen}
            onChoose={() => onChoose(service.id)}
          />
        ))}
      </fieldset>
    </>
  )
}

interface ServiceProps {
  place: Workplace
  service: HallService
  current: Visit
  waiting: number | undefined
  chosen: boolean
  onChoose: () => void
}

function Service({ place, service, current, waiting, chosen, onChoose }: ServiceProps) {
  const { hall } = place
  const agency = hall.agencies.value.get(service.agency)
  const why = whyNotReferable(service, current)
  const counters = [...hall.counters.value.values()].filter(({ services }) => services.includes(service.id))
  const zones = [...new Set(counters.map(({ zone }) => zone))].flatMap((id) => hall.zones.value.get(id) ?? [])
  return (
    <label class={why === null ? 'service' : 'service service-not'}>
      <input
        type="radio"
        name="service"
        value={service.id}
        checked={chosen}
        disabled={why !== null}
        onChange={onChoose}
      />
      <span class="service-words">
        <span class="service-name">{pick(service.name)}</span>
        <span class="soft">
          {agency?.short} · {zones.map(({ name }) => pick(name)).join(', ')}
        </span>
      </span>
      <span class="service-waiting figures">
        {why === 'already' && t('referAlready')}
        {why === 'closed' && serviceStatusText(service.status)}
        {why === null && waiting !== undefined && t('referWaiting', { count: waiting })}
      </span>
    </label>
  )
}
