// The hall: everything that is true today, in memory. Changed only by `evolve`, through `Changes`.
import type { Changes } from './changes.ts'
import { type Place, Line } from './credit.ts'
import type { Reason } from './event-parts.ts'
import type { Action, Event } from './event.ts'
import type { Layout } from './layout.ts'
import { nothingToday, type Today } from './today.ts'
import type { StepStatus, Visit } from './visit.ts'

/** The queue of one service: the steps that wait, by class, and those set aside. */
export interface Queue {
  readonly regular: Line
  readonly priority: Line
  readonly held: Line
  readonly missed: Line
  readonly blocked: Line
}

/** A call that is over at its counter, for the board's *recent*. */
export interface PastCall {
  readonly id: string
  readonly visit: string
  readonly number: string
  readonly service: string
  readonly status: StepStatus
  readonly at: number
  readonly calls: number
}

/** Seconds in which a counter's last action can be undone. */
export const UNDO_SECONDS = 30

/** The counter's last action and the state before it, for an undo. */
export interface LastAction {
  readonly action: Action
  readonly at: number
  /** Empty if nobody was there: an empty counter was handed over. */
  readonly number: string
  /** Null if the action was about no visit. */
  readonly visitBefore: Visit | null
  /** The visit's `moves` right after the action; if they differ now, something was built on it. */
  readonly moves: number
  readonly counterBefore: CounterState
  /** An announcement that the action made. */
  readonly announcement: string | null
}

/** How many were served, and how long that took in all. */
export interface Figures {
  readonly served: number
  readonly servedMs: number
}

export interface Help {
  /** Who called. */
  readonly staff: string
  readonly alarm: boolean
  readonly at: number
  readonly answered: { readonly staff: string; readonly at: number } | null
}

/** A message to a counter; its words are the note with the same id. */
export interface Message {
  readonly id: string
  /** Who sent it. */
  readonly staff: string
  readonly at: number
  readonly readAt: number | null
}

export interface CounterState extends Figures {
  readonly id: string
  readonly state: 'closed' | 'open' | 'paused'
  readonly staff: string | null
  readonly reason: Reason | null
  /** With `paused`: when work is to go on, if somebody said. */
  readonly pausedUntil: number | null
  readonly current: { readonly visit: string; readonly step: string } | null
  /** The last calls that ended here, newest first. */
  readonly past: readonly PastCall[]
  readonly last: LastAction | null
  /** When anything was last done here today, milliseconds since 1970; 0: nothing yet. */
  readonly movedAt: number
  /** The last call for help, and who answered it. */
  readonly help: Help | null
  /** Messages of today, the newest first. */
  readonly messages: readonly Message[]
}

export interface Announcement {
  readonly id: string
  /** Whom it calls, and where; null: a test of the sound. */
  readonly call: { readonly id: string; readonly visit: string; readonly counter: string } | null
  /** Empty where nobody is called. */
  readonly number: string
  readonly zone: string
  /** The sound it queues for, which zones may share. */
  readonly sound: string
  readonly at: number
  readonly status: 'pending' | 'playing' | 'heard' | 'unheard'
  readonly startedAt: number | null
  readonly speaker: string | null
  readonly audio: string | null
  readonly text: string
  /** Several can be said in one sound: the one that leads, and for that one the others. */
  readonly lead: string | null
  readonly also: readonly string[]
  /** Not announced, because of the plan's quiet hours. */
  readonly quiet: boolean
}

/** A hold that ends by itself. */
export interface Due {
  readonly at: number
  readonly visit: string
  readonly step: string
}

/** A command that succeeded: its hash, and the event from which its answer is made. */
export interface Seen {
  readonly hash: string
  readonly event: Event
  /** Of that event. */
  readonly seq: number
}

export interface Day {
  /** `2026-11-24`; empty before the first day. */
  readonly day: string
  readonly startsAt: number
  readonly endsAt: number
  readonly closed: boolean
  /** The `seq` of the event that opened it. */
  readonly openedWith: number
  /** The same, or that of the event that opened it again. */
  readonly goesOnWith: number
  readonly layout: Layout
  /** The `seq` of the event that brought the plan. */
  readonly planSeq: number
  /**
   * The `seq` of the event that last changed the layout: the plan, or what holds today. Screens tell layouts apart by
   * it.
   */
  readonly layoutSeq: number
  /** The `seq` of the last event about emergency numbers in this day's journal; 0: none. */
  readonly paperSeq: number
  readonly today: Today
  readonly visits: Map<string, Visit>
  readonly tokens: Map<string, string>
  readonly counters: Map<string, CounterState>
  readonly queues: Map<string, Queue>
  /** The last running number given, by prefix. */
  readonly numbers: Map<string, number>
  /** Tickets taken today, by service: what quotas count. */
  readonly taken: Map<string, number>
  /** The same by service and quarter of an hour, `kk 33`. */
  readonly takenIn: Map<string, number>
  /** Tickets taken on earlier days of this week, by service. */
  readonly takenThisWeek: ReadonlyMap<string, number>
  /** How long serving takes today, by service. */
  readonly pace: Map<string, { readonly count: number; readonly ms: number }>
  /** How many each member of staff served today, by id; without those who served nobody. */
  readonly served: Map<string, Figures>
  /** Visits whose slip is not resolved: nobody knows yet whether the visitor holds the number. */
  readonly unheld: Map<string, true>
  /** Visitors who asked to be met where they are and still need something, in order of arrival. */
  readonly comeToMe: Map<string, true>
  readonly dues: readonly Due[]
  readonly announcements: Map<string, Announcement>
  /** Announcements that wait or play, by sound, in order. */
  readonly sounds: Map<string, readonly string[]>
  readonly seen: Map<string, Seen>
}

