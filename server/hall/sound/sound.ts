// The sound of the zones: a queue for each, in which one announcement plays at a time and none is cut off; who plays
// it, and what was heard.
import type { Changes } from '../changes.ts'
import type { CommandOf } from '../command.ts'
import type { Event, EventOf, Recorded } from '../event.ts'
import type { Announcement, Hall } from '../hall.ts'
import { putVisit, visitOf } from '../put.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Decides, Evolves } from '../rooms.ts'
import { isAtCounter, type Step, stepAtCounter, type Visit } from '../visit.ts'

export const decides = {
  'start-announcement': startAnnouncement,
  'pass-announcement': passAnnouncement,
  'skip-answered': skipAnswered,
  'check-sound': checkSound,
  'hear-announcement': hearAnnouncement,
  'give-up-announcement': giveUpAnnouncement,
} satisfies Partial<Decides>

export const evolves = {
  'announcement-started': announcementStarted,
  'announcement-passed': announcementPassed,
  'announcement-heard': announcementHeard,
  'announcement-unheard': announcementUnheard,
  'announcement-skipped': (hall, changes, event) => dropAnnouncement(hall, changes, event.announcement),
  'sound-checked': soundChecked,
} satisfies Partial<Evolves>

/** The first in its sound's queue begins if nothing plays there, along with those behind it in the same sound. */
export function startAnnouncement(hall: Hall, command: CommandOf<'start-announcement'>): Event[] | Refusal {
  const { announcement: id, speaker, audio, text, also, quiet } = command
  const announcement = hall.announcements.get(id)
  if (!announcement) return refuse('unknown-announcement', id)
  const [first, ...behind] = hall.sounds.get(announcement.sound) ?? []
  if (announcement.status !== 'pending' || first !== id) return []
  // One of them was retracted meanwhile: the sound would call somebody who is no longer called.
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

/** Another display takes over what plays, unless a third one has it by now. */
function passAnnouncement(hall: Hall, command: CommandOf<'pass-announcement'>): Event[] | Refusal {
  const { announcement: id, from, to } = command
  const announcement = hall.announcements.get(id)
  if (!announcement) return refuse('unknown-announcement', id)
  if (announcement.status !== 'playing' || announcement.speaker !== from || from === to) return []
  // The whole sound that it is a part of.
  return [{ type: 'announcement-passed', announcement: announcement.lead ?? id, speaker: to }]
}

/** Only the speaker reports *heard*; if none was named, any display of that zone or of the whole hall. */
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

/** Why a display may not report on an announcement; null if it is the one that was asked to play it. */
export function whyNotReport(hall: Hall, id: string, device: string): Refusal | null {
  const announcement = hall.announcements.get(id)
  if (!announcement) return refuse('unknown-announcement', id)
  const isSpeaker = announcement.status !== 'pending' && announcement.speaker === device
  return isSpeaker ? null : refuse('not-allowed')
}

function giveUpAnnouncement(hall: Hall, command: CommandOf<'give-up-announcement'>): Event[] | Refusal {
  const announcement = hall.announcements.get(command.announcement)
  if (!announcement) return refuse('unknown-announcement', command.announcement)
  return saidTogether(hall, announcement)
    .filter(({ status }) => status === 'pending' || status === 'playing')
    .map(({ id }) => ({ type: 'announcement-unheard', announcement: id, again: false }))
}

/** Drops what waits although its call is over. What plays is not cut off. */
export function skipAnswered(hall: Hall, { sound }: CommandOf<'skip-answered'>): Event[] {
  return answeredIn(hall, sound).map(({ id }) => ({ type: 'announcement-skipped', announcement: id }))
}

/** The announcements of a sound that still wait although their call is over. */
export function answeredIn(hall: Hall, sound: string): Announcement[] {
  const queue = (hall.sounds.get(sound) ?? []).flatMap((id) => hall.announcements.get(id) ?? [])
  return queue.filter((one) => one.status === 'pending' && isAnswered(hall, one))
}

/** Whether the visitor is no longer called there: being served, done, missed, set aside, or elsewhere. */
export function isAnswered({ visits }: Hall, { call }: Announcement): boolean {
  if (call === null) return false
  const visit = visits.get(call.visit)
  const step = visit && stepAtCounter(visit)
  return step?.status !== 'called' || step.call.id !== call.id
}

/** Everything in its sound: itself and those combined with it. */
function saidTogether(hall: Hall, announcement: Announcement): Announcement[] {
  const others = announcement.also.flatMap((id) => hall.announcements.get(id) ?? [])
  return [announcement, ...others.filter(({ lead }) => lead === announcement.id)]
}

/** A test of a zone's sound, which calls nobody. While one waits or plays, a second press adds nothing. */
export function checkSound(hall: Hall, { zone, announcement }: CommandOf<'check-sound'>): Event[] | Refusal {
  const known = hall.layout.zones.get(zone)
  if (!known) return refuse('unknown-zone', zone)
  return openCheck(hall, zone) ? [] : [{ type: 'sound-checked', zone, announcement }]
}

/** The test that waits or plays in a zone's sound. */
export function openCheck(hall: Hall, zone: string): Announcement | undefined {
  const queue = hall.sounds.get(hall.layout.zones.get(zone)?.sound ?? '') ?? []
  return queue.flatMap((id) => hall.announcements.get(id) ?? []).find(({ call }) => call === null)
}

interface NewAnnouncement {
  readonly id: string
  readonly call: string
  readonly visit: Visit
  readonly counter: string
  readonly at: number
}

/** An announcement that has not begun to play. */
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

function soundChecked(hall: Hall, changes: Changes, event: EventOf<'sound-checked'>, { at }: Recorded): void {
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

/** A call is retracted: its announcement leaves the queue, or ends. Others in the same sound are announced again. */
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

/** The visit is over: none of its announcements is played any more. */
export function dropAnnouncementsOf(hall: Hall, changes: Changes, { id }: Visit): void {
  for (const queue of hall.sounds.values()) {
    for (const announcement of queue) {
      if (hall.announcements.get(announcement)?.call?.visit === id)
        dropAnnouncement(hall, changes, announcement)
    }
  }
}

/** The step with what is known about its announcement by now. */
export function withHeard(hall: Hall, step: Step): Step {
  const status = isAtCounter(step) ? hall.announcements.get(step.call.announcement)?.status : undefined
  if (!isAtCounter(step) || (status !== 'heard' && status !== 'unheard')) return step
  return { ...step, call: { ...step.call, heard: status === 'heard' } }
}

function announcementStarted(
  hall: Hall,
  changes: Changes,
  event: EventOf<'announcement-started'>,
  { at }: Recorded,
): void {
  const { announcement: id, speaker, audio, text, also = [], quiet = false } = event
  const playing = { status: 'playing', startedAt: at, speaker, audio, text, quiet } as const
  changes.set(hall.announcements, id, { ...announcementOf(hall, id), ...playing, also })
  for (const other of also)
    changes.set(hall.announcements, other, { ...announcementOf(hall, other), ...playing, lead: id })
}

function announcementPassed(
  hall: Hall,
  changes: Changes,
  { announcement: id, speaker }: EventOf<'announcement-passed'>,
  { at }: Recorded,
): void {
  for (const one of [id, ...announcementOf(hall, id).also]) {
    const announcement = hall.announcements.get(one)
    if (announcement?.status === 'playing')
      changes.set(hall.announcements, one, { ...announcement, speaker, startedAt: at })
  }
}

function announcementHeard(hall: Hall, changes: Changes, event: EventOf<'announcement-heard'>): void {
  settle(hall, changes, announcementOf(hall, event.announcement), true)
}

/** Nobody confirmed it in time, and the counter calls by voice; or, after a restart, it is announced again. */
function announcementUnheard(hall: Hall, changes: Changes, event: EventOf<'announcement-unheard'>): void {
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

/** A sound with nothing left to play has no entry. */
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
