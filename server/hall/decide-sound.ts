// The sound of the zones: what plays, who says it, what was heard.
import type { CommandOf } from './command.ts'
import type { Event } from './event.ts'
import type { Announcement, Hall } from './hall.ts'
import { refuse, type Refusal } from './refusal.ts'
import { stepAtCounter } from './visit.ts'

/** The first in its sound's queue begins, if nothing plays there, with those right behind it that are said in one. */
export function startAnnouncement(hall: Hall, command: CommandOf<'start-announcement'>): Event[] | Refusal {
  const { announcement: id, speaker, audio, text, also, quiet } = command
  const announcement = hall.announcements.get(id)
  if (!announcement) return refuse('unknown-announcement', id)
  const [first, ...behind] = hall.sounds.get(announcement.sound) ?? []
  if (announcement.status !== 'pending' || first !== id) return []
  // One of them was taken back meanwhile: the sound that was made would call somebody whom nobody calls.
  if (also.some((other, place) => behind[place] !== other)) return []
  return [
    {
      type: 'announcement-started',
      announcement: id,
      speaker,
      audio,
      text,
      ...(also.length > 0 ? { also: [...also] } : {}),
      ...(quiet ? { quiet } : {}),
    },
  ]
}

/** What plays is said by another display, unless somebody else says it by now. */
export function passAnnouncement(hall: Hall, command: CommandOf<'pass-announcement'>): Event[] | Refusal {
  const { announcement: id, from, to } = command
  const announcement = hall.announcements.get(id)
  if (!announcement) return refuse('unknown-announcement', id)
  if (announcement.status !== 'playing' || announcement.speaker !== from || from === to) return []
  // The whole sound that it is a part of.
  return [{ type: 'announcement-passed', announcement: announcement.lead ?? id, speaker: to }]
}

/** Only the speaker reports *heard*; where none was named, any display of that zone or of the whole hall. */
export function hearAnnouncement(hall: Hall, command: CommandOf<'hear-announcement'>): Event[] | Refusal {
  const announcement = hall.announcements.get(command.announcement)
  if (!announcement) return refuse('unknown-announcement', command.announcement)
  if (announcement.status === 'pending') return refuse('not-allowed')
  if (!maySay(hall, announcement, command)) return refuse('not-allowed')
  return saidTogether(hall, announcement)
    .filter(({ status }) => status !== 'heard')
    .map(({ id }) => ({ type: 'announcement-heard', announcement: id }))
}

function maySay(
  hall: Hall,
  announcement: Announcement,
  { device, zone }: CommandOf<'hear-announcement'>,
): boolean {
  if (announcement.speaker !== null) return announcement.speaker === device
  return zone === null || hall.layout.zones.get(zone)?.sound === announcement.sound
}

/** Why a display may not say how it gets on with an announcement; null: it is the one that was asked to say it. */
export function whyNotReport(hall: Hall, id: string, device: string): Refusal | null {
  const announcement = hall.announcements.get(id)
  if (!announcement) return refuse('unknown-announcement', id)
  const isSpeaker = announcement.status !== 'pending' && announcement.speaker === device
  return isSpeaker ? null : refuse('not-allowed')
}

export function giveUpAnnouncement(
  hall: Hall,
  command: CommandOf<'give-up-announcement'>,
): Event[] | Refusal {
  const announcement = hall.announcements.get(command.announcement)
  if (!announcement) return refuse('unknown-announcement', command.announcement)
  return saidTogether(hall, announcement)
    .filter(({ status }) => status === 'pending' || status === 'playing')
    .map(({ id }) => ({ type: 'announcement-unheard', announcement: id, again: false }))
}

/** Those that wait to be said although their call is over. What plays is not cut off. */
export function skipAnswered(hall: Hall, { sound }: CommandOf<'skip-answered'>): Event[] {
  return answeredIn(hall, sound).map(({ id }) => ({ type: 'announcement-skipped', announcement: id }))
}

/** The announcements of a sound whose turn would come and whose call is over. */
export function answeredIn(hall: Hall, sound: string): Announcement[] {
  const queue = (hall.sounds.get(sound) ?? []).flatMap((id) => hall.announcements.get(id) ?? [])
  return queue.filter((one) => one.status === 'pending' && isAnswered(hall, one))
}

/** Whether the visitor is not called there any more: being served, done, missed, set aside, somewhere else. */
export function isAnswered({ visits }: Hall, { call }: Announcement): boolean {
  if (call === null) return false
  const visit = visits.get(call.visit)
  const step = visit && stepAtCounter(visit)
  return step?.status !== 'called' || step.call.id !== call.id
}

/** What its sound says: itself, and what was put together with it. */
function saidTogether(hall: Hall, announcement: Announcement): Announcement[] {
  const others = announcement.also.flatMap((id) => hall.announcements.get(id) ?? [])
  return [announcement, ...others.filter(({ lead }) => lead === announcement.id)]
}

/** Something that calls nobody is announced in a zone. While one waits or plays there, a second press adds none. */
export function checkSound(hall: Hall, { zone, announcement }: CommandOf<'check-sound'>): Event[] | Refusal {
  const known = hall.layout.zones.get(zone)
  if (!known) return refuse('unknown-zone', zone)
  return openCheck(hall, zone) ? [] : [{ type: 'sound-checked', zone, announcement }]
}

/** The check that waits or plays in a zone's sound. */
export function openCheck(hall: Hall, zone: string): Announcement | undefined {
  const queue = hall.sounds.get(hall.layout.zones.get(zone)?.sound ?? '') ?? []
  return queue.flatMap((id) => hall.announcements.get(id) ?? []).find(({ call }) => call === null)
}
