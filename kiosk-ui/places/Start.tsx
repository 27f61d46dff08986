// The start: languages, three ways to choose, and the most wanted services.
import { Icon, type IconName } from '../../screens/icons.tsx'
import { trueView, useKiosk } from '../kiosk.ts'
import { useBasket } from '../parts/Chosen.tsx'
import { Blocked, Opening } from '../parts/Opening.tsx'
import { ServiceTile } from '../parts/ServiceTile.tsx'
import { Shell, HallLanguages } from '../parts/Shell.tsx'
import { kioskText } from '../texts/index.ts'
import { mostWanted } from '../standing.ts'

/** As many as fit above the fold in both orientations, beside the link to all. */
const WANTED = 5

export function Start() {
  const kiosk = useKiosk()
  const { hall, trip } = kiosk
  const plan = hall.answer.value
  const basket = useBasket()
  const view = trueView(kiosk)
  const wanted = plan ? mostWanted(plan.services, view) : []
  // A hall that is still being set up.
  const isEmpty = plan !== null && plan.services.length === 0
  // In the morning no service is wanted more than another yet.
  const isToday = view !== null && view.services.some(({ taken }) => taken > 0)
  return (
    <Shell name="start" heading={kioskText('welcome')} actions={basket} tools={{ children: <Opening /> }}>
      <Blocked />
      <div class="first">
        <HallLanguages large />
        {plan && !isEmpty && <Ways />}
      </div>
      {!plan && <p class="hint">{kioskText('loading')}</p>}
      {isEmpty && <p class="hint">{kioskText('preparing')}</p>}
      {plan && !isEmpty && (
        <section class="wanted">
          <h2 class="subheading">{isToday ? kioskText('wanted') : kioskText('search.oftenWanted')}</h2>
          <ul class="tiles">
            {wanted.slice(0, WANTED).map((service) => (
              <li key={service.id}>
                <ServiceTile service={service} onPress={() => trip.choose([service.id])} />
              </li>
            ))}
            <li>
              <button type="button" class="tile tile-all" onClick={() => trip.go({ at: 'wanted' })}>
                <span class="tile-words">{kioskText('allServices')}</span>
                <span class="tile-mark" aria-hidden="true">
                  <Icon name="arrow-right" />
                </span>
              </button>
            </li>
          </ul>
        </section>
      )}
    </Shell>
  )
}

function Ways() {
  const { hall, trip } = useKiosk()
  const bundles = hall.answer.value ? hall.answer.value.bundles : []
  return (
    <div class="ways">
      <Way
        icon="search"
        words={kioskText('search.search')}
        hint={kioskText('search.searchHint')}
        onPress={() => trip.go({ at: 'search' })}
      />
      {bundles.length > 0 && (
        <Way
          icon="people"
          words={kioskText('byEvent')}
          hint={kioskText('byEventHint')}
          onPress={() => trip.go({ at: 'events' })}
        />
      )}
      <Way
        icon="office"
        words={kioskText('byAgency')}
        hint={kioskText('byAgencyHint')}
        onPress={() => trip.go({ at: 'agencies' })}
      />
    </div>
  )
}

function Way(props: { icon: IconName; words: string; hint: string; onPress: () => void }) {
  return (
    <button type="button" class="way" onClick={props.onPress}>
      <Icon name={props.icon} />
      <span class="way-words">{props.words}</span>
      <span class="way-hint">{props.hint}</span>
    </button>
  )
}
