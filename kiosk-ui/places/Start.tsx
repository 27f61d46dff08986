// The start, and what an idle kiosk shows: languages, two ways to choose, and the most wanted services.
import { Icon, type IconName } from '../../screens/icons.tsx'
import { pick } from '../../screens/i18n.ts'
import { trueView, useKiosk } from '../kiosk.ts'
import { openingOn } from '../opening.ts'
import { useBasket } from '../parts/Basket.tsx'
import { Blocked } from '../parts/Blocked.tsx'
import { LanguageChoice } from '../parts/LanguageChoice.tsx'
import { ServiceTile } from '../parts/ServiceTile.tsx'
import { Shell } from '../parts/Shell.tsx'
import { mostWanted } from '../standing.ts'
import { t } from '../texts/index.ts'

/** As many as stand above the fold in both orientations, beside the way to all. */
const WANTED = 5

export function Start() {
  const kiosk = useKiosk()
  const { hall, trip } = kiosk
  const plan = hall.answer.value
  const basket = useBasket()
  return (
    <Shell name="start" heading={t('welcome')} actions={basket} tools={{ children: <Opening /> }}>
      <div class="first">
        <LanguageChoice large />
        <Blocked />
        {plan && <Ways />}
      </div>
      {!plan && <p class="hint">{t('loading')}</p>}
      {plan && (
        <section class="wanted">
          <h2 class="subheading">{t('wanted')}</h2>
          <ul class="tiles">
            {mostWanted(plan.services, trueView(kiosk))
              .slice(0, WANTED)
              .map((service) => (
                <li key={service.id}>
                  <ServiceTile service={service} onPress={() => trip.choose([service.id])} />
                </li>
              ))}
            <li>
              <button type="button" class="tile tile-all" onClick={() => trip.go({ at: 'wanted' })}>
                <span class="tile-words">{t('allServices')}</span>
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
      {bundles.length > 0 && (
        <Way
          icon="people"
          words={t('byEvent')}
          hint={t('byEventHint')}
          onPress={() => trip.go({ at: 'events' })}
        />
      )}
      <Way
        icon="office"
        words={t('byAgency')}
        hint={t('byAgencyHint')}
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

/** Today's hours, which also tell who comes too early. */
function Opening() {
  const { hall, live } = useKiosk()
  const [plan, view] = [hall.answer.value, live.view.value]
  if (!plan || !view) return null
  const { hours, holiday } = openingOn(view.hall.day, plan.hours, plan.holidays)
  const words = holiday
    ? t('holiday', { name: pick(holiday) })
    : hours
      ? t('openToday', { hours })
      : t('closedToday')
  return (
    <p class="opening figures">
      <span>{words}</span>
      {view.hall.operation === 'trial' && <span class="opening-trial">{t('trialOperation')}</span>}
    </p>
  )
}
