// The queues of announcements: whose turn it is, and in which words. In every spoken language, or only in the first
// when much is waiting; when even that is too slow, several calls in one sound; nothing in the plan's quiet hours.
import type { Announcement, Hall } from '../../hall/hall.ts'
import { isAnswered } from '../../hall/sound/sound.ts'
import {
  announcementText,
  type CallWords,
  checkText,
  comingText,
  togetherText,
} from '../text/announcement.ts'
import { spokenOf } from '../text/languages.ts'
import type { SpokenText } from '../voice.ts'

/**
 * With more than this waiting, each is announced once, in one language: a chime and two languages take eleven
 * seconds.
 */
const MOST_IN_ALL = 3
/** With more than this waiting, several calls are put into one sound, unless the plan has another number. */
const MOST_ALONE = 8
/** As many as a listener can tell apart. */
const MOST_TOGETHER = 4

/** How an announcement is spoken; `texts` are for people and for the voice. */
export interface Wording {
  /** Other announcements in the same sound. */
  readonly also: readonly string[]
  readonly texts: readonly SpokenText[]
  /** How often the texts are spoken. */
  readonly times: number
}

/** What waits in a sound's queue, the next first. */
export function waitingIn(hall: Hall, sound: string): Announcement[] {
  const queue = (hall.sounds.get(sound) ?? []).flatMap((id) => hall.announcements.get(id) ?? [])
  return queue.filter((one) => one.status === 'pending' && !isAnswered(hall, one))
}

/**
 * What to announce once `first` is at the head of the queue: now, or after what plays. `quiet`: it is only shown,
 * together with everything that waits.
 */
export function wordingOf(hall: Hall, first: Announcement, quiet: boolean): Wording {
  const queue = waitingIn(hall, first.sound)
  const { plan, zones } = hall.layout
  const spoken = spokenOf(plan)
  const short = queue.length > MOST_IN_ALL
  const languages = short ? spoken.slice(0, 1) : spoken
  const times = short ? 1 : (plan.voice?.times ?? 1)
  const zone = zones.get(first.zone)
  if (first.call === null) {
    const texts = zone
      ? languages.map((language) => ({ language, text: checkText(zone.name, language) }))
      : []
    return { also: [], texts, times: 1 }
  }
  const crowd = queue.length > (plan.voice?.mostPending ?? MOST_ALONE)
  const behind = quiet ? queue.slice(1) : crowd ? queue.slice(1, MOST_TOGETHER) : []
  const alone = behind.findIndex((one) => one.call === null || isComeToMe(hall, one))
  const comes = isComeToMe(hall, first)
  const together = comes ? [first] : [first, ...(alone < 0 ? behind : behind.slice(0, alone))]
  const calls = together.flatMap((one) => wordsOf(hall, one))
  const [call] = calls
  if (!call) return { also: [], texts: [], times }
  const also = together.slice(1).map(({ id }) => id)
  const text = (language: (typeof languages)[number]) => {
    if (also.length > 0) return togetherText(calls, language)
    return comes ? comingText({ ...call, language }) : announcementText({ ...call, language })
  }
  return { also, texts: languages.map((language) => ({ language, text: text(language) })), times }
}

/** Whether staff come to the visitor: that needs a sentence of its own, which sends nobody anywhere. */
function isComeToMe({ visits }: Hall, { call }: Announcement): boolean {
  return call !== null && visits.get(call.visit)?.comeToMe === true
}

function wordsOf({ layout }: Hall, { number, call }: Announcement): CallWords[] {
  const counter = layout.counters.get(call?.counter ?? '')
  return counter ? [{ number, counterName: counter.name, counterLabel: counter.label }] : []
}

/** Whether the plan wants silence at `minute` (minutes after the hall's midnight). */
export function isQuiet({ layout }: Hall, minute: number): boolean {
  return (layout.plan.voice?.quiet ?? []).some(({ from, to }) => {
    const [begin, end] = [minuteOf(from), minuteOf(to)]
    return begin <= end ? begin <= minute && minute < end : begin <= minute || minute < end
  })
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** The head of every queue, the one that has waited longest first: sounds that share a display take turns. */
export function nextToSay({ sounds, announcements }: Hall): Announcement[] {
  const heads = [...sounds.values()].flatMap(([first]) => announcements.get(first ?? '') ?? [])
  return heads.sort((a, b) => a.at - b.at)
}

/** Whether there is nothing left to announce. */
export function isOver({ announcements }: Hall, id: string): boolean {
  const status = announcements.get(id)?.status
  return status !== 'pending' && status !== 'playing'
}
