// Which display speaks for a sound: one of its own zones before one of the whole hall, and who was silent lately last.
import type { Hall } from '../hall/hall.ts'

export interface Display {
  readonly id: string
  /** Null: the whole hall. */
  readonly zone: string | null
}

/**
 * The display that should speak, out of those that look at a board now. Null where none is in reach of the sound,
 * `busy` where all that are speak for another one. `silentSince` is when a display last failed to confirm.
 */
export function chooseSpeaker(
  hall: Hall,
  sound: string,
  displays: readonly Display[],
  silentSince: ReadonlyMap<string, number>,
): string | null | 'busy' {
  const inReach = displays.filter(({ zone }) => zone === null || hall.layout.zones.get(zone)?.sound === sound)
  if (inReach.length === 0) return null
  const speaking = new Set(
    [...hall.sounds.values()].map(([first]) => {
      const announcement = hall.announcements.get(first ?? '')
      return announcement?.status === 'playing' ? announcement.speaker : null
    }),
  )
  const silence = ({ id }: Display) => silentSince.get(id) ?? 0
  const wide = ({ zone }: Display) => (zone === null ? 1 : 0)
  const [best] = inReach
    .filter(({ id }) => !speaking.has(id))
    .sort((a, b) => silence(a) - silence(b) || wide(a) - wide(b))
  return best?.id ?? 'busy'
}
