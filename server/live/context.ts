// What a view is made from: the hall, the moment, and the few facts that are not part of the hall's day.
import type { Static } from 'typebox'
import type { ClockState } from '../hall/command.ts'
import type { Reason } from '../hall/event-parts.ts'
import type { Hall } from '../hall/hall.ts'
import type { Tells } from '../forecast/hall/tells.ts'
import type { Damage } from '../store/journal/damage.ts'
import type { Printer } from '../hall/equipment.ts'
import type { SlipFault, Visit } from '../hall/visit.ts'
import type { DamageState, HallState, PrinterState, ZoneVoice } from './view-parts.ts'

export interface Context {
  readonly hall: Hall
  /** Milliseconds since 1970. */
  now(): number
  /** Minutes after the hall's midnight. */
  minute(): number
  /** Seconds added to the system's clock, for rehearsals. */
  readonly clockOffset: number
  /** Until when a training is on, milliseconds since 1970; null: this is the hall itself. */
  trainsUntil(): number | null
  /** The state of the system's clock. */
  clockState(): ClockState
  /** What a start found missing or altered, until a manager confirms it. */
  damages(): readonly Damage[]
  /** The journal's files are missing: nothing is accepted. */
  storageGone(): boolean
  /** The hall's public address, without a slash at the end; null if it has none. */
  readonly publicUrl: string | null
  /** The person with this staff id. */
  staff(id: string): { readonly username: string; readonly name: string } | null
  /** Everyone who may sign in, of every agency. */
  people(): readonly KnownPerson[]
  /** All kiosks and displays, enrolled or invited. */
  devices(): readonly KnownDevice[]
  /** The services that a visit's holder may still say what they thought of, with the rights to do so. */
  surveys(visit: Visit): { service: string; right: string }[]
  /** Since when devices have been able to report, milliseconds since 1970. */
  readonly listeningSince: number
  /** The server's version. */
  readonly version: string
  /** Whether a display announces the calls of a zone, as things are. */
  voiceIn(zone: string): ZoneVoice
  /** Zones in which the last announcement was not heard, with since when (milliseconds since 1970) none has been. */
  silentZones(): readonly { readonly zone: string; readonly since: number }[]
  /** The printers of the plan, in its order. */
  printers(): readonly PrinterAsSeen[]
  /** The files that boards can show, in their order. */
  media(): readonly { readonly id: string; readonly name: string; readonly type: string }[]
  /** How long people will wait, as far as the hall can tell. */
  readonly tells: Tells
  /** What a visitor of today was told about a step with the ticket: minutes from `at` on; null: no time. */
  toldWith(step: string): { readonly at: number; readonly high: number } | null
  /** What is usual for this weekday; null while it is not known yet. */
  usual(): Usual | null
  /** A text that somebody typed, by its id; null if it was erased. */
  note(id: string): string | null
}

/** What earlier days of the same weekday were like, on average, by quarters of an hour from midnight on. */
export interface Usual {
  /** How many such days there are: too few mean nothing. */
  readonly days: number
  /** Tickets by service, and steps that ended at a counter, by counter; 96 numbers each. */
  readonly taken: ReadonlyMap<string, readonly number[]>
  readonly served: ReadonlyMap<string, readonly number[]>
}

/** A printer of the plan and its state; the times are milliseconds since 1970. */
export interface PrinterAsSeen {
  readonly printer: Printer
  readonly now: {
    readonly state: Static<typeof PrinterState>
    /** What keeps a slip from coming out now; null: nothing is known to. */
    readonly why: SlipFault | null
    readonly at: number | null
    readonly waiting: number
    readonly lastProblem: { readonly why: SlipFault; readonly at: number } | null
  }
}

/** A member of staff; `signedIn`: in some browser, now. */
export interface KnownPerson {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly role: 'officer' | 'supervisor' | 'manager'
  /** Null for a manager. */
  readonly agency: string | null
  readonly signedIn: boolean
}

/** A device with its last report; `enrolledAt` null: its link has not been opened yet. */
export interface KnownDevice {
  readonly id: string
  readonly kind: 'kiosk' | 'display' | 'survey'
  readonly zone: string | null
  readonly label: string | null
  readonly layout?: { readonly kind: string; readonly of: readonly string[] }
  readonly enrolledAt: number | null
  readonly report: {
    readonly at: number
    readonly version: string
    readonly clockOffsetMs: number | null
    readonly memoryMb: number | null
  } | null
  /** It is showing a board now. */
  readonly looks: boolean
  /** It reported that nobody can hear it. */
  readonly mute: boolean
}

/** A view, and the instant from which time alone would change it; null if nothing is due. */
export interface Timed<V> {
  readonly view: V
  readonly until: number | null
}

/** Milliseconds as ISO 8601 in UTC. */
export function iso(ms: number): string {
  if (ms !== written.ms) written = { ms, text: new Date(ms).toISOString() }
  return written.text
}

/** All tickets of a batch have the same time, and formatting it is a good part of the cost of an answer. */
let written = { ms: 0, text: new Date(0).toISOString() }

/** The same, or null. */
export function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : iso(ms)
}

/** What every screen must know about the hall itself. */
export function hallState({ hall, clockOffset, ...context }: Context): Static<typeof HallState> {
  const state = context.clockState()
  const trainsUntil = context.trainsUntil()
  return {
    plan: hall.layoutSeq,
    day: hall.day,
    operation: hall.layout.plan.operation,
    clockOffset,
    ...(trainsUntil !== null && { training: iso(trainsUntil) }),
    clockSuspect: state === 'behind' || state === 'ahead',
    clock: state,
    ...(context.storageGone() && { storageGone: true }),
    ...(context.damages().length > 0 && { damage: context.damages().map(damageState) }),
  }
}

/** The damage that was found, with its times as views have them. */
export function damageState({ kind, count, from, to }: Damage): Static<typeof DamageState> {
  return { kind, count, from: isoOrNull(from), to: isoOrNull(to) }
}

/** A reason as staff see it: the plan's code, or the words that were typed. */
export function reasonText(context: Context, reason: Reason | null): string | null {
  if (!reason) return null
  return 'code' in reason ? reason.code : context.note(reason.note)
}

/** The earliest of some instants, null if there is none. */
export function earliest(...instants: (number | null | undefined)[]): number | null {
  const due = instants.filter((instant): instant is number => typeof instant === 'number')
  return due.length === 0 ? null : Math.min(...due)
}
