// The hall's time, and what a manager says about it: that it is right, or that a day was closed by mistake.
import { Type } from 'typebox'
import type { Day } from '../../hall/hall.ts'
import { isEnded } from '../../hall/visit.ts'
import { iso } from '../../live/context.ts'
import { HallState, Instant } from '../../live/view-parts.ts'
import type { Clock } from '../../clock.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { meantBody } from '../ground/meant.ts'
import type { App } from '../ground/request.ts'
import { closed, Nothing } from '../ground/schemas.ts'

const tags = ['hall']

/** Adds `/api/clock`, `/api/clock/confirm` and `/api/day/reopen`. */
export function addClock(app: App, door: HallDoor, clock: Pick<Clock, 'time'>): void {
  const { hall } = door.context

  app.get(
    '/api/clock',
    {
      schema: {
        operationId: 'getClock',
        summary: 'What the computer says, what the hall goes by, and the day that can be opened again',
        tags,
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
          'The system’s clock is right although it leapt, lies behind the last event, or another one says otherwise',
        tags,
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
          'The day that closed last goes on: its close was wrong. Until somebody takes a number in the next one',
        tags,
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
