// Announcements: a queue per sound, one plays at a time, none is cut off.
import type { Changes } from './changes.ts'
import type { EventOf } from './event.ts'
import type { Announcement, Hall } from './hall.ts'
import { putVisit, visitOf } from './put.ts'
import { isAtCounter, type Step, type Visit } from './visit.ts'

interface NewAnnouncement {
  readonly id: string
  readonly call: string
  readonly visit: Visit
  readonly counter: string
  readonly at: number
}

export function addAnnouncement(hall: Hall, changes: Changes, { visit, ...made }: NewAnnouncement): void {
  const zone = hall.layout.counters.get(made.counter)?.zone ?? ''
  const sound = hall.layout.zones.get(zone)?.sound ?? zone
  const announcement: Announcement = {
    ...made,
    visit: visit.id,
    number: visit.number,
    zone,
    sound,
    status: 'pending',
    startedAt: null,
    speaker: null,
    audio: null,
    text: '',
  }
  changes.set(hall.announcements, made.id, announcement)
  changes.set(hall.sounds, sound, [...(hall.sounds.get(sound) ?? []), made.id])
}

/** A retracted call: its announcement leaves the queue, or ends. */
export function dropAnnouncement(hall: Hall, changes: Changes, id: string): void {
  const announcement = hall.announcements.get(id)
  if (!announcement) return
  leaveQueue(hall, changes, announcement)
  changes.delete(hall.announcements, id)
}

/** A visit that is over: nothing of it that still waits or plays is said any more. */
export function dropAnnouncementsOf(hall: Hall, changes: Changes, { id }: Visit): void {
  for (const queue of hall.sounds.values()) {
    for (const announcement of queue) {
      if (hall.announcements.get(announcement)?.visit === id) dropAnnouncement(hall, changes, announcement)
    }
  }
}

/** The step with what is known by now of its announcement. */
export function withHeard(hall: Hall, step: Step): Step {
  const status = isAtCounter(step) ? hall.announcements.get(step.call.announcement)?.status : undefined
  if (!isAtCounter(step) || (status !== 'heard' && status !== 'unheard')) return step
  return { ...step, call: { ...step.call, heard: status === 'heard' } }
}

export function soundStarted(
  hall: Hall,
  changes: Changes,
  event: EventOf<'announcement-started'>,
  at: number,
): void {
  const { announcement: id, speaker, audio, text } = event
  const announcement = announcementOf(hall, id)
  changes.set(hall.announcements, id, {
    ...announcement,
    status: 'playing',
    startedAt: at,
    speaker,
    audio,
    text,
  })
}

export function heard(hall: Hall, changes: Changes, event: EventOf<'announcement-heard'>): void {
  settle(hall, changes, announcementOf(hall, event.announcement), true)
}

/** Nobody confirmed in time: the counter calls by voice; or, after a restart, it is said again. */
export function unheard(hall: Hall, changes: Changes, event: EventOf<'announcement-unheard'>): void {
  const announcement = announcementOf(hall, event.announcement)
  if (event.again) {
    changes.set(hall.announcements, announcement.id, { ...announcement, status: 'pending', startedAt: null })
  } else settle(hall, changes, announcement, false)
}

function settle(hall: Hall, changes: Changes, announcement: Announcement, wasHeard: boolean): void {
  leaveQueue(hall, changes, announcement)
  changes.set(hall.announcements, announcement.id, {
    ...announcement,
    status: wasHeard ? 'heard' : 'unheard',
  })
  const visit = visitOf(hall, announcement.visit)
  const tell = (step: Step): Step =>
    isAtCounter(step) && step.call.announcement === announcement.id
      ? { ...step, call: { ...step.call, heard: wasHeard } }
      : step
  putVisit(hall, changes, { ...visit, steps: visit.steps.map(tell) })
}

/** A sound with nothing left to say has no entry. */
function leaveQueue(hall: Hall, changes: Changes, { id, sound }: Announcement): void {
  const queue = hall.sounds.get(sound) ?? []
  const rest = queue.filter((other) => other !== id)
  if (rest.length === queue.length) return
  if (rest.length > 0) changes.set(hall.sounds, sound, rest)
  else changes.delete(hall.sounds, sound)
}

function announcementOf(hall: Hall, id: string): Announcement {
  const announcement = hall.announcements.get(id)
  if (!announcement) throw new Error(`no announcement ${id}`)
  return announcement
}
