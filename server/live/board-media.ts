// What a board shows beside the calls: the files and words whose time it is, by the hall's own clock.
import { filesDue, linesDue, minutesToChange, type Moment } from '../hall/board.ts'
import type { Context } from './context.ts'
import type { BoardView } from './board-view.ts'

const MINUTE = 60_000

export function mediaView(
  context: Context,
  zone: string | null,
  dark: boolean,
): Pick<BoardView, 'media' | 'lines'> {
  const rules = context.hall.layout.plan.media
  const now = momentOf(context)
  return {
    media: filesDue(rules, context.media(), now, zone, dark).map(({ file: { id, type }, seconds }) => ({
      id,
      kind: type.startsWith('video/') ? 'video' : 'picture',
      seconds,
    })),
    lines: linesDue(rules, now, zone),
  }
}

/** When the schedule is to be looked at again: milliseconds since 1970, on the hall's minute. */
export function mediaChange(context: Context): number {
  const minutes = minutesToChange(context.hall.layout.plan.media, momentOf(context))
  return Math.floor(context.now() / MINUTE) * MINUTE + minutes * MINUTE
}

function momentOf(context: Context): Moment {
  return { day: context.hall.day, minute: context.minute() }
}
