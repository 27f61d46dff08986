// Commands and sockets must come from our own pages: a browser names the page's origin, and a foreign one is refused.
// (Cookies are SameSite=Strict besides; this also covers old browsers and the sockets, which no CORS rule guards.)
import type { FastifyRequest } from 'fastify'

/** Whether this request changes something or opens a socket. Reading pages and views is harmless. */
export function isGuarded(request: FastifyRequest): boolean {
  const { method, headers } = request.raw
  return (method !== 'GET' && method !== 'HEAD') || headers.upgrade !== undefined
}

/**
 * A check of `Origin`: absent passes (not a browser), else it must be the host the request was sent to, or
 * `publicOrigin` (`https://…`, null if the hall has none).
 */
export function originCheck(publicOrigin: string | null): (request: FastifyRequest) => boolean {
  return (request) => {
    const { origin, host } = request.raw.headers
    if (origin === undefined || origin === publicOrigin) return true
    // The second host is the one that a trusted proxy was asked for.
    return isAt(origin, host ?? '') || isAt(origin, request.host)
  }
}

/** Whether `origin` is `http://host` or `https://host`, without making a string of it: tickets pass here. */
function isAt(origin: string, host: string): boolean {
  if (host === '' || !origin.endsWith(host)) return false
  const before = origin.length - host.length
  return before === 7 ? origin.startsWith('http://') : before === 8 && origin.startsWith('https://')
}
