// What happened, in the past tense. The journal holds nothing else, so a meaning given here never changes: a new fact
// gets a new type or an optional field, or one upcast on read. An event never contains free text, only the id of a
// note.
import { type Static, Type } from 'typebox'
import { closed, DayLabel, Text } from './equipment.ts'
import {
  Carried,
  event,
  Id,
  Instant,
  Later,
  NewStep,
  Null,
  PaperEntry,
  Reason,
  TakenBackBecause,
  Why,
} from './event-parts.ts'
import { Instead, Plan, Retired } from './plan.ts'

const Services = Type.Array(Id)

const steerEvents = {
  /** A call for help from a counter; `alarm`: a silent one, to the reception as well. */
  'help-asked': event('help-asked', { counter: Id, staff: Id, alarm: Type.Boolean() }),
  'help-answered': event('help-answered', { counter: Id, staff: Id }),
  /** `message` is the id of the note that holds the words. */
  'message-sent': event('message-sent', { counter: Id, staff: Id, message: Id }),
  'message-read': event('message-read', { counter: Id, message: Id }),
  /** A service opens, pauses or closes from now on: the plan says so for the coming days too. */
  'phase-changed': event('phase-changed', {
    service: Id,
    status: Type.Union([
      Type.Literal('open'),
      Type.Literal('trial'),
      Type.Literal('soon'),
      Type.Literal('paused'),
      Type.Literal('elsewhere'),
    ]),
    /** With `paused`: when that ends, and what the service is afterwards. */
    until: Type.Union([Instant, Null]),
    reopens: Type.Union([Type.Literal('open'), Type.Literal('trial'), Null]),
    reason: Type.Union([Reason, Null]),
    expected: Type.Union([DayLabel, Null]),
    /** An address as the plan has it. */
    where: Type.Union([Text, Null]),
  }),
  /** For today; null: no limit. */
  'quota-set': event('quota-set', { service: Id, quota: Type.Union([Type.Integer(), Null]) }),
  /** For today. */
  'desk-set': event('desk-set', { counter: Id, services: Services }),
  /** The visit needs one more service; `before`: all its waiting steps come after the new one, `added`. */
  'step-added': event('step-added', { visit: Id, service: Id, before: Type.Boolean(), added: Later(Id) }),
  /** The reception put it back in line; `released` is by a counter, or at the end of a hold. */
  'step-released': event('step-released', { visit: Id, step: Id, from: Type.Optional(Instant) }),
  /** The class at whose rate its credit grows, from the arrival. */
  'priority-set': event('priority-set', { visit: Id, priority: Type.Boolean() }),
  /** `because`: somebody asked for it, the service was closed, or the visit is already waiting for the other one. */
  'step-cancelled': event('step-cancelled', {
    visit: Id,
    step: Id,
    because: Type.Union([Type.Literal('asked'), Type.Literal('closed'), Type.Literal('moved')]),
  }),
  /**
   * A step that had ended waits again; `note` is the id of the note that says why, `endedBy` the person whose figures
   * no longer count it.
   */
  'step-reopened': event('step-reopened', {
    visit: Id,
    step: Id,
    note: Id,
    endedBy: Later(Type.Union([Id, Null])),
  }),
  /** Somebody is placed at a counter; `from` held it until now. Not `open`: the person is not here yet. */
  'staff-assigned': event('staff-assigned', {
    counter: Id,
    from: Type.Union([Id, Null]),
    staff: Id,
    open: Type.Boolean(),
  }),
  /** A waiting step belongs to another service from now on. */
  'step-moved': event('step-moved', { visit: Id, step: Id, from: Id, service: Id }),
} as const

export type SteerEventType = keyof typeof steerEvents

const at = { counter: Id, visit: Id, step: Id }

