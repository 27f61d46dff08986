// Which display speaks for a sound: one of its own zones before one of the whole hall, and who was silent lately last.
import type { Hall } from '../../hall/hall.ts'
import type { Display } from '../../live/sockets.ts'

export interface Voices {
  /** Displays that look at a board now. */
  readonly displays: readonly Display[]
  /** Who speaks for the other sounds at this moment: a display, or null where none does. */
  readonly speaking: readonly (string | null)[]
  /** How lately a display failed to confirm: the higher, the later; 0 if it never did. */
  readonly silence: (id: string) => number
}

/**
 * The display that should speak for a sound. Null where none is in reach of it, `busy` where those that are have to
 * wait: a display speaks for one sound at a time, and the board of the whole hall shows one announcement at a time.
 */
export function chooseSpeaker(hall: Hall, sound: string, voices: Voices): string | null | 'busy' {
  const { displays, speaking, silence } = voices
  const inReach = displays.filter((display) => isInReach(hall, sound, display))
  if (inReach.length === 0) return null
  const isFree = ({ id, board }: Display) => (board === null ? speaking.length === 0 : !speaking.includes(id))
  const wide = ({ zone, board }: Display) => (zone === null || board === null ? 1 : 0)
  const [best] = inReach.filter(isFree).sort((a, b) => silence(a.id) - silence(b.id) || wide(a) - wide(b))
  return best?.id ?? 'busy'
}

/** Whether a display stands where this sound is to be heard, and shows the calls that it belongs to. */
export function isInReach(hall: Hall, sound: string, { zone, board }: Display): boolean {
  const isNear = (id: string | null) => id === null || hall.layout.zones.get(id)?.sound === sound
  return isNear(zone) && isNear(board)
}
