// A small app on the basis of server/http: its routes for people and devices, and one of each kind to try.
import { Type } from 'typebox'
import Database from 'better-sqlite3'
import type { InjectOptions } from 'fastify'
import { onTestFinished } from 'vitest'
import { addDevices, ownUrl } from '../../server/http/devices/devices.ts'
import { allStaff, displays, everybody, kiosksAndStaff, managers } from '../../server/http/ground/audience.ts'
import { doors } from '../../server/http/ground/doors.ts'
import { createGuards } from '../../server/http/ground/guards.ts'
import { addHealth } from '../../server/http/pages/health.ts'
import { addPages } from '../../server/http/pages/pages.ts'
import { closed, Nothing } from '../../server/http/ground/schemas.ts'
import { createServer, type ServerParts } from '../../server/http/ground/server.ts'
import { addSession } from '../../server/http/people/session.ts'
import { addStaff, setUp } from '../access/setup.ts'

export const password = 'pohon mangga tua'

const Body = Type.Object(
  {
    services: Type.Array(Type.String({ minLength: 1 }), { minItems: 1, maxItems: 3, uniqueItems: true }),
    priority: Type.Optional(Type.Boolean()),
    outcome: Type.Optional(Type.Union([Type.Literal('served'), Type.Literal('incomplete')])),
    minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
    zone: Type.Optional(Type.Union([Type.String(), Type.Null()])),
  },
  closed,
)

const tried = [
  {
    title: 'Tried',
    may: everybody,
    routes: ['', '/bug', '/disk'].map((path) => `POST /api/try${path}`).concat('POST /api/visits/:token/try'),
  },
  { title: 'Tried by staff', may: allStaff, routes: ['POST /api/try/staff'] },
  { title: 'Tried by managers', may: managers, routes: ['POST /api/try/manager'] },
  { title: 'Tried by kiosks', may: kiosksAndStaff, routes: ['POST /api/try/visits'] },
  { title: 'Tried by displays', may: displays, routes: ['POST /api/try/heard'] },
]

/** Builds the app. `pages` is the folder of built pages, if any. */
export async function ground(given: Partial<ServerParts> & { pages?: string } = {}) {
  const { access, clock, db } = setUp()
  const app = await createServer({
    access,
    guards: createGuards([...doors, ...tried], () => ({ unknown: 'not-found' }), access.endingOf),
    version: '0.1.0',
    heardTime: () => {},
    log: null,
    publicUrl: null,
    hostNames: ['antre.local'],
    trustProxy: false,
    tls: null,
    ...given,
  })
  onTestFinished(() => app.close())
  const signedOut: string[] = []
  const passwordsChanged: string[] = []
  const revoked: string[] = []
  addSession(app, {
    access,
    onSignOut: ({ username }) => void signedOut.push(username),
    onPasswordChanged: ({ username }) => void passwordsChanged.push(username),
    namesAround: () => [],
    now: access.now,
    countersOf: () => [],
  })
  addDevices(app, {
    access,
    places: () => ({
      zones: new Set(['z1']),
      agencies: new Set(['dukcapil']),
      counters: new Set(['loket-1']),
    }),
    baseUrl: ownUrl,
    reportOf: () => null,
    soundOf: () => null,
    troubles: () => new Map(),
    equipment: () => [],
    onRevoked: (id) => void revoked.push(id),
  })
  addHealth(app, () => ({
    seq: 7,
    day: '2026-11-24',
    version: '0.1.0',
    forecast: null,
    storage: 'well',
    damage: [],
    rehearsal: false,
  }))
  const one = { 200: Nothing }
  app.post('/api/try', { schema: { body: Body, response: one } }, async () => ({}))
  app.post('/api/try/staff', { schema: { body: Nothing } }, async () => ({}))
  app.post('/api/try/manager', { schema: { body: Nothing } }, async () => ({}))
  app.post('/api/try/visits', { schema: { body: Nothing } }, async () => ({}))
  app.post('/api/try/heard', { schema: { body: Nothing } }, async () => ({}))
  app.post('/api/try/bug', async () => {
    throw new Error('the secret inside')
  })
  app.post('/api/try/disk', async () => {
    throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL')
  })
  app.post('/api/visits/:token/try', async () => {
    throw new Error('bug')
  })
  if (given.pages !== undefined)
    await addPages(app, {
      folder: given.pages,
      publicUrl: given.publicUrl ?? null,
      visits: null,
      figures: null,
      skm: null,
    })

  addStaff(access, { username: 'manager', password, role: 'manager', agency: null })
  addStaff(access, { username: 'wayan', password, role: 'officer', agency: 'dukcapil' })

  /** Sends JSON; returns the answer with its cookie and its problem's code. */
  async function send(
    method: 'GET' | 'POST' | 'DELETE',
    url: string,
    more: Omit<InjectOptions, 'method' | 'url'> = {},
  ) {
    const response = await app.inject({ method, url, ...more })
    const isJson = /json/u.test(String(response.headers['content-type']))
    const body = isJson ? response.json<Record<string, unknown>>() : {}
    const [cookie = ''] = String(response.headers['set-cookie'] ?? '').split(';')
    return {
      status: response.statusCode,
      headers: response.headers,
      body,
      code: body['code'],
      cookie,
      text: response.body,
    }
  }
  const signIn = async (username: string) =>
    (await send('POST', '/api/session', { payload: { username, password } })).cookie

  /** Enrols a device and returns its cookie. */
  function enrol(kind: 'kiosk' | 'display') {
    const { token } = access.devices.invite({ kind, zone: null, label: null })
    return `antre_device=${access.devices.enrol(token)?.key}`
  }
  return { app, access, clock, db, send, signIn, enrol, signedOut, passwordsChanged, revoked }
}
