// The agency's part: supervisors propose for their own agency and for nothing else, managers confirm or not, and what was
// taken from elsewhere is said to be right line by line.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import type { DraftAnswer } from '../../server/http/commands/draft.ts'
import type { ProposalAnswer } from '../../server/http/commands/proposals.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { hallApp, type HallApp, openHall, type Somebody } from './hall-app.ts'

const words = (id: string) => ({ id, en: `${id} (en)` })
const kk = { service: 'kk', changes: { name: words('Kartu Keluarga') } }

const propose = async (hall: HallApp, body: object, as: Somebody = 'spv') =>
  (await hall.does<{ proposal: ProposalAnswer }>('POST /api/proposals', { as, body })).proposal
const list = async (hall: HallApp, as: Somebody) =>
  (await hall.does<{ proposals: ProposalAnswer[] }>('GET /api/proposals', { as })).proposals
const draftOf = (hall: HallApp) => hall.does<DraftAnswer>('GET /api/plan/draft', { as: 'manager' })
const serviceIn = (plan: unknown, id: string) => (plan as Plan).services.find((one) => one.id === id)

const withPapers: Plan = {
  ...rulesPlan,
  services: rulesPlan.services.map((service) =>
    service.id === 'kk'
      ? {
          ...service,
          requirements: [
            { id: 'f1', name: words('Formulir'), issuedBy: null, confirmed: false },
            { id: 'f2', name: words('Foto'), issuedBy: null, confirmed: false },
          ],
          standard: { fee: words('Gratis'), confirmed: false },
        }
      : service,
  ),
}

