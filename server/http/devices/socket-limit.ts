// How many sockets may be open, so that nobody fills the server with them. Counting by address alone does not work:
// two thousand phones come from one, behind the Wi-Fi's router or a mobile network's. So strangers share one large
// number, of which no address gets more than half, and known callers (staff, kiosks, boards) are counted separately
// and always get in.
import type { FastifyRequest } from 'fastify'
import { network } from '../../access/throttle.ts'

export interface SocketLimits {
  /** All strangers together: phones, and screens that nobody enrolled. */
  readonly strangers: number
  /** Strangers at one address: more phones than a hall has visitors in an hour. */
  readonly address: number
  /** One person or one device: a panel in a few tabs, a board in all its zones. */
  readonly known: number
}

/** A socket takes about 40 KB: this is 250 MB at worst, and three times what the largest hall needs. */
export const usualLimits: SocketLimits = { strangers: 6_000, address: 3_000, known: 100 }

/** The same if fewer connections are allowed: half of them for sockets, the rest for requests. */
export function socketLimitsFor(lines: number): SocketLimits {
  const strangers = Math.min(usualLimits.strangers, Math.floor(lines / 2))
  return { ...usualLimits, strangers, address: Math.floor(strangers / 2) }
}

/** Counts the sockets. `take` returns a function that gives the place back, or null if there is none. */
export function createSocketLimit(limits: SocketLimits = usualLimits) {
  const open = new Map<string, number>()
  const count = (key: string, by: number) => {
    const now = (open.get(key) ?? 0) + by
    if (now === 0) open.delete(key)
    else open.set(key, now)
  }

  return {
    take(request: Pick<FastifyRequest, 'who' | 'ip'>): (() => void) | null {
      const known = nameOf(request)
      const places: [key: string, most: number][] =
        known === null
          ? [
              ['strangers', limits.strangers],
              [`address ${network(request.ip)}`, limits.address],
            ]
          : [[known, limits.known]]
      if (places.some(([key, most]) => (open.get(key) ?? 0) >= most)) return null
      for (const [key] of places) count(key, 1)
      return () => {
        for (const [key] of places) count(key, -1)
      }
    },
    /** How many keys are stored: none once all sockets are gone. */
    size: () => open.size,
  }
}

export type SocketLimit = ReturnType<typeof createSocketLimit>

function nameOf({ who: { staff, kiosk, display } }: Pick<FastifyRequest, 'who'>): string | null {
  if (staff) return `staff ${staff.id}`
  const device = kiosk ?? display
  return device ? `device ${device.id}` : null
}
