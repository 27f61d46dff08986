// The plan that is being worked on, over HTTP: half done, seen by two, published now or on a day to come, and kept for ever.
import { expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { draftTable } from '../../server/store/tables/draft.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp } from './hall-app.ts'

interface DraftBody {
  plan: Plan
  from: number
  base: number
  changedBy: string | null
  faults: { at: string; code: string; detail: string }[]
  order: { from: string; by: string; refused: string | null } | null
}
interface Published {
  revision: number | null
  from?: string
  concerned: { services: { service: string; waiting: number; serving: number }[]; accounts: number }
}

const manager = { as: 'manager' } as const
const draftOf = (hall: HallApp) => hall.does<DraftBody>('GET /api/plan/draft', manager)
const renamed = (plan: Plan, name: string): Plan => ({ ...plan, name: { id: name, en: name } })
/** The plan without `akta`, or with what else is changed. */
function withoutAkta(plan: Plan): Plan {
  return {
    ...plan,
    services: plan.services.filter(({ id }) => id !== 'akta'),
    counters: plan.counters.map((one) => ({ ...one, services: one.services.filter((id) => id !== 'akta') })),
  }
}
/** Saves a draft of the current plan. */
async function save(hall: HallApp, change: (plan: Plan) => unknown): Promise<DraftBody> {
  const { plan, from, base } = await draftOf(hall)
  return hall.does<DraftBody>(`PUT /api/plan/draft?from=${from}&base=${base}`, {
    ...manager,
    body: change(plan) as object,
  })
}
const publish = (hall: HallApp, body: object = {}, key?: string) =>
  hall.ask<Published & { people?: unknown; faults?: unknown[] }>('POST /api/plan/draft/publish', {
    ...manager,
    body,
    ...(key !== undefined && { key }),
  })

it('a draft may be incomplete: it is kept with its faults in words, and does not go live', async () => {
  const hall = await hallApp()
  const before = await draftOf(hall)
  expect(before).toMatchObject({ plan: rulesPlan, changedBy: null, faults: [], order: null })
  const { services: _, ...rest } = rulesPlan
  const saved = await save(hall, () => rest)
  expect(saved).toMatchObject({ plan: rest, from: before.from + 1 })
  expect(saved.changedBy).not.toBeNull()
  expect(saved.faults.some(({ detail }) => detail.includes('services'))).toBe(true)
  const refused = await publish(hall)
  expect(refused).toMatchObject({ status: 422, code: 'plan-faults' })
  expect(refused.body.faults).toEqual(saved.faults)
  expect(await draftOf(hall)).toEqual(saved)
  expect(await hall.does('GET /api/plan', manager)).toEqual(rulesPlan)
  await hall.does(`DELETE /api/plan/draft?from=${saved.from}`, manager)
  expect(await draftOf(hall)).toMatchObject({ plan: rulesPlan, changedBy: null })
})

it('[S25] a draft that goes live keeps what the hall changed in the meantime', async () => {
  const hall = await hallApp()
  await save(hall, (plan) => renamed(plan, 'Balai baru'))
  await hall.does('PUT /api/services/kk/phase', {
    as: 'spv',
    key: 'pause',
    body: { status: 'paused' },
  })
  const { status, body } = await publish(hall)
  expect(status).toBe(200)
  expect(body.revision).toBe(hall.hall.planSeq)
  const { base } = hall.hall.layout
  expect(base.name.id).toBe('Balai baru')
  expect(base.services.find(({ id }) => id === 'kk')?.phase.status).toBe('paused')
  expect((await draftOf(hall)).changedBy).toBeNull()
})

it('[S25] a draft that goes live keeps what the hall changed in the meantime: also between a look and the first change', async () => {
  const hall = await hallApp()
  const { plan, from, base } = await draftOf(hall)
  await hall.does('PUT /api/services/kk/phase', {
    as: 'spv',
    key: 'pause',
    body: { status: 'paused' },
  })
  await hall.does(`PUT /api/plan/draft?from=${from}&base=${base}`, { ...manager, body: renamed(plan, 'B') })
  expect((await publish(hall)).status).toBe(200)
  expect(hall.hall.layout.base.services.find(({ id }) => id === 'kk')?.phase.status).toBe('paused')
  expect(hall.hall.layout.base.name.id).toBe('B')
})

it('[S25] a draft that goes live keeps what the hall changed in the meantime: of two managers neither overwrites the other', async () => {
  const hall = await hallApp()
  const { from } = await draftOf(hall)
  const put = (name: string, seen: number) =>
    hall.ask<DraftBody>(`PUT /api/plan/draft?from=${seen}`, { ...manager, body: renamed(rulesPlan, name) })
  expect((await put('one', from)).status).toBe(200)
  expect(await put('two', from)).toMatchObject({ status: 409, code: 'plan-changed' })
  expect((await put('two', from + 1)).status).toBe(200)
  expect(await publish(hall, { from: from + 1 })).toMatchObject({ status: 409, code: 'plan-changed' })
  expect(await hall.ask(`DELETE /api/plan/draft?from=${from}`, manager)).toMatchObject({
    code: 'plan-changed',
  })
  expect((await publish(hall, { from: from + 2 })).status).toBe(200)
  expect(hall.hall.layout.base.name.id).toBe('two')
})

it('says whom it touches before it goes live, and asks what becomes of them', async () => {
  const hall = await hallApp()
  const { visit } = await hall.take(['akta'])
  await save(hall, withoutAkta)
  const { services } = await hall.does<Published['concerned']>('GET /api/plan/draft/concerned', manager)
  expect(services).toMatchObject([{ service: 'akta', waiting: 1, serving: 0 }])
  expect(await publish(hall)).toMatchObject({
    status: 409,
    code: 'people-waiting',
    body: { people: [{ service: 'akta', count: 1 }] },
  })
  const published = await publish(hall, { waiting: { akta: 'served' } })
  expect(published).toMatchObject({ status: 200, body: { concerned: { services } } })
  interface Known {
    services: { id: string; retired?: true }[]
  }
  const known = await hall.does<Known>('GET /api/hall')
  expect(known.services.filter(({ retired }) => retired).map(({ id }) => id)).toEqual(['akta'])
  expect(await hall.does('GET /api/search?q=akta')).toMatchObject({ services: [] })
  await hall.act('ayu', 'open', 'loket-1')
  expect((await hall.act('ayu', 'call-next', 'loket-1')).current?.number).toBe(visit.number)
  expect(
    await hall.ask('POST /api/visits', { as: 'manager', key: 'k', body: { services: ['akta'] } }),
  ).toMatchObject({
    code: 'service-closed',
  })
})

it('a publication that is sent again has the answer of the first time', async () => {
  const hall = await hallApp()
  await save(hall, (plan) => renamed(plan, 'B'))
  const first = await publish(hall, {}, 'once')
  const again = await publish(hall, {}, 'once')
  expect(again.body.revision).toBe(first.body.revision)
  expect(await publish(hall, {}, 'twice')).toMatchObject({ code: 'plan-changed' })
  // A draft that was begun since is another one.
  const begun = await save(hall, (plan) => renamed(plan, 'C'))
  await publish(hall, {}, 'once')
  expect(await draftOf(hall)).toEqual(begun)
})

it('a publication that is sent again has the answer of the first time: a draft begun since is not lost', async () => {
  const hall = await hallApp()
  const { from } = await save(hall, (plan) => renamed(plan, 'B'))
  const first = await publish(hall, { from }, 'once')
  const begun = await save(hall, (plan) => renamed(plan, 'C'))
  const again = await publish(hall, { from }, 'once')
  expect([again.status, again.body.revision]).toEqual([200, first.body.revision])
  expect(await draftOf(hall)).toEqual(begun)
  expect(hall.hall.layout.base.name.id).toBe('B')
})

it('a publication that is sent again has the answer of the first time: for a later day too', async () => {
  const hall = await hallApp()
  const { from } = await save(hall, (plan) => renamed(plan, 'B'))
  const order = () => publish(hall, { from, when: '2027-01-11', waiting: { kk: 'served' } })
  expect([(await order()).status, (await order()).status]).toEqual([200, 200])
  expect(await publish(hall, { from, when: '2027-01-12' })).toMatchObject({ code: 'plan-changed' })
})

it('[S25] a draft that goes live keeps what the hall changed in the meantime: what is saved while it goes live is kept', async () => {
  const hall = await hallApp()
  const { from } = await save(hall, (plan) => renamed(plan, 'B'))
  const [published, saved] = await Promise.all([
    publish(hall, { from }),
    hall.ask<DraftBody>(`PUT /api/plan/draft?from=${from}`, { ...manager, body: renamed(rulesPlan, 'C') }),
  ])
  expect([published.status, saved.status]).toContain(200)
  const { plan } = await draftOf(hall)
  // Whichever came first: nobody is told that it was saved and finds it gone.
  expect(plan.name.id).toBe(saved.status === 200 ? 'C' : 'B')
})

it('[S27] every revision of the plan is kept: one that is brought back over a draft is the draft', async () => {
  const hall = await hallApp()
  const { plan } = await draftOf(hall)
  await save(hall, (now) => renamed(now, 'Draf'))
  // The hall's plan is changed beside the draft.
  const from = hall.hall.planSeq
  await hall.does(`PUT /api/plan?from=${from}`, { ...manager, body: renamed(plan, 'Langsung') })
  const draft = await draftOf(hall)
  const query = `from=${draft.from}&base=${draft.base}&anew=true`
  await hall.does(`PUT /api/plan/draft?${query}`, { ...manager, body: plan })
  expect((await publish(hall)).status).toBe(200)
  expect(hall.hall.layout.base).toEqual(plan)
})

it('a draft that is sent again, as its answer was lost, is the same draft; dropped again, it is gone', async () => {
  const hall = await hallApp()
  const { from } = await draftOf(hall)
  const put = (seen: number) =>
    hall.ask<DraftBody>(`PUT /api/plan/draft?from=${seen}`, { ...manager, body: renamed(rulesPlan, 'one') })
  const first = await put(from)
  expect(await put(from)).toMatchObject({ status: 200, body: { from: first.body.from } })
  const drop = () => hall.ask(`DELETE /api/plan/draft?from=${first.body.from}`, manager)
  expect([(await drop()).status, (await drop()).status]).toEqual([200, 200])
})

it('[S26] a publication for a later day must fit on that day, or the old plan stays', async () => {
  const hall = await hallApp()
  await save(hall, (plan) => renamed(plan, 'Besok'))
  expect(await publish(hall, { when: hall.hall.day })).toMatchObject({ code: 'until-past' })
  expect(await publish(hall, { when: '2027-02-30' })).toMatchObject({ code: 'bad-request' })
  expect((await publish(hall, { when: 'next-opening' })).body).toMatchObject({ revision: null })
  const { order } = await draftOf(hall)
  expect(order).toMatchObject({ refused: null })
  expect((order?.from ?? '') > hall.hall.day).toBe(true)
  await hall.take(['kk'])
  expect(hall.hall.layout.base.name.id).not.toBe('Besok')
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await expect.poll(() => hall.hall.layout.base.name.id).toBe('Besok')
  expect(await draftOf(hall)).toMatchObject({ changedBy: null, order: null })
})

it('[S26] a publication for a later day must fit on that day, or the old plan stays: the draft says why', async () => {
  const hall = await hallApp()
  const saved = await save(hall, (plan) => ({ ...plan, zones: [] }))
  // Made to look as if it had fitted on the day of the order.
  const table = draftTable(hall.db)
  const { draft } = table.read()
  if (!draft) throw new Error('no draft')
  const order = { from: '2026-01-01', by: draft.by, fates: [], refused: null }
  table.write({ number: saved.from, draft: { ...draft, order } })
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await expect.poll(async () => (await draftOf(hall)).order?.refused).toBe('plan-faults')
  expect(hall.hall.layout.base).toEqual(rulesPlan)
  expect((await draftOf(hall)).plan.zones).toEqual([])
})

it('[S26] a publication for a later day must fit on that day, or the old plan stays: a change takes the order back', async () => {
  const hall = await hallApp()
  await save(hall, (plan) => renamed(plan, 'Besok'))
  await publish(hall, { when: 'next-opening' })
  await save(hall, (plan) => renamed(plan, 'Lusa'))
  expect((await draftOf(hall)).order).toBeNull()
})

it('[S27] every revision of the plan is kept', async () => {
  const hall = await hallApp()
  await save(hall, (plan) => renamed(plan, 'Satu'))
  await publish(hall)
  await save(hall, (plan) => withoutAkta(plan))
  await publish(hall)
  interface Line {
    revision: number
    by: string | null
    words: string
  }
  const { revisions } = await hall.does<{ revisions: Line[] }>('GET /api/plan/revisions', manager)
  expect(revisions.map(({ words }) => words)).toEqual([
    '1 layanan dihapus, 1 loket diubah',
    'Pengaturan mal diubah',
  ])
  expect(revisions[0]?.by).toBe((await draftOf(hall)).changedBy ?? revisions[0]?.by)
  const [last, first] = revisions
  const look = (n: number | undefined, query = '') =>
    hall.does<{ plan: Plan; words: string; changes: { what: string }[] }>(
      `GET /api/plan/revisions/${n}${query}`,
      { ...manager, headers: { 'accept-language': 'en' } },
    )
  expect((await look(first?.revision)).plan).toEqual(renamed(rulesPlan, 'Satu'))
  expect((await look(first?.revision, `?against=${last?.revision}`)).words).toBe(
    '1 service added, 1 counter changed',
  )
  // Brought back: it becomes the draft, and goes live like any other.
  const { plan } = await look(first?.revision)
  await save(hall, () => plan)
  expect((await publish(hall)).status).toBe(200)
  expect(hall.hall.layout.base).toEqual(renamed(rulesPlan, 'Satu'))
  expect(await hall.ask('GET /api/plan/revisions/1', manager)).toMatchObject({ status: 404 })
})

it('[S27] every revision of the plan is kept: damage to what is no change of it hides none', async () => {
  const hall = await hallApp()
  await save(hall, (plan) => renamed(plan, 'Satu'))
  await publish(hall)
  await hall.take(['kk'])
  await save(hall, (plan) => renamed(plan, 'Dua'))
  await publish(hall)
  hall.db.exec(`DROP TRIGGER events_stay`)
  hall.db.exec(`UPDATE events SET data = '{' WHERE type = 'visit-taken'`)
  const { revisions } = await hall.does<{ revisions: object[] }>('GET /api/plan/revisions', manager)
  expect(revisions).toHaveLength(2)
})

it('[J7] a plan stands in the record once: a revision that has lost its own says so, and all others can be seen', async () => {
  const hall = await hallApp()
  for (const name of ['Satu', 'Dua', 'Tiga']) {
    await save(hall, (plan) => renamed(plan, name))
    await publish(hall)
  }
  hall.db.exec('DROP TRIGGER plans_are_kept')
  hall.db.exec(`DELETE FROM plans WHERE text LIKE '%Dua%'`)
  type Line = { revision: number; words: string }
  const { revisions } = await hall.does<{ revisions: Line[] }>('GET /api/plan/revisions', manager)
  expect(revisions.map(({ words }) => words)).toEqual([
    'Perubahannya tidak diketahui lagi',
    'Isi pengaturan ini hilang dari jurnal',
    'Pengaturan mal diubah',
  ])
  const [third, second, first] = revisions.map(({ revision }) => revision)
  const look = (n?: number, query = '') => hall.outcome(`GET /api/plan/revisions/${n}${query}`, manager)
  expect([await look(third), await look(second), await look(first)]).toEqual([200, '410 plan-lost', 200])
  expect(await look(third, `?against=${second}`)).toBe('404 not-found')
  expect(await look(third, `?against=${first}`)).toBe(200)
})

it('anything that is not a plan is refused, and deep or strange input harms nobody', async () => {
  const hall = await hallApp()
  const put = (body: string) => hall.ask('PUT /api/plan/draft?from=0', { ...manager, body })
  for (const body of ['[]', 'null', '7', '"plan"', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`])
    expect(await put(body)).toMatchObject({ status: 400 })
  expect(await put('{"__proto__": {"services": []}, "constructor": 1}')).toMatchObject({ status: 400 })
  expect(await put('{"services": [{"id": "toString"}, {"id": "hasOwnProperty"}]}')).toMatchObject({
    status: 200,
  })
  expect(await publish(hall, { waiting: { toString: 'served' } })).toMatchObject({ code: 'plan-faults' })
  expect(await hall.does('GET /api/plan', manager)).toEqual(rulesPlan)
})

it('shows the draft as it is on the disk, also where something else wrote it there', async () => {
  const hall = await hallApp()
  const saved = await save(hall, (plan) => renamed(plan, 'Balai baru'))
  expect((await draftOf(hall)).plan.name.id).toBe('Balai baru')
  const table = draftTable(hall.db)
  const { draft } = table.read()
  if (!draft) throw new Error('no draft')
  table.write({ number: saved.from, draft: { ...draft, plan: renamed(rulesPlan, 'Balai lama') } })
  expect((await draftOf(hall)).plan.name.id).toBe('Balai lama')
})

it('[S31] each change in the draft says who wrote it last, and when: over HTTP, after a restart too', async () => {
  const hall = await hallApp()
  await save(hall, (plan) => renamed(plan, 'Balai baru'))
  const changes = () =>
    hall.does<{ from: number; words: string; changes: object[] }>('GET /api/plan/draft/changes', manager)
  const said = await changes()
  const { name } = rulesPlan
  const after = { id: 'Balai baru', en: 'Balai baru' }
  expect(said).toMatchObject({
    words: 'Pengaturan mal diubah',
    changes: [{ kind: 'hall', id: null, what: 'changed', field: 'name', before: name, after }],
  })
  expect(said.changes[0]).toMatchObject({ by: expect.any(String), at: expect.stringMatching(/Z$/) })
  const { draft } = draftTable(hall.db).read()
  expect(draft?.marks.map(({ key }) => key)).toEqual(['hall  name'])
  await hall.does(`DELETE /api/plan/draft?from=${said.from}`, manager)
  expect((await changes()).changes).toEqual([])
})
