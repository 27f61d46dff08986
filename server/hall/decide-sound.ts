// The sound of the zones: what plays, what was heard.
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Announcement, Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'

/** The first in its sound's queue begins, if nothing plays there. */
export function startAnnouncement(hall: Hall, command: CommandOf<'start-announcement'>): Event[] | Refusal {
  const { announcement: id, speaker, audio, text } = command
  const announcement = hall.announcements.get(id)
  if (!announcement) return refuse('unknown-announcement', id)
  const first = hall.sounds.get(announcement.sound)?.[0]
  if (announcement.status !== 'pending' || first !== id) return []
  return [{ type: 'announcement-started', announcement: id, speaker, audio, text }]
}

/** Only the speaker reports *heard*; where none was named, any display of that zone or of the whole hall. */
export function hearAnnouncement(hall: Hall, command: CommandOf<'hear-announcement'>): Event[] | Refusal {
  const announcement = hall.announcements.get(command.announcement)
  if (!announcement) return refuse('unknown-announcement', command.announcement)
  if (announcement.status === 'pending') return refuse('not-allowed')
  if (!maySay(hall, announcement, command)) return refuse('not-allowed')
  if (announcement.status === 'heard') return []
  return [{ type: 'announcement-heard', announcement: announcement.id }]
}

function maySay(
  hall: Hall,
  announcement: Announcement,
  { device, zone }: CommandOf<'hear-announcement'>,
): boolean {
  if (announcement.speaker !== null) return announcement.speaker === device
  return zone === null || hall.layout.zones.get(zone)?.sound === announcement.sound
}

export function giveUpAnnouncement(
  hall: Hall,
  command: CommandOf<'give-up-announcement'>,
): Event[] | Refusal {
  const announcement = hall.announcements.get(command.announcement)
  if (!announcement) return refuse('unknown-announcement', command.announcement)
  const over = announcement.status === 'heard' || announcement.status === 'unheard'
  return over ? [] : [{ type: 'announcement-unheard', announcement: announcement.id, again: false }]
}
