// The sound of the zones: a client of the loop. It sees committed events, chooses who speaks, and answers with
// commands: an announcement starts, is passed on, or is given up. What waits and what was heard is part of the hall's
// state.
import type { Dispatch } from '../../dispatch.ts'
import type { Command } from '../../hall/command.ts'
import type { Recorded } from '../../hall/event.ts'
import type { Announcement, Hall } from '../../hall/hall.ts'
import { isRefusal } from '../../hall/refusal.ts'
import { answeredIn } from '../../hall/sound/sound.ts'
import type { Display } from '../../live/push.ts'
import type { Prepared, Voice } from '../voice.ts'
import {
  createAhead,
  createFirstComer,
  isCallLikely,
  isOver,
  isQuiet,
  nextToSay,
  type Wording,
  wordingOf,
} from './queue.ts'
import { chooseSpeaker, isMute, type Loudspeakers, type SoundState } from './speakers.ts'
import { createUnderWay, type SpeakerWatch, type Silence, type UnderWay, watchSpeaker } from './under-way.ts'

/** Seconds that an announcement is on the boards if nobody can speak it. */
const SILENT_SECONDS = 5
/** Seconds until a command that the disk refused is tried again. */
const AGAIN_SECONDS = 2
/** Seconds after a start in which displays come back: announcements wait for them. */
const RETURN_SECONDS = 5
/**
 * How many displays are asked, one after the other, to speak the same announcement: what is behind it in the queue
 * waits too.
 */
const MOST_ASKED = 3

interface Dependencies {
  readonly hall: Hall
  readonly dispatch: Dispatch
  readonly voice: Pick<Voice, 'prepare' | 'ahead' | 'warm'>
  /** Displays showing a board now, in order of arrival. */
  readonly displays: () => readonly Display[]
  readonly loudspeakers: Loudspeakers
  /** Minutes after the hall's midnight. */
  readonly minute: () => number
  readonly failed: (error: unknown) => void
}

export interface Sound {
  committed(records: readonly Recorded[]): void
  /** Call it whenever a display comes or goes. */
  look(): void
  /** A speaker that was asked to play this announcement reports its own sound. */
  ready(announcement: string, display: string, state: SoundState): void
  /** The speaker's sound has begun. */
  started(announcement: string, display: string): void
  stop(): void
}

