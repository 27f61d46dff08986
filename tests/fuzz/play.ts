// Plays requests against a whole hall, several at once, and checks it after every bunch: no failure of the server's
// own, every answer as documented, nothing in the hall that contradicts itself or the journal.
import type { LightMyRequestResponse } from 'fastify'
import { fold } from '../../server/hall/rules.ts'
import { makeStore } from '../../server/store/store.ts'
import { contractOf } from '../api/contract.ts'
import type { HallApp, Somebody } from '../api/hall-app.ts'
import { checkHall } from '../property/invariants.ts'
import { mustBeSame, valuesOf } from '../property/picture.ts'
import { createRandom } from '../property/prng.ts'
import { routesOf, type Route } from './document.ts'
import { fuzzPlan, openLivingHall, settle, work } from './living-hall.ts'
import { Pool } from './pool.ts'
import { injected, requestTo, type Hints, type Made } from './requests.ts'
import { spoilt, type Source } from './values.ts'

const SOMEBODIES = [
  'manager',
  'ayu',
  'budi',
  'dewi',
  'spv',
  'spv-polres',
  'kiosk',
  'display',
  'nobody',
] as const
/** Requests that are under way together: with six, two that get in each other's way seldom met. */
const AT_ONCE = 12
/** What is done in the hall before each bunch: with less, nobody is at a counter when something is asked there. */
const TURNS_OF_WORK = 2
/** Bunches after which the whole hall is checked, which costs as much as a bunch: what is wrong in it mostly stays. */
const CHECK_EVERY = 3
/** Bunches after which the hall is put in order again. */
const SETTLE_EVERY = 18
/** And those after which the whole journal is read: what differs once goes on differing. */
const FOLD_EVERY = 90
/** 503 for parts that may be missing; any other is a fault here. */
const LACKING = ['no-voice', 'no-picture', 'clock-suspect']
/**
 * While these try to put something else in the hall's place, nothing is accepted beside them (`stopping`); here there is no
 * place for it (`storage-unavailable`).
 */
