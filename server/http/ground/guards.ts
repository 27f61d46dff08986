// What is refused before a route: first what is wrong with any request (another host's name, another site's page), then
// whoever may not pass this door. Both run on `onRequest`, before the body is read or the hall asked. A caller who
// shows nothing is asked to sign in (401), one who shows the wrong thing is not allowed (403).
import type { FastifyReply, FastifyRequest, onRequestHookHandler, RouteOptions } from 'fastify'
import type { Access } from '../../access/access.ts'
import { mayActFor, staffCookie, type Who } from '../../access/who.ts'
import { unseen } from '../../hall/unseen.ts'
import { closeCodes } from '../../live/protocol.ts'
import { split } from '../../live/view-of.ts'
import { faults } from '../../texts/faults.ts'
import { type Credential, type FindAgency, type Params, credentialsFor, mayEnter } from './audience.ts'
import { type Door, linesOf } from './doors.ts'
import { languageOf } from './language.ts'
import { type HeardTime, clockHeader } from './other-clocks.ts'
import { refuse } from './problem.ts'
import type { App } from './request.ts'
import { createWay, type WayParts } from './way.ts'

interface EveryRequest extends WayParts {
  readonly access: Access
  /** Told what time callers report. */
  readonly heardTime: HeardTime
}

/** The hooks around everything, run for every ticket: a few tests, a Map look-up, a check of every text. */
export function guardEveryRequest(app: App, { access, heardTime, ...parts }: EveryRequest): void {
  const way = createWay(parts)
  let stopping = false
  app.addHook('preClose', (done) => {
    stopping = true
    done()
  })
  app.decorateRequest('who')
  app.decorateRequest('isLocked', {
    getter() {
      return way.isLocked(this)
    },
  })
  app.addHook('onRequest', (request, reply, done) => {
    withPlainHeaders(reply)
    request.who = access.who(request.raw.headers.cookie)
    if (!way.isOwn(request) && !isForWatchers(request)) {
      const members = { host: (request.raw.headers.host ?? '').slice(0, 100) }
      return refuse(reply, 'unknown-host', { members })
    }
    if (isGuarded(request)) {
      const { origin } = request.raw.headers
      if (stopping) return refuse(reply, 'stopping', { retryAfter: 5 })
      // No origin: no page sends it. Cookies are SameSite=Strict besides; this covers old browsers, and sockets.
      if (origin !== undefined && !way.isOrigin(origin, request)) return refuse(reply, 'foreign-origin')
      request.body = {}
    }
    heardTime(request, request.raw.headers[clockHeader])
    done()
  })
  app.addHook('preHandler', ({ body, headers }, reply, done) => {
    const property = unseenIn(body)
    if (property === null) return done()
    const detail = faults[languageOf(headers['accept-language'])].unseen(`“${property.slice(0, 100)}”`)
    refuse(reply, 'bad-request', { detail, members: { property: property.slice(0, 100) } })
  })
}

/** Whatever monitors the server may call it by any name. */
function isForWatchers(request: FastifyRequest): boolean {
  return request.routeOptions.url === '/api/health'
}

/** Whether it changes something or opens a socket. Reading pages and views is harmless, whatever page asks. */
function isGuarded(request: FastifyRequest): boolean {
  const { method, headers } = request.raw
  return (method !== 'GET' && method !== 'HEAD') || headers.upgrade !== undefined
}

/** Headers of every answer. Pages set others if they may be cached. */
export function withPlainHeaders<R extends Pick<FastifyReply, 'header'>>(reply: R): R {
  reply.header('cache-control', 'no-store')
  reply.header('x-content-type-options', 'nosniff')
  return reply
}

/** The first property whose text contains one, as the sender wrote it (`services/0`); null if none does. */
export function unseenIn(body: unknown): string | null {
  // A list of what is still to be checked, not recursion: a plan's body may be nested to any depth.
  const rest: [value: unknown, at: string][] = [[body, '']]
  for (let next = rest.pop(); next; next = rest.pop()) {
    const [value, at] = next
    if (typeof value === 'string' && unseen.test(value)) return at
    if (!isParsed(value)) continue
    for (const [name, inner] of Object.entries(value).reverse())
      rest.push([inner, at === '' ? name : `${at}/${name}`])
  }
  return null
}

/** A list or an object of JSON; a file's body is a stream, which is not text. */
function isParsed(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype
}

/** What has become of the session in a `Cookie` header; null if unknown. */
type WhyEnded = (cookies: string | undefined) => object | null

export type Guards = ReturnType<typeof createGuards>

