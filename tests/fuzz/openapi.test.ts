// Everything that the API's document describes, asked thousands of times with what fits, with what nearly fits and
// with nonsense. A failing seed is printed; `SEED=…` plays it first, and once fixed it joins the pinned ones.
// `FUZZ=20` asks twenty times as often.
import { expect, it, vi } from 'vitest'
import { play, type Played } from './play.ts'

// A password costs a tenth of a second on purpose, and a wrong one is answered late. Not here: other tests cover
// that.
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>()
  type Done = (error: Error | null, hash: Buffer) => void
  const scrypt = (secret: string, salt: Buffer, length: number, _options: object, done: Done) =>
    crypto.scrypt(secret, salt, length, { N: 16, r: 8, p: 1 }, done)
  return { ...crypto, scrypt }
})

vi.mock('../../server/access/throttle.ts', async (original) => ({
  ...(await original<typeof import('../../server/access/throttle.ts')>()),
  slowDownMs: () => 0,
}))

/** Always played: a few to begin with, and every seed that ever found something. */
const PINNED = [1, 2]
/** Requests to each route on average, for each seed. */
const EACH = 24

/** Those that say no here to everybody: for bytes or a socket, or because the app asked here is not a whole process. */
const CANT = new Set([
  // Nobody guesses the check digit of a sheet that was printed.
  'POST /api/paper/entries',
  'POST /api/paper/entries/{number}/correct',
  'POST /api/paper/entries/{number}/take-back',
  'GET /api/live',
  'POST /api/media',
  'POST /api/standard-files',
  'GET /api/standard-files/{id}',
  // Its body is a file, and so is what the others are about.
  'POST /api/findings/{id}/evidence',
  'GET /api/findings/{id}/evidence/{file}',
  'DELETE /api/findings/{id}/evidence/{file}',
  'GET /api/agencies/{id}/logo',
  'GET /api/plan/draft/preview/phone',
  'POST /api/hall/begin',
  'POST /api/training',
  'PUT /api/training',
  'DELETE /api/training',
  // The hall has no days that are over.
  'POST /api/simulations',
  'GET /api/simulations/{id}',
  'DELETE /api/simulations/{id}',
  // Nobody guesses a right, and no answer has left its box.
  'GET /api/surveys/{right}',
  'POST /api/surveys/answers/{id}/exclude',
  // Nobody answers enough for an index.
  'POST /api/skm',
  'DELETE /api/skm/{id}',
  'GET /api/reports/months/{month}',
  'GET /api/reports/months/{month}/tables.csv',
  'GET /api/reports/months/{month}/tables.xlsx',
  'POST /api/evaluation',
  'GET /api/evaluation/{id}',
  'GET /api/evaluation/{id}/pack.zip',
  'DELETE /api/evaluation/{id}',
])

const { SEED, FUZZ } = process.env
const seeds = SEED ? [Number(SEED), ...PINNED] : PINNED
const each = EACH * Number(FUZZ ?? 1)

const told = new Map<string, Map<number, number>>()

it.each(seeds)(
  'no request breaks the server, its promises or the hall: seed %i',
  { timeout: 600_000 * Math.max(1, Number(FUZZ ?? 1)) },
  async (seed) => {
    const { statuses, requests } = await play(seed, each)
    remember(statuses)
    expect(requests).toBeGreaterThanOrEqual(each * statuses.size)
  },
)

it('the requests are no idle knocking: nearly every route also said yes, and every one said no', () => {
  const routes = [...told].map(([line, counts]) => ({ line, statuses: [...counts.keys()] }))
  const never = routes.filter(
    ({ line, statuses }) => !CANT.has(line) && !statuses.some((status) => status < 300),
  )
  expect(routes.length).toBeGreaterThan(50)
  // A few find what they need only by chance.
  expect(never.map(({ line }) => line).slice(Math.floor(routes.length / 8))).toEqual([])
  expect(
    routes.filter(({ statuses }) => statuses.every((status) => status === 401 || status === 403)),
  ).toEqual([])
})

function remember(statuses: Played['statuses']): void {
  for (const [line, counts] of statuses) {
    const sum = told.get(line) ?? new Map<number, number>()
    for (const [status, count] of counts) sum.set(status, (sum.get(status) ?? 0) + count)
    told.set(line, sum)
  }
}
