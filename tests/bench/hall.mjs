// A running hall and what the rows need of it: its open services, visitors with numbers, staff at their counters.
import { kioskOf, look, managerOf } from './door.mjs'
import { startAntre } from './processes.mjs'

/** @import { Server } from './processes.mjs' */

/**
 * @typedef {{ id: string, status: string }} Service
 * @typedef {{ id: string, services: string[] }} Counter
 * @typedef {Awaited<ReturnType<typeof enter>>} Hall
 */

/** Tickets asked for at a time where nothing is measured. */
const AT_ONCE = 16

/**
 * Starts a server on a folder and lets its kiosk in.
 * @param {string} dataDir
 * @param {{ clockOffset?: number }} [clock] seconds that its clock is ahead
 */
export async function openHall(dataDir, clock = {}) {
  return enter(await startAntre(dataDir, clock), dataDir)
}

/**
 * Lets the kiosk of a running server in.
 * @param {Server} server
 * @param {string} dataDir
 */
export async function enter(server, dataDir) {
  const kiosk = await kioskOf(server.port, dataDir)
  /** @type {{ services: Service[], counters: Counter[] }} */
  const { services, counters } = await look(server.port, '/api/hall')
  const open = services.filter(({ status }) => status === 'open' || status === 'trial').map(({ id }) => id)
  return { server, dataDir, kiosk, open, counters }
}

/**
 * Takes tickets, for the given services in turn.
 * @param {Pick<Hall, 'kiosk'>} hall
 * @param {number} count
 * @param {string[]} services
 * @returns {Promise<string[]>} the visits' tokens
 */
export async function takeTickets({ kiosk }, count, services) {
  /** @type {string[]} */
  const tokens = []
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, async (_, index) => {
      const service = services[(from + index) % services.length]
      /** @type {{ visit: { token: string } }} */
      const { visit } = await kiosk.post('/api/visits', { services: [service] })
      return visit.token
    })
    tokens.push(...(await Promise.all(some)))
  }
  return tokens
}

/**
 * Signs in the manager, who may hold several counters, and opens these.
 * @param {{ server: Server, dataDir: string }} hall
 * @param {Counter[]} counters
 */
export async function openCounters({ server, dataDir }, counters) {
  const manager = await managerOf(server.port, dataDir)
  for (const { id } of counters) await manager.post(`/api/counters/${id}/open`)
  return {
    cookie: manager.cookie,
    post: manager.post,
    /**
     * Serves the visitor who was called, so that the counter is free again.
     * @param {string} counter
     */
    async serve(counter) {
      await manager.post(`/api/counters/${counter}/start`)
      await manager.post(`/api/counters/${counter}/finish`)
    },
  }
}
