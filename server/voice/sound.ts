// The sound of the zones: a client of the loop. It sees committed events, chooses who speaks, and answers with
// commands: an announcement starts, is heard, or is given up. What waits and what was heard is the hall's own state.
import type { Answer, Dispatch } from '../dispatch.ts'
import type { Command } from '../hall/command.ts'
import type { Recorded } from '../hall/event.ts'
import type { Announcement, Hall } from '../hall/hall.ts'
import { isRefusal } from '../hall/refusal.ts'
import type { Display } from '../live/sockets.ts'
import { chooseSpeaker } from './speaker.ts'
import type { SpokenText, Voice } from './voice.ts'
import { announcementText, isSpoken } from './words.ts'

/** Seconds after the audio's end in which the speaker must have said that it was heard. */
const GRACE_SECONDS = 3
/** Seconds that an announcement stands on the boards where nobody can say it. */
const SILENT_SECONDS = 5
/** With more than this pending, each is said once, in one language: a chime and two languages take eleven seconds. */
const MOST_PENDING = 3
/** Seconds until a command is tried again that the disk refused. */
const AGAIN_SECONDS = 2
/** Seconds after a start in which displays find their way back: what they can say is kept for them. */
const RETURN_SECONDS = 5

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

/** An announcement that is being prepared (no timer yet) or plays. */
interface UnderWay {
  readonly speaker: string | null
  readonly timer: NodeJS.Timeout | null
}

/** Starts looking after the sound of every zone. */
export function createSound({ hall, dispatch, voice, displays, failed }: Dependencies): Sound {
  const underWay = new Map<string, UnderWay>()
  /** Displays that failed to confirm, the latest last: they speak again only where no other can. */
  const silent = new Set<string>()
  let again: NodeJS.Timeout | undefined
  let stopped = false
  let returning = true
  const returned = setTimeout(() => {
    returning = false
    look()
  }, RETURN_SECONDS * 1000)

  function look(): void {
    if (stopped) return
    for (const [id, { speaker }] of underWay) {
      if (hall.announcements.get(id)?.status === 'heard' && speaker !== null) silent.delete(speaker)
      if (isOver(id)) settle(id)
    }
    const firsts = [...hall.sounds.values()].flatMap(([first]) => hall.announcements.get(first ?? '') ?? [])
    // The longest waiting first: sounds that share a display take turns.
    for (const first of firsts.sort((a, b) => a.at - b.at)) {
      if (underWay.has(first.id)) continue
      if (first.status === 'pending') begin(first)
      else wait(first.id, first.speaker, SILENT_SECONDS)
    }
  }

  function begin({ id, sound }: Announcement): void {
    const speaking = [...underWay.values()].map(({ speaker }) => speaker)
    const silence = (display: string) => [...silent].indexOf(display) + 1
    const speaker = chooseSpeaker(hall, sound, { displays: displays(), speaking, silence })
    // Whoever could speak is speaking for another zone, or on the way back: this one's turn comes.
    if (speaker === 'busy' || (speaker === null && returning)) return
    underWay.set(id, { speaker, timer: null })
    start(id, sound, speaker).catch((error: unknown) => {
      settle(id)
      failed(error)
    })
  }

  async function start(id: string, sound: string, speaker: string | null): Promise<void> {
    const announcement = hall.announcements.get(id)
    const texts = announcement ? textsFor(hall, announcement, hall.sounds.get(sound)?.length ?? 0) : []
    const prepared = speaker === null ? null : await voice.prepare(texts)
    const left = speaker !== null && !displays().some((display) => display.id === speaker)
    if (stopped || isOver(id) || left) return settleAndLook(id)
    const audio = prepared && `/api/audio/${prepared.name}`
    const text = texts.map((one) => one.text).join(' ')
    const named = prepared && speaker
    const answer = await order({ type: 'start-announcement', announcement: id, speaker: named, audio, text })
    if (isRefusal(answer) || isOver(id)) return settleAndLook(id, !isOver(id))
    wait(id, named, prepared ? prepared.seconds + GRACE_SECONDS : SILENT_SECONDS)
  }

  /** Gives up after these seconds unless it is over by then. */
  function wait(id: string, speaker: string | null, seconds: number): void {
    if (stopped) return
    const timer = setTimeout(() => void giveUp(id, speaker).catch(failed), seconds * 1000)
    underWay.set(id, { speaker, timer })
  }

  async function giveUp(id: string, speaker: string | null): Promise<void> {
    if (speaker !== null) {
      silent.delete(speaker)
      silent.add(speaker)
    }
    const answer = await order({ type: 'give-up-announcement', announcement: id })
    if (isRefusal(answer) && !isOver(id)) wait(id, speaker, AGAIN_SECONDS)
    else settleAndLook(id)
  }

  function order(command: Command): Promise<Answer> {
    return dispatch({ command, by: 'system:voice' })
  }

  function isOver(id: string): boolean {
    const status = hall.announcements.get(id)?.status
    return status !== 'pending' && status !== 'playing'
  }

  function settle(id: string): void {
    clearTimeout(underWay.get(id)?.timer ?? undefined)
    underWay.delete(id)
  }

  /** The next one's turn; a little `later` where the disk had no room for this one. */
  function settleAndLook(id: string, later = false): void {
    settle(id)
    if (!later) return look()
    clearTimeout(again)
    again = setTimeout(look, AGAIN_SECONDS * 1000)
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
      clearTimeout(again)
      clearTimeout(returned)
      for (const id of underWay.keys()) settle(id)
    },
  }
}

/** What is said: in every language that can be spoken, or in the first alone where `pending` are many. */
function textsFor(hall: Hall, { number, counter: id }: Announcement, pending: number): SpokenText[] {
  const counter = hall.layout.counters.get(id)
  const languages = hall.layout.plan.languages.filter(isSpoken)
  const said = pending > MOST_PENDING ? languages.slice(0, 1) : languages
  if (!counter) return []
  return said.map((language) => ({
    language,
    text: announcementText({ number, counterName: counter.name, counterLabel: counter.label, language }),
  }))
}
