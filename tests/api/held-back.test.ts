// Rules E over HTTP: requests that a kernel or a router held back during a cut, and delivers when nobody waits for
// them any more. Every route that changes something is tried, from the table of doors: a new one that does not say
// until when it is meant fails here.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Door, doors, linesOf } from '../../server/http/ground/doors.ts'
import { type Line, openLine } from '../browser/cut-line.ts'
import { cookieOf, withDevices } from './doors/credentials.ts'
import { describedBy, operationOf, type Request, requestOf } from './doors/requests.ts'
import { stateOf } from './doors/state.ts'
import { type HallApp, hallApp, openHall } from './hall-app.ts'

/** What may arrive late, and why. */
const NO_HASTE: Readonly<Record<string, string>> = {
  'POST /api/session': 'nobody gets the cookie of a lost answer; a session alone does nothing',
  'POST /api/devices/enrol': 'a device asks until it is answered',
  'POST /api/devices/codes': 'a television asks until it is answered',
  'POST /api/devices/codes/fetch': 'a television asks until it is answered',
  'POST /api/devices/report': 'a device says how it is; the next report is newer',
  'POST /api/announcements/:id/ready': 'a display says of one announcement what became of it',
  'POST /api/announcements/:id/started': 'a display says of one announcement what became of it',
  'POST /api/announcements/:id/heard': 'a display says of one announcement what became of it',
  'POST /api/media/:id/failed': 'a display says of one file that it cannot show it',
  'POST /api/speech': 'a sound is made for who asks, and nothing changes',
  'POST /api/voice/try': 'a sound is made for who asks, and nothing changes',
  'POST /api/media': 'an upload takes as long as it takes, and adds a file that stands in the list',
}

const changing = doors.flatMap((door) =>
  linesOf(door)
    .filter((line) => /^(POST|PUT|PATCH|DELETE) /.test(line))
    // A request of this door may also be about the others' counter.
    .map((line) => ({
      line,
      door: line.endsWith('/help/answer') ? { ...door, of: 'counter' as const } : door,
    })),
)
const verbs = changing.filter(({ line }) => !Object.hasOwn(NO_HASTE, line))
const atCounters = verbs.filter(({ line }) => line.includes('/api/counters/:id/'))

/** How long a screen waits, and a little more. */
const LIMIT = { seconds: 8 }
const until = (hall: HallApp) => new Date(hall.now() + LIMIT.seconds * 1000).toISOString()

it('the list of what may arrive late names only existing routes', () => {
  const lines = changing.map(({ line }) => line)
  expect(Object.keys(NO_HASTE).filter((line) => !lines.includes(line))).toEqual([])
})

