// Signing in and out, who is signed in, a person's own password, and their sessions on other computers. Also open to
// somebody who still has to change a one-time password.
import { Type } from 'typebox'
import type { Access } from '../../access/access.ts'
import { browserOf, sessionId } from '../../access/sessions.ts'
import { changePassword, signIn, signOut } from '../../access/sign-in.ts'
import type { Staff } from '../../access/staff.ts'
import { staffCookie } from '../../access/who.ts'
import type { HeldCounter } from './staff-answers.ts'
import { clearCookie, cookieOf, setCookie } from '../ground/cookies.ts'
import { meantBody } from '../ground/meant.ts'
import { refuse, refuseAccess } from '../ground/problem.ts'
import { type App, person, signedIn } from '../ground/request.ts'
import { closed, Id, IdParams, Nothing, Null, StaffAnswer } from '../ground/schemas.ts'
import { addressOf } from '../ground/way.ts'

export interface SessionParts {
  access: Access
  /** Somebody signs out: the counter they hold is paused. */
  onSignOut: (staff: Staff) => void | Promise<void>
  /** Somebody has a new password: the first run's file goes. */
  onPasswordChanged: (staff: Staff) => void
  /** Names of the hall and this person's agency: no password may consist of them alone. */
  namesAround: (staff: Staff) => readonly string[]
  /** The hall's clock, milliseconds since 1970. */
  now: () => number
  /** The counters that this person holds: one may have been handed over to them since. */
  countersOf: (staff: Staff) => HeldCounter[]
}

const tags = ['session']
const Password = Type.String({ minLength: 1, maxLength: 1000 })

/** Adds `/api/session` and `/api/session/password`. */
export function addSession(
  app: App,
  { access, onSignOut, onPasswordChanged, namesAround, now, countersOf }: SessionParts,
): void {
  app.route({
    method: 'POST',
    url: '/api/session',
    schema: {
      operationId: 'signIn',
      summary: 'Sign in; the answer sets a session cookie',
      tags,
      body: Type.Object({ username: Id, password: Password }, closed),
      response: { 200: StaffAnswer },
    },
    config: {
      problems: [
        'bad-credentials',
        'password-expired',
        'agency-gone',
        'too-many-attempts',
        'too-many-requests',
      ],
    },
    handler: async (request, reply) => {
      const before = {
        staff: request.who.staff ?? request.who.newcomer,
        token: cookieOf(request, staffCookie),
      }
      const from = { address: addressOf(request), ...browserOf(request.headers['user-agent']) }
      const done = await signIn(access, { ...request.body, ...from })
      if ('refused' in done) return refuseAccess(reply, done)
      // A colleague takes over the browser: the previous person has left, as if signing out.
      const other = before.staff?.id === done.staff.id ? null : before.staff
      if (other !== null) await onSignOut(other)
      if (before.token !== null && other !== null) signOut(access, other, before.token, addressOf(request))
      else if (before.token !== null) access.sessions.end(before.token)
      setCookie(reply, staffCookie, done.token)
      return answer(done.staff)
    },
  })

  app.route({
    method: 'GET',
    url: '/api/session',
    schema: { operationId: 'whoAmI', summary: 'Who is signed in', tags, response: { 200: StaffAnswer } },
    handler: (request) => ({ ...answer(person(request)), counters: countersOf(person(request)) }),
  })

  app.route({
    method: 'DELETE',
    url: '/api/session',
    schema: {
      operationId: 'signOut',
      summary: 'Sign out; the person’s counter is paused',
      tags,
      querystring: meantBody({}),
      response: { 200: Nothing },
    },
    handler: async (request, reply) => {
      const staff = person(request)
      await onSignOut(staff)
      const token = cookieOf(request, staffCookie)
      if (token !== null) signOut(access, staff, token, addressOf(request))
      clearCookie(reply, staffCookie)
      return {}
    },
  })

  app.route({
    method: 'POST',
    url: '/api/session/password',
    schema: {
      operationId: 'changePassword',
      summary: 'Change your own password; your other sessions end',
      tags,
      body: meantBody({ current: Password, next: Password }),
      response: { 200: StaffAnswer },
    },
    config: { problems: ['weak-password', 'bad-credentials', 'too-many-attempts', 'too-many-requests'] },
    handler: async (request, reply) => {
      const staff = person(request)
      const done = await changePassword(access, {
        ...request.body,
        staff,
        token: cookieOf(request, staffCookie),
        address: addressOf(request),
        names: namesAround(staff),
      })
      if ('refused' in done) return refuseAccess(reply, done)
      onPasswordChanged(done)
      return answer(done)
    },
  })

  function answer({ username, name, role, agency, mustChange, oneTimeUntil }: Staff) {
    const oneTime = oneTimeUntil === null ? {} : { oneTime: true }
    const at = new Date(now()).toISOString()
    return { staff: { username, name, role, agency, mustChange, ...oneTime }, at }
  }
}

export interface OwnSessionsParts {
  access: Access
  /** Somebody signs out: the counter they hold is paused. */
  onSignOut: (staff: Staff) => void | Promise<void>
}

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
      summary: 'Your own sessions, newest first',
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
      summary: 'End one of your own sessions; ending the current one signs you out',
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
