// Zones where calls are not heard: since when none was that should have been. Told to who can do something about it;
// in memory alone, as the next announcement tells it anew.
import type { Recorded } from '../../hall/event.ts'
import type { Hall } from '../../hall/hall.ts'

export interface Silence {
  committed(records: readonly Recorded[]): void
  /** `since` in milliseconds since 1970. */
  zones(): { zone: string; since: number }[]
}

export function watchSilence(hall: Hall): Silence {
  /** By sound, as zones that share one fall silent together. */
  const silent = new Map<string, { zone: string; since: number }>()

  function follow({ event, at }: Recorded): void {
    if (event.type === 'day-opened' || event.type === 'day-reopened') silent.clear()
    if (event.type !== 'announcement-heard' && event.type !== 'announcement-unheard') return
    const announcement = hall.announcements.get(event.announcement)
    if (!announcement) return
    const { sound, zone, status, quiet } = announcement
    if (status === 'heard') silent.delete(sound)
    if (status === 'unheard' && !quiet && !silent.has(sound)) silent.set(sound, { zone, since: at })
  }

  return {
    committed: (records) => records.forEach(follow),
    zones: () => [...silent.values()].filter(({ zone }) => hall.layout.zones.has(zone)),
  }
}
