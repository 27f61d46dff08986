// What supervisors steer: a service's phase from now on, a quota or what a counter serves for today; and what they
// put right: a step that ended by mistake, who is at a counter.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { plainUsername } from '../../access/staff.ts'
import { mayActFor } from '../../access/who.ts'
import type { Note } from '../../batch.ts'
import type { Reason } from '../../hall/event-parts.ts'
import { lookUp } from '../../hall/look-up.ts'
import { DayLabel } from '../../hall/plan.ts'
import { newId } from '../../ids.ts'
import { HallService, hallService, inAllLanguages } from '../../live/hall.ts'
import { ReceptionVisit, receptionVisit } from '../../live/reception.ts'
import { actorOf, ask, type HallDoor } from '../ground/ask.ts'
import { languageOf } from '../ground/language.ts'
import { meantAtCounter, meantBody, meantOfVisit } from '../ground/meant.ts'
import { refuse } from '../ground/problem.ts'
import { type App, signedIn } from '../ground/request.ts'
import { closed, Id, IdParams, Moment, Null, Written } from '../ground/schemas.ts'
import { answerAt, CounterAnswer } from './counters.ts'
import { whoIsStranded } from './plan.ts'

/** Text for the boards: at least one visible word. */
const Words = Written(200)

const SetPhase = meantBody({
  status: Type.Enum(['open', 'trial', 'soon', 'paused', 'elsewhere'], { type: 'string' }),
  /** With `paused`: one of the plan’s reasons for a pause, or free text, which lasts a day. */
  reason: Type.Optional(Words),
  /** With `paused`: when the service opens again by itself. */
  until: Type.Optional(Moment),
  /** With `soon`. */
  expected: Type.Optional(DayLabel),
  /** With `elsewhere`, where it is required, and with `soon`. */
  where: Type.Optional(Words),
  /** What happens to the people waiting. */
  waiting: Type.Optional(Type.Enum(['serve', 'move', 'end'], { type: 'string' })),
  /** With `move`: the service that they wait for instead. */
  to: Type.Optional(Id),
})
type SetPhase = Static<typeof SetPhase>

/** What goes with which status; anything else would be accepted but have no effect. */
const FITS: Readonly<Partial<Record<keyof SetPhase, readonly SetPhase['status'][]>>> = {
  reason: ['paused'],
  until: ['paused'],
  expected: ['soon'],
  where: ['soon', 'elsewhere'],
  waiting: ['soon', 'paused', 'elsewhere'],
}

