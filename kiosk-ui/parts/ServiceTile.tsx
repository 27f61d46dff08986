// A service to choose, with how many wait; or one that gives no numbers now, with the reason.
import type { ComponentChildren } from 'preact'
import type { HallService } from '../../server/live/hall.ts'
import { pick } from '../../screens/i18n.ts'
import { Icon } from '../../screens/icons.tsx'
import { liveService, standingOf, useKiosk } from '../kiosk.ts'
import { standingText } from '../standing-text.ts'
import { kioskText } from '../texts/index.ts'
import { formatNumber } from '../../screens/format.ts'
import { whenText } from '../lines.ts'
import type { LiveService } from '../standing.ts'

export interface ServiceTileProps {
  service: HallService
  onPress: () => void
  /** When several can be chosen: whether this one is. */
  ticked?: boolean
  /** Leave out the agency if the page already names it. */
  withAgency?: boolean
}

export function ServiceTile({ service, onPress, ticked, withAgency = true }: ServiceTileProps) {
  const kiosk = useKiosk()
  const now = standingOf(kiosk, service)
  const agency = kiosk.hall.agencies.value.get(service.agency)
  const chosen = ticked ?? kiosk.trip.chosen.value.includes(service.id)
  const name = <span class="tile-name">{pick(service.name)}</span>
  const from = withAgency && agency && <span class="tile-agency">{agency.short}</span>
  if (!now.takes) {
    return (
      <div class="tile tile-off">
        <span class="tile-words">
          {name}
          <span class="tile-state">
            {from}
            <span class="tile-why">{standingText(now)}</span>
          </span>
          {now.why === 'soon' && now.where && (
            <span class="tile-more">{kioskText('search.meanwhile', { where: pick(now.where) })}</span>
          )}
        </span>
      </div>
    )
  }
  return (
    <button
      type="button"
      class={chosen ? 'tile tile-chosen' : 'tile'}
      aria-pressed={ticked}
      onClick={onPress}
    >
      <span class="tile-words">
        {name}
        <span class="tile-state">
          {from}
          {now.trial && <span class="chip">{kioskText('trial')}</span>}
          <Queue live={liveService(kiosk, service.id)} />
        </span>
      </span>
      <span class={chosen ? 'tile-mark tile-mark-on' : 'tile-mark'} aria-hidden="true">
        <Icon name={chosen ? 'check' : ticked === undefined ? 'arrow-right' : 'plus'} />
      </span>
    </button>
  )
}

// A tile that leads on to more tiles: a life event, an agency.
interface PlainTileProps {
  name: string
  onPress: () => void
  /** A picture or letters. */
  emblem?: ComponentChildren
  /** Quieter lines under the name. */
  children?: ComponentChildren
}

export function PlainTile({ name, onPress, emblem, children }: PlainTileProps) {
  return (
    <button type="button" class="tile" onClick={onPress}>
      {emblem && (
        <span class="monogram" aria-hidden="true">
          {emblem}
        </span>
      )}
      <span class="tile-words">
        <span class="tile-name">{name}</span>
        {children}
      </span>
      <span class="tile-mark" aria-hidden="true">
        <Icon name="arrow-right" />
      </span>
    </button>
  )
}

// How many would be ahead of somebody who takes a number now, and about how long, in one quiet line: what the number
// will say. Empty for a service that gives no numbers.

/** `priority`: for somebody who has it. */
export function Queue({ live, priority }: { live: LiveService | undefined; priority?: boolean }) {
  if (!live || live.closed) return null
  const { ahead, openCounters } = live
  const nobody = openCounters > 0 ? kioskText('nobodyWaiting') : ''
  const before = ahead > 0 ? kioskText('waiting', { count: formatNumber(ahead) }) : nobody
  const when = whenText({ ahead, when: (priority && live.whenPriority) || live.when })
  return (
    <span class="queue figures">
      {before && (
        <span class="queue-part">
          <Icon name="people" />
          {before}
        </span>
      )}
      {live.left !== null && (
        <span class="queue-part">{kioskText('left', { count: formatNumber(live.left) })}</span>
      )}
      {when && (
        <span class="queue-part">
          <Icon name="clock" />
          {when}
        </span>
      )}
    </span>
  )
}
