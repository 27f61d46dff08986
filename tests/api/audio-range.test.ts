// Old televisions ask for a sound piece by piece.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pieceOf } from '../../server/http/ground/files.ts'
import { type HallApp, openHall } from './hall-app.ts'

const wav = Buffer.from('RIFF of twenty bytes')
let hall: HallApp
beforeAll(async () => {
  hall = await openHall({ voice: { read: async (name) => (name === 'call.wav' ? wav : null) } })
})
afterAll(() => hall.close())

const get = (range?: string, method: 'GET' | 'HEAD' = 'GET') =>
  hall.app.inject({ method, url: '/api/audio/call.wav', headers: range === undefined ? {} : { range } })

it('says that it can be had in pieces', async () => {
  const { statusCode, headers, rawPayload } = await get()
  expect([statusCode, headers['accept-ranges'], headers['content-length']]).toEqual([200, 'bytes', '20'])
  expect(rawPayload).toEqual(wav)
  expect((await get(undefined, 'HEAD')).headers['content-length']).toBe('20')
})

it.each([
  ['bytes=0-', 'bytes 0-19/20', 'RIFF of twenty bytes'],
  ['bytes=0-1', 'bytes 0-1/20', 'RI'],
  ['bytes=5-6', 'bytes 5-6/20', 'of'],
  ['bytes=15-', 'bytes 15-19/20', 'bytes'],
  ['bytes=15-99999', 'bytes 15-19/20', 'bytes'],
  ['bytes=-5', 'bytes 15-19/20', 'bytes'],
  ['bytes=-99', 'bytes 0-19/20', 'RIFF of twenty bytes'],
  ['bytes=19-19', 'bytes 19-19/20', 's'],
])('gives %s', async (range, is, piece) => {
  const { statusCode, headers, payload } = await get(range)
  expect([statusCode, headers['content-range'], payload]).toEqual([206, is, piece])
  expect([headers['content-type'], headers['content-length']]).toEqual(['audio/wav', String(piece.length)])
})

it.each(['bytes=20-', 'bytes=99-100', 'bytes=-0'])(
  'has nothing at %s, and says how long it is',
  async (range) => {
    const { statusCode, headers, body } = await get(range)
    expect([statusCode, headers['content-range']]).toEqual([416, 'bytes */20'])
    expect(JSON.parse(body)).toMatchObject({ code: 'range-beyond' })
    expect(headers['cache-control']).toBe('no-store')
  },
)

it.each([
  'bytes=3-1',
  'bytes=0-1,5-6',
  'bytes=a-b',
  'bytes=--5',
  'bytes=-',
  'lines=0-1',
  '',
  'bytes=1.5-2',
  `bytes=${'9'.repeat(400)}-`,
])('gives all for %j, which is no range', async (range) => {
  const { statusCode, headers, rawPayload } = await get(range)
  expect([statusCode, headers['content-range'], rawPayload.length]).toEqual([200, undefined, 20])
})

it('has no piece of a sound that does not exist', async () => {
  expect(await hall.outcome('GET /api/audio/other.wav', { headers: { range: 'bytes=0-1' } })).toBe(
    '404 not-found',
  )
  expect(pieceOf('bytes=0-', 0)).toBe('beyond')
})
