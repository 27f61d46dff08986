// The board's view and its shape: who is called where, who was, who is next, what is being announced, and the files
// and texts to show now.
import { Type, type Static } from 'typebox'
import { filesDue, linesDue, minutesToChange, missedOnBoard, type Moment } from '../hall/board.ts'
import { Text } from '../hall/equipment.ts'
import type { Announcement, CounterState, Hall } from '../hall/hall.ts'
import { isOffHours } from '../hall/hours.ts'
import { firstNumbers, waitingFor } from '../hall/next.ts'
import { stepAtCounter, type AtCounter, type Visit } from '../hall/visit.ts'
import { hallState, iso, isoOrNull, type Context, type Timed } from './context.ts'
import { boardNotice, hoursView } from './opening.ts'
import { boardWait } from './waits.ts'
import { HallState, Hours, Instant, Null, StepStatus, closed, text } from './view-parts.ts'
import type { Kind } from './topics.ts'

const BoardCall = Type.Object(
  {
    id: Type.String(),
    number: Type.String(),
    counter: Type.String(),
    agency: Type.String(),
    service: Type.String(),
    zone: Type.String(),
    /** `called` or `serving` while at the counter; how it ended in `recent`. */
    status: StepStatus,
    at: Instant,
    /** 1 for the first call, plus one for each recall. */
    calls: Type.Integer(),
    /** The visitor is called, but stays put: staff come to them. Otherwise left out. */
    comeToMe: Type.Optional(Type.Literal(true)),
  },
  closed,
)
export type BoardCall = Static<typeof BoardCall>

export const BoardView = Type.Object(
  {
    hall: HallState,
    /** Null on `board:all`. */
    zone: Type.Union([Type.String(), Null]),
    /** Who is called or served now, newest first. */
    calls: Type.Array(BoardCall),
    /** Calls that ended, newest first, at most 12. */
    recent: Type.Array(BoardCall),
    /**
     * Those who missed a call and may still come, the latest first, for as long as the plan says; `at`: when it was
     * missed.
     */
    missed: Type.Array(BoardCall),
    queues: Type.Array(
      Type.Object(
        {
          agency: Type.String(),
          waiting: Type.Integer(),
          next: Type.Array(Type.String()),
          /**
           * How long somebody who takes a number now will wait, and in small print for whom or how sure it is. Absent:
           * not known.
           */
          wait: Type.Optional(Type.Object({ words: Text, note: Text }, closed)),
        },
        closed,
      ),
    ),
    /**
     * Those who should come near, as their call may be soon: the one likely to be called first comes first, at most
     * 40.
     */
    ready: Type.Array(Type.Object({ number: Type.String(), service: Type.String() }, closed)),
    /** Paused counters of the zone. */
    paused: Type.Array(
      Type.Object(
        {
          counter: Type.String(),
          reason: Type.Union([Type.String(), Null]),
          /** When it is to go on, if known. */
          until: Type.Union([Instant, Null]),
        },
        closed,
      ),
    ),
    /** Every counter of the board. */
    counters: Type.Array(
      Type.Object({ id: Type.String(), state: Type.Enum(['closed', 'open', 'paused'], text) }, closed),
    ),
    hours: Hours,
    /** Out of hours: what that means for holders of numbers; also the first of `lines`. Null: nothing to say. */
    notice: Type.Union([Text, Null]),
    /**
     * Files of the media folder to show beside the calls, in turn, at most 40; `seconds`: how long a picture is
     * shown.
     */
    media: Type.Array(
      Type.Object(
        { id: Type.String(), kind: Type.Enum(['picture', 'video'], text), seconds: Type.Integer() },
        closed,
      ),
    ),
    /** Announcements as text, at most 8; before them what the hours mean for holders of numbers. */
    lines: Type.Array(Text),
    /**
     * What is being announced now. `speaker` is the device that should play `audio` and report it heard. Without a
     * number: a test of the sound.
     */
    announcement: Type.Union([
      Type.Object(
        {
          id: Type.String(),
          number: Type.String(),
          counter: Type.String(),
          text: Type.String(),
          audio: Type.Union([Type.String(), Null]),
          speaker: Type.Union([Type.String(), Null]),
          /** Further calls in the same sound; absent if it is a single call. */
          also: Type.Optional(
            Type.Array(
              Type.Object({ id: Type.String(), number: Type.String(), counter: Type.String() }, closed),
            ),
          ),
        },
        closed,
      ),
      Null,
    ]),
  },
  closed,
)
export type BoardView = Static<typeof BoardView>

