// The own sessions: where one is signed in, and ending a session that was forgotten somewhere.
import { Type } from 'typebox'
import type { Access } from '../access/access.ts'
import { sessionId } from '../access/sessions.ts'
import { signOut } from '../access/sign-in.ts'
import type { Staff } from '../access/staff.ts'
import { staffCookie } from '../access/who.ts'
import { clearCookie, cookieOf } from './cookies.ts'
import { meantBody } from './meant.ts'
import { refuse } from './problem.ts'
import { type App, signedIn } from './request.ts'
import { closed, IdParams, Nothing, Null } from './schemas.ts'
import { addressOf } from './way.ts'

export interface OwnSessionsParts {
  access: Access
  /** Somebody signs out: the counter they hold is paused. */
  onSignOut: (staff: Staff) => void | Promise<void>
}

const tags = ['session']
const Words = Type.Union([Type.String(), Null])
const OwnSession = Type.Object(
  {
    id: Type.String(),
    /** The one that asks. */
    current: Type.Boolean(),
    browser: Words,
    system: Words,
    address: Words,
    since: Type.String(),
    lastUsedAt: Type.String(),
    endsAt: Type.String(),
  },
  closed,
)

/** Adds `/api/session/list` and `/api/session/:id`. */
export function addOwnSessions(app: App, { access, onSignOut }: OwnSessionsParts): void {
  app.route({
    method: 'GET',
    url: '/api/session/list',
    schema: {
      operationId: 'listOwnSessions',
      summary: 'Where I am signed in, the newest first',
      tags,
      response: { 200: Type.Object({ sessions: Type.Array(OwnSession) }, closed) },
    },
    handler: (request) => {
      const token = cookieOf(request, staffCookie)
      const own = token === null ? null : sessionId(token)
      const sessions = access.sessions.list(signedIn(request).id)
      return {
        sessions: sessions.map(({ since, lastUsedAt, endsAt, ...session }) => ({
          ...session,
          current: session.id === own,
          since: iso(since),
          lastUsedAt: iso(lastUsedAt),
          endsAt: iso(endsAt),
        })),
      }
    },
  })

  app.route({
    method: 'DELETE',
    url: '/api/session/:id',
    schema: {
      operationId: 'endOwnSession',
      summary: 'End one of my sessions; the own one is signed out of',
      tags,
      params: IdParams,
      querystring: meantBody({}),
      response: { 200: Nothing },
    },
    config: { problems: ['unknown-session'] },
    handler: async (request, reply) => {
      const { id } = request.params
      const staff = signedIn(request)
      const token = cookieOf(request, staffCookie)
      if (token !== null && sessionId(token) === id) {
        await onSignOut(staff)
        signOut(access, staff, token, addressOf(request))
        clearCookie(reply, staffCookie)
        return {}
      }
      const ended = access.together(() => {
        if (!access.sessions.endOne(staff.id, id)) return false
        const about = `staff:${staff.id}` as const
        const { agency } = staff
        access.log.write({
          by: about,
          action: 'session-ended',
          about,
          agency,
          detail: { address: addressOf(request) },
        })
        return true
      })
      if (!ended) return refuse(reply, 'unknown-session', { members: { about: id } })
      return {}
    },
  })
}

const iso = (at: number) => new Date(at).toISOString()
