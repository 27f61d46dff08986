// The API as the bench uses it: the kiosk and the manager of the first run, and the answers as JSON.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ id: string, number: string, visit: string }} Call */

/**
 * One caller with a cookie.
 * @param {number} port
 * @param {string} cookie
 */
function caller(port, cookie) {
  let count = 0
  return {
    cookie,
    /**
     * A command; throws unless it succeeds.
     * @template T
     * @param {string} path
     * @param {object} [body]
     * @returns {Promise<T>}
     */
    async post(path, body = {}) {
      const headers = {
        cookie,
        'content-type': 'application/json',
        'idempotency-key': `bench-${process.pid}-${performance.now()}-${(count += 1)}`,
      }
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${text}`)
      return JSON.parse(text)
    },
  }
}

/**
 * @template T
 * @param {number} port
 * @param {string} path
 * @returns {Promise<T>}
 */
export async function look(port, path) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`)
  return /** @type {Promise<T>} */ (answer.json())
}

/**
 * Enrols the kiosk of the first run.
 * @param {number} port
 * @param {string} dataDir
 */
export async function kioskOf(port, dataDir) {
  const token = new URL(firstRun(dataDir).enrol.kiosk).searchParams.get('enrol')
  return caller(port, await cookieFrom(port, '/api/devices/enrol', { token }))
}

/**
 * Enrols the display of the first run.
 * @param {number} port
 * @param {string} dataDir
 */
export async function displayOf(port, dataDir) {
  const token = new URL(firstRun(dataDir).enrol.display).searchParams.get('enrol')
  return caller(port, await cookieFrom(port, '/api/devices/enrol', { token }))
}

/**
 * Signs the manager of the first run in.
 * @param {number} port
 * @param {string} dataDir
 */
export async function managerOf(port, dataDir) {
  return caller(port, await cookieFrom(port, '/api/session', firstRun(dataDir).manager))
}

/**
 * @param {string} dataDir
 * @returns {{ manager: { username: string, password: string }, enrol: { kiosk: string, display: string } }}
 */
function firstRun(dataDir) {
  return JSON.parse(readFileSync(join(dataDir, 'first-run.json'), 'utf8'))
}

/**
 * @param {number} port
 * @param {string} path
 * @param {object} body
 */
async function cookieFrom(port, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const [cookie = ''] = (answer.headers.get('set-cookie') ?? '').split(';')
  if (!answer.ok || cookie === '') throw new Error(`${path}: ${await answer.text()}`)
  return cookie
}
