// Rules I: who gets in. Requests are made from the table of server/http/ground/doors.ts: every line of it with
// everybody.
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roles } from '../../server/http/ground/audience.ts'
import { doors, linesOf } from '../../server/http/ground/doors.ts'
import { createGuards } from '../../server/http/ground/guards.ts'
import { turnedAway } from '../api/doors/access-page.ts'
import { cookieOf, ended, withDevices } from '../api/doors/credentials.ts'
import { smallPages } from '../api/doors/pages.ts'
import { type Request, requestOf } from '../api/doors/requests.ts'
import { stateOf } from '../api/doors/state.ts'
import { hallApp, type HallApp, openHall, type Taken } from '../api/hall-app.ts'

const every = doors.flatMap((door) => linesOf(door).map((line) => ({ line, door })))
const guarded = every.filter(({ door: { may } }) => !may.includes('nobody'))
const byToken = every.filter(({ line }) => line.includes(':token'))

const pages = smallPages()
const given = { pages: pages.folder, publicUrl: 'https://antrean.example' }
/** For what changes nothing. */
let still: HallApp
/** Somebody who waits there. */
let waiting: Taken
/** For what may change something, but ends nobody's session and no service. */
let shared: HallApp
const ENDS_OTHERS = /session|staff|devices|begin|training|plan|enrol/
/** For what may end those too, as long as none of it did, with somebody who waits there. */
let fresh: { readonly hall: HallApp; readonly taken: Taken; readonly state: string } | null = null
/** What puts another hall in its place is no matter of the database. */
const ENDS_HALL = /begin|training/
beforeAll(async () => {
  still = await withDevices(await openHall(given))
  waiting = await still.take(['kk'])
  shared = await withDevices(await openHall(given))
})
afterAll(async () => {
  await still.close()
  await shared.close()
  await fresh?.hall.close()
  pages.remove()
})

/** A hall in which nothing that was tried has changed anything; most of it is refused. */
async function freshHall(): Promise<NonNullable<typeof fresh>> {
  if (fresh && stateOf(fresh.hall) === fresh.state) return fresh
  await fresh?.hall.close()
  const hall = await withDevices(await openHall(given))
  const taken = await hall.take(['kk'])
  return (fresh = { hall, taken, state: stateOf(hall) })
}

async function ask(hall: HallApp, request: Request, cookie: string | undefined) {
  const headers = { ...request.headers, ...(cookie === undefined ? {} : { cookie }) }
  const { statusCode, headers: given, payload } = await hall.app.inject({ ...request, headers })
  const isProblem = String(given['content-type']).startsWith('application/problem+json')
  return { status: statusCode, code: isProblem && payload !== '' ? JSON.parse(payload).code : null }
}

const foreign = { status: 403, code: 'foreign-origin' }
const turned = { 401: { status: 401, code: 'not-signed-in' }, 403: { status: 403, code: 'not-allowed' } }

describe('the table', () => {
  const guards = (...routes: string[]) =>
    createGuards([{ title: 'All', may: roles, routes }], () => ({ unknown: 'not-found' }))
  const answer = async () => ({})

  it('[I1] who may do what is one table: a route that is not in it stops the start', () => {
    const app = Fastify() as unknown as HallApp['app']
    guards('GET /a').standIn(app)
    app.get('/a', answer)
    expect(() => app.get('/b', answer)).toThrow('GET /b is not in server/http/ground/doors.ts')
    expect(() => app.post('/a', answer)).toThrow('POST /a is not in server/http/ground/doors.ts')
  })

  it('[I1] who may do what is one table: a line without a route stops the start', () => {
    const app = Fastify() as unknown as HallApp['app']
    const few = guards('GET /api/a', 'GET /api/b', 'GET /page')
    few.standIn(app)
    app.get('/api/a', answer)
    expect(() => few.allStand({ pages: false })).toThrow('no such routes: GET /api/b;')
    app.get('/api/b', answer)
    few.allStand({ pages: false })
    expect(() => few.allStand({ pages: true })).toThrow('no such routes: GET /page;')
  })

  it('[I1] who may do what is one table: a line that appears twice stops the start', () => {
    expect(() => guards('GET /a', 'GET /a')).toThrow('GET /a is twice')
  })
})

