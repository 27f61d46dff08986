// The sound of the zones: a client of the loop. It sees committed events, chooses who speaks, and answers with
// commands: an announcement starts, is passed on, or is given up. What waits and what was heard is the hall's own state.
import type { Answer, Dispatch } from '../dispatch.ts'
import type { Command } from '../hall/command.ts'
import type { Recorded } from '../hall/event.ts'
import type { Announcement, Hall } from '../hall/hall.ts'
import { isRefusal } from '../hall/refusal.ts'
import type { Display } from '../live/sockets.ts'
import { isMute, type Loudspeakers, type SoundState } from './loudspeakers.ts'
import { isQuiet, type Said, toBeSaid } from './said.ts'
import { type Saying, type Silence, waitForSpeaker } from './saying.ts'
import { chooseSpeaker } from './speaker.ts'
import type { Voice } from './voice.ts'

/** Seconds that an announcement stands on the boards where nobody can say it. */
const SILENT_SECONDS = 5
/** Seconds until a command is tried again that the disk refused. */
const AGAIN_SECONDS = 2
/** Seconds after a start in which displays find their way back: what they can say is kept for them. */
const RETURN_SECONDS = 5
/** Displays that are asked one after the other to say the same: those behind it in the queue wait too. */
const MOST_ASKED = 3

/** After these somebody is likely called soon: a counter is free for the next one, or the next one has come. */
const CALLED_AFTER: ReadonlySet<string> = new Set([
  'counter-opened',
  'visit-taken',
  'finished',
  'missed',
  'held',
  'referred',
  'put-back',
])

interface Dependencies {
  readonly hall: Hall
  readonly dispatch: Dispatch
  readonly voice: Pick<Voice, 'prepare' | 'warm'>
  /** Displays that look at a board now, in order of coming. */
  readonly displays: () => readonly Display[]
  readonly loudspeakers: Loudspeakers
  /** Minutes after the hall's midnight. */
  readonly minute: () => number
  readonly failed: (error: unknown) => void
}

export interface Sound {
  committed(records: readonly Recorded[]): void
  /** To be called whenever a display comes or goes. */
  look(): void
  /** The speaker tells how its own sound is, asked to say this announcement. */
  ready(announcement: string, display: string, state: SoundState): void
  /** The speaker's sound has begun. */
  started(announcement: string, display: string): void
  stop(): void
}

/** An announcement that is being prepared (`plays` is false) or said. */
interface UnderWay {
  readonly plays: boolean
  /** Displays that were asked, the last one is the speaker. */
  readonly asked: readonly string[]
  readonly saying: Saying | null
  /** How long the sound lasts, in seconds. */
  readonly seconds: number
  readonly timer: NodeJS.Timeout | null
}

const beingPrepared: UnderWay = { plays: false, asked: [], saying: null, seconds: 0, timer: null }

