// The chosen services on the check: each with its zone and queue, to be left out by a tap; one that closed
// meanwhile says so before anybody taps for a number.
import { Button } from '../../screens/components/Button.tsx'
import { Icon } from '../../screens/icons.tsx'
import type { HallService } from '../../server/live/hall-answer.ts'
import { pick } from '../../screens/i18n.ts'
import { chosenServices, liveService, standingOf, useKiosk } from '../kiosk.ts'
import { standingText } from '../standing-text.ts'
import { MOST_SERVICES } from '../trip.ts'
import { t } from '../texts/index.ts'
import { Queue } from './Queue.tsx'

export function Chosen() {
  const kiosk = useKiosk()
  const { trip } = kiosk
  const chosen = chosenServices(kiosk)
  return (
    <section class="chosen">
      <h2 class="visually-hidden">{t('services')}</h2>
      <ul class="chosen-list">
        {chosen.map((service) => (
          <ChosenRow key={service.id} service={service} />
        ))}
      </ul>
      {chosen.length < MOST_SERVICES ? (
        <Button size="large" icon="plus" onPress={() => trip.go({ at: 'start' })}>
          {t('addMore')}
        </Button>
      ) : (
        <p class="hint">{t('fullBasket', { most: MOST_SERVICES })}</p>
      )}
    </section>
  )
}

function ChosenRow({ service }: { service: HallService }) {
  const kiosk = useKiosk()
  const { hall, trip, ticket } = kiosk
  const agency = hall.agencies.value.get(service.agency)
  const now = standingOf(kiosk, service)
  const name = pick(service.name)
  return (
    <li class={now.takes ? 'chosen-row' : 'chosen-row chosen-off'}>
      <span class="chosen-words">
        <span class="tile-name">{name}</span>
        {agency && <span class="tile-more">{pick(agency.name)}</span>}
        <span class="tile-state">
          {now.takes && now.trial && <span class="chip">{t('trial')}</span>}
          {now.takes ? (
            <Queue live={liveService(kiosk, service.id)} />
          ) : (
            <span class="tile-why">{standingText(kiosk, service, now)}</span>
          )}
        </span>
      </span>
      <button
        type="button"
        class="chosen-leave"
        aria-label={t('leaveOut', { service: name })}
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
