// Who may act at a counter. The caller is checked before the request and before the state of the hall.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calls } from '../../server/http/commands/counter-calls.ts'
import { actions } from '../../server/http/commands/counters.ts'
import { hallApp, type HallApp, openHall, type Somebody } from './hall-app.ts'

const names = [actions, calls].flatMap((some) => Object.keys(some))
const strangers = ['nobody', 'kiosk', 'display', 'dewi', 'spv-polres'] as const satisfies readonly Somebody[]
const turnedAway = {
  nobody: '401 not-signed-in',
  kiosk: '403 not-allowed',
  display: '403 not-allowed',
  dewi: '403 not-allowed',
  'spv-polres': '403 not-allowed',
}

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
  await hall.enrol('kiosk')
  await hall.enrol('display')
})
afterAll(() => hall.close())

it('the contract’s actions are all there', () => {
  expect(names.toSorted()).toEqual(
    [
      'open',
      'pause',
      'close',
      'call-next',
      'call',
      'recall',
      'start',
      'finish',
      'miss',
      'put-back',
      'hold',
      'release',
      'refer',
      'undo',
      'serve',
      'hand-over',
    ].toSorted(),
  )
})

describe.each(names)('%s', (name) => {
  const line = `POST /api/counters/loket-1/${name}`

  it.each([
    ['a closed counter', {}],
    ['a bad body', { nonsense: true }],
    ['broken JSON', '{'],
  ])('turns strangers away, also with %s', async (_what, body) => {
    expect(await hall.outcomes(line, { body }, strangers)).toEqual(turnedAway)
  })

  it('looks at the body before the state, for those who may', async () => {
    const whom = ['ayu', 'spv', 'manager'] as const
    const refused = '400 bad-request'
    expect(await hall.outcomes(line, { body: { nonsense: true } }, whom)).toEqual({
      ayu: refused,
      spv: refused,
      manager: refused,
    })
  })

  it('of an unknown counter is 404 to staff, 401 to nobody', async () => {
    const unknown = `POST /api/counters/loket-99/${name}`
    expect(await hall.outcomes(unknown, { body: {} }, ['nobody', 'kiosk', 'ayu', 'manager'])).toEqual({
      nobody: '401 not-signed-in',
      kiosk: '403 not-allowed',
      ayu: '404 unknown-counter',
      manager: '404 unknown-counter',
    })
  })
})

const bodies: Readonly<Record<string, object>> = {
  call: { visit: 'v' },
  release: { visit: 'v' },
  refer: { service: 'kk' },
  serve: { services: ['kk'] },
  'hand-over': { username: 'ayu' },
}
const closedCounter = names.filter((name) => !['open', 'close'].includes(name))
it.each(closedCounter)('%s at a counter that nobody holds is 409 counter-not-open', async (name) => {
  const body = bodies[name] ?? {}
  expect(await hall.outcome(`POST /api/counters/loket-2/${name}`, { as: 'budi', body })).toBe(
    '409 counter-not-open',
  )
})

it('a colleague, a supervisor and a manager may, at a counter that nobody else holds', async () => {
  const two = await hallApp()
  for (const as of ['ayu', 'spv', 'manager'] as const) {
    expect((await two.act(as, 'open', 'loket-1')).counter).toMatchObject({
      state: 'open',
      staff: { username: as },
    })
    await two.act(as, 'close', 'loket-1')
  }
})

it('nobody takes a counter that somebody holds, an officer holds one, a manager several', async () => {
  const two = await hallApp()
  const open = (as: Somebody, counter: string) => two.outcome(`POST /api/counters/${counter}/open`, { as })
  expect(await open('ayu', 'loket-1')).toBe(200)
  expect(await open('ayu', 'loket-1')).toBe(200)
  expect(await open('budi', 'loket-1')).toBe('409 counter-taken')
  expect(await open('manager', 'loket-1')).toBe('409 counter-taken')
  expect(await open('ayu', 'loket-2')).toBe('409 already-at-counter')
  expect([await open('manager', 'loket-3'), await open('manager', 'loket-4')]).toEqual([200, 200])
  await two.act('ayu', 'pause', 'loket-1')
  expect(await open('budi', 'loket-1')).toBe('409 counter-taken')
  expect(await two.outcome('POST /api/counters/loket-1/pause', { as: 'budi' })).toBe('409 counter-taken')
  expect(await two.outcome('POST /api/counters/loket-1/call-next', { as: 'budi' })).toBe('409 counter-taken')
})

it('a supervisor closes any counter of the agency, an officer only their own', async () => {
  const two = await hallApp()
  await two.take(['kk'])
  await two.act('ayu', 'open', 'loket-1')
  await two.act('ayu', 'call-next', 'loket-1')
  const close = (as: Somebody) => two.outcome('POST /api/counters/loket-1/close', { as })
  expect([await close('ayu'), await close('budi'), await close('spv-polres')]).toEqual([
    '409 counter-busy',
    '409 counter-taken',
    '403 not-allowed',
  ])
  expect(await two.act('spv', 'close', 'loket-1')).toMatchObject({
    counter: { state: 'closed', staff: null },
    current: null,
    waiting: 1,
  })
})

it('signing out pauses the counter; it stays held', async () => {
  const two = await hallApp()
  await two.act('ayu', 'open', 'loket-1')
  await two.does('DELETE /api/session', { as: 'ayu' })
  expect(two.hall.counters.get('loket-1')).toMatchObject({ state: 'paused' })
  expect(await two.outcome('POST /api/counters/loket-1/open', { as: 'ayu' })).toBe('401 not-signed-in')
  expect(await two.outcome('POST /api/counters/loket-1/open', { as: 'budi' })).toBe('409 counter-taken')
})