const TURNS = ['POST /api/hall/begin', 'POST /api/training']
/** Characters of an answer from which ids are collected: only the document itself is longer. */
const MOST_READ = 40_000
/** No internals. */
const INSIDE = /node_modules|\bat \w+ \(|SQLITE_|\.ts:\d+/

export interface Played {
  /** How often each route answered with each status. */
  readonly statuses: Map<string, Map<number, number>>
  readonly requests: number
}

/** Plays `each` requests to every route on average. @throws with the request at fault */
export async function play(seed: number, each: number): Promise<Played> {
  const logged: string[] = []
  const hall = await openLivingHall(logged)
  try {
    return await new Play(hall, seed, await routesOf(hall), logged).run(each)
  } finally {
    await hall.close()
  }
}

interface Turn {
  readonly route: Route
  /** By who may, and as described. */
  readonly eager: boolean
}

class Play {
  private readonly source: Source
  private readonly hall: HallApp
  private readonly routes: readonly Route[]
  private readonly logged: string[]
  private readonly statuses: Played['statuses'] = new Map()
  private readonly hints: Hints
  /** What was asked since the hall was last checked. */
  private unchecked: string[] = []
  private draft = 0
  /** Routes that are asked once more before any is asked again. */
  private readonly round: Turn[] = []

  constructor(hall: HallApp, seed: number, routes: readonly Route[], logged: string[]) {
    const random = createRandom(seed)
    this.source = { random, pool: new Pool() }
    this.hall = hall
    this.routes = routes
    this.logged = logged
    this.hints = {
      body: (line) => (/^PUT \/api\/plan(\/draft)?$/.test(line) ? this.plan() : undefined),
      query: (line, name) => this.query(line, name),
    }
  }

  async run(each: number): Promise<Played> {
    const { hall, source, routes } = this
    const { random, pool } = source
    await settle(hall, pool)
    const bunches = Math.ceil((each * routes.length) / AT_ONCE)
    for (let nth = 1; nth <= bunches; nth++) {
      this.passTime()
      for (let turn = 0; turn < TURNS_OF_WORK; turn += 1) await work(hall, random, pool)
      const made = Array.from({ length: AT_ONCE }, () => this.make())
      this.unchecked.push(...made.map(({ as, request }) => `${as} ${JSON.stringify(request).slice(0, 600)}`))
      try {
        await this.send(made)
        if (nth % SETTLE_EVERY === 0) this.lookAtLog()
        if (nth % FOLD_EVERY === 0 || nth === bunches) await this.readAgain()
        if (nth % CHECK_EVERY === 0 || nth === bunches) {
          checkHall(hall.hall)
          this.unchecked = []
        }
      } catch (error) {
        throw new Error(`in these bunches:\n  ${this.unchecked.join('\n  ')}`, { cause: error })
      }
      if (nth % SETTLE_EVERY === 0) await settle(hall, pool)
    }
    return { statuses: this.statuses, requests: bunches * AT_ONCE }
  }

  /** The number of the draft as an answer last told it, and a day for the calendar. */
  private query(line: string, name: string): string | undefined {
    const { day, planSeq } = this.hall.hall
    if (/ \/api\/(?:reports\/ikm|skm|surveys\/(?!bursts))/.test(line) && (name === 'from' || name === 'to'))
      return day.slice(0, 7)
    if (/ \/api\/(?:reports|surveys)\//.test(line) && (name === 'from' || name === 'to')) return day
    if (line === 'GET /api/catalogue/holidays') return day.slice(0, 4)
    if (line === 'GET /api/plan/calendar') return name === 'draft' ? undefined : day
    if (!line.endsWith(' /api/plan/draft')) return undefined
    if (name === 'from') return String(this.draft)
    return name === 'base' ? String(planSeq) : undefined
  }

  private make(): { as: Somebody; route: Route; request: Made } {
    const { random } = this.source
    const { route, eager } = this.nextTurn()
    const request = requestTo(route, this.source, this.hints, eager ? 'fits' : undefined)
    return {
      as: !eager && random.oneIn(3) ? random.pick(SOMEBODIES) : this.fitting(route, request.url),
      route,
      request,
    }
  }

  /**
   * Each as often as every other, in any order: purely by chance some would be asked half as often. Those that have
   * not said yes yet are asked once more, with what fits.
   */
  private nextTurn(): Turn {
    const { round, routes, statuses } = this
    const saidYes = ({ line }: Route) =>
      [...(statuses.get(line)?.keys() ?? [])].some((status) => status < 300)
    if (round.length === 0)
      for (const route of routes)
        round.push({ route, eager: false }, ...(saidYes(route) ? [] : [{ route, eager: true }]))
    const [turn] = round.splice(this.source.random.int(round.length), 1)
    if (!turn) throw new Error('no routes')
    return turn
  }

  /** Seconds mostly, minutes now and then; and rarely the clock is set back, until somebody confirms it. */
  private passTime(): void {
    const { source, hall } = this
    const { random } = source
    if (random.oneIn(4)) hall.clock.now += random.int(random.oneIn(10) ? 600_000 : 30_000)
    if (random.oneIn(300)) hall.clock.now -= 600_000
  }

  /** The caller: the device, or the person at the counter. A stranger's requests end at the door. */
  private fitting({ devices }: Route, url: string): Somebody {
    if (devices) return this.source.random.pick(['kiosk', 'display'])
    const [, id = ''] = /^\/api\/counters\/([\w-]+)/.exec(url) ?? []
    const staff = this.hall.hall.counters.get(id)?.staff ?? null
    const username = staff === null ? undefined : this.hall.access.staff.byId(staff)?.username
    return SOMEBODIES.find((one) => one === username) ?? 'manager'
  }

  private async send(made: readonly ReturnType<Play['make']>[]): Promise<void> {
    const { app, cookies } = this.hall
    const contract = await contractOf(app)
    const answers = await Promise.all(
      made.map(({ as, request }) => {
        const cookie = cookies.get(as)
        const headers = { ...request.headers, ...(cookie === undefined ? {} : { cookie }) }
        return app.inject(injected({ ...request, headers }))
      }),
    )
    const turning = made.some(({ route }) => TURNS.includes(route.line))
    answers.forEach((answer, index) => {
      const { route, request } = made[index] ?? {}
      if (!route || !request) return
      const lacking = TURNS.includes(route.line) ? ['stopping', 'storage-unavailable'] : ['stopping']
      const body = this.hold(request, answer, turning ? [...LACKING, ...lacking] : LACKING)
      contract.hold({
        method: request.method,
        url: request.url,
        status: answer.statusCode,
        headers: answer.headers,
        body,
      })
      if (answer.body.length < MOST_READ) this.source.pool.gather(body)
      const { from } = (body ?? {}) as { from?: unknown }
      if (typeof from === 'number' && route.line.endsWith(' /api/plan/draft')) this.draft = from
      const counts = this.statuses.get(route.line) ?? new Map<number, number>()
      this.statuses.set(route.line, counts.set(answer.statusCode, (counts.get(answer.statusCode) ?? 0) + 1))
    })
    for (const { id, audio } of this.hall.hall.announcements.values())
      this.source.pool.gather({ announcements: id, audio })
  }

  /** What must be true of every answer, whatever was asked. Returns its body, parsed if it is JSON. */
  private hold(
    { method, url }: Made,
    { statusCode, headers, body }: LightMyRequestResponse,
    lacking: readonly string[],
  ): unknown {
    const told = `${method} ${url}: ${statusCode} ${body.slice(0, 300)}`
    const parsed: unknown = /json/.test(String(headers['content-type'])) ? JSON.parse(body) : body
    const code = (parsed as { code?: string } | null)?.code ?? ''
    if (statusCode >= 500 && !lacking.includes(code)) throw new Error(`${told} ${this.logged.at(-1)}`)
    if (statusCode >= 400 && INSIDE.test(body)) throw new Error(`says what is inside: ${told}`)
    if (headers['x-content-type-options'] !== 'nosniff') throw new Error(`may be sniffed: ${told}`)
    return parsed
  }

  /** Nothing failed meanwhile. */
  private lookAtLog(): void {
    const { failures } = this.hall
    const news = this.logged.splice(0)
    const faults = news.filter((line) => Number((JSON.parse(line) as { level: number }).level) >= 50)
    if (faults.length + failures.length > 0) throw new Error(`failed: ${[...faults, ...failures].join('\n')}`)
  }

  /** The journal says the same as memory. */
  private async readAgain(): Promise<void> {
    const { hall, dispatch, db } = this.hall
    await dispatch.idle()
    const again = fold(makeStore(db, () => {}).currentDay(), { ...fuzzPlan, services: [], counters: [] })
    mustBeSame(
      'the journal does not make',
      valuesOf({ ...hall, yesterday: null }),
      valuesOf({ ...again, yesterday: null }),
    )
  }

  /** The plan, or nearly: its shape is in the rules, not in the document. */
  private plan(): unknown {
    const { plan } = this.hall.hall.layout
    return this.source.random.oneIn(2) ? plan : spoilt(this.source, plan)
  }
}