/** Starts looking after the sound of every zone. */
export function createSound(parts: Dependencies): Sound {
  const { hall, dispatch, voice, displays, loudspeakers, minute, failed } = parts
  const underWay = new Map<string, UnderWay>()
  let again: NodeJS.Timeout | undefined
  let stopped = false
  let returning = true
  const returned = setTimeout(() => {
    returning = false
    look()
  }, RETURN_SECONDS * 1000)

  function look(): void {
    if (stopped) return
    const there = new Set(displays().map(({ id }) => id))
    for (const [id, { plays, saying }] of underWay) {
      const status = hall.announcements.get(id)?.status
      if (status === 'heard' && saying) loudspeakers.confirmed(saying.speaker)
      // What plays no more, but waits again, was said in one sound with a call that was taken back.
      if (isOver(id) || (plays && status === 'pending')) settle(id)
      else saying?.isThere(there.has(saying.speaker))
    }
    const firsts = [...hall.sounds.values()].flatMap(([first]) => hall.announcements.get(first ?? '') ?? [])
    // The longest waiting first: sounds that share a display take turns.
    for (const first of firsts.sort((a, b) => a.at - b.at)) {
      if (underWay.has(first.id)) continue
      if (first.status === 'pending') begin(first)
      else wait(first.id, SILENT_SECONDS)
    }
  }

  function begin(first: Announcement): void {
    const quiet = first.call !== null && isQuiet(hall, minute())
    const speaker = quiet ? null : choose(first)
    // Whoever could speak is speaking for another zone, or on the way back: this one's turn comes.
    if (speaker === 'busy' || (speaker === null && returning && !quiet)) return
    underWay.set(first.id, { ...beingPrepared, asked: speaker === null ? [] : [speaker] })
    start(first, speaker, quiet).catch((error: unknown) => {
      settle(first.id)
      failed(error)
    })
  }

  /** Who should say it, of those that were not asked yet. */
  function choose({ id, sound }: Announcement): string | null | 'busy' {
    const asked = underWay.get(id)?.asked ?? []
    const others = [...underWay].filter(([other]) => other !== id)
    return chooseSpeaker(hall, sound, {
      displays: displays().filter((display) => !asked.includes(display.id)),
      speaking: others.map(([, one]) => one.asked.at(-1) ?? null),
      silence: loudspeakers.doubt,
    })
  }

  async function start(first: Announcement, speaker: string | null, quiet: boolean): Promise<void> {
    const { id } = first
    const { also, texts, times }: Said = toBeSaid(hall, first, quiet)
    const prepared = speaker === null ? null : await voice.prepare(texts, { times })
    const left = speaker !== null && !displays().some((display) => display.id === speaker)
    if (stopped || isOver(id) || left) return settleAndLook(id)
    const audio = prepared && `/api/audio/${prepared.name}`
    const text = texts.map((one) => one.text).join(' ')
    const named = prepared && speaker
    const order = { announcement: id, speaker: named, audio, text, also, quiet } as const
    const answer = await give({ type: 'start-announcement', ...order })
    if (isRefusal(answer) || isOver(id)) return settleAndLook(id, !isOver(id))
    // One of those that it was put together with was taken back.
    if (hall.announcements.get(id)?.status === 'pending') return settleAndLook(id)
    if (prepared && named !== null) waitFor(id, [named], prepared.seconds)
    else wait(id, SILENT_SECONDS)
  }

  /** Waits for the last one of those that were asked. */
  function waitFor(id: string, asked: readonly string[], seconds: number): void {
    const speaker = asked.at(-1)
    if (stopped || speaker === undefined) return
    const saying = waitForSpeaker({
      speaker,
      seconds,
      tells: loudspeakers.tells(speaker),
      silent: (why, told) => void silent(id, saying, why, told).catch(failed),
    })
    settle(id)
    underWay.set(id, { plays: true, asked, saying, seconds, timer: null })
  }

  /** Gives up after these seconds unless it is over by then. */
  function wait(id: string, seconds: number): void {
    if (stopped) return
    settle(id, true)
    const timer = setTimeout(() => void giveUp(id).catch(failed), seconds * 1000)
    const { asked, saying } = underWay.get(id) ?? beingPrepared
    underWay.set(id, { plays: true, asked, saying, seconds, timer })
  }

  /** The speaker kept silent: another one says it, if there is one and this was no display that never tells anything. */
  async function silent(id: string, saying: Saying, why: Silence | 'mute', told: boolean): Promise<void> {
    const one = underWay.get(id)
    // Whoever waits for a touch is waited for once.
    if (!one || one.saying !== saying || (why === 'mute' && one.timer !== null)) return
    loudspeakers.failed(saying.speaker)
    if ((why !== 'not-heard' || told) && (await passOn(id, one))) return
    if (underWay.get(id) !== one) return
    if (why === 'not-heard') await giveUp(id)
    // A touch on the screen within this time, and it is said after all.
    if (why === 'mute') wait(id, SILENT_SECONDS)
  }

  async function passOn(id: string, { asked, seconds }: UnderWay): Promise<boolean> {
    const announcement = hall.announcements.get(id)
    const from = asked.at(-1)
    if (!announcement || from === undefined || asked.length >= MOST_ASKED) return false
    const to = choose(announcement)
    if (to === null || to === 'busy') return false
    const answer = await give({ type: 'pass-announcement', announcement: id, from, to })
    if (isRefusal(answer) || hall.announcements.get(id)?.speaker !== to) return false
    waitFor(id, [...asked, to], seconds)
    return true
  }

  async function giveUp(id: string): Promise<void> {
    const answer = await give({ type: 'give-up-announcement', announcement: id })
    if (isRefusal(answer) && !isOver(id)) wait(id, AGAIN_SECONDS)
    else settleAndLook(id)
  }

  function give(command: Command): Promise<Answer> {
    return dispatch({ command, by: 'system:voice' })
  }

  function isOver(id: string): boolean {
    const status = hall.announcements.get(id)?.status
    return status !== 'pending' && status !== 'playing'
  }

  /** Nothing is waited for any more; `stays`: but it is still under way. */
  function settle(id: string, stays = false): void {
    const one = underWay.get(id)
    clearTimeout(one?.timer ?? undefined)
    one?.saying?.end()
    if (!stays) underWay.delete(id)
  }

  /** The next one's turn; a little `later` where the disk had no room for this one. */
  function settleAndLook(id: string, later = false): void {
    settle(id)
    if (!later) return look()
    clearTimeout(again)
    again = setTimeout(look, AGAIN_SECONDS * 1000)
  }

  /** What is under way by this speaker. */
  function sayingOf(id: string, display: string): Saying | null {
    const saying = underWay.get(id)?.saying
    return saying?.speaker === display ? saying : null
  }

  return {
    look,
    committed(records) {
      // The voice gets ready, if there is anybody to say it.
      const soon = records.some(({ event: { type } }) => CALLED_AFTER.has(type))
      if (soon && displays().length > 0) voice.warm()
      look()
    },
    ready(announcement, display, state) {
      loudspeakers.says(display, state, true)
      const saying = sayingOf(announcement, display)
      if (!isMute(state)) saying?.ready()
      else if (saying) void silent(announcement, saying, 'mute', true).catch(failed)
    },
    started(announcement, display) {
      loudspeakers.says(display, 'ready', true)
      const saying = sayingOf(announcement, display)
      if (!saying) return
      clearTimeout(underWay.get(announcement)?.timer ?? undefined)
      saying.started()
    },
    stop() {
      stopped = true
      clearTimeout(again)
      clearTimeout(returned)
      for (const id of underWay.keys()) settle(id)
    },
  }
}
