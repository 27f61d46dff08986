// Signing in and out, who am I, and the own password.
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import type { Access } from '../access/access.ts'
import { changePassword, signIn, signOut, type AccessRefusal } from '../access/sign-in.ts'
import type { Staff } from '../access/staff.ts'
import { staffCookie } from '../access/who.ts'
import { clearCookie, cookieOf, setCookie } from './cookies.ts'
import { refuse } from './problem.ts'
import { signedIn, type App } from './request.ts'
import { closed, Nothing, StaffAnswer } from './schemas.ts'

export interface SessionParts {
  access: Access
  /** Somebody signs out: the counter they hold is paused. */
  onSignOut: (staff: Staff) => void | Promise<void>
  /** Somebody has a new password: the first run's file goes. */
  onPasswordChanged: (staff: Staff) => void
}

const tags = ['session']
const Password = Type.String({ minLength: 1, maxLength: 1000 })

/** Adds `/api/session` and `/api/session/password`. */
export function addSession(app: App, { access, onSignOut, onPasswordChanged }: SessionParts): void {
  app.route({
    method: 'POST',
    url: '/api/session',
    schema: {
      operationId: 'signIn',
      summary: 'Sign in; a session cookie comes with the answer',
      tags,
      body: Type.Object(
        { username: Type.String({ minLength: 1, maxLength: 100 }), password: Password },
        closed,
      ),
      response: { 200: StaffAnswer },
    },
    config: { problems: ['bad-credentials', 'too-many-attempts', 'too-many-requests'] },
    handler: async (request, reply) => {
      const before = { staff: request.who.staff, token: cookieOf(request, staffCookie) }
      const done = await signIn(access, { ...request.body, address: request.ip })
      if ('refused' in done) return refuseAccess(reply, done)
      // A colleague takes over the browser: the one before has left, as by signing out.
      const other = before.staff?.id === done.staff.id ? null : before.staff
      if (other !== null) await onSignOut(other)
      if (before.token !== null && other !== null) signOut(access, other, before.token, request.ip)
      else if (before.token !== null) access.sessions.end(before.token)
      setCookie(reply, staffCookie, done.token)
      return answer(done.staff)
    },
  })

  app.route({
    method: 'GET',
    url: '/api/session',
    schema: { operationId: 'whoAmI', summary: 'Who is signed in', tags, response: { 200: StaffAnswer } },
    handler: (request) => answer(signedIn(request)),
  })

  app.route({
    method: 'DELETE',
    url: '/api/session',
    schema: {
      operationId: 'signOut',
      summary: 'Sign out; the counter held is paused',
      tags,
      response: { 200: Nothing },
    },
    handler: async (request, reply) => {
      const staff = signedIn(request)
      await onSignOut(staff)
      const token = cookieOf(request, staffCookie)
      if (token !== null) signOut(access, staff, token, request.ip)
      clearCookie(reply, staffCookie)
      return {}
    },
  })

  app.route({
    method: 'POST',
    url: '/api/session/password',
    schema: {
      operationId: 'changePassword',
      summary: 'Change the own password; other sessions of the person end',
      tags,
      body: Type.Object({ current: Password, next: Password }, closed),
      response: { 200: StaffAnswer },
    },
    config: { problems: ['weak-password', 'bad-credentials', 'too-many-attempts', 'too-many-requests'] },
    handler: async (request, reply) => {
      const token = cookieOf(request, staffCookie)
      const person = { staff: signedIn(request), token, address: request.ip }
      const done = await changePassword(access, { ...request.body, ...person })
      if ('refused' in done) return refuseAccess(reply, done)
      onPasswordChanged(done)
      return answer(done)
    },
  })
}

async function refuseAccess(reply: FastifyReply, refusal: AccessRefusal): Promise<FastifyReply> {
  if (refusal.refused === 'bad-credentials') await pause(refusal.slowDown)
  return refuse(reply, refusal.refused, 'retryAfter' in refusal ? { retryAfter: refusal.retryAfter } : {})
}

function answer({ username, name, role, agency, mustChange }: Staff) {
  return { staff: { username, name, role, agency, mustChange } }
}