/** What is done at a counter: its last action until the next one, and one that can be undone. */
const actions = {
  /** The counter, with whoever is there, passes from one person to another; `several`: the first may hold several. */
  'handed-over': event('handed-over', { counter: Id, from: Id, staff: Id, several: Type.Boolean() }),
  called: event('called', {
    ...at,
    call: Id,
    announcement: Id,
    why: Why,
    /** Why out of order; absent if nobody said. */
    reason: Type.Optional(Reason),
  }),
  /** The visitor came to the desk uncalled: called without an announcement, and served at once. */
  seated: event('seated', { ...at, call: Id, why: Why }),
  recalled: event('recalled', { ...at, announcement: Id }),
  started: event('started', at),
  finished: event('finished', {
    ...at,
    outcome: Type.Union([Type.Literal('served'), Type.Literal('incomplete')]),
    missing: Type.Array(Id),
    /** Code of one of the plan's reasons. */
    reason: Type.Optional(Id),
    /** Notes: what was missing as free text, and what the visitor was told. */
    words: Type.Optional(Id),
    told: Type.Optional(Id),
    /** The visitor fetches what is missing and returns today: `back`, a new step of the service, is held for that. */
    comeBack: Type.Optional(Type.Boolean()),
    back: Type.Optional(Id),
    /** Documents that were handed over; absent: nobody noted it. */
    documents: Type.Optional(Type.Integer({ minimum: 1 })),
  }),
  missed: event('missed', at),
  /** Nobody came to the first call: the number is called once more, from `again` on. */
  unanswered: event('unanswered', { ...at, again: Instant }),
  'put-back': event('put-back', at),
  held: event('held', {
    ...at,
    reason: Type.Union([Reason, Null]),
    until: Type.Union([Instant, Null]),
  }),
  /** `counter` is null at the end of a hold. `from`: when a missed one can be called, if a break lies between. */
  released: event('released', {
    counter: Type.Union([Id, Null]),
    visit: Id,
    step: Id,
    from: Type.Optional(Instant),
  }),
  referred: event('referred', {
    ...at,
    service: Id,
    comeBack: Type.Boolean(),
    note: Type.Union([Id, Null]),
    /** Further services, each a step of its own with the same note. */
    also: Type.Optional(Type.Array(Id)),
    /** The new steps, in the order of `service` and `also`; and with `comeBack` the one that returns here. */
    sent: Later(Type.Array(Id)),
    back: Type.Optional(Id),
  }),
} as const

