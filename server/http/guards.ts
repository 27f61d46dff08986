// Who may call a route: hooks for a route's `onRequest`, so that they run before the body is read or the hall asked.
import type { FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify'
import { staffCookie, type Who } from '../access/who.ts'
import { refuse } from './problem.ts'

/** Which cookies open a route, for its description. */
export type Credential = 'staff' | 'device'

const credentials = new WeakMap<object, readonly Credential[]>()

/** The credentials that a route's guard asks for; null if it is none of ours. */
export function credentialsOf(guard: unknown): readonly Credential[] | null {
  return typeof guard === 'object' || typeof guard === 'function'
    ? (credentials.get(guard ?? {}) ?? null)
    : null
}

/**
 * Makes a guard. Who shows nothing is asked to sign in (401), who shows the wrong thing is not allowed (403).
 */
function guard(
  needed: readonly Credential[],
  may: (who: Who) => boolean,
  otherwise: 'by-what-is-shown' | 'always-sign-in' = 'by-what-is-shown',
): onRequestHookHandler {
  const hook = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    if (may(request.who)) done()
    else if (otherwise === 'always-sign-in' || !showsSomething(request, needed))
      refuse(reply, 'not-signed-in')
    else refuse(reply, 'not-allowed')
  }
  credentials.set(hook, needed)
  return hook
}

/** A session that ended beside a device that lives: the person should sign in again, so it counts as nothing. */
function showsSomething({ who, headers }: FastifyRequest, needed: readonly Credential[]): boolean {
  if (who.staff !== null) return true
  const hadSession = headers.cookie?.includes(`${staffCookie}=`) === true
  return (who.kiosk ?? who.display) !== null && !(hadSession && needed.includes('staff'))
}

/** For what is about the session itself: a device is no person, so it is asked to sign in as well. */
export const requireSession = guard(['staff'], ({ staff }) => staff !== null, 'always-sign-in')

export const requireStaff = guard(['staff'], ({ staff }) => staff !== null)

export const requireManager = guard(['staff'], ({ staff }) => staff?.role === 'manager')

/** A supervisor of any agency, or a manager; which agency is for the route to look at. */
export const requireSupervisor = guard(['staff'], ({ staff }) => staff !== null && staff.role !== 'officer')

export const requireKiosk = guard(['device'], ({ kiosk }) => kiosk !== null)

export const requireDisplay = guard(['device'], ({ display }) => display !== null)

export const requireKioskOrStaff = guard(
  ['device', 'staff'],
  ({ staff, kiosk }) => staff !== null || kiosk !== null,
)
