// One service to choose: whose it is, in which zone it is served, and how many would come before.
import type { HallService } from '../../server/live/hall.ts'
import type { Hall } from '../../screens/hall.ts'
import { pick } from '../../screens/i18n.ts'
import type { LiveService } from './ServicePick.tsx'
import { staffText } from '../texts/index.ts'

interface PickRowProps {
  hall: Hall
  service: HallService
  live: LiveService | undefined
  /** Why it can't be chosen; null: it can. */
  why: string | null
  isChosen: boolean
  canToggle: boolean
  /** The one that Tab leads to; the arrows lead on. */
  isStop: boolean
  /** Where only one may be chosen: the name that those to choose from share. */
  group: string | undefined
  onToggle: () => void
  onKey: (event: KeyboardEvent) => void
}

export function PickRow(props: PickRowProps) {
  const { hall, service, live, why, isChosen, canToggle, isStop, group, ...rest } = props
  const agency = hall.agencies.value.get(service.agency)
  return (
    <label class={canToggle ? 'pick-one' : 'pick-one pick-not'}>
      <input
        type={group === undefined ? 'checkbox' : 'radio'}
        name={group}
        checked={isChosen}
        disabled={!canToggle}
        tabIndex={isStop || group !== undefined ? 0 : -1}
        onChange={rest.onToggle}
        onKeyDown={rest.onKey}
      />
      <span class="pick-words">
        <span>{pick(service.name)}</span>
        <span class="soft">{[agency && agency.short, ...zonesOf(hall, service.id)].join(' · ')}</span>
      </span>
      <span class="soft figures">{why ?? (live && staffText('pick.ahead', { count: live.ahead }))}</span>
    </label>
  )
}

/** Where its counters stand, each zone once. */
function zonesOf(hall: Hall, service: string): string[] {
  const counters = [...hall.counters.value.values()].filter(({ services }) => services.includes(service))
  const zones = new Set(counters.map(({ zone }) => zone))
  return [...zones].flatMap((id) => {
    const zone = hall.zones.value.get(id)
    return zone ? [pick(zone.name)] : []
  })
}
