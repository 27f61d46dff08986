// What supervisors put right: they reopen a step that ended by mistake, and place somebody at a counter.
import { Type } from 'typebox'
import { plainUsername } from '../../access/staff.ts'
import { newId } from '../../ids.ts'
import { ReceptionVisit, receptionVisit } from '../../live/reception.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { answerAt, CounterAnswer } from './counters.ts'
import { meantAtCounter, meantOfVisit } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import type { App } from '../ground/request.ts'
import { closed, IdParams } from '../ground/schemas.ts'

/** Why: at least one visible word. */
const Reason = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const StepParams = Type.Object(
  { ...IdParams.properties, step: Type.String({ minLength: 1, maxLength: 100 }) },
  closed,
)

/** Adds `POST /api/reception/visits/:id/steps/:step/reopen` and `/api/counters/:id/assign`. */
export function addSteering(app: App, door: HallDoor): void {
  const { context } = door

  app.post(
    '/api/reception/visits/:id/steps/:step/reopen',
    {
      schema: {
        operationId: 'reopenStep',
        summary: 'A step that ended today waits again, with all the credit',
        tags: ['reception'],
        params: StepParams,
        body: meantOfVisit({ reason: Reason }),
        response: { 200: Type.Object({ visit: ReceptionVisit }, closed) },
      },
      config: {
        key: 'honoured',
        problems: [
          'unknown-visit',
          'unknown-service',
          'service-closed',
          'not-ended',
          'already-waiting',
          'hall-closed',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { id, step } = request.params
      const note = { id: newId(), text: request.body.reason }
      const command = { type: 'reopen-step', visit: id, step, note: note.id } as const
      return ask(door, request, reply, { command, by: actorOf(request), notes: [note] }, () => {
        // A repeat of a command from before midnight finds the visit gone.
        const visit = context.hall.visits.get(id)
        return visit ? { visit: receptionVisit(context, visit) } : refuse(reply, 'unknown-visit')
      })
    },
  )

  app.post(
    '/api/counters/:id/assign',
    {
      schema: {
        operationId: 'assignCounter',
        summary: 'Place somebody at the counter; where the person was before is closed',
        tags: ['counters'],
        params: IdParams,
        body: meantAtCounter({ username: Type.String({ minLength: 1, maxLength: 64 }) }),
        response: { 200: CounterAnswer },
      },
      config: {
        key: 'honoured',
        problems: [
          'unknown-counter',
          'unknown-staff',
          'not-of-agency',
          'counter-taken',
          'counter-busy',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const username = plainUsername(request.body.username)
      const person = context.people().find((one) => one.username === username)
      if (!person) return refuse(reply, 'unknown-staff', { members: { about: request.body.username } })
      const { id: staff, agency: ofAgency, signedIn: isHere } = person
      const command = { type: 'assign-counter', counter: id, staff, ofAgency, isHere } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, () => answerAt(door, id))
    },
  )
}
