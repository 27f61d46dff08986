// The queues of announcements: whose turn it is, and in which words. In every spoken language, or only in the first
// when much is waiting; when even that is too slow, several calls in one sound; nothing in the plan's quiet hours.
import type { Recorded } from '../../hall/event.ts'
import type { Hall, Announcement } from '../../hall/hall.ts'
import { isAnswered } from '../../hall/sound/sound.ts'
import type { Display } from '../../live/push.ts'
import {
  announcementText,
  type CallWords,
  checkText,
  comingText,
  togetherText,
} from '../text/announcement.ts'
import { spokenOf } from '../text/languages.ts'
import type { Voice, SpokenText } from '../voice.ts'
import { isInReach } from './speakers.ts'

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
function waitingIn(hall: Hall, sound: string): Announcement[] {
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

// What is prepared in advance: the next sound while one plays, so that there is no silence between them, and the
// voice itself when somebody is likely to be called soon. One sound at a time in the whole hall, so that a zone whose
// turn it is waits for at most one sound that nobody needs yet.

interface Ahead {
  /** Call it whenever something may have changed. */
  look(): void
}

/** `minute`: minutes after the hall's midnight. */
export function createAhead(given: {
  readonly hall: Hall
  readonly voice: Pick<Voice, 'ahead'>
  readonly displays: () => readonly Display[]
  readonly minute: () => number
  readonly failed: (error: unknown) => void
}): Ahead {
  const { hall, voice, displays, minute, failed } = given
  /** What was last made for each sound, so that it is not asked for again at every look. */
  const made = new Map<string, string>()
  let isMaking = false

  /** The first sound that is needed and not made yet. */
  function next() {
    for (const [sound, [head]] of hall.sounds) {
      if (hall.announcements.get(head ?? '')?.status !== 'playing') continue
      const [first] = waitingIn(hall, sound)
      if (!first || !displays().some((display) => isInReach(hall, sound, display))) continue
      const quiet = first.call !== null && isQuiet(hall, minute())
      const { texts, times } = wordingOf(hall, first, quiet)
      const words = JSON.stringify([texts, times])
      if (!quiet && made.get(sound) !== words) return { sound, words, texts, times }
    }
    return null
  }

  async function make(): Promise<void> {
    isMaking = true
    try {
      for (let wanted = next(); wanted !== null; wanted = next()) {
        made.set(wanted.sound, wanted.words)
        await voice.ahead(wanted.texts, { times: wanted.times })
      }
    } finally {
      isMaking = false
    }
  }

  return {
    look() {
      if (!isMaking) make().catch(failed)
    },
  }
}

/** After these events a counter is free for the next visitor, or the next visitor has come. */
const CALLED_AFTER: ReadonlySet<string> = new Set([
  'counter-opened',
  'visit-taken',
  'finished',
  'missed',
  'held',
  'referred',
  'put-back',
])

/** Whether somebody is likely to be called soon after these events. */
export function isCallLikely(records: readonly Recorded[]): boolean {
  return records.some(({ event: { type } }) => CALLED_AFTER.has(type))
}

/**
 * Tells at each check whether the first display has just connected in an open hall: the next call may come any
 * moment.
 */
export function createFirstComer(hall: Hall, displays: () => readonly unknown[]): () => boolean {
  let wasThere = false
  return () => {
    const isThere = displays().length > 0
    const isFirst = isThere && !wasThere
    wasThere = isThere
    return isFirst && [...hall.counters.values()].some(({ state }) => state !== 'closed')
  }
}
