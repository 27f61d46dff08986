// What browsers are told about the pages: load nothing from elsewhere, run nothing inline, let nobody frame them.
// Answers of the API are many and not pages, so they get only what matters there: see `server.ts`.
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'

/** Browser features that no page of ours needs. Sound plays by itself on the TV, so `autoplay` stays. */
const permissions = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'midi', 'display-capture']
  .map((feature) => `${feature}=()`)
  .join(', ')

/** Seconds for which a browser that once came by https uses nothing else. */
const STRICT = 365 * 24 * 60 * 60

/** Puts the headers on every route of `scope`. `publicUrl`: the hall's public address, or null. */
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
        // Browsers before 2022 (TVs) do not count the socket of the same host as 'self'.
        'connect-src': ["'self'", (request) => ownSockets(request, outside)],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
        'object-src': ["'none'"],
      },
    },
    // Set below, as the request tells how the page was reached.
    strictTransportSecurity: false,
    // Not no-referrer: with that, televisions of 2018 send their own commands with the origin `null`, which is
    // refused.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // Set below, as over plain http browsers ignore these two and complain on the console.
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
 * The socket addresses of the host that was asked for this page; behind a proxy the page may be https, and the host a
 * different one from what the browser knows.
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
