// The hall itself: what everybody may know of the plan, and what only a manager sets or says: its operation, that its
// time is right or a day was closed wrongly, and that it goes on with a journal that a start found damaged.
import { Type } from 'typebox'
import type { Clock } from '../../clock.ts'
import type { Event } from '../../hall/event.ts'
import type { Day } from '../../hall/hall.ts'
import { Plan } from '../../hall/plan.ts'
import { isEnded } from '../../hall/visit.ts'
import { iso } from '../../live/context.ts'
import { HallAnswer, hallAnswer } from '../../live/hall.ts'
import { HallState, Instant } from '../../live/view-parts.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, IdParams, Nothing } from '../ground/schemas.ts'
import { fileOf } from '../ground/files.ts'
import { PlanAnswer } from './plan.ts'

const tags = ['hall']

/** Adds `/api/hall`, `/api/agencies/:id/logo` and `/api/operation`. */
export function addHall(app: App, door: HallDoor): void {
  const { hall } = door.context
  const revised = (_event: Event | null, seq: number | null) => ({ plan: seq ?? hall.layoutSeq })

  app.get(
    '/api/hall',
    {
      schema: {
        operationId: 'getHall',
        summary: 'The hall: agencies, services, counters, zones',
        tags,
        response: { 200: HallAnswer },
      },
    },
    async () => hallAnswer(door.context),
  )

  app.get(
    '/api/agencies/:id/logo',
    {
      schema: {
        operationId: 'getAgencyLogo',
        summary:
          'An agency’s logo, a PNG. Append the agency’s `logo` from `GET /api/hall` after a `?`: it changes when the picture does',
        tags,
        params: IdParams,
        response: { 200: fileOf('image/png') },
      },
      config: { problems: ['not-found'] },
    },
    async (request, reply) => {
      const logo = hall.layout.agencies.get(request.params.id)?.logo
      if (logo === undefined) return refuse(reply, 'not-found')
      return reply
        .headers({ 'content-type': 'image/png', 'cache-control': 'public, max-age=86400' })
        .send(Buffer.from(logo, 'base64'))
    },
  )

  app.post(
    '/api/operation',
    {
      schema: {
        operationId: 'setOperation',
        summary:
          'Switch between trial operation, which only shows hours, and regular operation, which enforces them',
        tags,
        body: meantBody({ operation: Plan.properties.operation }),
        response: { 200: PlanAnswer },
      },
      config: { key: 'honoured', problems: ['storage-unavailable'] },
    },
    async (request, reply) => {
      const command = { type: 'set-operation', operation: request.body.operation } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, revised)
    },
  )
}

// The hall's time, and what a manager says about it: that it is right, or that a day was closed by mistake.

const clockTags = ['hall']

/** Adds `/api/clock`, `/api/clock/confirm` and `/api/day/reopen`. */
export function addClock(app: App, door: HallDoor, clock: Pick<Clock, 'time'>): void {
  const { hall } = door.context

  app.get(
    '/api/clock',
    {
      schema: {
        operationId: 'getClock',
        summary: 'The computer’s time, the hall’s time, and the day that can be reopened',
        tags: clockTags,
        response: {
          200: Type.Object(
            {
              clock: HallState.properties.clock,
              /** The computer's time, and the time the hall goes by. */
              system: Instant,
              hall: Instant,
              day: Type.String(),
              /** How many people wait, are set aside or are at a counter now. */
              people: Type.Integer(),
              /** The day that closed last, as long as nobody has taken a number since, and how many were in it. */
              closed: Type.Union([
                Type.Object({ day: Type.String(), people: Type.Integer() }, closed),
                Type.Null(),
              ]),
            },
            closed,
          ),
        },
      },
    },
    async () => {
      const { state, system, now } = clock.time(hall)
      const { closedDay } = hall
      return {
        clock: state,
        system: iso(system),
        hall: iso(now),
        day: hall.day,
        people: peopleIn(hall),
        closed: closedDay && { day: closedDay.day.day, people: peopleIn(closedDay.day) },
      }
    },
  )

  app.post(
    '/api/clock/confirm',
    {
      schema: {
        operationId: 'confirmClock',
        summary:
          'Confirm the system’s clock although it leapt, is behind the last event, or disagrees with another clock',
        tags: clockTags,
        body: meantBody({}),
        response: { 200: Nothing },
      },
      config: { key: 'honoured', problems: ['clock-not-suspect', 'storage-unavailable'] },
    },
    async (request, reply) =>
      ask(door, request, reply, { command: { type: 'confirm-clock' }, by: actorOf(request) }, () => ({})),
  )

  app.post(
    '/api/day/reopen',
    {
      schema: {
        operationId: 'reopenDay',
        summary:
          'Reopen the day that closed last, if its close was wrong; possible until somebody takes a number in the next one',
        tags: clockTags,
        body: meantBody({}),
        response: { 200: Nothing },
      },
      config: {
        key: 'honoured',
        problems: ['nothing-to-reopen', 'counter-busy', 'people-waiting', 'storage-unavailable'],
      },
    },
    async (request, reply) =>
      ask(door, request, reply, { command: { type: 'reopen-day' }, by: actorOf(request) }, () => ({})),
  )
}

/** How many visits are not over yet. */
function peopleIn({ visits }: Pick<Day, 'visits'>): number {
  let people = 0
  for (const { steps } of visits.values()) if (!steps.every(isEnded)) people += 1
  return people
}

// A manager goes on with a journal that a start found damaged: a back-up that was restored, or what is left.

interface JournalParts extends HallDoor {
  /** Told once it is recorded. */
  readonly confirmed: () => void
}

/** Adds `/api/journal/confirm`. */
export function addJournal(app: App, { confirmed, ...door }: JournalParts): void {
  app.post(
    '/api/journal/confirm',
    {
      schema: {
        operationId: 'confirmJournal',
        summary: 'Confirm that the hall goes on with this journal, although events are missing from it',
        tags: ['hall'],
        body: meantBody({}),
        response: { 200: Nothing },
      },
      config: { key: 'honoured', problems: ['nothing-damaged', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const damages = door.context.damages()
      const times = (instants: readonly (number | null)[]) => instants.filter((instant) => instant !== null)
      const from = times(damages.map((one) => one.from)).sort((a, b) => a - b)
      const to = times(damages.map((one) => one.to)).sort((a, b) => b - a)
      const missing = damages.flatMap(({ kind, count }) =>
        kind === 'missing' && count !== null ? [count] : [],
      )
      const command = {
        type: 'choose-back-up',
        damaged: damages.length > 0,
        from: from[0] ?? null,
        to: to[0] ?? null,
        missing: missing.length === 0 ? null : missing.reduce((sum, count) => sum + count),
      } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, () => {
        confirmed()
        return {}
      })
    },
  )
}

/** While the journal's files are missing, no command gets past this point, not even one about people or devices. */
export function refuseWhileGone(app: App, { storageGone }: Pick<HallDoor['context'], 'storageGone'>): void {
  app.addHook('onRequest', ({ method }, reply, done) => {
    if (storageGone() && method !== 'GET' && method !== 'HEAD')
      return refuse(reply, 'storage-unavailable', { retryAfter: 5 })
    done()
  })
}
