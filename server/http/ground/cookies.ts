// Writes our two cookies: no script can read them, no other site's page sends them.
import type { FastifyReply, FastifyRequest } from 'fastify'
import { deviceCookie, readCookie, staffCookie } from '../../access/who.ts'

const day = 24 * 60 * 60

/**
 * Seconds a browser keeps each. The session itself ends after 16 hours; the cookie outlives it, so that an ended
 * session can be told from none. 400 days is the longest that browsers accept (RFC 6265bis), so a device's is renewed
 * whenever it loads its page.
 */
const maxAge = { [staffCookie]: 2 * day, [deviceCookie]: 400 * day }

export type CookieName = keyof typeof maxAge

/** Gives the browser a cookie, `Secure` if the request came by https or should have. */
export function setCookie(reply: FastifyReply, name: CookieName, value: string): void {
  reply.header('set-cookie', cookie(reply.request, name, value, maxAge[name]))
}

/** Deletes a cookie in the browser. */
export function clearCookie(reply: FastifyReply, name: CookieName): void {
  reply.header('set-cookie', cookie(reply.request, name, '', 0))
}

/** The value of one of our cookies in the request. */
export function cookieOf(request: FastifyRequest, name: CookieName): string | null {
  return readCookie(request.headers.cookie ?? '', name)
}

function cookie(request: FastifyRequest, name: CookieName, value: string, seconds: number): string {
  const secure = request.isLocked ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`
}