/** Starts looking after the sound of every zone. */
export function createSound(parts: Dependencies): Sound {
  const { hall, voice, displays, loudspeakers, minute, failed } = parts
  const underWay = createUnderWay()
  const commands = createCommands(hall, parts.dispatch)
  const ahead = createAhead(parts)
  const skipping = new Set<string>()
  const firstComes = createFirstComer(hall, displays)
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
    for (const [id, { plays, watch }] of underWay.entries()) {
      const status = hall.announcements.get(id)?.status
      if (status === 'heard' && watch) loudspeakers.confirmed(watch.speaker)
      // What no longer plays but waits again shared a sound with a call that was retracted.
      if (isOver(hall, id) || (plays && status === 'pending')) underWay.settle(id)
      else watch?.isThere(there.has(watch.speaker))
    }
    for (const first of nextToSay(hall)) {
      if (underWay.has(first.id)) continue
      if (first.status !== 'pending') wait(first.id, SILENT_SECONDS)
      else begin(first)
    }
    ahead.look()
  }

  /** A visitor who is already at the counter is no longer called there. */
  async function skip(sound: string): Promise<void> {
    if (skipping.has(sound)) return
    skipping.add(sound)
    const taken = await commands.skip(sound)
    skipping.delete(sound)
    lookAgain(!taken)
  }

  function begin(first: Announcement): void {
    const quiet = first.call !== null && isQuiet(hall, minute())
    const speaker = quiet ? null : choose(first)
    // Every display that could speak is speaking for another zone, or on its way back: this one's turn will come.
    if (speaker === 'busy' || (speaker === null && returning && !quiet)) return
    if (answeredIn(hall, first.sound).length > 0) return void skip(first.sound).catch(failed)
    underWay.prepare(first.id, speaker)
    start(first, speaker, quiet).catch((error: unknown) => {
      underWay.settle(first.id)
      failed(error)
    })
  }

  /** Which display should play it, of those that have not been asked yet. */
  function choose({ id, sound }: Announcement): string | null | 'busy' {
    const asked = underWay.get(id)?.asked ?? []
    const others = [...underWay.entries()].filter(([other]) => other !== id)
    return chooseSpeaker(hall, sound, {
      displays: displays().filter((display) => !asked.includes(display.id)),
      speaking: others.map(([, one]) => one.asked.at(-1) ?? null),
      silence: loudspeakers.doubt,
    })
  }

  async function start(first: Announcement, speaker: string | null, quiet: boolean): Promise<void> {
    const { id } = first
    const wording = wordingOf(hall, first, quiet)
    const prepared = speaker === null ? null : await voice.prepare(wording.texts, { times: wording.times })
    // Somebody was answered while it was made.
    const isLess = answeredIn(hall, first.sound).length > 0
    const left = speaker !== null && !displays().some((display) => display.id === speaker)
    if (stopped || isOver(hall, id) || isLess || left) return settleAndLook(id)
    const named = prepared && speaker
    const taken = await commands.start(id, wording, { speaker: named, prepared, quiet })
    if (!taken || isOver(hall, id)) return settleAndLook(id, !isOver(hall, id))
    // One that shared its sound was retracted.
    if (hall.announcements.get(id)?.status === 'pending') return settleAndLook(id)
    if (prepared && named !== null) waitFor(id, [named], prepared.seconds)
    else wait(id, SILENT_SECONDS)
  }

  /** Waits for the last display asked. */
  function waitFor(id: string, asked: readonly string[], seconds: number): void {
    const speaker = asked.at(-1)
    if (stopped || speaker === undefined) return
    const watch = watchSpeaker({
      speaker,
      seconds,
      tells: loudspeakers.tells(speaker),
      silent: (why, told) => void silent(id, watch, why, told).catch(failed),
    })
    underWay.says(id, asked, watch, seconds)
  }

  /** Gives up after these seconds unless it is over by then. */
  function wait(id: string, seconds: number): void {
    if (!stopped) underWay.stands(id, seconds, () => void giveUp(id).catch(failed))
  }

  /**
   * The speaker kept silent: another one takes over, if there is one, unless this display never reports anything
   * anyway.
   */
  async function silent(
    id: string,
    watch: SpeakerWatch,
    why: Silence | 'mute',
    told: boolean,
  ): Promise<void> {
    const one = underWay.get(id)
    // A display that needs a touch first is waited for once.
    if (!one || one.watch !== watch || (why === 'mute' && one.timer !== null)) return
    loudspeakers.failed(watch.speaker)
    if ((why !== 'not-heard' || told) && (await passOn(id, one))) return
    if (underWay.get(id) !== one) return
    if (why === 'not-heard') await giveUp(id)
    // If the screen is touched within this time, it is played after all.
    if (why === 'mute') wait(id, SILENT_SECONDS)
  }

  async function passOn(id: string, { asked, seconds }: UnderWay): Promise<boolean> {
    const announcement = hall.announcements.get(id)
    const from = asked.at(-1)
    if (!announcement || from === undefined || asked.length >= MOST_ASKED) return false
    const to = choose(announcement)
    if (to === null || to === 'busy') return false
    const taken = await commands.pass(id, from, to)
    if (taken) waitFor(id, [...asked, to], seconds)
    return taken
  }

  async function giveUp(id: string): Promise<void> {
    const taken = await commands.giveUp(id)
    if (!taken && !isOver(hall, id)) wait(id, AGAIN_SECONDS)
    else settleAndLook(id)
  }

  /** It is the next one's turn; a little `later` if the disk had no room for this one. */
  function settleAndLook(id: string, later = false): void {
    underWay.settle(id)
    lookAgain(later)
  }

  function lookAgain(later: boolean): void {
    if (!later) return look()
    clearTimeout(again)
    again = setTimeout(look, AGAIN_SECONDS * 1000)
  }

  return {
    look() {
      if (firstComes()) voice.warm()
      look()
    },
    committed(records) {
      // The voice gets ready, if a display can play it.
      if (isCallLikely(records) && displays().length > 0) voice.warm()
      look()
    },
    ready(announcement, display, state) {
      loudspeakers.says(display, state, true)
      const watch = underWay.watchOf(announcement, display)
      if (!isMute(state)) watch?.ready()
      else if (watch) void silent(announcement, watch, 'mute', true).catch(failed)
    },
    started(announcement, display) {
      loudspeakers.says(display, 'ready', true)
      const watch = underWay.watchOf(announcement, display)
      if (!watch) return
      underWay.begun(announcement)
      watch.started()
    },
    stop() {
      stopped = true
      clearTimeout(again)
      clearTimeout(returned)
      for (const [id] of underWay.entries()) underWay.settle(id)
    },
  }
}

/**
 * The commands that the sound gives. Each answers whether the hall took it: it does not while the disk is full, or when
 * what it was about is gone.
 */
function createCommands(hall: Hall, dispatch: Dispatch) {
  const take = async (command: Command) => !isRefusal(await dispatch({ command, by: 'system:voice' }))

  return {
    /** `speaker` plays what was prepared; null: it is only shown. */
    start(
      announcement: string,
      { also, texts }: Wording,
      how: { speaker: string | null; prepared: Prepared | null; quiet: boolean },
    ): Promise<boolean> {
      const { speaker, prepared, quiet } = how
      const audio = prepared && `/api/audio/${prepared.name}`
      const text = texts.map((one) => one.text).join(' ')
      return take({ type: 'start-announcement', announcement, speaker, audio, text, also, quiet })
    },
    async pass(announcement: string, from: string, to: string): Promise<boolean> {
      const taken = await take({ type: 'pass-announcement', announcement, from, to })
      return taken && hall.announcements.get(announcement)?.speaker === to
    },
    /** What waits in this sound although its call is over leaves the queue. */
    skip(sound: string): Promise<boolean> {
      return take({ type: 'skip-answered', sound })
    },
    giveUp(announcement: string): Promise<boolean> {
      return take({ type: 'give-up-announcement', announcement })
    },
  }
}
