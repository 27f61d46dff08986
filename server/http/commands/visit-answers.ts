// The shapes of a visit over HTTP: the request for a number, and the answers.
import { type Static, Type } from 'typebox'
import type { Event } from '../../hall/event.ts'
import { aheadOf } from '../../hall/next.ts'
import type { SlipFault, Visit } from '../../hall/visit.ts'
import { newId, newVisitToken } from '../../ids.ts'
import { iso } from '../../live/context.ts'
import { SlipState, StepStatus, TextOrNull } from '../../live/view-parts.ts'
import { slipState } from '../../live/visit.ts'
import { visitUrl } from '../../slip/visit-url.ts'
import type { HallDoor } from '../ground/ask.ts'
import { closed } from '../ground/schemas.ts'

const Id = Type.String({ minLength: 1, maxLength: 64 })

/** Why nobody gets a number. */
export const noNumber = [
  'unknown-service',
  'unknown-requirement',
  'unknown-language',
  'service-closed',
  'quota-reached',
  'closing-soon',
  'day-full',
  'hall-closed',
  'clock-suspect',
] as const

export const TakeVisit = Type.Object(
  {
    services: Type.Array(Id, { minItems: 1, maxItems: 8, uniqueItems: true }),
    missing: Type.Optional(Type.Array(Id, { maxItems: 64, uniqueItems: true })),
    priority: Type.Optional(Type.Boolean()),
    comeToMe: Type.Optional(Type.Boolean()),
    language: Type.Optional(Type.String({ minLength: 2, maxLength: 3 })),
  },
  closed,
)

/**
 * Not `Type.Union`: the serialiser would validate every answer to choose a branch, and compile that for the first
 * one.
 */
const IntegerOrNull = Type.Unsafe<number | null>({ type: ['integer', 'null'] })

export const TakenVisit = Type.Object(
  {
    visit: Type.Object(
      {
        id: Type.String(),
        number: Type.String(),
        token: Type.String(),
        takenAt: Type.String(),
        priority: Type.Boolean(),
        /** The phone page's full address; null if the hall has no public address. */
        url: TextOrNull,
        steps: Type.Array(
          Type.Object(
            {
              id: Type.String(),
              service: Type.String(),
              status: StepStatus,
              ahead: IntegerOrNull,
            },
            closed,
          ),
        ),
      },
      closed,
    ),
    slip: SlipState,
  },
  closed,
)

export const SlipOnly = Type.Object({ slip: SlipState }, closed)

/** The command, with ids of its own; `printer` is where the slip should come out. */
export function takeVisit(body: Static<typeof TakeVisit>, printer: string | null) {
  const { services, missing, priority, comeToMe, language } = body
  return {
    type: 'take-visit',
    visit: newId(),
    token: newVisitToken(),
    services,
    missing: missing ?? [],
    priority: priority ?? false,
    comeToMe: comeToMe ?? false,
    language: language ?? null,
    printer,
  } as const
}

/** The visit of a ticket as it is now; a repeat after midnight finds yesterday's. */
export function visitOfEvent({ context: { hall } }: HallDoor, event: Event | null): Visit {
  const id = event?.type === 'visit-taken' ? event.visit : ''
  const visit = hall.visits.get(id) ?? hall.yesterday?.visits.get(id)
  if (!visit) throw new Error('a ticket was taken and is not there')
  return visit
}

/** The whole answer to a ticket. */
export function takenVisit({ context }: HallDoor, visit: Visit): Static<typeof TakenVisit> {
  const { hall } = context
  const now = context.now()
  const today = hall.visits.get(visit.id) === visit
  const { id, number, token, takenAt, priority } = visit
  const steps = visit.steps.map((step, index) => ({
    id: step.id,
    service: step.service,
    status: step.status,
    ahead: today ? aheadOf(hall, visit, index, now) : null,
  }))
  return {
    visit: {
      id,
      number,
      token,
      takenAt: iso(takenAt),
      priority,
      url: visitUrl(context.publicUrl, token),
      steps,
    },
    slip: slipState(visit.slip),
  }
}

/** The state of the slip of a visit. */
export function slipOf({ context }: HallDoor, visit: Visit): Static<typeof SlipOnly> {
  return { slip: slipState((context.hall.visits.get(visit.id) ?? visit).slip) }
}

/**
 * The answer to somebody who wants to print where there is no printer: nothing comes out here, whatever happened to
 * the first slip.
 */
export function noSlipHere(door: HallDoor, visit: Visit): Static<typeof SlipOnly> {
  const { noted } = slipOf(door, visit).slip
  return { slip: { status: 'none', noted, printer: null, why: 'no-such-printer' satisfies SlipFault } }
}