/** Guards for the doors of a table. Throws if a line appears twice. */
export function createGuards(table: readonly Door[], find: FindAgency, whyEnded: WhyEnded = () => null) {
  const lines = once(table.flatMap((door) => linesOf(door).map((line) => [line, door] as const)))
  const topics = once(
    table.flatMap((door) => Object.keys(door.views ?? {}).map((topic) => [topic, door] as const)),
  )
  const guards = new Map(table.map((door) => [door, guard(door, find, whyEnded)]))
  const seen = new Set<string>()

  function doorOf({ method, url }: Pick<RouteOptions, 'method' | 'url'>): Door {
    // Whatever answers a GET answers its HEAD.
    const line = `${method === 'HEAD' ? 'GET' : String(method)} ${url}`
    const door = lines.get(line)
    if (!door) throw new Error(`who may? ${line} is not in server/http/ground/doors.ts`)
    seen.add(line)
    return door
  }

  return {
    /** Puts its guard before every route that is added from now on. Adding one without a line in the table throws. */
    standIn(app: App): void {
      app.addHook('onRoute', (route) => {
        const hook = guards.get(doorOf(route))
        const others = [route.onRequest ?? []].flat()
        // Fastify adds a HEAD, which has what its GET has already.
        if (hook && !others.includes(hook)) route.onRequest = [hook, ...others]
      })
    },

    /** Which cookies a route asks for; none if everybody may. */
    credentials: (route: Pick<RouteOptions, 'method' | 'url'>): Credential[] =>
      credentialsFor(doorOf(route).may),

    /** Throws if a line has no route. Without `pages` those outside of `/api/` have none. */
    allStand({ pages }: { pages: boolean }): void {
      const idle = [...lines.keys()].filter((line) => !seen.has(line) && (pages || line.includes(' /api/')))
      if (idle.length > 0)
        throw new Error(`no such routes: ${idle.join(', ')}; see server/http/ground/doors.ts`)
    },

    /** The code to close a socket with if this caller may not look at the topic, null if they may. */
    whyNot(topic: string, who: Who): number | null {
      const { door, params } = findTopic(topics, topic)
      if (!door) return closeCodes.noSuchTopic
      if (!mayEnter(door.may, who, true)) return closeCodes.notAllowed
      if (door.of === undefined) return null
      const found = find(door.of, params)
      // Only a caller who may see all is told that it does not exist; others could find out what exists.
      if ('unknown' in found)
        return mayEnter(door.may, who, false) ? closeCodes.noSuchTopic : closeCodes.notAllowed
      return mayEnter(door.may, who, isOwn(who, found.agency)) ? null : closeCodes.notAllowed
    },
  }
}

/** The guard of a door; undefined if everybody may, so that it costs nothing. */
function guard(
  { may, of, asksToSignIn, newcomersToo }: Door,
  find: FindAgency,
  whyEnded: WhyEnded,
): onRequestHookHandler | undefined {
  if (may.includes('nobody')) return undefined
  const credentials = credentialsFor(may)
  return (request, reply, done): void => {
    const { who } = request
    if (newcomersToo && who.newcomer !== null) done()
    else if (!mayEnter(may, who, true)) {
      const shown = asksToSignIn !== true && showsSomething(request, credentials)
      if (who.newcomer !== null) refuse(reply, 'password-must-change')
      else if (shown) refuse(reply, 'not-allowed')
      else {
        const ended = whyEnded(request.raw.headers.cookie)
        refuse(reply, 'not-signed-in', ended === null ? {} : { members: { ended } })
      }
    } else if (of === undefined) done()
    else {
      const found = find(of, request.params as Params)
      if ('unknown' in found)
        refuse(reply, found.unknown, { members: { about: (request.params as Params)['id'] } })
      else if (mayEnter(may, who, isOwn(who, found.agency))) done()
      else refuse(reply, 'not-allowed')
    }
  }
}

/** An ended session beside a valid device: the person should sign in again, so the device does not count. */
function showsSomething({ who, headers }: FastifyRequest, needed: readonly Credential[]): boolean {
  if (who.staff !== null) return true
  const hadSession = headers.cookie?.includes(`${staffCookie}=`) === true
  return (who.kiosk ?? who.display ?? who.survey) !== null && !(hadSession && needed.includes('staff'))
}

function isOwn({ staff }: Who, agency: string): boolean {
  return staff !== null && mayActFor(staff, agency)
}

/** A topic by its own line, or by that of its kind, with the part that fills the line's `<…>`. */
function findTopic(
  topics: ReadonlyMap<string, Door>,
  topic: string,
): { door?: Door | undefined; params: Params } {
  const [kind, id] = split(topic)
  const exact = topics.get(topic)
  if (exact || id === null) return { door: exact, params: {} }
  const line = [...topics.keys()].find((one) => one.startsWith(`${kind}:<`))
  return { door: line === undefined ? undefined : topics.get(line), params: { id } }
}

function once(lines: readonly (readonly [string, Door])[]): ReadonlyMap<string, Door> {
  const known = new Map<string, Door>()
  for (const [line, door] of lines) {
    if (known.has(line)) throw new Error(`who may? ${line} is twice in server/http/ground/doors.ts`)
    known.set(line, door)
  }
  return known
}