describe('[Z4] an agency proposes only for itself', () => {
  it('texts, requirements, minutes and standards of its own services, and in words the rest', async () => {
    const hall = await hallApp()
    const changes = {
      name: words('Kartu Keluarga'),
      words: ['KK'],
      minutes: 7,
      level: 20,
      requirements: [{ id: 'ktp', name: words('KTP'), issuedBy: 'bayar' }],
      standard: { time: words('Sehari'), procedure: [words('Satu')] },
    }
    const made = await propose(hall, { service: 'kk', changes, wish: 'Tambah satu loket' })
    expect(made).toMatchObject({
      agency: 'dukcapil',
      service: 'kk',
      changes,
      state: 'open',
      by: 'Nama spv',
      wish: 'Tambah satu loket',
      moved: [],
    })
    expect(made.before).toMatchObject({ name: { id: 'kk' }, minutes: 10, standard: null })
    expect(
      (await propose(hall, { agency: 'dukcapil', changes: { name: words('Disdukcapil') } })).service,
    ).toBeNull()
    // Nothing holds by being proposed.
    expect(hall.hall.layout.services.get('kk')?.minutes).toBe(10)
    expect((await draftOf(hall)).changedBy).toBeNull()
  })

  it('not for another agency, nor under its name', async () => {
    const hall = await hallApp()
    const before = await list(hall, 'manager')
    const [bank] = rulesPlan.services.filter(({ agency }) => agency === 'bank')
    for (const body of [
      { service: bank?.id, changes: { minutes: 1 } },
      { agency: 'bank', changes: { name: words('Bank Saya') } },
      { service: 'constructor', changes: { minutes: 1 } },
      { agency: '__proto__'.replaceAll('_', 'x'), changes: {} },
    ]) {
      expect(await hall.outcome('POST /api/proposals', { as: 'spv', body })).toMatch(/^403 not-allowed|^400/)
    }
    expect(await hall.outcome('POST /api/proposals', { as: 'spv-polres', body: kk })).toBe('403 not-allowed')
    for (const as of ['ayu', 'nobody'] as const)
      expect(await hall.outcome('POST /api/proposals', { as, body: kk })).toMatch(/^40[13]/)
    expect(await list(hall, 'manager')).toEqual(before)
  })

  it.each([
    [{ prefix: 'Z' }],
    [{ phase: { status: 'open' } }],
    [{ quota: 1 }],
    [{ hours: null }],
    [{ agency: 'bank' }],
    [{ id: 'other' }],
    [{ after: [] }],
    [{ counters: [] }],
    [{ source: { url: null, confidence: 'x' } }],
    [{ constructor: {} }],
    [{ requirements: [{ id: 'A B', name: words('x'), issuedBy: null }] }],
    [{ requirements: [{ id: 'a', name: { id: 'x' }, issuedBy: null }] }],
    [{ minutes: 0 }],
    [{ standard: { price: 3 } }],
  ])('no field that is not its own, and nothing misshapen: %j', async (changes) => {
    const hall = await hallApp()
    expect(await hall.outcome('POST /api/proposals', { as: 'spv', body: { service: 'kk', changes } })).toBe(
      '400 bad-request',
    )
    expect(await list(hall, 'manager')).toEqual([])
  })

  it('an agency has no minutes, and a proposal says something', async () => {
    const hall = await hallApp()
    for (const body of [
      { agency: 'dukcapil', changes: { minutes: 3 } },
      { service: 'kk', agency: 'dukcapil', changes: { minutes: 3 } },
      { service: 'kk' },
      { service: 'kk', changes: {} },
      { changes: { minutes: 3 } },
    ])
      expect(await hall.outcome('POST /api/proposals', { as: 'spv', body })).toBe('400 bad-request')
  })

  it('nothing that would break the plan: each fault is named', async () => {
    const hall = await hallApp()
    const { status, body } = await hall.ask<{ faults: { at: string }[] }>('POST /api/proposals', {
      as: 'spv',
      body: {
        service: 'kk',
        changes: { requirements: [{ id: 'x', name: words('X'), issuedBy: 'nowhere' }] },
      },
    })
    expect([status, body.faults.map(({ at }) => at)]).toEqual([422, ['services[0].requirements[0].issuedBy']])
  })

  it('leaves the files of a standard, of which it says nothing, as they are', async () => {
    const files = [{ id: 'a'.repeat(32), component: 'legal-basis' as const, name: 'SK.pdf' }]
    const hall = await hallApp({
      plan: {
        ...rulesPlan,
        services: rulesPlan.services.map((one) => (one.id === 'kk' ? { ...one, standard: { files } } : one)),
      },
    })
    const made = await propose(hall, { service: 'kk', changes: { standard: { time: words('Sehari') } } })
    expect(made.changes['standard']).toEqual({ time: words('Sehari'), files })
  })

  it('the same one twice is one, and too many are refused', async () => {
    const hall = await hallApp()
    const first = await propose(hall, kk)
    expect((await propose(hall, kk)).id).toBe(first.id)
    for (let count = 1; count < 200; count += 1) await propose(hall, { service: 'kk', wish: `wish ${count}` })
    expect(
      await hall.outcome('POST /api/proposals', { as: 'spv', body: { service: 'kk', wish: 'more' } }),
    ).toBe('409 too-many-proposals')
    await hall.does(`POST /api/proposals/${first.id}/withdraw`, { as: 'spv' })
    await propose(hall, { service: 'kk', wish: 'more' })
  })

  it('what an agency proposes and takes back, over and over, fills neither the list nor the disk', async () => {
    const hall = await hallApp()
    for (let nth = 0; nth < 30; nth++) {
      const { id } = await propose(hall, { service: 'kk', wish: `Yang ke-${nth}` })
      await hall.does(`POST /api/proposals/${id}/withdraw`, { as: 'spv' })
      hall.clock.now += 1000
    }
    const left = await list(hall, 'manager')
    expect(left).toHaveLength(20)
    expect(left[0]?.wish).toBe('Yang ke-29')
    expect(hall.db.prepare('SELECT count(*) FROM proposals').pluck().get()).toBe(20)
  })

  it('large ones are refused sooner: all of them are in one answer', async () => {
    const hall = await hallApp()
    const large = (nth: number) =>
      Array.from({ length: 1000 }, (_, one) => ({
        id: `f${nth}-${one}`,
        name: words('x'.repeat(80)),
        issuedBy: null,
      }))
    const body = (nth: number) => ({ service: 'kk', changes: { requirements: large(nth) } })
    expect(JSON.stringify(body(1)).length).toBeGreaterThan(200_000)
    const outcomes = []
    for (let nth = 0; nth < 14; nth++)
      outcomes.push(await hall.outcome('POST /api/proposals', { as: 'spv', body: body(nth) }))
    expect(outcomes.slice(0, 5)).toEqual([200, 200, 200, 200, 200])
    expect(outcomes.at(-1)).toBe('409 too-many-proposals')
    // A small one still is heard.
    expect((await propose(hall, kk)).state).toBe('open')
  })

  it('a supervisor sees and withdraws only those of the own agency', async () => {
    const hall = await hallApp()
    const own = await propose(hall, kk)
    const other = await propose(hall, { agency: 'polres', wish: 'Loket baru' }, 'spv-polres')
    expect((await list(hall, 'spv')).map(({ id }) => id)).toEqual([own.id])
    expect((await list(hall, 'manager')).map(({ id }) => id).sort()).toEqual([own.id, other.id].sort())
    expect(await hall.outcome(`POST /api/proposals/${own.id}/withdraw`, { as: 'spv-polres' })).toBe(
      '404 unknown-proposal',
    )
    expect(await hall.outcome(`POST /api/proposals/${own.id}/confirm`, { as: 'spv' })).toBe('403 not-allowed')
    expect(
      await hall.outcome(`POST /api/proposals/${own.id}/refuse`, { as: 'spv', body: { note: 'x' } }),
    ).toBe('403 not-allowed')
  })
})

