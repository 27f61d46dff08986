// What every command may say besides its request: until when it is meant, and what its sender saw. The hall decides
// what follows from that (hall/meant.ts); here it is read from the request.
import type { FastifyRequest } from 'fastify'
import { type TProperties, Type } from 'typebox'
import type { Meant } from '../../hall/command.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { closed, Id, Moment, Null } from './schemas.ts'

/** Until when it is meant, by the server's clock; later it answers `too-late`. In a body, or in a query. */
export const Until = { notAfter: Type.Optional(Moment) }

/** At a counter: also the call that was seen there. */
const AtCounter = {
  ...Until,
  call: Type.Optional(
    Type.Union([Id, Null], {
      description: 'The call that was seen at the counter; null: nobody was there',
    }),
  ),
}

/** About a visit: also how far it had come. */
const OfVisit = {
  ...Until,
  moves: Type.Optional(Type.Integer({ minimum: 0, description: 'The `moves` of the visit that was seen' })),
}

/** The body of a command, with until when it is meant. */
export const meantBody = <P extends TProperties>(properties: P) =>
  Type.Object({ ...properties, ...Until }, closed)

/** The same at a counter. */
export const meantAtCounter = <P extends TProperties>(properties: P) =>
  Type.Object({ ...properties, ...AtCounter }, closed)

/** The same about a visit. */
export const meantOfVisit = <P extends TProperties>(properties: P) =>
  Type.Object({ ...properties, ...OfVisit }, closed)

type Said = { notAfter?: string; call?: string | null; moves?: number; undo?: string }

/**
 * Reads what a request says about this, once the route's schema has checked its shape; or names the property that is
 * not a moment.
 */
export function meantOf({ body, query }: Pick<FastifyRequest, 'body' | 'query'>): Meant | { fault: string } {
  const { notAfter, call, moves, undo } = { ...(query as Said), ...(isSaid(body) ? body : {}) }
  if (notAfter !== undefined && Number.isNaN(Date.parse(notAfter))) return { fault: 'notAfter' }
  if (undo !== undefined && Number.isNaN(Date.parse(undo))) return { fault: 'undo' }
  return {
    ...(notAfter !== undefined && { notAfter: Date.parse(notAfter) }),
    ...(call !== undefined && { call }),
    ...(moves !== undefined && { moves }),
    ...(undo !== undefined && { undoUntil: Date.parse(undo) }),
  }
}

/** The request without `notAfter`: given again a little later it is the same command. */
export function askedOf({ url, body, query }: Pick<FastifyRequest, 'url' | 'body' | 'query'>): string {
  const path = (query as Said).notAfter === undefined ? url : url.replace(/[?&]notAfter=[^&]*/, '')
  if (!isSaid(body)) return path + JSON.stringify(body)
  const { notAfter: _, ...asked } = body
  return path + JSON.stringify(asked)
}

function isSaid(body: unknown): body is Said {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

/**
 * Refuses, from now on, what comes too late to a route that gives the hall no command (accounts, devices). Commands go
 * through `ask`, which looks at the key first. `now`: the hall's, milliseconds since 1970.
 */
export function refuseLate(app: App, now: () => number): void {
  app.addHook('preHandler', (request, reply, done): void => {
    if (request.method === 'GET' || request.routeOptions.config.key !== undefined) return done()
    const meant = meantOf(request)
    if ('fault' in meant) refuse(reply, 'bad-request', { members: { property: meant.fault } })
    else if (meant.notAfter !== undefined && meant.notAfter < now()) refuse(reply, 'too-late')
    else done()
  })
}
