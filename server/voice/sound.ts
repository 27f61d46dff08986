// The sound of the zones: a client of the loop. It sees committed events, chooses who speaks, and answers with
// commands: an announcement starts, is heard, or is given up. What waits and what was heard is the hall's own state.
import type { Dispatch } from '../dispatch.ts'
import type { Command } from '../hall/command.ts'
import type { Recorded } from '../hall/event.ts'
import type { Announcement, Hall } from '../hall/hall.ts'
import { chooseSpeaker, type Display } from './speaker.ts'
import type { SpokenText, Voice } from './voice.ts'
import { announcementText, isSpoken } from './words.ts'

/** Seconds after the audio's end in which the speaker must have said that it was heard. */
const GRACE_SECONDS = 3
/** Seconds that an announcement stands on the boards where nobody can say it. */
const SILENT_SECONDS = 5
/** With more than this pending, each is said once, in one language: a chime and two languages take eleven seconds. */
const MOST_PENDING = 3

interface Dependencies {
  readonly hall: Hall
  readonly dispatch: Dispatch
  readonly voice: Pick<Voice, 'prepare' | 'warm'>
  /** Displays that look at a board now, in order of coming. */
  readonly displays: () => readonly Display[]
  readonly failed: (error: unknown) => void
}

export interface Sound {
  committed(records: readonly Recorded[]): void
  /** To be called whenever a display comes or goes. */
  look(): void
  stop(): void
}

/** Starts looking after the sound of every zone. */
export function createSound({ hall, dispatch, voice, displays, failed }: Dependencies): Sound {
  /** Announcements being prepared or playing, with the timer that gives them up. */
  const underWay = new Map<string, NodeJS.Timeout | null>()
  /** When a display last failed to confirm: it speaks again only where no other can. */
  const silentSince = new Map<string, number>()
  let stopped = false

  function look(): void {
    if (stopped) return
    for (const id of underWay.keys()) if (isOver(id)) settle(id)
    for (const [sound, queue] of hall.sounds) {
      const first = hall.announcements.get(queue[0] ?? '')
      if (first?.status === 'pending' && !underWay.has(first.id)) begin(sound, first, queue.length - 1)
    }
  }

  function begin(sound: string, announcement: Announcement, pendingBehind: number): void {
    const speaker = chooseSpeaker(hall, sound, displays(), silentSince)
    // The only display that could speak is speaking for another zone: this one's turn comes.
    if (speaker === 'busy') return
    underWay.set(announcement.id, null)
    const texts = textsFor(hall, announcement, pendingBehind)
    start(announcement.id, speaker, texts).catch((error: unknown) => {
      settle(announcement.id)
      failed(error)
    })
  }

  async function start(id: string, speaker: string | null, texts: readonly SpokenText[]): Promise<void> {
    const prepared = speaker === null ? null : await voice.prepare(texts)
    const audio = prepared && `/api/audio/${prepared.name}`
    const text = texts.map((one) => one.text).join(' ')
    await command({ type: 'start-announcement', announcement: id, speaker, audio, text })
    const seconds = prepared ? prepared.seconds + GRACE_SECONDS : SILENT_SECONDS
    if (isOver(id)) settle(id)
    else underWay.set(id, setTimeout(giveUp, seconds * 1000, id, audio === null ? null : speaker))
  }

  function giveUp(id: string, speaker: string | null): void {
    if (speaker !== null) silentSince.set(speaker, Date.now())
    settle(id)
    command({ type: 'give-up-announcement', announcement: id }).catch(failed)
  }

  async function command(order: Command): Promise<void> {
    await dispatch({ command: order, by: 'system:voice' })
  }

  function isOver(id: string): boolean {
    const status = hall.announcements.get(id)?.status
    return status !== 'pending' && status !== 'playing'
  }

  function settle(id: string): void {
    const timer = underWay.get(id)
    if (timer) clearTimeout(timer)
    underWay.delete(id)
  }

  return {
    look,
    committed(records) {
      // A call is likely soon: the voice gets ready, if there is anybody to say it.
      const soon = records.some(({ event: { type } }) => type === 'counter-opened' || type === 'visit-taken')
      if (soon && displays().length > 0) voice.warm()
      look()
    },
    stop() {
      stopped = true
      for (const id of underWay.keys()) settle(id)
    },
  }
}

/** What is said: in every language that can be spoken, or in the first alone when many wait. */
function textsFor(hall: Hall, { number, counter: id }: Announcement, pendingBehind: number): SpokenText[] {
  const counter = hall.layout.counters.get(id)
  const languages = hall.layout.plan.languages.filter(isSpoken)
  const said = pendingBehind > MOST_PENDING ? languages.slice(0, 1) : languages
  if (!counter) return []
  return said.map((language) => ({
    language,
    text: announcementText({ number, counterName: counter.name, counterLabel: counter.label, language }),
  }))
}