export interface Hall extends Day {
  readonly seq: number
  /** The time of the last event. */
  readonly at: number
  /** The day before, for late questions: yesterday's token, a command repeated after midnight. */
  readonly yesterday: Pick<Day, 'day' | 'visits' | 'tokens' | 'seen'> | null
  /** The day that closed last, until somebody takes a number in the next one. */
  readonly closedDay: ClosedDay | null
}

/** A day as it was right before it closed, so that it can be opened again. */
export interface ClosedDay {
  /** Its lines are not kept: they can be rebuilt. */
  readonly day: Day
  /** The time of its last event; when it was closed, and by which event. */
  readonly at: number
  readonly closedAt: number
  readonly closedWith: number
  readonly yesterday: Hall['yesterday']
}

/** Replaces fields of the hall; can be taken back. */
export function assign(hall: Hall, changes: Changes, fields: Partial<Hall>): void {
  const old: Record<string, unknown> = {}
  for (const key of Object.keys(fields)) old[key] = hall[key as keyof Hall]
  Object.assign(hall, fields)
  changes.did(() => Object.assign(hall, old))
}

/** The line for a step with this status, if there is one. */
export function lineOf(queue: Queue, status: StepStatus, priority: boolean): Line | undefined {
  if (status === 'waiting') return priority ? queue.priority : queue.regular
  if (status === 'held') return queue.held
  if (status === 'missed') return queue.missed
  if (status === 'blocked') return queue.blocked
  return undefined
}

/** The lines of those who wait for a service. */
export function linesOf({ queues }: Pick<Hall, 'queues'>, service: string): Line[] {
  const queue = queues.get(service)
  return queue ? [queue.regular, queue.priority] : []
}

/** The place of a visit's step in the order. */
export function placeOf(visit: Visit, index: number): Place {
  const step = visit.steps[index]
  if (!step) throw new Error(`visit ${visit.id} has no step ${index}`)
  const { id, takenAt, priority, prefix, running } = visit
  return { visit: id, step: step.id, service: step.service, takenAt, priority, prefix, running, index }
}

export function newQueue(): Queue {
  return {
    regular: new Line(),
    priority: new Line(),
    held: new Line(),
    missed: new Line(),
    blocked: new Line(),
  }
}

export function newCounter(id: string): CounterState {
  return {
    id,
    state: 'closed',
    staff: null,
    reason: null,
    pausedUntil: null,
    current: null,
    past: [],
    served: 0,
    servedMs: 0,
    last: null,
    movedAt: 0,
    help: null,
    messages: [],
  }
}

/** A day with nothing in it yet. */
export function newDay(
  day: string,
  startsAt: number,
  endsAt: number,
  layout: Layout,
  planSeq: number,
  today: Today = nothingToday,
): Day {
  return {
    day,
    startsAt,
    endsAt,
    closed: false,
    openedWith: planSeq,
    goesOnWith: planSeq,
    layout,
    planSeq,
    layoutSeq: planSeq,
    paperSeq: 0,
    today,
    visits: new Map(),
    tokens: new Map(),
    counters: new Map(layout.plan.counters.map(({ id }) => [id, newCounter(id)])),
    queues: new Map(layout.plan.services.map(({ id }) => [id, newQueue()])),
    numbers: new Map(),
    taken: new Map(),
    takenIn: new Map(),
    takenThisWeek: new Map(),
    pace: new Map(),
    served: new Map(),
    unheld: new Map(),
    comeToMe: new Map(),
    dues: [],
    announcements: new Map(),
    sounds: new Map(),
    seen: new Map(),
  }
}

/** A hall before its first day: what a journal is folded into. */
export function emptyHall(layout: Layout): Hall {
  return { ...newDay('', 0, 0, layout, 0), closed: true, seq: 0, at: 0, yesterday: null, closedDay: null }
}
