// Sockets that ask for what they may not have, or talk when they should listen: each gets its close code, and the
// boards beside them go on.
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { PROTOCOL } from '../../server/live/protocol.ts'
import type { BoardView } from '../../server/live/board.ts'
import { type HallApp, openHall } from './hall-app.ts'
import { listens, look, type Look } from './sockets.ts'

let hall: HallApp
let port: number
beforeAll(async () => {
  hall = await openHall({ publicUrl: 'https://antre.example' })
  await hall.enrol('kiosk')
  await hall.enrol('display')
  port = await listens(hall)
})
afterAll(() => hall.close())

/** Whether the hall still works, as seen by an onlooker. */
async function goesOn(): Promise<boolean> {
  const board = look<BoardView>(hall, 'board:depan')
  const waiting = (await board.view()).queues.find(({ agency }) => agency === 'dukcapil')?.waiting ?? 0
  await hall.take(['kk'])
  const { queues } = await board.view((view) => view.queues.some((queue) => queue.waiting > waiting))
  return queues.length > 0
}

it.each<[string, number, string, Look]>([
  ['no topic', 4004, '', {}],
  ['an unknown kind', 4004, 'weather', {}],
  ['an unknown zone', 4004, 'board:nothing', {}],
  ['a board of no zone', 4004, 'board', {}],
  ['a kiosk with a name', 4004, 'kiosk:1', {}],
  ['a token that nobody holds', 4004, 'visit:nothing', {}],
  ['a name that every object has', 4004, 'visit:__proto__', {}],
  ['an unknown counter, as manager', 4004, 'counter:nothing', { as: 'manager' }],
  ['an unknown counter, as somebody else', 4003, 'counter:nothing', { as: 'ayu' }],
  ['a counter, as nobody', 4003, 'counter:loket-1', {}],
  ['a counter, as kiosk', 4003, 'counter:loket-1', { as: 'kiosk' }],
  ['a counter, as display', 4003, 'counter:loket-1', { as: 'display' }],
  ['a counter of another agency', 4003, 'counter:loket-1', { as: 'dewi' }],
  ['a counter of another agency, as its supervisor', 4003, 'counter:loket-1', { as: 'spv-polres' }],
  ['a page of another version', 4001, 'kiosk', { more: `&v=${PROTOCOL + 1}` }],
  ['a version before all else', 4001, 'counter:loket-1', { more: '&v=x' }],
])('%s is closed with %i', async (_what, code, topic, given) => {
  const socket = look(hall, topic, given)
  expect(await socket.closed).toBe(code)
  expect(socket.messages).toEqual([])
})

it.each<[string, string, Look]>([
  ['kiosk', 'kiosk', {}],
  ['a board', 'board:all', {}],
  ['a counter of one’s own agency', 'counter:loket-1', { as: 'budi' }],
  ['a counter of one’s own agency, as supervisor', 'counter:loket-1', { as: 'spv' }],
  ['any counter, as manager', 'counter:loket-1', { as: 'manager' }],
  ['this version', 'kiosk', { more: `&v=${PROTOCOL}` }],
  ['our own origin', 'kiosk', { headers: { origin: 'https://antre.example' } }],
])('%s is shown', async (_what, topic, given) => {
  expect(await look(hall, topic, given).view()).toHaveProperty('hall')
})

it('a socket of a foreign page is refused before it opens', async () => {
  const headers = { origin: 'https://evil.example' }
  expect(await look(hall, 'kiosk', { headers }).refused).toBe(403)
  expect(await look(hall, 'counter:loket-1', { as: 'manager', headers }).refused).toBe(403)
})

it.each(['&colour=red', '&topic=board:all', `&v=${'1'.repeat(20)}`])('%s is a bad request', async (more) => {
  expect(await look(hall, 'kiosk', { more }).refused).toBe(400)
})

it('the address opened as a page is a bad request, another address is no socket', async () => {
  expect(await hall.outcome('GET /api/live?topic=kiosk')).toBe('400 bad-request')
  const elsewhere = new WebSocket(`ws://127.0.0.1:${port}/api/nothing`)
  const [error] = (await once(elsewhere, 'error')) as [Error]
  expect(error.message).toContain('404')
})

it('a talking client is not read, and one that keeps talking is closed with 1008', async () => {
  const quiet = look(hall, 'kiosk')
  await quiet.view()
  quiet.socket.send('hello')
  quiet.socket.send('{"type":"take-visit"}')
  const loud = look(hall, 'kiosk')
  await loud.view()
  for (let nth = 0; nth < 1000; nth++) loud.socket.send('hello')
  expect(await loud.closed).toBe(1008)
  expect(quiet.socket.readyState).toBe(WebSocket.OPEN)
  expect(await goesOn()).toBe(true)
})

it('a flood before the first answer is closed too', async () => {
  const flood = look(hall, 'board:all')
  flood.socket.on('open', () => {
    for (let nth = 0; nth < 1000; nth++) flood.socket.send('hello')
  })
  expect([1006, 1008]).toContain(await flood.closed)
  expect(await goesOn()).toBe(true)
})

it('a frame too large is closed with 1009', async () => {
  const socket = look(hall, 'kiosk')
  await socket.view()
  socket.socket.send('x'.repeat(2000))
  expect(await socket.closed).toBe(1009)
  expect(await goesOn()).toBe(true)
})

it.each([
  ['a frame that is none', Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])],
  ['a frame without a mask', Buffer.from([0x81, 0x02, 0x68, 0x69])],
  ['a line that is cut', null],
])('%s ends that socket alone', async (_what, bytes) => {
  const raw = connect(port, '127.0.0.1')
  raw.on('error', () => {})
  await once(raw, 'connect')
  raw.write(
    [
      'GET /api/live?topic=kiosk HTTP/1.1',
      'host: 127.0.0.1',
      'connection: upgrade',
      'upgrade: websocket',
      'sec-websocket-version: 13',
      'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==',
      '',
      '',
    ].join('\r\n'),
  )
  await once(raw, 'data')
  if (bytes === null) raw.resetAndDestroy()
  else {
    const ended = once(raw, 'close')
    raw.write(bytes)
    raw.resume()
    await ended
  }
  expect(await goesOn()).toBe(true)
})
