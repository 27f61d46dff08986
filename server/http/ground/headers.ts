// What browsers are told about the pages: load nothing from elsewhere, run nothing inline, be framed by nobody.
// Answers of the API get only what matters there, as they are many and no page: see `server.ts`.
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'

/** What no page of ours ever needs of the browser. Sound plays by itself on the TV, so `autoplay` stays. */
const permissions = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'midi', 'display-capture']
  .map((feature) => `${feature}=()`)
  .join(', ')

/** Seconds in which a browser that once came by https comes no other way. */
const STRICT = 365 * 24 * 60 * 60

/** Puts the headers on every route of `scope`. `publicUrl`: under which the hall is reached from outside, or null. */
export async function securePages(
  scope: FastifyInstance,
  { publicUrl }: { publicUrl: string | null },
): Promise<void> {
  const outside = publicUrl === null ? '' : ` ${new URL(publicUrl).origin.replace(/^http/, 'ws')}`
  await scope.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'media-src': ["'self'"],
        'font-src': ["'self'"],
        // Browsers before 2022 (TVs) do not take 'self' for the socket of the same host.
        'connect-src': ["'self'", (request) => ownSockets(request, outside)],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
      },
    },
    // Below: by which way a page came is told from its request.
    strictTransportSecurity: false,
    // Not no-referrer: with that televisions of 2018 send their own commands with the origin `null`, which is refused.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // Set below: over plain http browsers ignore these two and complain on the console.
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  })
  scope.addHook('onRequest', (request, reply, done) => {
    reply.header('permissions-policy', permissions)
    if (request.isLocked) reply.header('strict-transport-security', `max-age=${STRICT}`)
    if (isTrustworthy(request)) reply.header('cross-origin-opener-policy', 'same-origin')
    done()
  })
}

/**
 * The addresses of sockets to the host that this page was asked of; behind a proxy the page may be https, and the host another
 * one than the browser knows.
 */
function ownSockets(request: Pick<IncomingMessage, 'headers'>, outside: string): string {
  const host = request.headers.host ?? ''
  return /^[\w.-]+(?::\d+)?$|^\[[\da-f:]+\](?::\d+)?$/iu.test(host)
    ? `ws://${host} wss://${host}${outside}`
    : ''
}

function isTrustworthy({ isLocked, hostname }: FastifyRequest): boolean {
  return isLocked || hostname === 'localhost' || hostname === '127.0.0.1'
}
