// Actions of staff in the browser tests: what somebody does at a counter or as manager while a page is watched.
import { randomUUID } from 'node:crypto'
import type { Plan } from '../../server/hall/plan.ts'
import type { House } from './harness.ts'

export interface Staff {
  /** Sends a command and returns its answer; throws if the server refuses. */
  post<T>(path: string, body?: unknown): Promise<T>
  /** Replaces something. */
  put<T>(path: string, body: unknown): Promise<T>
  /** Asks something. */
  get<T>(path: string): Promise<T>
  /** Takes a number as the reception does, without a kiosk. */
  takeNumber(services: string[]): Promise<{ id: string; number: string; token: string }>
  /** Opens a counter and calls the next number there; returns it, or null if nobody is callable. */
  callAt(counter: string): Promise<string | null>
  /** Changes the plan. */
  revise(change: (plan: Plan) => void): Promise<void>
}

/** Signs in as the manager of the first run, who may do everything. */
export function signIn(house: House): Promise<Staff> {
  const { username, password } = house.firstRun.manager
  return signInAs(house, username, password)
}

/** Signs in as somebody. */
export async function signInAs(house: House, username: string, password: string): Promise<Staff> {
  const session = await fetch(`${house.url}/api/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!session.ok) throw new Error(`${username} signs in: ${session.status} ${await session.text()}`)
  const cookie = (session.headers.get('set-cookie') ?? '').split(';')[0] ?? ''

  async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const init = body === undefined ? {} : { body: JSON.stringify(body) }
    const headers = {
      cookie,
      'Idempotency-Key': randomUUID(),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    }
    const answer = await fetch(`${house.url}${path}`, { method, headers, ...init })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const post = <T>(path: string, body: unknown = {}) => send<T>('POST', path, body)

  return {
    post,
    put: (path, body) => send('PUT', path, body),
    get: (path) => send('GET', path),
    async takeNumber(services) {
      const taken = await post<{ visit: { id: string; number: string; token: string } }>('/api/visits', {
        services,
      })
      return taken.visit
    },
    async callAt(counter) {
      await post(`/api/counters/${counter}/open`)
      const { call } = await post<{ call: { number: string } | null }>(`/api/counters/${counter}/call-next`)
      return call && call.number
    },
    async revise(change) {
      const plan = await send<Plan>('GET', '/api/plan')
      change(plan)
      const { plan: from } = await send<{ plan: number }>('GET', '/api/hall')
      await send('PUT', `/api/plan?from=${from}`, plan)
    },
  }
}
