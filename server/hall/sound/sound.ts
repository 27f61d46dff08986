// Announcements: a queue per sound, one sound plays at a time, none is cut off.
import type { Changes } from '../changes.ts'
import type { EventOf } from '../event.ts'
import type { Announcement, Hall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import { isAtCounter, type Step, type Visit } from '../visit.ts'

interface NewAnnouncement {
  readonly id: string
  readonly call: string
  readonly visit: Visit
  readonly counter: string
  readonly at: number
}

/** How an announcement stands that nobody says yet. */
const unsaid = {
  status: 'pending',
  startedAt: null,
  speaker: null,
  audio: null,
  text: '',
  lead: null,
  also: [],
  quiet: false,
} as const

export function addAnnouncement(hall: Hall, changes: Changes, made: NewAnnouncement): void {
  const { id, call, visit, counter, at } = made
  const zone = hall.layout.counters.get(counter)?.zone ?? ''
  const about = { id: call, visit: visit.id, counter }
  queueUp(hall, changes, { id, call: about, number: visit.number, zone, at })
}

export function soundChecked(
  hall: Hall,
  changes: Changes,
  event: EventOf<'sound-checked'>,
  at: number,
): void {
  const { announcement: id, zone } = event
  queueUp(hall, changes, { id, call: null, number: '', zone, at })
}

function queueUp(
  hall: Hall,
  changes: Changes,
  made: Pick<Announcement, 'id' | 'call' | 'number' | 'zone' | 'at'>,
): void {
  const sound = hall.layout.zones.get(made.zone)?.sound ?? made.zone
  changes.set(hall.announcements, made.id, { ...made, sound, ...unsaid })
  changes.set(hall.sounds, sound, [...(hall.sounds.get(sound) ?? []), made.id])
}

/** A retracted call: its announcement leaves the queue, or ends. What was said in one sound with it is said again. */
export function dropAnnouncement(hall: Hall, changes: Changes, id: string): void {
  const announcement = hall.announcements.get(id)
  if (!announcement) return
  if (announcement.status === 'playing') fallApart(hall, changes, announcement)
  leaveQueue(hall, changes, announcement)
  changes.delete(hall.announcements, id)
}

function fallApart(hall: Hall, changes: Changes, { id, lead }: Announcement): void {
  const first = hall.announcements.get(lead ?? id)
  for (const other of first ? [first.id, ...first.also] : []) {
    const said = hall.announcements.get(other)
    if (said?.status === 'playing') changes.set(hall.announcements, other, { ...said, ...unsaid })
  }
}

/** A visit that is over: nothing of it that still waits or plays is said any more. */
export function dropAnnouncementsOf(hall: Hall, changes: Changes, { id }: Visit): void {
  for (const queue of hall.sounds.values()) {
    for (const announcement of queue) {
      if (hall.announcements.get(announcement)?.call?.visit === id)
        dropAnnouncement(hall, changes, announcement)
    }
  }
}

/** The step with what is known by now of its announcement. */
export function withHeard(hall: Hall, step: Step): Step {
  const status = isAtCounter(step) ? hall.announcements.get(step.call.announcement)?.status : undefined
  if (!isAtCounter(step) || (status !== 'heard' && status !== 'unheard')) return step
  return { ...step, call: { ...step.call, heard: status === 'heard' } }
}

export function announcementStarted(
  hall: Hall,
  changes: Changes,
  event: EventOf<'announcement-started'>,
  at: number,
): void {
  const { announcement: id, speaker, audio, text, also = [], quiet = false } = event
  const playing = { status: 'playing', startedAt: at, speaker, audio, text, quiet } as const
  changes.set(hall.announcements, id, { ...announcementOf(hall, id), ...playing, also })
  for (const other of also)
    changes.set(hall.announcements, other, { ...announcementOf(hall, other), ...playing, lead: id })
}

export function announcementPassed(
  hall: Hall,
  changes: Changes,
  { announcement: id, speaker }: EventOf<'announcement-passed'>,
  at: number,
): void {
  for (const one of [id, ...announcementOf(hall, id).also]) {
    const announcement = hall.announcements.get(one)
    if (announcement?.status === 'playing')
      changes.set(hall.announcements, one, { ...announcement, speaker, startedAt: at })
  }
}

export function announcementHeard(hall: Hall, changes: Changes, event: EventOf<'announcement-heard'>): void {
  settle(hall, changes, announcementOf(hall, event.announcement), true)
}

/** Nobody confirmed in time: the counter calls by voice; or, after a restart, it is said again. */
export function announcementUnheard(
  hall: Hall,
  changes: Changes,
  event: EventOf<'announcement-unheard'>,
): void {
  const announcement = announcementOf(hall, event.announcement)
  if (event.again) changes.set(hall.announcements, announcement.id, { ...announcement, ...unsaid })
  else settle(hall, changes, announcement, false)
}

function settle(hall: Hall, changes: Changes, announcement: Announcement, wasHeard: boolean): void {
  leaveQueue(hall, changes, announcement)
  changes.set(hall.announcements, announcement.id, {
    ...announcement,
    status: wasHeard ? 'heard' : 'unheard',
  })
  if (announcement.call === null) return
  const visit = visitOf(hall, announcement.call.visit)
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
