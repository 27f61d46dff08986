// The whole server without its process: the app that `main.ts` runs, on a data folder of its own, with a clock that
// the test sets and a voice that says nothing. Every answer is checked against the API's own description on the way.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { onTestFinished } from 'vitest'
import { buildApp } from '../../server/app.ts'
import type { AppParts } from '../../server/assembly/parts.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { linkedVersion } from '../../server/store/schema.ts'
import { copyData } from '../../server/store/copies.ts'
import { type NextHall, openNext, takeUpNext } from '../../server/store/next-hall.ts'
import { StorageError } from '../../server/store/errors.ts'
import {
  endTraining,
  openNextTraining,
  openTrainingStore,
  trainingFolder,
  trainingIn,
  writeTraining,
} from '../../server/store/training.ts'
import { openDatabase } from '../../server/store/open.ts'
import { openSealing } from '../../server/store/journal/sealing.ts'
import { databaseFile, surveyFolder } from '../../server/store/folder.ts'
import { makeStore } from '../../server/store/store.ts'
import { openBox } from '../../server/store/survey-box.ts'
import { openDayKeys } from '../../server/survey/keys.ts'
import { openSeals } from '../../server/survey/seal.ts'
import type { CounterView } from '../../server/live/counter.ts'
import { addStaff } from '../access/setup.ts'
import { forecasterIn } from '../forecast/here.ts'
import { reporterIn } from '../reports/here.ts'
import { sheets } from '../sheets/here.ts'
import { evaluation } from '../evaluation/here.ts'
import { simulator } from '../simulator/here.ts'
import { skmWriter } from '../skm/here.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { contractOf } from './contract.ts'

/** 2026-11-24, nine in the morning in Makassar, a Tuesday. */
export const morning = Date.parse('2026-11-24T01:00:00Z')
export const password = 'pohon mangga tua'

/** The people who try a route: `dewi` is of another agency than `ayu`, `budi` and `spv` are of hers. */
export type Somebody = keyof typeof people | 'nobody' | 'kiosk' | 'display' | 'survey' | `display-${string}`

const people = {
  ayu: { role: 'officer', agency: 'dukcapil' },
  budi: { role: 'officer', agency: 'dukcapil' },
  dewi: { role: 'officer', agency: 'polres' },
  spv: { role: 'supervisor', agency: 'dukcapil' },
  'spv-polres': { role: 'supervisor', agency: 'polres' },
  manager: { role: 'manager', agency: null },
} as const

export interface Given {
  plan?: Plan
  /** Where the clock is at first, milliseconds since 1970. */
  at?: number
  /** The clock also runs by itself. */
  running?: boolean
  clockOffset?: number
  /** How far the system's clock is off, milliseconds. */
  leapt?: number
  /** False: nobody signs in at first. */
  signIn?: boolean
  /** The folder of an earlier hall; a new one by default. */
  dir?: string
  voice?: Partial<AppParts['voice']>
  painter?: AppParts['painter']
  sheets?: AppParts['sheets']
  /** How evaluation packs are made; in the test's own process by default. */
  evaluation?: AppParts['evaluation']
  skmWriter?: AppParts['skmWriter']
  reporter?: AppParts['reporter']
  facts?: AppParts['facts']
  /** Waits are told; by default none are. */
  forecasts?: boolean
  publicUrl?: string
  hostNames?: readonly string[]
  trustProxy?: string
  /** The folder of built pages; none by default. */
  pages?: string
  /** How long to wait for printers. */
  printerPace?: AppParts['printerPace']
  /** How many sockets may be open. */
  socketLimits?: AppParts['socketLimits']
  /** Told of what should not have happened. */
  incidents?: AppParts['incidents']
  /** Puts something between the hall and its store. */
  store?: (store: AppParts['store']) => AppParts['store']
  /** Puts something between the hall and the one that takes its place. */
  next?: (next: NextHall) => NextHall
  /** How a training is kept; in the folder by default. */
  training?: AppParts['training']
  /** The journal is sealed and watched, as in a real hall. */
  sealed?: boolean
  /** Log lines; none are kept by default. */
  logged?: string[]
  /** The server's own limits: how long it waits, how many connections it holds. */
  server?: Partial<AppParts['server']>
}

export interface Answer<B = Record<string, unknown>> {
  status: number
  body: B
  /** The problem's code. */
  code: unknown
  headers: Record<string, unknown>
}

interface Ask {
  as?: Somebody
  body?: unknown
  key?: string
  headers?: Record<string, string>
  /** The caller's address; this computer's by default. */
  from?: string
}

export interface Taken {
  visit: { id: string; number: string; token: string; steps: { id: string; status: string; ahead: number }[] }
  slip: { status: string }
}

export type HallApp = Awaited<ReturnType<typeof openHall>>

