// What the reception's routes share: a command about the visit that the address names, answered with how it stands then.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import type { Command } from '../hall/command.ts'
import { ReceptionVisit, receptionVisit } from '../live/reception.ts'
import { actorOf, ask, type HallDoor } from './ask.ts'
import { refuse } from './problem.ts'
import { closed } from './schemas.ts'

export const VisitAnswer = Type.Object({ visit: ReceptionVisit }, closed)
type VisitAnswer = Static<typeof VisitAnswer>
type ByVisit = FastifyRequest<{ Params: { id: string } }>

/** Gives the command; the answer is the visit as it stands then, and what `more` makes of it. */
export async function onVisit<T = VisitAnswer>(
  door: HallDoor,
  request: ByVisit,
  reply: FastifyReply,
  command: Command,
  more: (answer: VisitAnswer) => T,
): Promise<T | FastifyReply> {
  const { context } = door
  const { id } = request.params
  if (!context.hall.visits.has(id)) return refuse(reply, 'unknown-visit')
  return ask<T | FastifyReply>(door, request, reply, { command, by: actorOf(request) }, () => {
    // A repeat of a command from before midnight finds the visit gone.
    const visit = context.hall.visits.get(id)
    return visit ? more({ visit: receptionVisit(context, visit) }) : refuse(reply, 'unknown-visit')
  })
}
