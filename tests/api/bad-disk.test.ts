// A disk that is full, or damaged: 503 storage-unavailable, nothing half done, and the hall goes on as soon as the
// disk does.
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { databaseFile } from '../../server/store/folder.ts'
import { overwrite } from '../journal/helper.ts'
import { hallApp, type HallApp, type Taken } from './hall-app.ts'

const take = 'POST /api/visits'
const ticket = (key: string) => ({ as: 'manager', key, body: { services: ['kk'] } }) as const

async function ticketsUntilFull(hall: HallApp): Promise<string> {
  hall.db.pragma(`max_page_count = ${Number(hall.db.pragma('page_count', { simple: true }))}`)
  for (let nth = 1; nth < 500; nth++) {
    const outcome = await hall.outcome(take, ticket(`t${nth}`))
    if (outcome !== 201) return String(outcome)
  }
  return 'never full'
}

it('a full disk refuses what would change anything, says when to try again, and recovers', async () => {
  const logged: string[] = []
  const hall = await hallApp({ logged })
  await hall.act('ayu', 'open', 'loket-1')
  const { visit } = await hall.take(['kk'])
  expect(await ticketsUntilFull(hall)).toBe('503 storage-unavailable')
  const { seq } = hall.hall
  const given = [...hall.hall.visits.values()].map(({ number }) => number)

  const refused = await hall.ask(take, ticket('full'))
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '5'])
  const batch = await Promise.all([1, 2, 3].map((nth) => hall.outcome(take, ticket(`batch-${nth}`))))
  expect(new Set(batch)).toEqual(new Set(['503 storage-unavailable']))
  expect(hall.hall.seq).toBe(seq)
  expect(await hall.does('GET /api/health')).toMatchObject({ status: 'ok', seq })
  expect(await hall.outcome(`GET /api/visits/${visit.token}`)).toBe(200)
  expect(logged.length).toBeGreaterThan(0)

  hall.db.pragma('max_page_count = 1000000')
  const { visit: next } = await hall.does<Taken>(take, ticket('full'))
  expect(next.number).toBe(`A${String(given.length + 1).padStart(3, '0')}`)
  expect((await hall.does<Taken>(take, ticket('full'))).visit.id).toBe(next.id)
  expect((await hall.act('ayu', 'call-next', 'loket-1')).current).toMatchObject({ number: 'A001' })
})

it('damaged pages refuse every change, and what is in memory is still shown', async () => {
  const hall = await hallApp()
  const { visit } = await hall.take(['kk'])
  hall.db.pragma('wal_checkpoint(TRUNCATE)')
  const file = databaseFile(hall.dir)
  const whole = readFileSync(file)
  overwrite(file, 4096, whole.length - 4096)
  hall.db.pragma('shrink_memory')

  expect(await hall.outcome(take, ticket('a'))).toBe('503 storage-unavailable')
  expect(await hall.outcome(`POST /api/visits/${visit.token}/cancel`)).toBe('503 storage-unavailable')
  const cookie = hall.cookies.get('manager') ?? ''
  expect((await hall.app.inject({ url: '/api/devices', headers: { cookie } })).json()).toMatchObject({
    code: 'storage-unavailable',
  })
  expect(await hall.outcome(`GET /api/visits/${visit.token}`)).toBe(200)
  expect(await hall.outcome('GET /api/health')).toBe(200)

  writeFileSync(file, whole)
  hall.db.pragma('shrink_memory')
  expect(await hall.outcome(take, ticket('a'))).toBe(201)
})
