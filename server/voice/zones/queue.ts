// What is said, and with what: in every language that can be spoken, or in the first alone where much is to be said;
// where even that is too slow, several calls in one sound; nothing in the hours that the plan wants quiet.
// Whose turn it is to be said, and whose is over.
import type { Announcement, Hall } from '../../hall/hall.ts'
import { isAnswered } from '../../hall/sound/sound.ts'
import {
  announcementText,
  type CallWords,
  checkText,
  comingText,
  spokenOf,
  togetherText,
} from '../text/announcement.ts'
import type { SpokenText } from '../voice.ts'

/** With more than this to be said, each is said once, in one language: a chime and two languages take eleven seconds. */
const MOST_IN_ALL = 3
/** With more than this to be said, several calls are put into one sound, unless the plan has another number. */
const MOST_ALONE = 8
/** As many as a listener keeps apart. */
const MOST_TOGETHER = 4

/** The first announcement of a sound with what is said in one with it; `texts` for people and for the voice. */
export interface Said {
  readonly also: readonly string[]
  readonly texts: readonly SpokenText[]
  /** How often the texts are said. */
  readonly times: number
}

/** What waits in a sound's queue for its turn to be said, the next first. */
export function waitingIn(hall: Hall, sound: string): Announcement[] {
  const queue = (hall.sounds.get(sound) ?? []).flatMap((id) => hall.announcements.get(id) ?? [])
  return queue.filter((one) => one.status === 'pending' && !isAnswered(hall, one))
}

/**
 * What is to be said when `first` stands at the head of those that wait: now, or after what plays. `quiet`: it is shown
 * alone, all of it at once.
 */
export function toBeSaid(hall: Hall, first: Announcement, quiet: boolean): Said {
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

/** Whether it calls somebody to whom the staff come: a sentence of its own, and nobody to be sent anywhere. */
function isComeToMe({ visits }: Hall, { call }: Announcement): boolean {
  return call !== null && visits.get(call.visit)?.comeToMe === true
}

function wordsOf({ layout }: Hall, { number, call }: Announcement): CallWords[] {
  const counter = layout.counters.get(call?.counter ?? '')
  return counter ? [{ number, counterName: counter.name, counterLabel: counter.label }] : []
}

/** Whether the plan wants no sound at `minute` (minutes after the hall's midnight). */
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
