// How a request came, as far as can be known: for which name, by https or not, from which address, and to which page.
// A proxy on this PC is believed (`trustProxy`), and what it fails to say is inferred; nobody else is believed.
import type { FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { isIP, isIPv4, isIPv6 } from 'node:net'
import { hostname } from 'node:os'
import { boundedMap } from '../../access/bounded-map.ts'

/** Finds the name in a `Host`: an IPv6 address is in brackets; a trailing dot says that the name is complete. */
const form = /^(?:\[([\da-f:.]+)(?:%[\w.-]+)?\]|([\w-]+(?:\.[\w-]+)*)\.?)(?::\d{0,5})?$/i
/** `http://host:port` of a target that is a whole address. */
const wholeTarget = /^https?:\/\/([^/?#]*)(.*)$/is
/** Spellings of our own names and addresses to remember, so that a ticket costs one look-up. */
const MOST_KEPT = 500
/** No name is longer (RFC 1035). */
const LONGEST = 260

export interface WayParts {
  /** `https://…`, the hall's public address, null if it has none. */
  readonly publicUrl: string | null
  /** More names under which it is reached, without a port, in lower case. */
  readonly hostNames?: readonly string[]
}

export type Way = ReturnType<typeof createWay>

/** What can be asked about requests. */
export function createWay({ publicUrl, hostNames = [] }: WayParts) {
  const url = publicUrl === null ? null : new URL(publicUrl)
  const publicName = url === null ? null : nameOf(url.host)
  /** The name that is reached only by https. */
  const lockedName = url?.protocol === 'https:' ? publicName : null
  const names = new Set(['localhost', ...hostNames, ...(publicName === null ? [] : [publicName])])
  const kept = boundedMap<string, true>(MOST_KEPT)

  /** Whether it is the server's: an address (another site's page can only be given a name), or one of its names. */
  function isOwn(host: string): boolean {
    if (kept.get(host) === true) return true
    const name = nameOf(host)
    // Asked each time: a PC may get its name while the server runs.
    const found = name !== null && (isIP(name) !== 0 || names.has(name) || isOfThisPc(name))
    if (found) kept.set(host, true)
    return found
  }

  /**
   * Whether it certainly came by https: by our own, by what a trusted proxy says, or because that name has no other
   * way.
   */
  function byHttps(request: FastifyRequest): boolean {
    if (request.protocol === 'https') return true
    if (lockedName === null) return false
    const { host = '' } = request.raw.headers
    return nameOf(host) === lockedName || (request.host !== host && nameOf(request.host) === lockedName)
  }

  return {
    /** Whether the server goes by the name that a request was sent to. A request without a name is no browser's. */
    isOwn: ({ raw }: FastifyRequest): boolean => isOwn(raw.headers.host ?? ''),

    /**
     * Whether cookies are for https only. A proxy that passes on neither Host nor protocol looks like a browser on
     * this PC, which accepts such cookies at `localhost` too.
     */
    isLocked(request: FastifyRequest): boolean {
      if (byHttps(request)) return true
      const { host = '', 'x-forwarded-proto': told } = request.raw.headers
      return (
        lockedName !== null &&
        told === undefined &&
        isLoopback(request.raw.socket.remoteAddress ?? '') &&
        isLoopback(nameOf(host) ?? '')
      )
    },

    /** Whether `origin` is that of a page of ours: `PUBLIC_URL`'s, or the very host that the request was sent to. */
    isOrigin(origin: string, request: FastifyRequest): boolean {
      if (origin === url?.origin) return true
      const { host = '' } = request.raw.headers
      // The second host is the one that a trusted proxy was asked for.
      const isHere = isAt(origin, host) || (isAt(origin, request.host) && isOwn(request.host))
      return isHere && (origin.startsWith('https:') || !byHttps(request))
    },
  }
}

/** Whether `origin` is `http://host` or `https://host`, without building a string: every ticket passes here. */
function isAt(origin: string, host: string): boolean {
  if (host === '' || !origin.endsWith(host)) return false
  const before = origin.length - host.length
  return before === 7 ? origin.startsWith('http://') : before === 8 && origin.startsWith('https://')
}

/** The name of a `Host`, in lower case, without port and brackets; null if it is invalid. */
function nameOf(host: string): string | null {
  const [, address, name] = host.length > LONGEST ? [] : (form.exec(host) ?? [])
  if (address !== undefined) return isIPv6(address) ? address.toLowerCase() : null
  return name === undefined ? null : name.toLowerCase()
}

/** Its own name, with and without its domain, and as the network finds it by mDNS. */
function isOfThisPc(name: string): boolean {
  const own = hostname().toLowerCase()
  const [first = ''] = own.split('.')
  return (
    first !== '' && (name === own || name === first || name === `${first}.local` || name === `${own}.local`)
  )
}

/** Whether a name or an address is this PC itself. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/i, '')
  return plain === 'localhost' || plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'))
}

/**
 * The target of a request without the host before it if it is a whole address, `http://host/path`. That host is then
 * the one that counts, whatever the `Host` says (RFC 9112, 3.2.2): it takes its place.
 */
export function targetOf(request: Pick<IncomingMessage, 'url' | 'headers'>): string {
  const { url = '/', headers } = request
  const [, host, rest = ''] = url.startsWith('/') ? [] : (wholeTarget.exec(url) ?? [])
  if (host === undefined) return url
  headers.host = host
  return rest.startsWith('/') ? rest : `/${rest}`
}

/**
 * The address that a request came from, as IPv4 if it is one: what a proxy reports may be anything that a stranger
 * wrote.
 */
export function addressOf(request: FastifyRequest): string {
  const told = plainAddress(request.ip)
  return isIP(told) === 0 ? plainAddress(request.raw.socket.remoteAddress ?? '') : told
}

/** Without the port that some proxies append. */
function plainAddress(told: string): string {
  const address = /^\[(.*)\](?::\d+)?$/.exec(told)?.[1] ?? /^([\d.]+):\d+$/.exec(told)?.[1] ?? told
  return address.replace(/^::ffff:(?=[\d.]+$)/i, '')
}

// Addresses of pages as people type, truncate and scan them: anything after `/t/` leads to the page of a visit, after
// `/layanan/` to that of a service, after `/skm/` to a published report, and these pages say in words if there is no
// such thing. Without this the router would answer first, with a problem meant for programs.

/** Longest part of an address that the router takes, in characters: its own limit. */
const LONGEST_PART = 100

/** The same address, or, if the router would refuse it, one that leads to the page's own 404. */
export function pageAddress(url: string): string {
  const page = ['/t/', '/layanan/', '/skm/'].find((start) => url.startsWith(start))
  if (page === undefined) return url
  const [path = '', query] = url.split(/\?(.*)/su)
  const given = path.slice(page.length)
  // People type a slash at the end out of habit.
  const rest = page === '/t/' ? given : given.replace(/(?<=.)\/$/u, '')
  const token = page === '/t/' ? rest : rest.replace(/\/lembar$/u, '')
  const asked = query === undefined ? '' : `?${query}`
  if (isReadable(token)) return rest === given ? url : `${page}${rest}${asked}`
  // No token, id or period begins with a dot, so this opens nothing that the original address would not.
  const harmless = token.slice(0, LONGEST_PART).replaceAll(/[^\w-]/gu, '.')
  return `${page}.${harmless.slice(1)}${asked}`
}

/** Whether the router takes it: one part of an address, not too long, and properly encoded. */
function isReadable(token: string): boolean {
  if (token.length > LONGEST_PART || token.includes('/')) return false
  try {
    decodeURIComponent(token)
    return true
  } catch {
    return false
  }
}