const MOST_RECENT = 12
const MOST_NEXT = 4
const MOST_READY = 40
/** Who is next changes with the credit, and the hours begin and end: computed again after this. */
const TURN = 30_000

/** `board:<zone>`, and `board:all` for the whole hall. */
export const board: Kind = {
  view(context, id) {
    if (id === 'all') return boardView(context, null)
    return id !== null && context.hall.layout.zones.has(id) ? boardView(context, id) : undefined
  },
  isTouched: (_context, _id, change) => change.boards,
}

/** The view of topic `board:<zone>`, or of `board:all` where `zone` is null. */
export function boardView(context: Context, zone: string | null): Timed<BoardView> {
  const { hall } = context
  const counters = hall.layout.plan.counters.filter((counter) => zone === null || counter.zone === zone)
  const states = counters.flatMap(({ id }) => hall.counters.get(id) ?? [])
  const agencies = hall.layout.plan.agencies.filter(({ id }) => counters.some(({ agency }) => agency === id))
  const queues = agencies.map(({ id }) => queueView(context, id))
  const here = new Set(states.flatMap(({ current }) => (current ? [current.visit] : [])))
  const missed = missedHere(context, new Set(counters.map(({ id }) => id)), here)
  const shown = new Set([...here, ...missed.map(({ visit }) => visit.id)])
  const calls = currentCalls(hall, states)
  const isAnybodyThere = calls.length > 0 || queues.some(({ waiting }) => waiting > 0)
  const ids = states.map(({ id }) => id)
  const notice = boardNotice(context, ids, isAnybodyThere)
  const media = mediaView(context, zone, isDark(context, states))
  const view: BoardView = {
    hall: hallState(context),
    zone,
    calls,
    recent: recentCalls(hall, states, shown),
    missed: missed.map((one) => missedCall(hall, one)),
    queues,
    ready: readyHere(context, zone),
    paused: states.filter((state) => isAnnounced(state, context.now())).map(pauseView),
    counters: states.map(({ id, state }) => ({ id, state })),
    hours: hoursView(context),
    notice,
    ...media,
    lines: notice ? [notice, ...media.lines] : media.lines,
    announcement: announcementView(hall, playingFor(hall, zone)),
  }
  return { view, until: Math.min(context.now() + TURN, mediaChange(context)) }
}

/** In regular operation, out of hours, with everybody gone: nobody looks at pictures. */
function isDark({ hall, now }: Context, states: readonly CounterState[]): boolean {
  if (hall.layout.plan.operation !== 'regular' || !isOffHours(hall, now())) return false
  return states.every(({ state, current }) => state === 'closed' && current === null)
}

/** The end of a pause is no longer shown once it has passed. */
function isAnnounced({ state, pausedUntil }: CounterState, now: number): boolean {
  return state === 'paused' && (pausedUntil === null || pausedUntil > now)
}

/** What staff typed is not for the boards. */
function pauseView({ id, reason, pausedUntil }: CounterState): BoardView['paused'][number] {
  const code = reason && 'code' in reason ? reason.code : null
  return { counter: id, reason: code, until: isoOrNull(pausedUntil) }
}

type MissedHere = ReturnType<typeof missedOnBoard>[number]

/** Those who missed a call to one of these counters, each visit once, without anyone at one of them now. */
function missedHere(
  { hall, now }: Context,
  counters: ReadonlySet<string>,
  atCounters: ReadonlySet<string>,
): MissedHere[] {
  const seen = new Set(atCounters)
  return missedOnBoard(hall, now()).filter(
    ({ visit, step }) => counters.has(step.counter) && isFirst(seen, visit.id),
  )
}

/** Whether it was not in the set; now it is. */
function isFirst(seen: Set<string>, id: string): boolean {
  const isNew = !seen.has(id)
  seen.add(id)
  return isNew
}

function missedCall(hall: Hall, { visit: { number }, step }: MissedHere): BoardCall {
  const { id, service, status, since, calls, counter } = step
  return { id, number, service, status, calls, at: iso(since), ...placeOf(hall, counter) }
}

function queueView(context: Context, agency: string): BoardView['queues'][number] {
  const { hall } = context
  const services = hall.layout.plan.services
    .filter((service) => service.agency === agency)
    .map(({ id }) => id)
  const waiting = services.reduce((sum, id) => sum + waitingFor(hall, id), 0)
  // If nobody waits, nobody needs to be told.
  const wait = waiting > 0 ? boardWait(context, agency, services) : null
  return {
    agency,
    waiting,
    next: firstNumbers(hall, services, context.now(), MOST_NEXT),
    ...(wait && { wait }),
  }
}

