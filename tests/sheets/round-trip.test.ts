// The plan through a file and back: what is written and read again is what it was, whatever is in it.
import { expect, it } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import type { Plan } from '../../server/hall/plan.ts'
import { kindNames } from '../../server/sheets/kind-names.ts'
import { readFile, writeFile } from '../../server/sheets/file.ts'
import { createRandom } from '../property/prng.ts'
import { inventedPlan } from './invented.ts'

const write = (plan: unknown, language: 'id' | 'en' = 'id') =>
  writeFile({ of: 'plan', doc: plan, language, kind: null })
const read = (bytes: Uint8Array, plan: unknown, language: 'id' | 'en' = 'id') =>
  readFile({ of: 'plan', bytes, doc: plan, language, chosen: new Map() })

/** The plan without what no sheet shows. */
function shown({ printers: _printers, slip: _slip, voice: _voice, media: _media, ...plan }: Plan) {
  return plan
}
const blocking = ({ faults }: Awaited<ReturnType<typeof read>>) => faults.filter(({ blocks }) => blocks)

it('[S36] a cell left as it was changes nothing, and what has no column stays: the sample hall', async () => {
  const back = await read(await write(karangasem), karangasem)
  expect(back.changes).toEqual([])
  expect(back.faults).toEqual([])
  expect(back.notes).toEqual([])
  expect(back.plan).toEqual(karangasem)
})

it('makes the sample hall of its workbook in an empty building, in both languages', async () => {
  for (const language of ['id', 'en'] as const) {
    const back = await read(await write(karangasem, language), {}, language)
    expect(blocking(back)).toEqual([])
    expect(back.plan).toEqual(shown(karangasem))
  }
})

it('makes it of a CSV file for each sheet, one after the other', async () => {
  let plan: unknown = {}
  for (const kind of kindNames) {
    const bytes = await writeFile({ of: 'plan', doc: karangasem, language: 'id', kind })
    const back = await read(bytes, plan)
    expect([kind, blocking(back)]).toEqual([kind, []])
    plan = back.plan
    expect((await read(bytes, karangasem)).changes).toEqual([])
  }
  expect(plan).toEqual(shown(karangasem))
})

it('takes a plan as JSON with all that no sheet shows, also as the draft is answered', async () => {
  for (const value of [karangasem, { plan: karangasem, from: 3, base: 1, changedBy: null, faults: [] }]) {
    const back = await read(Buffer.from(JSON.stringify(value)), {})
    expect(back.plan).toEqual(karangasem)
    expect(back.faults).toEqual([])
  }
  expect((await read(Buffer.from(JSON.stringify(karangasem)), karangasem)).changes).toEqual([])
})

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])(
  'loses nothing of an invented hall: seed %i',
  async (seed) => {
    const random = createRandom(seed)
    const languages = random.oneIn(2) ? ['id', 'en', 'ban'] : ['id', 'en']
    const plan = inventedPlan(random, languages)
    const bytes = await write(plan)
    const same = await read(bytes, plan)
    expect(same.changes).toEqual([])
    expect(same.plan).toEqual(plan)
    const anew = await read(bytes, {})
    expect(blocking(anew)).toEqual([])
    expect(shownOver(anew.plan as Plan)).toEqual(shownOver(plan))
    // Over another hall it makes this one, and leaves that one's printers and slips.
    const other = {
      ...inventedPlan(random, languages),
      slip: { header: [], footer: [], logo: null, long: true },
    }
    const over = await read(bytes, other)
    expect(blocking(over)).toEqual([])
    expect(shownOver(over.plan as Plan)).toEqual(shownOver(plan))
    expect((over.plan as Plan).slip).toEqual(other.slip)
  },
)

/** Optional lists that an empty sheet leaves empty count as left out. */
function shownOver(plan: Plan): unknown {
  const {
    board,
    elsewhere = [],
    places = [],
    periods = [],
    days = [],
    quotas = [],
    reasons,
    lastTicket,
    ...rest
  } = shown(plan)
  const { call = [], finish = [], ...lists } = reasons
  return {
    ...rest,
    board: board ?? {},
    elsewhere,
    places,
    periods,
    days,
    quotas,
    lastTicket: lastTicket ?? {},
    reasons: { ...lists, call, finish },
  }
}
