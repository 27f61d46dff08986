// Visitors who only asked at the reception: what a tap does, and what it never does.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { StorageError } from '../../server/store/errors.ts'
import { openTrainingStore } from '../../server/store/training.ts'
import { hallApp, type HallApp, openHall } from './hall-app.ts'

interface Today {
  day: string
  count: number
}
interface Report {
  rows: Today[]
  count: number
}
const DAY = '2026-11-24'
const REPORT = `GET /api/reports/asked?from=2026-11-01&to=2026-11-30`

let hall: HallApp
let isFull = false
beforeAll(async () => {
  hall = await openHall({
    store: (store) => ({
      ...store,
      onlyAsked: {
        ...store.onlyAsked,
        add: (...given) => {
          if (isFull) throw new StorageError('full', 'SQLITE_FULL', new Error('full'))
          store.onlyAsked.add(...given)
        },
      },
    }),
  })
})
afterAll(() => hall.close())

const tap = (key?: string, at = hall) =>
  at.outcome('POST /api/reception/asked', { as: 'ayu', body: {}, ...(key !== undefined && { key }) })
const back = (key?: string, at = hall) =>
  at.outcome('DELETE /api/reception/asked', { as: 'ayu', ...(key !== undefined && { key }) })
const count = async (at = hall) => (await at.does<Today>('GET /api/reception/asked', { as: 'dewi' })).count
const report = (at = hall) => at.does<Report>(REPORT, { as: 'manager' })

it('[FG32] people who only ask are counted by one tap, by the day: a request that comes again counts once, and the last tap is taken back', async () => {
  expect(await report()).toMatchObject({ rows: [], count: 0 })
  expect(await back()).toBe('409 nothing-to-undo')
  const first = { as: 'ayu', body: {}, key: 'satu' } as const
  expect(await hall.does('POST /api/reception/asked', first)).toEqual({ day: DAY, count: 1 })
  expect(await hall.does('POST /api/reception/asked', first)).toEqual({ day: DAY, count: 1 })
  expect(await tap('dua')).toBe(200)
  expect(await tap()).toBe(200)
  expect(await back('dua')).toBe('409 key-reused')
  expect(await back('tiga')).toBe(200)
  expect(await back('tiga')).toBe(200)
  expect(await tap('tiga')).toBe('409 key-reused')
  expect(await count()).toBe(2)
  expect(await report()).toMatchObject({ rows: [{ day: DAY, count: 2 }], count: 2 })
  expect(await back()).toBe(200)
  expect(await back()).toBe(200)
  // As if nobody had ever tapped.
  expect(await report()).toMatchObject({ rows: [], count: 0 })
})

it('[FG32] people who only ask are counted by one tap, by the day: ten at once are ten, and one that comes too late is none', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, (_, nth) => tap(`bersama-${nth}`)))
  expect(all).toEqual(Array.from({ length: 10 }, () => 200))
  expect(await count()).toBe(10)
  const notAfter = new Date(hall.clock.now - 1).toISOString()
  expect(await hall.outcome('POST /api/reception/asked', { as: 'ayu', body: { notAfter } })).toBe(
    '409 too-late',
  )
  expect(
    await hall.outcome(`DELETE /api/reception/asked?notAfter=${encodeURIComponent(notAfter)}`, { as: 'ayu' }),
  ).toBe('409 too-late')
  expect(await hall.outcome('POST /api/reception/asked', { as: 'ayu', body: {}, key: 'k'.repeat(201) })).toBe(
    '400 bad-request',
  )
  expect(await count()).toBe(10)
})

it('[FG32] people who only ask are counted by one tap, by the day: no person, no member of staff and no moment is kept with it', () => {
  const columns = (table: string) => hall.db.pragma(`table_info(${table})`) as { name: string }[]
  expect(columns('only_asked').map(({ name }) => name)).toEqual(['day', 'count'])
  expect(columns('only_asked_keys').map(({ name }) => name)).toEqual(['key', 'day', 'tap'])
  const { seq } = hall.hall
  expect(hall.db.prepare('SELECT max(seq) FROM events').pluck().get()).toBe(seq)
  expect(JSON.stringify(hall.db.prepare('SELECT * FROM access_log').all())).not.toContain('asked')
})

it('the report is the manager’s alone, of a period that there is', async () => {
  const who = ['nobody', 'ayu', 'spv', 'manager'] as const
  expect(await hall.outcomes(REPORT, {}, who)).toEqual({
    nobody: '401 not-signed-in',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
    manager: 200,
  })
  const of = (query: string) => hall.outcome(`GET /api/reports/asked?${query}`, { as: 'manager' })
  expect(await of('from=2026-11-30&to=2026-11-01')).toBe('422 period-reversed')
  expect(await of('from=2026-02-30&to=2026-11-30')).toBe('400 bad-request')
  expect(await of('from=2020-01-01&to=2020-01-02')).toBe('422 period-outside')
  expect(await of('from=__proto__&to=2026-11-30')).toBe('400 bad-request')
})

it('[FG33] a closed day and a training count nobody', async () => {
  const own = await hallApp({ at: Date.parse('2026-11-22T03:00:00Z') })
  expect(await tap('satu', own)).toBe('422 hall-closed')
  const practised = openTrainingStore(own.dir, own.db, (error) => own.failures.push(error))
  const during = await hallApp({ store: () => practised.store })
  expect(await tap('satu', during)).toBe(200)
  expect(await count(during)).toBe(1)
  practised.close()
  expect(own.db.prepare('SELECT count(*) FROM only_asked').pluck().get()).toBe(0)
})

it('a full disk is said, counts nothing, and the same press counts once when there is room', async () => {
  const before = await count()
  isFull = true
  expect(await tap('penuh')).toBe('503 storage-unavailable')
  isFull = false
  expect(await tap('penuh')).toBe(200)
  expect(await tap('penuh')).toBe(200)
  expect(await count()).toBe(before + 1)
})
