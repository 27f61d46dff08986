// How a day begins: its queues, counters and counts with nothing in them yet.
import type { CounterState, Day, Hall, Queue } from './hall.ts'
import type { Layout } from './layout.ts'
import { Line } from './line.ts'
import { nothingToday } from './today.ts'

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
export function newDay(day: string, startsAt: number, endsAt: number, layout: Layout, planSeq: number): Day {
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
    today: nothingToday,
    visits: new Map(),
    tokens: new Map(),
    counters: new Map(layout.plan.counters.map(({ id }) => [id, newCounter(id)])),
    queues: new Map(layout.plan.services.map(({ id }) => [id, newQueue()])),
    numbers: new Map(),
    taken: new Map(),
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