describe('held back on its way', () => {
  let hall: HallApp
  let line: Line
  beforeAll(async () => {
    hall = await withDevices(await openHall())
    await hall.app.listen({ host: '127.0.0.1', port: 0 })
    const address = hall.app.server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    line = await openLine({ url: `http://127.0.0.1:${port}` })
  })
  afterAll(async () => {
    await line.close()
    await hall.close()
  })

  it.each(verbs)(
    '[E5] a command that nobody waits for any more does nothing: $line',
    async ({ line: name, door }) => {
      const role = door.may.find((one) => one !== 'nobody') ?? 'nobody'
      const request = await requestInTime(hall, door, name)
      const cookie = cookieOf(hall, role)
      line.turn('held')
      const gone = new AbortController()
      const pressed = fetch(line.url + request.url, {
        method: request.method,
        headers: {
          ...request.headers,
          ...(cookie === undefined ? {} : { cookie }),
          ...(request.payload === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(request.payload === undefined ? {} : { body: JSON.stringify(request.payload) }),
        signal: gone.signal,
      }).catch(() => null)
      await expect.poll(() => line.holds()).toBe(1)
      gone.abort()
      await pressed
      hall.later({ seconds: LIMIT.seconds + 1 })
      line.turn('open')
      const before = stateOf(hall)
      expect(await line.letLoose()).toEqual([{ status: 409, code: 'too-late' }])
      expect(stateOf(hall)).toBe(before)
    },
  )
})

/** The request as a screen sends it: with until when it is meant, in the body or, if it has none, in the address. */
async function requestInTime(hall: HallApp, door: Door, line: string): Promise<Request> {
  const request = await requestOf(hall, door, line, await hall.take(['kk']))
  const operation = operationOf(await describedBy(hall), line)
  const inQuery = operation?.parameters?.some(({ name }) => name === 'notAfter') === true
  const url = inQuery
    ? `${request.url}${request.url.includes('?') ? '&' : '?'}notAfter=${until(hall)}`
    : request.url
  if (line === 'PUT /api/plan') {
    return { ...request, url: `${url}&from=${hall.hall.layoutSeq}`, payload: hall.hall.layout.base }
  }
  if (line === 'PUT /api/plan/draft') return { ...request, url, payload: hall.hall.layout.base }
  if (inQuery) return { ...request, url }
  return { ...request, payload: { ...(request.payload as object), notAfter: until(hall) } }
}

describe('for another call than the one that is there', () => {
  it.each(atCounters)(
    '[E6] a press acts on the call that was seen, and on nobody else: $line',
    async ({ line, door }) => {
      const hall = await withDevices(await hallApp())
      const before = await callNext(hall)
      await hall.act('ayu', 'miss', 'loket-1')
      const now = await callNext(hall)
      const role = door.may.includes('officer') ? 'officer' : 'supervisor'
      const request = await requestOf(hall, door, line, await hall.take(['kk']))
      const asked = async (call: string) => {
        const payload = { ...(request.payload as object), call }
        const cookie = cookieOf(hall, role) ?? ''
        const answer = await hall.app.inject({ ...request, payload, headers: { cookie } })
        return answer.json<{ code?: string }>().code
      }
      const state = stateOf(hall)
      // Nobody is placed where somebody is being served, whoever that is.
      expect(await asked(before)).toBe(line.endsWith('/assign') ? 'counter-taken' : 'other-call')
      expect(stateOf(hall)).toBe(state)
      expect(await asked(now)).not.toBe('other-call')
    },
  )

  async function callNext(hall: HallApp): Promise<string> {
    if (hall.hall.counters.get('loket-1')?.staff === null) await hall.act('ayu', 'open', 'loket-1')
    await hall.take(['kk'])
    return (await hall.act('ayu', 'call-next', 'loket-1')).current?.call ?? ''
  }
})

describe('sent again', () => {
  it('[E8] a command that was done gets its answer again, however late', async () => {
    const hall = await hallApp()
    await hall.act('ayu', 'open', 'loket-1')
    await hall.take(['kk'])
    await hall.take(['kk'])
    const { current } = await hall.act('ayu', 'call-next', 'loket-1')
    const key = randomUUID()
    const press = (key: string, body: object) =>
      hall.outcome('POST /api/counters/loket-1/miss', { as: 'ayu', key, body })
    const body = { call: current?.call, notAfter: until(hall) }
    expect(await press(key, body)).toBe(200)
    await hall.act('ayu', 'call-next', 'loket-1')
    hall.later({ seconds: 20 })
    expect(await press(key, body)).toBe(200)
    expect(await press(key, { ...body, notAfter: until(hall) })).toBe(200)
    expect(hall.hall.counters.get('loket-1')?.current).not.toBeNull()
    expect(await press(randomUUID(), body)).toBe('409 too-late')
    expect(await press(randomUUID(), { ...body, notAfter: until(hall) })).toBe('409 other-call')
    expect(await press(key, { ...body, call: null })).toBe('409 key-reused')
  })

  it('[E8] a command that was done gets its answer again, however late: a question about a number that was never taken takes none', async () => {
    const hall = await hallApp()
    await hall.enrol('kiosk')
    const body = { services: ['kk'], notAfter: until(hall) }
    hall.later({ seconds: 20 })
    const ask = () => hall.outcome('POST /api/visits', { as: 'kiosk', key: 'k', body })
    expect(await ask()).toBe('409 too-late')
    expect(hall.hall.visits.size).toBe(0)
  })

  it.each(['notAfter', 'undo'])('an invalid moment is refused, and named: %s', async (property) => {
    const hall = await hallApp()
    await hall.act('ayu', 'open', 'loket-1')
    for (const moment of ['2026-13-45T25:00:00Z', 'tomorrow', 7]) {
      const body = { [property]: moment }
      const { code, body: problem } = await hall.ask('POST /api/counters/loket-1/undo', { as: 'ayu', body })
      expect([moment, code, problem['property']]).toEqual([moment, 'bad-request', property])
    }
  })
})
