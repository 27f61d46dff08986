// What may be written to the log: no names, no cookies, and no address that opens something.
import type { FastifyBaseLogger, FastifyRequest } from 'fastify'
import { pino } from 'pino'

/** A request's address without its secrets: no query, and `…` for a visit's token. */
export function loggedUrl(url: string): string {
  const query = url.indexOf('?')
  const path = query === -1 ? url : url.slice(0, query)
  return path.replace(/^(\/t\/|\/api\/visits\/)[^/]+/u, '$1…')
}

export interface LogParts {
  /** Pino's: `info`, `warn`… */
  readonly level: string
  /** Where lines go, standard output by default. */
  readonly stream?: { write(line: string): void }
}

/** The log of the server: requests are not in it, only what goes wrong. */
export function createLog({ level, stream }: LogParts): FastifyBaseLogger {
  const options = {
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
  return stream === undefined ? pino(options) : pino(options, stream)
}
