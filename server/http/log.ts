// What may be written to the log: no names, no cookies, and no address that opens something.
import type { FastifyRequest } from 'fastify'

/** A request's address without its secrets: no query, and `…` for a visit's token. */
export function loggedUrl(url: string): string {
  const query = url.indexOf('?')
  const path = query === -1 ? url : url.slice(0, query)
  return path.replace(/^(\/t\/|\/api\/visits\/)[^/]+/u, '$1…')
}

/** Pino options for Fastify. `level` is pino's; requests are not logged, only what goes wrong. */
export function logOptions(level: string) {
  return {
    level,
    base: null,
    serializers: {
      req: ({ id, method, url }: FastifyRequest) => ({ id, method, url: loggedUrl(url) }),
    },
    redact: {
      paths: ['cookie', 'token', 'password', 'headers', '*.cookie', '*.token', '*.password', '*.headers'],
      remove: true,
    },
  }
}
