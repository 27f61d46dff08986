// Rules FI over HTTP: what becomes of findings when accounts, places, visits and the trial are over.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { FacilityAnswer } from '../../server/http/findings/facilities.ts'
import type { FindingAnswer } from '../../server/http/findings/shapes.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { openTrainingStore } from '../../server/store/training.ts'
import { findingsIn, sample } from './findings.ts'
import { type HallApp, hallApp, openHall, password } from './hall-app.ts'

let hall: HallApp
beforeAll(async () => {
  hall = await openHall()
})
afterAll(() => hall.close())

const { note, steer, read, list, send } = findingsIn(() => hall)

it('[FI10] a finding outlives its owner’s account and its place in the plan', async () => {
  const own = await hallApp()
  const { id } = await note(
    { what: 'AC', place: { kind: 'counter', id: 'loket-2' }, owner: 'budi' },
    'manager',
    own,
  )
  const name = rulesPlan.counters.find((counter) => counter.id === 'loket-2')?.name.id
  const account = own.access.staff.byUsername('budi')?.id ?? ''
  await own.does(`POST /api/staff/${account}/disable`, { as: 'manager' })
  await own.revise({
    ...rulesPlan,
    counters: rulesPlan.counters.filter((counter) => counter.id !== 'loket-2'),
  })
  own.later({ hours: 24 })
  await own.take(['kk'])
  expect(await read(id, own)).toMatchObject({
    owner: 'budi',
    ownerGone: true,
    where: name,
    place: { kind: 'counter', id: 'loket-2', name, gone: true },
  })
})

describe('[FI11] what has become of things since a visit is counted by the hall’s days', () => {
  it('what it left, what was done, what is still open, what came after', async () => {
    const own = await hallApp()
    const visit = { day: '2026-11-20', source: 'ministry', who: 'Tim PAN-RB' }
    expect(await own.outcome('POST /api/findings/visits', { as: 'spv', body: visit })).toBe('403 not-allowed')
    const { id } = await own.does<{ id: string }>('POST /api/findings/visits', { as: 'manager', body: visit })
    await own.does('POST /api/findings/visits', { as: 'manager', body: { ...visit, day: '2027-05-01' } })
    const left = { source: 'ministry', visitedOn: '2026-11-20' }
    const one = await note({ what: 'Ruang laktasi', ...left }, 'manager', own)
    const two = await note({ what: 'Internet', ...left }, 'manager', own)
    await steer(one.id, { state: 'done' }, 'manager', own)
    const three = await note({ what: 'Kursi' }, 'ayu', own)
    const since = async (which: string) => {
      const said = await own.does<Record<string, FindingAnswer[]>>(`GET /api/findings/visits/${which}`, {
        as: 'ayu',
      })
      return ['left', 'done', 'open', 'noted'].map((kind) => (said[kind] ?? []).map(({ number }) => number))
    }
    const numbers = { one: one.number, two: two.number, three: three.number }
    expect(await since(id)).toEqual([
      [numbers.two, numbers.one],
      [numbers.one],
      [numbers.two],
      [numbers.three],
    ])
    expect(await since('last')).toEqual(await since(id))
    expect(await own.outcome('GET /api/findings/visits/__proto__', { as: 'ayu' })).toBe(
      '404 unknown-inspection',
    )
    // Its day is corrected: what it left goes with it.
    await own.does(`POST /api/findings/visits/${id}`, {
      as: 'manager',
      body: { ...visit, day: '2026-11-21' },
    })
    expect((await read(two.id, own)).visitedOn).toBe('2026-11-21')
    expect(await own.outcome(`DELETE /api/findings/visits/${id}`, { as: 'manager' })).toBe('409 has-findings')
    expect(await own.does('GET /api/findings/visits', { as: 'ayu' })).toMatchObject({
      visits: [
        { day: '2027-05-01', findings: 0 },
        { day: '2026-11-21', findings: 2, unfinished: 1 },
      ],
    })
  })

  it('a clock that leaps changes nothing of it', async () => {
    const own = await hallApp()
    await own.take(['kk'])
    const { id } = await note({ what: 'x' }, 'ayu', own)
    own.clock.leapt = -40 * 24 * 3_600_000
    const moved = await steer(id, { state: 'done' }, 'manager', own)
    expect([moved.notedOn, moved.stateSince]).toEqual(['2026-11-24', '2026-11-24'])
    expect(Date.parse(moved.changedAt)).toBeGreaterThanOrEqual(Date.parse(moved.notedAt))
  })
})