export const eventSchemas = {
  // the day
  'day-opened': event('day-opened', {
    day: DayLabel,
    startsAt: Instant,
    endsAt: Instant,
    plan: Plan,
    /** Where each prefix continues counting: empty, except for a day that is opened a second time. */
    numbers: Type.Record(Type.String(), Type.Integer()),
    carried: Type.Array(Carried),
    /** The zone they are carried to, if the plan no longer has it. */
    retired: Type.Optional(Retired),
    /** Tickets of earlier days of this week, by service; absent: none. */
    takenThisWeek: Type.Optional(Type.Record(Type.String(), Type.Integer())),
  }),
  'day-closed': event('day-closed', { day: DayLabel }),
  /** The close was wrong: that day goes on with its events `from` ≤ seq < `to`, as if nothing had happened since. */
  'day-reopened': event('day-reopened', { day: DayLabel, from: Type.Integer(), to: Type.Integer() }),
  /**
   * `retired`: all that stays from earlier plans until the day's end; absent: nothing. `instead`: what of the plan
   * begins only with the next day; absent: nothing.
   */
  'plan-revised': event('plan-revised', {
    plan: Plan,
    retired: Type.Optional(Retired),
    instead: Type.Optional(Instead),
  }),
  /** Time runs on from the event's own time. */
  'clock-confirmed': event('clock-confirmed', {
    /**
     * What the hall took the time to be until then, from which everything moves; absent: the time of its last event.
     */
    from: Type.Optional(Instant),
  }),
  // the record
  /** Events are missing, and with them numbers that people may hold: each prefix continues at least above these. */
  'numbers-raised': event('numbers-raised', { numbers: Type.Record(Type.String(), Type.Integer()) }),
  /** A manager decides to go on with this journal: what is missing from it, `from` to `to`, is given up. */
  'back-up-chosen': event('back-up-chosen', {
    from: Type.Union([Instant, Null]),
    to: Type.Union([Instant, Null]),
    /** How many events; null if nobody can tell. */
    missing: Type.Union([Type.Integer(), Null]),
  }),
  // the visit
  'visit-taken': event('visit-taken', {
    visit: Id,
    token: Id,
    number: Type.String(),
    prefix: Type.String(),
    running: Type.Integer(),
    priority: Type.Boolean(),
    comeToMe: Type.Boolean(),
    language: Type.String(),
    steps: Type.Array(NewStep),
    printer: Type.Union([Id, Null]),
    /** A member of staff gave it, though a quota was used up. */
    overQuota: Type.Optional(Type.Literal(true)),
  }),
  /**
   * Where its visitor waits: a place of the plan; null: in the waiting areas, which is assumed until the visitor says
   * otherwise.
   */
  'place-chosen': event('place-chosen', { visit: Id, place: Type.Union([Id, Null]) }),
  'visit-cancelled': event('visit-cancelled', { visit: Id }),
  /**
   * The visitor will be late: what waits or was missed can be called again after the plan's `lateSeconds`, or, where a break
   * lies between, from the instants in `later`.
   */
  'visit-delayed': event('visit-delayed', {
    visit: Id,
    later: Type.Optional(Type.Array(Type.Object({ step: Id, from: Instant }, closed))),
  }),
  // its slip
  'slip-asked': event('slip-asked', { visit: Id, printer: Id }),
  'slip-printed': event('slip-printed', { visit: Id }),
  'slip-failed': event('slip-failed', { visit: Id, why: Type.String() }),
  'number-noted': event('number-noted', { visit: Id }),
  // the counter
  'counter-opened': event('counter-opened', { counter: Id, staff: Id }),
  'counter-paused': event('counter-paused', {
    counter: Id,
    reason: Type.Union([Reason, Null]),
    /** When the counter is to go on; absent if nobody said. */
    until: Type.Optional(Instant),
  }),
  'counter-closed': event('counter-closed', { counter: Id }),
  // at the counter
  ...actions,
  /** The last action of the counter is undone: `action`, as it was recorded. */
  undone: event('undone', {
    counter: Id,
    action: Later(
      Type.Union([
        actions['handed-over'],
        actions.called,
        actions.seated,
        actions.recalled,
        actions.started,
        actions.finished,
        actions.missed,
        actions.unanswered,
        actions['put-back'],
        actions.held,
        actions.released,
        actions.referred,
      ]),
    ),
  }),
  // the sound
  'announcement-started': event('announcement-started', {
    announcement: Id,
    speaker: Type.Union([Id, Null]),
    audio: Type.Union([Type.String(), Null]),
    text: Type.String(),
    /** Announcements that are played with it, in the same sound. */
    also: Type.Optional(Type.Array(Id)),
    /** Not announced, because of the plan's quiet hours. */
    quiet: Type.Optional(Type.Literal(true)),
  }),
  /** The speaker was silent: another display plays it from the beginning. */
  'announcement-passed': event('announcement-passed', { announcement: Id, speaker: Id }),
  'announcement-heard': event('announcement-heard', { announcement: Id }),
  'announcement-unheard': event('announcement-unheard', { announcement: Id, again: Type.Boolean() }),
  /** Not announced, because its call was over before its turn. */
  'announcement-skipped': event('announcement-skipped', { announcement: Id }),
  /** A manager tests the sound of a zone: an announcement that calls nobody. */
  'sound-checked': event('sound-checked', { zone: Id, announcement: Id }),
  // emergency numbers, on paper
  /** Sheets `from` to `to` were made, each with this many slips: number `X012-07` is slip 7 of sheet 12. */
  'paper-printed': event('paper-printed', {
    prefix: Type.String(),
    from: Type.Integer(),
    to: Type.Integer(),
    slips: Type.Integer(),
  }),
  /** It counts for the day `of`, on whatever day it is entered; also if the hall never opened on that day. */
  'paper-entered': event('paper-entered', { of: DayLabel, number: Type.String(), entry: PaperEntry }),
  /** What was entered for this number does not count any more; `note` is the id of a note with more words. */
  'paper-taken-back': event('paper-taken-back', {
    of: DayLabel,
    number: Type.String(),
    reason: TakenBackBecause,
    note: Type.Union([Id, Null]),
    entry: PaperEntry,
  }),
  ...steerEvents,
} as const

export type Event = {
  [T in keyof typeof eventSchemas]: Static<(typeof eventSchemas)[T]>
}[keyof typeof eventSchemas]
export type EventType = Event['type']
export type EventOf<T extends EventType> = Extract<Event, { type: T }>
/** What a counter did and may undo. */
export type Action = EventOf<keyof typeof actions>

/** The services that a referral sends the visitor to. */
export function sentTo({ service, also = [] }: EventOf<'referred'>): readonly string[] {
  return [service, ...also]
}

/** Who did it: staff or a device by id, a visitor by the visit, or a part of the server. */
export type Actor =
  | `staff:${string}`
  | `device:${string}`
  | `visitor:${string}`
  | `system:${'clock' | 'slip' | 'voice' | 'start' | 'training'}`

/**
 * An event as the journal keeps it. `seq` has no gap; `key` is who + idempotency key of the command, on its first
 * event.
 */
export interface Recorded {
  readonly seq: number
  /** Milliseconds since 1970, never before the previous event, except for `clock-confirmed` and `day-reopened`. */
  readonly at: number
  /** The hall's day it belongs to, `2026-11-24`. */
  readonly day: string
  readonly by: Actor
  readonly key: string | null
  /** Hash of the command, to tell a repeat from another command with the same key. */
  readonly hash: string | null
  readonly event: Event
}
