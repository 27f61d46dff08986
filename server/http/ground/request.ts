// What our hooks add to Fastify's own types, in one place, and the type of the app that routes are added to.
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
} from 'fastify'
import type { TSchema } from 'typebox'
import type { Server } from 'node:https'
import type { Staff } from '../../access/staff.ts'
import type { Who } from '../../access/who.ts'
import type { Code } from './codes.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The caller, set before anything else looks at the request. */
    who: Who
    /** Whether it came by https, or should have: then cookies are for https only. */
    readonly isLocked: boolean
  }
  interface FastifyContextConfig {
    /** Codes that the route may answer with besides those that every route has; they go into its description. */
    problems?: readonly Code[]
    /** Whether the route wants an `Idempotency-Key` or merely honours one; only for its description. */
    key?: 'required' | 'honoured'
    /** The body if it is checked by hand; only for the description. */
    body?: TSchema
    /** The body is a file as it is; only for the description. */
    takesFile?: true
    /** A header of the answer; only for the description. */
    answerHeader?: { readonly name: string; readonly description: string }
  }
}

/** The app: plain http or https, one type for both. */
export type App = FastifyInstance<
  Server,
  RawRequestDefaultExpression<Server>,
  RawReplyDefaultExpression<Server>,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>

/** Who is signed in, with their own password or a one-time one, on a route that is open to both. */
export function person(request: { who: Who }): Staff {
  return request.who.newcomer ?? signedIn(request)
}

/** The signed-in person on a route that is open only to staff. Anywhere else it is a bug and throws. */
export function signedIn(request: { who: Who }): Staff {
  const { staff } = request.who
  if (staff === null) throw new Error('not behind a door of staff')
  return staff
}
