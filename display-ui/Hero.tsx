// The last call, as large as a person at the far end of the room needs it.
import type { BoardCall } from '../server/live/views.ts'
import { NumberPlate } from '../screens/components/NumberPlate.tsx'
import type { Hall } from '../screens/hall.ts'
import { pick } from '../screens/i18n.ts'
import { Icon } from '../screens/icons.tsx'
import { stepStatusText } from '../screens/texts/index.ts'
import { t } from './texts/index.ts'

export interface HeroProps {
  hall: Hall
  call: BoardCall | null
  /** It was called just now. */
  isNew: boolean
  /** Its announcement is being played. */
  isSaid: boolean
  /** For a board of several zones, where "counter 3" alone does not say where to go. */
  withZone: boolean
}

export function Hero({ hall, call, isNew, isSaid, withZone }: HeroProps) {
  if (!call) {
    return (
      <section class="hero hero-empty">
        <p class="hero-counter">{t('waitTitle')}</p>
        <p class="line">{t('waitHint')}</p>
      </section>
    )
  }
  const counter = hall.counters.value.get(call.counter)
  const agency = hall.agencies.value.get(call.agency)
  const zone = hall.zones.value.get(call.zone)
  const name = agency ? (withZone ? agency.short : pick(agency.name)) : ''
  const place = withZone && zone ? `${name} · ${pick(zone.name)}` : name
  const isCalled = call.status === 'called'
  return (
    <section
      key={`${call.id} ${call.calls}`}
      class={`hero hero-${call.number.length} ${isCalled ? 'hero-called' : ''} ${isNew ? 'pulse' : ''}`}
    >
      <NumberPlate number={call.number} tone={isCalled ? 'called' : 'serving'} size="huge" />
      <p class="hero-counter">
        {isSaid ? <Icon name="speaker" /> : <Icon name="arrow-right" />}
        <span>{counter ? pick(counter.name) : ''}</span>
      </p>
      <p class="line hero-agency">
        {isCalled ? place : `${stepStatusText(call.status)} · ${agency ? agency.short : ''}`}
      </p>
    </section>
  )
}