function readyHere({ hall, tells }: Context, zone: string | null): BoardView['ready'] {
  const isHere = (service: string) =>
    zone === null || (hall.layout.countersOf.get(service) ?? []).some((counter) => counter.zone === zone)
  return tells
    .nearest()
    .filter(({ step }) => isHere(step.service))
    .slice(0, MOST_READY)
    .map(({ visit: { number }, step: { service } }) => ({ number, service }))
}

/** Who is at a counter, the newest first. */
function currentCalls(hall: Hall, states: readonly CounterState[]): BoardCall[] {
  return states
    .flatMap(({ id, current }) => {
      const visit = current && hall.visits.get(current.visit)
      const step = visit && stepAtCounter(visit)
      return visit && step && isOfToday(hall, visit) ? [{ id, visit, step }] : []
    })
    .sort((a, b) => b.step.call.at - a.step.call.at)
    .map(({ id, visit, step }) => callOf(hall, id, visit, step))
}

function callOf(hall: Hall, counter: string, visit: Visit, { service, status, call }: AtCounter): BoardCall {
  const { id, at, calls } = call
  const view = { id, number: visit.number, service, status, calls, at: iso(at), ...placeOf(hall, counter) }
  return visit.comeToMe && status === 'called' ? { ...view, comeToMe: true } : view
}

/** The calls that ended, each visit once, without those already on the board or of an earlier day. */
function recentCalls(
  hall: Hall,
  states: readonly CounterState[],
  shown: ReadonlySet<string>,
): BoardView['recent'] {
  const seen = new Set(shown)
  return states
    .flatMap((counter) => counter.past.map((call) => ({ call, counter: counter.id })))
    .sort((a, b) => b.call.at - a.call.at)
    .filter(({ call }) => isOfToday(hall, hall.visits.get(call.visit)) && isFirst(seen, call.visit))
    .slice(0, MOST_RECENT)
    .map(({ call: { id, number, service, status, at, calls }, counter }) => {
      return { id, number, service, status, calls, at: iso(at), ...placeOf(hall, counter) }
    })
}

/** Somebody who has been served since an earlier day has a number that means nothing to people looking at a board. */
function isOfToday({ day }: Hall, visit: Visit | undefined): boolean {
  return visit?.day === day
}

function placeOf(hall: Hall, counter: string): Pick<BoardCall, 'counter' | 'agency' | 'zone'> {
  const { agency = '', zone = '' } = hall.layout.counters.get(counter) ?? {}
  return { counter, agency, zone }
}

/** The announcement playing in the zone's sound; for the whole hall, the one that began first. */
function playingFor(hall: Hall, zone: string | null): Announcement | undefined {
  const sound = zone === null ? null : hall.layout.zones.get(zone)?.sound
  return [...hall.sounds]
    .filter(([id]) => sound === null || id === sound)
    .flatMap(([, queue]) => hall.announcements.get(queue[0] ?? '') ?? [])
    .filter(({ status }) => status === 'playing')
    .sort((a, b) => (a.startedAt ?? 0) - (b.startedAt ?? 0))[0]
}

function announcementView(hall: Hall, announcement: Announcement | undefined): BoardView['announcement'] {
  if (!announcement) return null
  const { id, number, call, text, audio, speaker } = announcement
  const also = announcement.also.flatMap((other) => {
    const said = hall.announcements.get(other)
    return said?.call ? [{ id: other, number: said.number, counter: said.call.counter }] : []
  })
  const view = { id, number, counter: call?.counter ?? '', text, audio, speaker }
  return also.length > 0 ? { ...view, also } : view
}

const MINUTE = 60_000

function mediaView(context: Context, zone: string | null, dark: boolean): Pick<BoardView, 'media' | 'lines'> {
  const rules = context.hall.layout.plan.media
  const now = momentOf(context)
  return {
    media: filesDue(rules, context.media(), now, zone, dark).map(({ file: { id, type }, seconds }) => ({
      id,
      kind: type.startsWith('video/') ? 'video' : 'picture',
      seconds,
    })),
    lines: linesDue(rules, now, zone),
  }
}

/** When to compute the schedule again: milliseconds since 1970, on the hall's minute. */
function mediaChange(context: Context): number {
  const minutes = minutesToChange(context.hall.layout.plan.media, momentOf(context))
  return Math.floor(context.now() / MINUTE) * MINUTE + minutes * MINUTE
}

function momentOf(context: Context): Moment {
  return { day: context.hall.day, minute: context.minute() }
}