describe('[FI12] a facility that is lacking is one line of the same list', () => {
  const facilities = async (on: HallApp) =>
    (await on.does<{ facilities: FacilityAnswer[] }>('GET /api/findings/facilities', { as: 'ayu' }))
      .facilities
  const set = (on: HallApp, id: string, body: object) =>
    on.does<FacilityAnswer>(`POST /api/findings/facilities/${id}`, { as: 'manager', body })

  it('both ways', async () => {
    const own = await hallApp()
    expect((await facilities(own)).slice(0, 3).map(({ id, state }) => [id, state])).toEqual([
      ['ramp', 'unknown'],
      ['guiding-blocks', 'unknown'],
      ['accessible-toilet', 'unknown'],
    ])
    const lacking = await set(own, 'ramp', { state: 'lacking', expected: '2027-02-01' })
    const finding = await read(lacking.finding ?? '', own)
    expect(finding).toMatchObject({ what: 'Ramp (bidang landai)', facility: 'ramp', expected: '2027-02-01' })
    await set(own, 'ramp', { state: 'lacking', expected: '2027-03-01' })
    expect((await list('?facility=1', 'ayu', own)).findings).toMatchObject([{ expected: '2027-03-01' }])
    expect(await set(own, 'ramp', { state: 'there' })).toMatchObject({ state: 'there', finding: null })
    expect((await read(finding.id, own)).state).toBe('done')
    await steer(finding.id, { state: 'working' }, 'manager', own)
    expect((await facilities(own))[0]).toMatchObject({ state: 'lacking', finding: finding.id })
    await steer(finding.id, { state: 'done' }, 'manager', own)
    expect((await facilities(own))[0]).toMatchObject({ state: 'there' })
  })

  it('the hall adds its own, and what does not exist is refused', async () => {
    const own = await hallApp()
    const body = { name: { id: 'Mesin fotokopi', en: 'Copier' } }
    const made = await own.does<FacilityAnswer>('POST /api/findings/facilities', { as: 'manager', body })
    expect(await own.does('POST /api/findings/facilities', { as: 'manager', body })).toEqual(made)
    expect(await set(own, made.id, { state: 'lacking' })).toMatchObject({
      name: body.name,
      state: 'lacking',
      own: true,
    })
    for (const id of ['__proto__', 'constructor', 'none'])
      expect(await own.outcome(`POST /api/findings/facilities/${id}`, { as: 'manager', body: {} })).toBe(
        '404 unknown-facility',
      )
    expect(await own.outcome('POST /api/findings/facilities', { as: 'spv', body })).toBe('403 not-allowed')
  })
})

describe('[FI13] findings outlive the trial and are not part of a training', () => {
  it('the hall that follows a rehearsal has them, with their history and evidence', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'antre-findings-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const trial = await hallApp({ dir, sealed: true, plan: { ...rulesPlan, operation: 'trial' } })
    const { id } = await note({ what: 'Kursi kurang' }, 'ayu', trial)
    const { body } = await send(id, sample('small.jpg'), 'a', 'ayu', trial)
    await trial.does('POST /api/findings/visits', {
      as: 'manager',
      body: { day: '2026-11-20', source: 'ombudsman', who: 'Ombudsman' },
    })
    await trial.does('POST /api/hall/begin', { as: 'manager', body: { from: 'plan', password } })
    await trial.close()
    const next = await hallApp({ dir, sealed: true })
    const found = await read(id, next)
    expect(found).toMatchObject({ source: 'trial', evidence: [{ id: body.evidence[0]?.id, lost: false }] })
    expect(found.history).toHaveLength(2)
    expect(await next.does('GET /api/findings/visits', { as: 'ayu' })).toMatchObject({
      visits: [{ who: 'Ombudsman' }],
    })
  })
})

it('[FI13] findings outlive the trial and are not part of a training: what is noted while practising is noted in the hall', async () => {
  const own = await hallApp()
  const practised = openTrainingStore(own.dir, own.db, (error) => own.failures.push(error))
  const during = await hallApp({ store: () => practised.store })
  const { id } = await note({ what: 'Kursi patah' }, 'ayu', during)
  practised.close()
  expect(await read(id, own)).toMatchObject({ what: 'Kursi patah' })
})