describe('[Z5] what a manager confirms goes into the draft', () => {
  it('with what is in the draft already, and holds once it is published', async () => {
    const hall = await hallApp()
    const mine = { ...rulesPlan, address: words('Jalan Baru 2') }
    await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body: mine })
    const { id } = await propose(hall, kk)
    const { from, proposal } = await hall.does<{ from: number; proposal: ProposalAnswer }>(
      `POST /api/proposals/${id}/confirm`,
      { as: 'manager', body: { note: 'Terima kasih' } },
    )
    expect(proposal).toMatchObject({ state: 'confirmed', decidedBy: 'Nama manager', note: 'Terima kasih' })
    const draft = await draftOf(hall)
    expect(draft.from).toBe(from)
    expect(serviceIn(draft.plan, 'kk')?.name).toEqual(kk.changes.name)
    expect((draft.plan as Plan).address).toEqual(mine.address)
    expect(hall.hall.layout.services.get('kk')?.name.id).toBe('kk')
    await hall.does('POST /api/plan/draft/publish', { as: 'manager', body: { from } })
    expect(hall.hall.layout.services.get('kk')?.name).toEqual(kk.changes.name)
    expect(await hall.outcome(`POST /api/proposals/${id}/confirm`, { as: 'manager' })).toBe(
      '409 proposal-decided',
    )
  })

  it('makes a draft where there is none; what only asks in words changes nothing', async () => {
    const hall = await hallApp()
    const wish = await propose(hall, { service: 'kk', wish: 'Tambah loket' })
    const said = await hall.does<{ from: number | null }>(`POST /api/proposals/${wish.id}/confirm`, {
      as: 'manager',
    })
    expect(said.from).toBeNull()
    expect((await draftOf(hall)).changedBy).toBeNull()
    const { id } = await propose(hall, kk)
    await hall.does(`POST /api/proposals/${id}/confirm`, { as: 'manager' })
    expect((await draftOf(hall)).changedBy).toBe('Nama manager')
  })

  it('merged with what has changed since, and that is said before', async () => {
    const hall = await hallApp({ plan: withPapers })
    const paper = (id: string) => ({ id, name: words(id), issuedBy: null })
    const { requirements = [] } = serviceIn(withPapers, 'kk') ?? {}
    const { id } = await propose(hall, {
      service: 'kk',
      changes: { requirements: [...requirements, paper('f3')], minutes: 7 },
    })
    await hall.revise({
      ...withPapers,
      services: withPapers.services.map((service) =>
        service.id === 'kk'
          ? { ...service, requirements: [...requirements, paper('f4')], minutes: 12 }
          : service,
      ),
    })
    const [seen] = await list(hall, 'manager')
    expect(seen).toMatchObject({ moved: ['requirements', 'minutes'], before: { minutes: 12 } })
    await hall.does(`POST /api/proposals/${id}/confirm`, { as: 'manager' })
    const after = serviceIn((await draftOf(hall)).plan, 'kk')
    expect(after?.requirements.map((one) => one.id)).toEqual(['f1', 'f2', 'f3', 'f4'])
    expect(after?.minutes).toBe(7)
  })

  it('not if what it is about has gone', async () => {
    const hall = await hallApp()
    const { id } = await propose(hall, kk)
    const without = { ...rulesPlan, services: rulesPlan.services.filter((one) => one.id !== 'kk') }
    await hall.does('PUT /api/plan/draft?from=0', { as: 'manager', body: without })
    expect((await list(hall, 'manager'))[0]).toMatchObject({ gone: true })
    expect(await hall.outcome(`POST /api/proposals/${id}/confirm`, { as: 'manager' })).toBe(
      '404 unknown-service',
    )
    expect((await list(hall, 'manager'))[0]?.state).toBe('open')
  })

  it('refused, it says why; withdrawn, it can no longer be confirmed', async () => {
    const hall = await hallApp()
    const one = await propose(hall, kk)
    expect(await hall.outcome(`POST /api/proposals/${one.id}/refuse`, { as: 'manager' })).toBe(
      '400 bad-request',
    )
    await hall.does(`POST /api/proposals/${one.id}/refuse`, { as: 'manager', body: { note: 'Nama resmi' } })
    expect((await list(hall, 'spv'))[0]).toMatchObject({ state: 'refused', note: 'Nama resmi' })
    const two = await propose(hall, { service: 'kk', changes: { minutes: 3 } })
    await hall.does(`POST /api/proposals/${two.id}/withdraw`, { as: 'spv' })
    await hall.does(`POST /api/proposals/${two.id}/withdraw`, { as: 'spv' })
    expect(await hall.outcome(`POST /api/proposals/${two.id}/confirm`, { as: 'manager' })).toBe(
      '409 proposal-decided',
    )
    expect(await hall.outcome('POST /api/proposals/constructor/confirm', { as: 'manager' })).toBe(
      '404 unknown-proposal',
    )
  })

  it('is there after a restart', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'antre-proposals-'))
    onTestFinished(() => rmSync(dir, { recursive: true }))
    const before = await openHall({ dir })
    const made = await propose(before, kk)
    await before.close()
    const hall = await hallApp({ dir })
    expect(await list(hall, 'spv')).toEqual([made])
  })
})

