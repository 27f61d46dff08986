// Whose turn it is to be said, and whose is over.
import type { Announcement, Hall } from '../../hall/hall.ts'

/** The head of every queue, the longest waiting first: sounds that share a display take turns. */
export function nextToSay({ sounds, announcements }: Hall): Announcement[] {
  const heads = [...sounds.values()].flatMap(([first]) => announcements.get(first ?? '') ?? [])
  return heads.sort((a, b) => a.at - b.at)
}

/** Whether nothing is to be said of it any more. */
export function isOver({ announcements }: Hall, id: string): boolean {
  const status = announcements.get(id)?.status
  return status !== 'pending' && status !== 'playing'
}