describe('at every door', () => {
  it.each(guarded)(
    '[I2] anyone who is not allowed is turned away, and nothing changes: $line',
    async ({ line, door }) => {
      const hall = still
      const request = await requestOf(hall, door, line, waiting)
      const broken = { ...request, payload: '{', headers: { 'content-type': 'application/json' } }
      const head = request.method === 'GET' ? [{ ...request, method: 'HEAD' as const }] : []
      const before = stateOf(hall)
      for (const role of roles.filter((one) => !door.may.includes(one))) {
        const { status, code } = turned[turnedAway(door, role) ?? 403]
        const cookie = cookieOf(hall, role)
        for (const sent of [request, broken])
          expect([role, await ask(hall, sent, cookie)]).toEqual([role, { status, code }])
        for (const sent of head)
          expect([role, await ask(hall, sent, cookie)]).toEqual([role, { status, code: null }])
      }
      expect(stateOf(hall)).toBe(before)
    },
  )

  it('[I2] anyone who is not allowed is turned away, and nothing changes: however the address is written', async () => {
    for (const { line, door } of guarded) {
      const request = await requestOf(still, door, line, waiting)
      const before = stateOf(still)
      for (const url of otherwise(request.url)) {
        const { status } = await ask(still, { ...request, url }, undefined)
        expect([line, url, status >= 400 && status < 500]).toEqual([line, url, true])
      }
      const overridden = { 'x-http-method-override': request.method, 'x-original-url': request.url }
      const { status } = await ask(
        still,
        { method: 'POST', url: '/api/none', headers: overridden },
        undefined,
      )
      expect([line, status]).toEqual([line, 404])
      expect(stateOf(still)).toBe(before)
    }
  })

  it.each(every)('[I3] anyone who is allowed gets in: $line', async ({ line, door }) => {
    const { hall, taken } = await hallFor(line)
    for (const role of door.may) {
      const request = await requestOf(hall, door, line, taken ?? (await hall.take(['kk'])), role)
      const { status, code } = await ask(hall, request, cookieOf(hall, role))
      const wrong = ['not-signed-in', 'not-allowed', ...(line.includes(':token') ? ['unknown-visit'] : [])]
      expect([role, wrong.includes(String(code)), status === 500]).toEqual([role, false, false])
    }
  })

  /** Where this may be tried, and about whom; null: about somebody new each time. */
  async function hallFor(line: string): Promise<{ hall: HallApp; taken: Taken | null }> {
    if (line.startsWith('GET')) return { hall: still, taken: waiting }
    if (ENDS_HALL.test(line)) return { hall: await withDevices(await hallApp(given)), taken: null }
    return ENDS_OTHERS.test(line) ? freshHall() : { hall: shared, taken: null }
  }

  it.each(byToken)('[I4] a token opens only its own visit: $line', async ({ line, door }) => {
    const hall = still
    const other = { ...waiting, visit: { ...waiting.visit, token: 'A'.repeat(22) } }
    const request = await requestOf(hall, door, line, other)
    for (const role of door.may) {
      const cookie = cookieOf(hall, role)
      const before = stateOf(hall)
      expect([role, (await ask(hall, request, cookie)).status]).toEqual([role, 404])
      expect(stateOf(hall)).toBe(before)
    }
  })

  it('[I9] a page of another site commands nothing and reads nothing', async () => {
    for (const { line, door } of every.filter((one) => !one.line.startsWith('GET'))) {
      const request = await requestOf(still, door, line, waiting)
      const cookie = cookieOf(still, door.may.find((role) => role !== 'nobody') ?? 'nobody')
      const before = stateOf(still)
      for (const origin of ['http://localhost.evil.example', 'https://localhost:81', 'null', 'file://']) {
        const headers = { ...request.headers, origin }
        expect([line, origin, await ask(still, { ...request, headers }, cookie)]).toEqual([
          line,
          origin,
          foreign,
        ])
      }
      expect(stateOf(still)).toBe(before)
    }
  })

  it('[I5] what has ended no longer opens anything', async () => {
    const hall = await hallApp(given)
    const taken = await hall.take(['kk'])
    const cookies = await ended(hall)
    for (const { line, door } of guarded) {
      const request = await requestOf(hall, door, line, taken)
      const before = stateOf(hall)
      for (const [what, cookie] of Object.entries(cookies))
        expect([line, what, await ask(hall, request, cookie)]).toEqual([line, what, turned[401]])
      expect(stateOf(hall)).toBe(before)
    }
  })
})

/** An address written so that some servers would treat it as the same. */
function otherwise(url: string): string[] {
  return [
    `${url}/`,
    `/${url}`,
    `${url}%20`,
    `${url};x=1`,
    `${url}#x`,
    url.toUpperCase(),
    url.replace('/api/', '/api//'),
    url.replace('/api/', '/api/./'),
    url.replace('/api/', '/api/docs/../'),
    url.replace('/api/', '/%61pi/'),
    url.replace('/api/', '/api%2f'),
    url.replace('/api/', '\\api\\'),
  ]
}