/** A hall until the test ends. */
export async function hallApp(given: Given = {}): Promise<HallApp> {
  const hall = await openHall(given)
  onTestFinished(hall.close)
  return hall
}

/** A hall until `close`, for the tests of a whole file. */
export async function openHall(given: Given = {}) {
  const dir = given.dir ?? mkdtempSync(join(tmpdir(), 'antre-hall-'))
  let looks = 0
  /** `leapt`: what was added only to the system's clock. */
  const clock = { now: given.at ?? morning, leapt: given.leapt ?? 0, slept: 0 }
  const began = performance.now()
  const now = () => clock.now + (given.running ? Math.floor(performance.now() - began) : 0)
  const { logged } = given
  const failures: unknown[] = []
  /** How often it was to start again; nothing does. */
  const asked = { again: 0 }
  let from = linkedVersion
  takeUpNext(dir)
  if (given.dir === undefined && !given.sealed) writeFileSync(databaseFile(dir), emptyHall(), { mode: 0o600 })
  const db = openDatabase(dir, { migrated: (version) => (from = version) })
  // Nobody pulls the plug here; tests/process does.
  db.pragma('synchronous = OFF')
  const on = trainingIn(dir, now())
  const practised = on && openTrainingStore(dir, db, (error) => failures.push(error))
  const sealing =
    given.sealed && !on ? await openSealing({ db, dataDir: dir, isFirst: from < linkedVersion }) : null
  const ofDay = practised ? trainingFolder(dir) : dir
  const built = await buildApp({
    store: (given.store ?? ((same) => same))(
      practised?.store ?? makeStore(db, (error) => failures.push(error), sealing ?? undefined),
    ),
    sealing,
    voice: { ...silentVoice, ...given.voice },
    painter: given.painter ?? noPainter,
    next: {
      open: async (after) =>
        (given.next ?? ((same) => same))(await openNext(dir, after, (error) => failures.push(error))),
      again: () => void (asked.again += 1),
    },
    survey: {
      box: openBox(ofDay, () => randomBytes(16), { careless: given.dir === undefined }),
      keys: openDayKeys({ folder: surveyFolder(ofDay), random: randomBytes }),
      seals: openSeals(join(surveyFolder(ofDay), 'seals')),
    },
    copy: () => copyData(db, dir, new Date(now())),
    training: given.training ?? {
      on,
      open: (after) => openNextTraining(dir, after, (error) => failures.push(error)),
      write: (state) => writeTraining(dir, state),
      end: () => endTraining(dir),
    },
    sheets: given.sheets ?? sheets,
    skmWriter: given.skmWriter ?? skmWriter,
    ...(given.facts && { facts: given.facts }),
    reporter: given.reporter ?? reporterIn(practised ? trainingFolder(dir) : dir),
    ...(given.forecasts && { forecaster: forecasterIn(practised ? trainingFolder(dir) : dir) }),
    simulator,
    evaluation: given.evaluation ?? evaluation,
    firstPlan: async () => given.plan ?? rulesPlan,
    systemTime: () => now() + clock.leapt,
    // Like the real one, which has fractions of a millisecond.
    steadyTime: () => now() - clock.slept + ((looks += 1) % 400) / 1000,
    uptime: now,
    printerPace: given.printerPace,
    socketLimits: given.socketLimits,
    ...(given.incidents && { incidents: given.incidents }),
    clockOffset: given.clockOffset ?? 0,
    dataDir: dir,
    pages: given.pages ?? null,
    server: {
      version: '0.1.0',
      log: logged ? { level: 'info', stream: { write: (line) => void logged.push(line) } } : null,
      publicUrl: given.publicUrl ?? null,
      hostNames: given.hostNames ?? ['antre.local'],
      trustProxy: given.trustProxy ?? false,
      tls: null,
      ...given.server,
    },
  })
  const { app, access } = built
  const cookies = new Map<Somebody, string>()
  function signIn(username: keyof typeof people): void {
    const known =
      access.staff.byUsername(username) ?? addStaff(access, { username, password, ...people[username] })
    cookies.set(username, `antre_staff=${access.sessions.begin(known.id)}`)
  }
  const everybodySignsIn = () => {
    for (const username of Object.keys(people)) signIn(username as keyof typeof people)
  }
  if (given.signIn !== false) everybodySignsIn()
  const contract = await contractOf(app)

  /** One request as somebody; the answer must match the API's description. */
  async function ask<B = Record<string, unknown>>(line: string, given: Ask = {}): Promise<Answer<B>> {
    const [method = '', url = ''] = line.split(' ')
    const cookie = cookies.get(given.as ?? 'nobody')
    const headers = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(given.key === undefined ? {} : { 'idempotency-key': given.key }),
      ...(typeof given.body === 'string' ? { 'content-type': 'application/json' } : {}),
      ...given.headers,
    }
    const payload = given.body === undefined ? {} : { payload: given.body as string | object }
    const from = given.from === undefined ? {} : { remoteAddress: given.from }
    const response = await app.inject({ method, url, headers, ...payload, ...from } as InjectOptions)
    const isJson = /json/.test(String(response.headers['content-type']))
    const body = isJson ? response.json<Record<string, unknown>>() : {}
    contract.hold({ method, url, status: response.statusCode, headers: response.headers, body })
    return {
      status: response.statusCode,
      body: body as B,
      code: body['code'],
      headers: response.headers,
    }
  }

  /** The same, which must succeed. */
  async function does<B = Record<string, unknown>>(line: string, given: Ask = {}): Promise<B> {
    const { status, body } = await ask<B>(line, given)
    if (status >= 300) throw new Error(`${line} as ${given.as}: ${status} ${JSON.stringify(body)}`)
    return body
  }

  const answerOf = ({ status, code }: Answer<unknown>) =>
    status < 300 ? status : `${status} ${String(code)}`

  return {
    ...built,
    db,
    sealing,
    dir,
    clock,
    now,
    cookies,
    failures,
    asked,
    signIn,
    ask,
    does,

    /** Moves the clock on. Sessions don't last a night, so everybody signs in again. */
    later({ hours = 0, minutes = 0, seconds = 0 }): void {
      clock.now += ((hours * 60 + minutes) * 60 + seconds) * 1000
      everybodySignsIn()
    },

    /** The outcome of a request: the status of a success, else status and code. */
    outcome: async (line: string, given: Ask = {}) => answerOf(await ask(line, given)),

    /** The outcome of a request for each of several people, in one table. */
    async outcomes(line: string, given: Ask, whom: readonly Somebody[]) {
      const table: Record<string, string | number> = {}
      for (const as of whom) table[as] = answerOf(await ask(line, { ...given, as }))
      return table
    },

    /** Makes this browser a device through its link; from now on it acts as `kiosk`, `display` or `survey`. */
    async enrol(kind: 'kiosk' | 'display' | 'survey', zone: string | null = null, name: Somebody = kind) {
      const { url } = await does<{ url: string }>('POST /api/devices', {
        as: 'manager',
        body: { kind, zone },
      })
      const token = new URL(url).searchParams.get('enrol')
      const { body, headers } = await ask<{ device: { id: string } }>('POST /api/devices/enrol', {
        body: { token },
      })
      const [cookie = ''] = String(headers['set-cookie']).split(';')
      cookies.set(name, cookie)
      return body.device.id
    },

    /** Changes the plan; `line` is added to the address. */
    revise: (plan: object, line = '') =>
      does<{ plan: number }>(`PUT /api/plan?from=${built.hall.layoutSeq}${line}`, {
        as: 'manager',
        body: plan,
      }),

    /** A ticket, taken by the manager. */
    take: (services: string[], more: object = {}) =>
      does<Taken>('POST /api/visits', { as: 'manager', key: randomUUID(), body: { services, ...more } }),

    /** An action at a counter; the answer's counter. */
    async act(who: Somebody, action: string, counter: string, body?: object) {
      const line = `POST /api/counters/${counter}/${action}`
      return (await does<{ counter: CounterView }>(line, { as: who, body: body ?? {} })).counter
    },

    async close() {
      await app.close()
      practised?.close()
      db.close()
      if (given.dir === undefined) rmSync(dir, { recursive: true, force: true })
    },
  }
}