/** Adds `PUT /api/services/:id/phase`, `/api/services/:id/quota` and `/api/counters/:id/services`. */
export function addServices(app: App, door: HallDoor): void {
  const { context } = door
  const tags = ['services']
  const ServiceAnswer = Type.Object({ service: HallService, plan: Type.Integer() }, closed)

  app.put(
    '/api/services/:id/phase',
    {
      schema: {
        operationId: 'setPhase',
        summary:
          'Open, pause or close a service from now on; for a close, say what happens to those who wait',
        tags,
        params: IdParams,
        body: SetPhase,
        response: { 200: ServiceAnswer },
      },
      config: {
        key: 'honoured',
        problems: [
          'unknown-service',
          'people-waiting',
          'until-past',
          'same-service',
          'service-closed',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { body } = request
      const property = misfit(body)
      if (property !== null) return refuse(reply, 'bad-request', { members: { property } })
      const to = body.waiting === 'move' ? (body.to ?? null) : null
      const agency = context.hall.layout.services.get(to ?? '')?.agency
      if (agency !== undefined && !mayActFor(signedIn(request), agency)) return refuse(reply, 'not-allowed')
      const { languages } = context.hall.layout.plan
      const notes: Note[] = []
      const command = {
        type: 'set-phase',
        service: request.params.id,
        status: body.status,
        until: body.until === undefined ? null : Date.parse(body.until),
        reason: reasonOf(body.reason, notes),
        expected: body.expected ?? null,
        where: body.where === undefined ? null : inAllLanguages(languages, body.where),
        waiting: body.waiting ?? null,
        to,
      } as const
      return ask(door, request, reply, { command, by: actorOf(request), notes }, () => answer(request, reply))
    },
  )

  app.put(
    '/api/services/:id/quota',
    {
      schema: {
        operationId: 'setQuota',
        summary: 'Set how many numbers the service gives today; null: no limit',
        tags,
        params: IdParams,
        body: meantBody({ quota: Type.Union([Null, Type.Integer({ minimum: 0, maximum: 100_000 })]) }),
        response: { 200: ServiceAnswer },
      },
      config: { key: 'honoured', problems: ['unknown-service', 'storage-unavailable'] },
    },
    async (request, reply) => {
      const command = { type: 'set-quota', service: request.params.id, quota: request.body.quota } as const
      return ask(door, request, reply, { command, by: actorOf(request) }, () => answer(request, reply))
    },
  )

  app.put(
    '/api/counters/:id/services',
    {
      schema: {
        operationId: 'setDesk',
        summary: 'Set which services of its agency the counter serves today',
        tags: ['counters'],
        params: IdParams,
        body: meantAtCounter({
          services: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true }),
        }),
        response: { 200: CounterAnswer },
      },
      config: {
        key: 'honoured',
        problems: [
          'unknown-counter',
          'unknown-service',
          'other-agency',
          'people-waiting',
          'storage-unavailable',
        ],
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const command = { type: 'set-desk', counter: id, services: request.body.services } as const
      const detail = whoIsStranded(door, languageOf(request.headers['accept-language']))
      return ask(door, request, reply, { command, by: actorOf(request), detail }, () => answerAt(door, id))
    },
  )

  /** The service as it is now. A repeat may come when it is no longer in the plan. */
  function answer({ params: { id } }: ByService, reply: FastifyReply) {
    const service = context.hall.layout.services.get(id)
    if (!service) return refuse(reply, 'unknown-service', { members: { about: id } })
    return { service: hallService(context, service), plan: context.hall.layoutSeq }
  }

  function reasonOf(words: string | undefined, notes: Note[]): Reason | null {
    if (words === undefined) return null
    if (context.hall.layout.plan.reasons.pause.some(({ id }) => id === words)) return { code: words }
    const note = { id: newId(), text: words }
    notes.push(note)
    return { note: note.id }
  }
}

type ByService = FastifyRequest<{ Params: Static<typeof IdParams> }>

/** The first property that does not go with the status, is missing, or is no day or moment; null: none. */
function misfit(body: SetPhase): string | null {
  for (const [property, statuses] of Object.entries(FITS)) {
    if (lookUp(body, property) !== undefined && !statuses.includes(body.status)) return property
  }
  if (body.status === 'elsewhere' && body.where === undefined) return 'where'
  if ((body.waiting === 'move') !== (body.to !== undefined)) return 'to'
  if (body.until !== undefined && Number.isNaN(Date.parse(body.until))) return 'until'
  return body.expected !== undefined && !isDay(body.expected) ? 'expected' : null
}

/** Whether the calendar has such a day. */
function isDay(label: string): boolean {
  const at = Date.parse(`${label}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(label)
}

// What supervisors put right: they reopen a step that ended by mistake, and place somebody at a counter.

/** Why: at least one visible word. */
const WhyReopened = Written(200)
const StepParams = Type.Object({ ...IdParams.properties, step: Id }, closed)

/** Adds `POST /api/reception/visits/:id/steps/:step/reopen` and `/api/counters/:id/assign`. */
export function addSteering(app: App, door: HallDoor): void {
  const { context } = door

  app.post(
    '/api/reception/visits/:id/steps/:step/reopen',
    {
      schema: {
        operationId: 'reopenStep',
        summary: 'Reopen a step that ended today: it waits again, with all the credit',
        tags: ['reception'],
        params: StepParams,
        body: meantOfVisit({ reason: WhyReopened }),
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
        summary: 'Place somebody at the counter; the counter that the person held before is closed',
        tags: ['counters'],
        params: IdParams,
        body: meantAtCounter({ username: Id }),
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