describe('[Z6] somebody of the agency confirms what is right', () => {
  const right = (hall: HallApp, as: Somebody, body: object, id = 'kk') =>
    hall.outcome(`POST /api/services/${id}/right`, { as, body })
  const marks = (hall: HallApp) => {
    const { requirements = [], standard } = hall.hall.layout.services.get('kk') ?? {}
    return [...requirements.map((one) => one.confirmed ?? true), standard?.confirmed ?? true]
  }

  it('line by line, and it holds at once', async () => {
    const hall = await hallApp({ plan: withPapers })
    expect(marks(hall)).toEqual([false, false, false])
    expect(await right(hall, 'spv', { requirements: ['f1'] })).toBe(200)
    expect(marks(hall)).toEqual([true, false, false])
    const { seq } = hall.hall
    expect(await right(hall, 'spv', { requirements: ['f1'] })).toBe(200)
    expect(hall.hall.seq).toBe(seq)
    expect(await right(hall, 'manager', { requirements: ['f2'], standard: true })).toBe(200)
    expect(marks(hall)).toEqual([true, true, true])
  })

  it('also where a draft is being worked on, which keeps it', async () => {
    const hall = await hallApp({ plan: withPapers })
    await hall.does('PUT /api/plan/draft?from=0', {
      as: 'manager',
      body: { ...withPapers, address: words('Baru') },
    })
    await right(hall, 'spv', { requirements: ['f1'] })
    await hall.does('POST /api/plan/draft/publish', { as: 'manager', body: {} })
    expect(marks(hall)).toEqual([true, false, false])
    expect(hall.hall.layout.plan.address).toEqual(words('Baru'))
  })

  it('nobody else, and nothing that is not asked for', async () => {
    const hall = await hallApp({ plan: withPapers })
    expect(await right(hall, 'spv-polres', { requirements: ['f1'] })).toBe('403 not-allowed')
    expect(await right(hall, 'ayu', { requirements: ['f1'] })).toBe('403 not-allowed')
    expect(await right(hall, 'spv', { requirements: ['f9'] })).toBe('422 unknown-requirement')
    expect(await right(hall, 'spv', { requirements: ['constructor'] })).toBe('422 unknown-requirement')
    expect(await right(hall, 'manager', { requirements: [] }, 'constructor')).toBe('404 unknown-service')
    expect(marks(hall)).toEqual([false, false, false])
  })

  it('keeps those who wait', async () => {
    const hall = await hallApp({ plan: withPapers })
    const { visit } = await hall.take(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call-next', 'loket-1')
    expect(await right(hall, 'spv', { requirements: ['f1'] })).toBe(200)
    expect(hall.hall.visits.get(visit.id)?.steps[0]?.status).toBe('called')
  })
})