let empty: Buffer | undefined

/** The database of a hall in which nothing has happened: its tables are made once, as that takes as long as all the rest. */
function emptyHall(): Buffer {
  if (empty) return empty
  const dir = mkdtempSync(join(tmpdir(), 'antre-hall-'))
  openDatabase(dir).close()
  empty = readFileSync(databaseFile(dir))
  rmSync(dir, { recursive: true })
  return empty
}

/** Nothing is kept of one, and none can begin. */
export const noTraining: AppParts['training'] = {
  on: null,
  open: () => {
    throw new StorageError('full', null, new Error('no training here'))
  },
  write: () => {},
  end: () => {},
}

export const noPainter: AppParts['painter'] = {
  fonts: [],
  isBusy: () => false,
  png: () => Promise.reject(new Error('no painter')),
  dots: () => Promise.reject(new Error('no painter')),
  close: () => {},
}

export const silentVoice: AppParts['voice'] = {
  ahead: async () => {},
  prepare: async () => null,
  say: async () => null,
  tried: async () => null,
  read: async () => null,
  warm: () => {},
  follow: () => {},
  status: async () => ({
    languages: [],
    clips: null,
    command: null,
    failed: null,
    sets: [],
    allowed: { commands: [], fault: 'no-list' },
  }),
  close: async () => {},
}
