// Commands and questions to the server over HTTP. A command carries a key; when the network fails it is sent again
// with the same key, so that it happens once however often it was sent, and it gives up within the time a person
// would wait.
import { language } from './i18n.ts'
import { standingText } from './texts/standing.ts'
import { type After, after } from './timer.ts'

/** A refusal in words for people and a `code` for the page. `status` is 0 when no server answered. */
export interface Problem {
  status: number
  code: string
  title: string
  detail: string
  /** The id of what stands in the way (a service, a counter), if the server names it. */
  about?: string
  /** How many it is about, if the server counts them. */
  count?: number
  /** Why this browser's session has ended: `ended` of the problem, as the server says it. */
  ended?: unknown
  /** A plan that contradicts itself: each fault with its place, in words. */
  faults?: { at: string; detail: string }[]
}

export type Outcome<T> = { ok: true; data: T } | { ok: false; problem: Problem }

export interface CommandIo {
  fetch(path: string, init: RequestInit): Promise<Response>
  now(): number
  after: After
}

export interface CommandOptions {
  /** Pass one to send the same press again as the same command; by default each call has its own. */
  key?: string
  /** Milliseconds until it gives up. */
  limitMs?: number
  io?: CommandIo
}

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** How long a screen waits before it says *try again*, in milliseconds. */
export const LIMIT_MS = 8_000
/**
 * One try lasts no longer than this: a dead connection must not use up the time for retries. If the whole may take
 * long, so may one try: a third of it.
 */
const TRY_LIMIT_MS = 4_000
/** Before the first retry; twice as long before each next one. */
const FIRST_PAUSE_MS = 300
const RETRIED = [502, 503, 504]
/** The request id in an answer to something that was no request. */
const TORN = '-'
/** Answers that no retry within seconds can change: a manager has to act. */
const FINAL_CODES = ['clock-suspect']

export const browserCommandIo: CommandIo = {
  fetch: (path, init) => fetch(path, init),
  now: () => performance.now(),
  after,
}

/** Sends a command. Never rejects: whatever goes wrong is a problem. */
export function command<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: CommandOptions = {},
): Promise<Outcome<T>> {
  const headers: Record<string, string> = { 'Idempotency-Key': options.key ?? newKey() }
  if (body === undefined) return send<T>(path, { method, headers }, options)
  headers['Content-Type'] = 'application/json'
  return send<T>(path, { method, headers, body: JSON.stringify(body) }, options)
}

/** Asks the server something that changes nothing. Never rejects. */
export function fetchJson<T>(path: string, options: Omit<CommandOptions, 'key'> = {}): Promise<Outcome<T>> {
  return send<T>(path, { method: 'GET', headers: {} }, options)
}

interface Request {
  method: string
  headers: Record<string, string>
  body?: string
}

async function send<T>(path: string, request: Request, options: CommandOptions): Promise<Outcome<T>> {
  const { limitMs = LIMIT_MS, io = browserCommandIo } = options
  const headers = {
    ...request.headers,
    Accept: 'application/json',
    'Accept-Language': language.value,
    // After a start the server asks other clocks than its own for the date.
    'Antre-Clock': String(Date.now()),
  }
  const deadline = io.now() + limitMs
  let lastProblem: Problem | null = null
  let isOnItsWay = false
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    const tryLimit = Math.min(Math.max(TRY_LIMIT_MS, limitMs / 3), deadline - io.now())
    const outcome = await once<T>(path, { ...request, headers, credentials: 'same-origin' }, tryLimit, io)
    if (outcome && (outcome.ok || !worthRetrying(outcome.problem))) return outcome
    if (outcome) lastProblem = outcome.problem
    else isOnItsWay = request.method !== 'GET'
    const left = deadline - io.now()
    if (pause >= left) {
      // Nobody is told to try again while the command may still arrive in time.
      if (isOnItsWay) await sleep(left, io)
      return { ok: false, problem: lastProblem ?? offline() }
    }
    await sleep(pause, io)
  }
}

function sleep(ms: number, io: CommandIo): Promise<void> {
  return new Promise((resolve) => {
    io.after(ms, resolve)
  })
}

function worthRetrying(problem: Problem): boolean {
  return RETRIED.indexOf(problem.status) >= 0 && FINAL_CODES.indexOf(problem.code) < 0
}

/** One try. Null: no answer from our server (no network, too slow, or a proxy answering in its place). */
function once<T>(
  path: string,
  init: RequestInit,
  limitMs: number,
  io: CommandIo,
): Promise<Outcome<T> | null> {
  const controller = typeof AbortController === 'function' ? new AbortController() : null
  return new Promise((resolve) => {
    const stop = io.after(limitMs, () => {
      resolve(null)
      if (controller) controller.abort()
    })
    io.fetch(path, controller ? { ...init, signal: controller.signal } : init)
      .then(read<T>)
      .catch(() => null)
      .then((outcome) => {
        stop()
        resolve(outcome)
      })
  })
}

async function read<T>(response: Response): Promise<Outcome<T> | null> {
  const text = await response.text()
  const data = parse(text)
  if (response.ok) return data === undefined ? null : { ok: true, data: data as T }
  const given = (typeof data === 'object' && data !== null ? data : {}) as Partial<Record<string, unknown>>
  if (typeof given.code !== 'string') {
    if (RETRIED.indexOf(response.status) >= 0) return null
    return { ok: false, problem: unexpected(response.status) }
  }
  // The server says this of no request, but of a connection that brought parts of one.
  if (given.request === TORN) return null
  const title = typeof given.title === 'string' ? given.title : standingText('unexpectedTitle')
  const detail = typeof given.detail === 'string' ? given.detail : ''
  const problem: Problem = { status: response.status, code: given.code, title, detail }
  if (typeof given.about === 'string') problem.about = given.about
  if (given.ended) problem.ended = given.ended
  if (Array.isArray(given.faults)) problem.faults = given.faults
  return { ok: false, problem }
}

/** The JSON in `text`, `{}` for an empty text, undefined for invalid JSON. */
function parse(text: string): unknown {
  if (text === '') return {}
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function offline(): Problem {
  return {
    status: 0,
    code: 'offline',
    title: standingText('offlineTitle'),
    detail: standingText('offlineDetail'),
  }
}

function unexpected(status: number): Problem {
  return {
    status,
    code: 'unexpected',
    title: standingText('unexpectedTitle'),
    detail: standingText('unexpectedDetail'),
  }
}

// Keys for commands: 128 random bits, so that the same press sent twice is recognised as one.

/** A fresh key, 22 letters of base64url. From `getRandomValues`, as pages on plain http lack `randomUUID`. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const text = btoa(String.fromCharCode(...bytes))
  return text.replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
}
